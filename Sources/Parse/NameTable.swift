/// A fixed set of ASCII names, each with a small number: one hash and one comparison per question, no String.
struct NameTable: Sendable {
    private struct Slot: Sendable {
        var start: Int32 = -1
        var length: Int32 = 0
        var value: UInt8 = 0
    }

    private var slots: [Slot]
    private var names: [UInt8] = []
    private let mask: Int

    /// The names of a table, with the number each one gets; 0 means "not in the table".
    init(_ entries: [(name: String, value: UInt8)]) {
        var size = 16
        while size < entries.count * 4 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: Slot(), count: size)
        for (name, value) in entries { add(Array(name.utf8), value) }
    }

    private mutating func add(_ name: [UInt8], _ value: UInt8) {
        var hash = Self.seed
        for byte in name { hash = Self.step(hash, byte) }
        var at = Int(hash) & mask
        while slots[at].start >= 0 { at = (at + 1) & mask }
        slots[at] = Slot(start: Int32(names.count), length: Int32(name.count), value: value)
        names.append(contentsOf: name)
    }

    static let seed: UInt32 = 2_166_136_261

    /// FNV-1a.
    @inline(__always) static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        (hash ^ UInt32(byte)) &* 16_777_619
    }

    /// The number of a name whose hash over its lower-case bytes is known; 0 when it is none of the table.
    @inline(__always)
    func value(hash: UInt32, _ text: Span<UInt8>, _ range: Range<Int>) -> UInt8 {
        var at = Int(hash) & mask
        while slots[at].start >= 0 {
            let slot = slots[at]
            if Int(slot.length) == range.count, equal(slot, text, range) { return slot.value }
            at = (at + 1) & mask
        }
        return 0
    }

    /// The number of a name whatever its case, for tables of lower-case names.
    func valueIgnoringCase(of name: ArraySlice<UInt8>) -> UInt8 {
        var hash = Self.seed
        for byte in name { hash = Self.step(hash, byte.lowered) }
        var at = Int(hash) & mask
        while slots[at].start >= 0 {
            let slot = slots[at]
            if Int(slot.length) == name.count, equalIgnoringCase(slot, name) { return slot.value }
            at = (at + 1) & mask
        }
        return 0
    }

    private func equalIgnoringCase(_ slot: Slot, _ name: ArraySlice<UInt8>) -> Bool {
        var at = Int(slot.start)
        for byte in name {
            if names[at] != byte.lowered { return false }
            at += 1
        }
        return true
    }

    private func equal(_ slot: Slot, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for i in 0..<range.count where names[Int(slot.start) + i] != text[range.lowerBound + i].lowered { return false }
        return true
    }
}
