import Model

/// Values as bytes, compact: whole numbers take a byte per seven bits.
struct WireWriter {
    private(set) var bytes: [UInt8] = []
    private var shared = SharedTexts()

    init(reserving count: Int = 0) { bytes.reserveCapacity(count) }

    /// For a frame: its length is written when everything else is, into the four bytes kept here.
    init(frameReserving count: Int) {
        bytes.reserveCapacity(count + 4)
        bytes += [0, 0, 0, 0]
    }

    /// The bytes behind their length.
    mutating func frame() -> [UInt8] {
        let count = bytes.count - 4
        for place in 0..<4 { bytes[place] = UInt8(truncatingIfNeeded: count >> (8 * place)) }
        return bytes
    }

    mutating func put(_ value: Int) {
        // Small negative numbers are frequent ("none" is -1): the sign goes last.
        var rest = UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func put(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func put(_ value: Double) {
        let bits = value.bitPattern
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }

    mutating func put(_ value: [UInt8]) {
        put(value.count)
        bytes += value
    }

    mutating func put(_ value: String) {
        let text = value.utf8
        put(text.count)
        bytes += text
    }

    /// A text that may come again: its place when it stands in `shared`, 0 and the text when not.
    mutating func put(shared value: String) {
        if let place = shared.place(of: value) { return put(place + 1) }
        put(0)
        put(value)
    }

    mutating func put(_ value: WebAddress) {
        put(value.scheme == "https")
        put(shared: value.host)
        put(value.port ?? 0)
        put(shared: value.path)
        put(value.credentials) { $0.put($1) }
        put(value.query) { $0.put($1) }
        put(value.fragment) { $0.put($1) }
    }

    mutating func put<Value>(_ value: Value?, _ body: (inout WireWriter, Value) -> Void) {
        put(value != nil)
        if let value { body(&self, value) }
    }

    mutating func put<Value>(list: [Value], _ body: (inout WireWriter, Value) -> Void) {
        put(list.count)
        for value in list { body(&self, value) }
    }
}

/// Reads what `WireWriter` wrote, and trusts none of it: every length is checked, a wrong one ends the reading.
struct WireReader {
    struct Garbled: Error {}

    private let bytes: [UInt8]
    private let end: Int
    /// Where it is.
    private(set) var at: Int
    private var known = SharedTexts()

    /// - Parameter range: what is read of the bytes; all of them unless told.
    init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
        self.bytes = bytes
        at = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    var isAtEnd: Bool { at == end }

    mutating func int() throws -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard at < end, shift < 64 else { throw Garbled() }
            let byte = bytes[at]
            at += 1
            value |= UInt64(byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 { break }
        }
        return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }

    mutating func int32() throws -> Int32 {
        guard let value = Int32(exactly: try int()) else { throw Garbled() }
        return value
    }

    mutating func byte() throws -> UInt8 {
        guard at < end else { throw Garbled() }
        at += 1
        return bytes[at - 1]
    }

    mutating func bool() throws -> Bool {
        let value = try byte()
        guard value < 2 else { throw Garbled() }
        return value == 1
    }

    mutating func double() throws -> Double {
        var bits: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bits |= UInt64(try byte()) << shift }
        let value = Double(bitPattern: bits)
        // Shares and strengths are small numbers; what reckons with them later shall not have to ask.
        guard value.magnitude < 1_000_000_000 else { throw Garbled() }
        return value
    }

    private mutating func span() throws -> Range<Int> {
        let count = try int()
        guard count >= 0, count <= end - at else { throw Garbled() }
        defer { at += count }
        return at..<(at + count)
    }

    mutating func data() throws -> [UInt8] { Array(bytes[try span()]) }

    mutating func string() throws -> String { String(decoding: bytes[try span()], as: UTF8.self) }

    /// A text that may come again: one copy serves all. A reading of hundreds of findings takes a third less memory so.
    mutating func shared() throws -> String {
        let place = try int()
        if place == 0 {
            let text = try string()
            known.remember(text)
            return text
        }
        guard place > 0, let text = known.text(at: place - 1) else { throw Garbled() }
        return text
    }

    mutating func address() throws -> WebAddress {
        let scheme = try bool() ? "https" : "http"
        let host = try shared()
        let port = try int()
        let path = try shared()
        let credentials = try optional { try $0.string() }
        let query = try optional { try $0.string() }
        let fragment = try optional { try $0.string() }
        guard
            let address = WebAddress(
                serialised: scheme, host: host, port: port == 0 ? nil : port, credentials: credentials, path: path,
                query: query, fragment: fragment)
        else { throw Garbled() }
        return address
    }

    mutating func optional<Value>(_ body: (inout WireReader) throws -> Value) throws -> Value? {
        try bool() ? try body(&self) : nil
    }

    /// Each element takes a byte at least, so that a count cannot claim more than there is.
    mutating func list<Value>(_ body: (inout WireReader) throws -> Value) throws -> [Value] {
        let count = try int()
        guard count >= 0, count <= end - at else { throw Garbled() }
        var values: [Value] = []
        values.reserveCapacity(min(count, 10_000))
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }

    /// A value by its place in a list.
    mutating func one<Value>(of values: [Value]) throws -> Value {
        let place = try int()
        guard values.indices.contains(place) else { throw Garbled() }
        return values[place]
    }

    mutating func text<Value: RawRepresentable<String>>(_ type: Value.Type) throws -> Value {
        guard let value = Value(rawValue: try string()) else { throw Garbled() }
        return value
    }
}
