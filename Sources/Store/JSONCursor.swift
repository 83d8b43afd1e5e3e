/// Reads JSON text from front to back without making a tree: the caller asks for what it expects.
///
/// Foundation's decoder makes dictionaries first: 1.6 ms for the row of a page, this reads it in 0.1. It knows what our
/// own rows hold and gives up on anything else, for which Foundation's decoder then speaks.
struct JSONCursor {
    /// Something else stands there than was asked for.
    struct Unexpected: Error {}

    private let bytes: [UInt8]
    private var at = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Calls `member` for every key of an object, which reads the value or skips it.
    mutating func object(_ member: (inout JSONCursor, String) throws(Unexpected) -> Void) throws(Unexpected) {
        try take(123)
        if accept(125) { return }
        repeat {
            let key = try string()
            try take(58)
            try member(&self, key)
        } while accept(44)
        try take(125)
    }

    /// The elements of an array.
    mutating func list<Element>(
        _ element: (inout JSONCursor) throws(Unexpected) -> Element
    ) throws(Unexpected) -> [Element] {
        var values: [Element] = []
        try take(91)
        if accept(93) { return values }
        repeat { values.append(try element(&self)) } while accept(44)
        try take(93)
        return values
    }

    mutating func string() throws(Unexpected) -> String {
        try take(34)
        let start = at
        while at < bytes.count, bytes[at] != 34, bytes[at] != 92 { at += 1 }
        guard at < bytes.count else { throw Unexpected() }
        guard bytes[at] == 92 else {
            defer { at += 1 }
            return String(decoding: bytes[start..<at], as: UTF8.self)
        }
        return try escaped(from: start)
    }

    /// A string with escapes as `JSON.append` writes them.
    private mutating func escaped(from start: Int) throws(Unexpected) -> String {
        var text = Array(bytes[start..<at])
        while at < bytes.count, bytes[at] != 34 {
            if bytes[at] == 92 {
                guard at + 1 < bytes.count else { throw Unexpected() }
                switch bytes[at + 1] {
                case 34, 92, 47: text.append(bytes[at + 1])
                case 117:
                    text.append(try control(at + 2))
                    at += 4
                default: throw Unexpected()
                }
                at += 2
            } else {
                text.append(bytes[at])
                at += 1
            }
        }
        try take(34)
        return String(decoding: text, as: UTF8.self)
    }

    /// `001f`: an ASCII character by four digits.
    private func control(_ start: Int) throws(Unexpected) -> UInt8 {
        guard start + 4 <= bytes.count, bytes[start] == 48, bytes[start + 1] == 48,
            let value = UInt8(String(decoding: bytes[(start + 2)..<(start + 4)], as: UTF8.self), radix: 16), value < 128
        else { throw Unexpected() }
        return value
    }

    mutating func int() throws(Unexpected) -> Int {
        let isNegative = accept(45)
        guard at < bytes.count, bytes[at] >= 48, bytes[at] <= 57 else { throw Unexpected() }
        var value = 0
        while at < bytes.count, bytes[at] >= 48, bytes[at] <= 57 {
            guard value < 1 << 58 else { throw Unexpected() }
            value = value * 10 + Int(bytes[at] - 48)
            at += 1
        }
        return isNegative ? -value : value
    }

    mutating func double() throws(Unexpected) -> Double {
        skipSpace()
        let start = at
        while at < bytes.count, [43, 45, 46, 69, 101].contains(bytes[at]) || (48...57).contains(bytes[at]) { at += 1 }
        guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)) else { throw Unexpected() }
        return value
    }

    mutating func bool() throws(Unexpected) -> Bool {
        skipSpace()
        for (word, value) in [(Self.yes, true), (Self.no, false)] where bytes[at...].starts(with: word) {
            at += word.count
            return value
        }
        throw Unexpected()
    }

    private static let yes = Array("true".utf8)
    private static let no = Array("false".utf8)

    /// Nothing but white space follows.
    mutating func end() throws(Unexpected) {
        skipSpace()
        guard at == bytes.count else { throw Unexpected() }
    }

    private mutating func take(_ byte: UInt8) throws(Unexpected) {
        guard accept(byte) else { throw Unexpected() }
    }

    private mutating func accept(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 32 || bytes[at] == 10 || bytes[at] == 13 || bytes[at] == 9 { at += 1 }
    }
}
