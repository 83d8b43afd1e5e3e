import Foundation
import Model

/// Values as JSON text, written in one go.
///
/// Foundation's JSONEncoder makes a tree of objects first: 4.5 % of the CPU of a whole scan. Its decoder reads what this
/// writes; keys stand in the order of the value's properties.
enum JSON {
    static func text(_ value: some Encodable) throws -> String {
        let sink = TextSink()
        try sink.encode(value)
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    /// The row of a page: by its own reader, or by Foundation's decoder where that one gives up.
    static func page(_ text: String) throws -> PageRecord { try PageRowReader.page(text) ?? value(text) }

    /// Appends what stands between the quotes of a JSON string.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        // Nine texts of ten hold nothing that must be escaped: one look, one copy.
        if needsEscape(text.utf8.span) {
            for byte in text.utf8 { escape(byte, &bytes) }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
    }

    private static func needsEscape(_ text: Span<UInt8>) -> Bool {
        for at in text.indices where text[at] < 32 || text[at] == 34 || text[at] == 92 { return true }
        return false
    }

    private static func escape(_ byte: UInt8, _ bytes: inout [UInt8]) {
        switch byte {
        case 34, 92:
            bytes.append(92)
            bytes.append(byte)
        case 0..<32:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}

/// Where the text grows, with the brackets that are open.
private final class TextSink {
    var bytes: [UInt8] = []
    private var open: [UInt8] = []
    private var needsComma = false

    init() { bytes.reserveCapacity(2048) }

    /// A whole value; what it opened is closed.
    func encode(_ value: some Encodable) throws {
        let depth = open.count
        try value.encode(to: RowEncoder(sink: self))
        while open.count > depth, let bracket = open.popLast() {
            bytes.append(bracket)
            needsComma = true
        }
    }

    func begin(_ bracket: UInt8, _ closing: UInt8) {
        bytes.append(bracket)
        open.append(closing)
        needsComma = false
    }

    /// The place before an element or a key.
    func next() {
        if needsComma { bytes.append(44) }
        needsComma = false
    }

    func key(_ name: String) {
        next()
        quote(name)
        bytes.append(58)
    }

    func string(_ text: String) {
        quote(text)
        needsComma = true
    }

    /// Numbers, true, false and null.
    func plain(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private func quote(_ text: String) {
        bytes.append(34)
        JSON.append(text, to: &bytes)
        bytes.append(34)
    }
}

private struct RowEncoder: Encoder {
    let sink: TextSink
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        sink.begin(123, 125)
        return KeyedEncodingContainer(KeyedText<Key>(sink: sink))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        sink.begin(91, 93)
        return ListText(sink: sink)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleText(sink: sink) }
}

private struct KeyedText<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: TextSink
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) {
        sink.key(key.stringValue)
        sink.plain("null")
    }
    mutating func encode(_ value: String, forKey key: Key) {
        sink.key(key.stringValue)
        sink.string(value)
    }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        sink.key(key.stringValue)
        try sink.encode(value)
    }
    mutating func nestedContainer<N>(keyedBy type: N.Type, forKey key: Key) -> KeyedEncodingContainer<N> {
        sink.key(key.stringValue)
        return RowEncoder(sink: sink).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        sink.key(key.stringValue)
        return RowEncoder(sink: sink).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { RowEncoder(sink: sink) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { RowEncoder(sink: sink) }
}

private struct ListText: UnkeyedEncodingContainer {
    let sink: TextSink
    var count = 0
    var codingPath: [any CodingKey] { [] }

    init(sink: TextSink) { self.sink = sink }

    mutating func encodeNil() {
        sink.next()
        sink.plain("null")
    }
    mutating func encode<T: Encodable>(_ value: T) throws {
        sink.next()
        try sink.encode(value)
    }
    mutating func nestedContainer<N>(keyedBy type: N.Type) -> KeyedEncodingContainer<N> {
        sink.next()
        return RowEncoder(sink: sink).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        sink.next()
        return RowEncoder(sink: sink).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { RowEncoder(sink: sink) }
}

private struct SingleText: SingleValueEncodingContainer {
    let sink: TextSink
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() { sink.plain("null") }
    mutating func encode(_ value: Bool) { sink.plain(value ? "true" : "false") }
    mutating func encode(_ value: String) { sink.string(value) }
    mutating func encode(_ value: Double) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "no number"))
        }
        sink.plain("\(value)")
    }
    mutating func encode(_ value: Float) throws { try encode(Double(value)) }
    mutating func encode(_ value: Int) { sink.plain("\(value)") }
    mutating func encode(_ value: Int8) { sink.plain("\(value)") }
    mutating func encode(_ value: Int16) { sink.plain("\(value)") }
    mutating func encode(_ value: Int32) { sink.plain("\(value)") }
    mutating func encode(_ value: Int64) { sink.plain("\(value)") }
    mutating func encode(_ value: UInt) { sink.plain("\(value)") }
    mutating func encode(_ value: UInt8) { sink.plain("\(value)") }
    mutating func encode(_ value: UInt16) { sink.plain("\(value)") }
    mutating func encode(_ value: UInt32) { sink.plain("\(value)") }
    mutating func encode(_ value: UInt64) { sink.plain("\(value)") }
    mutating func encode<T: Encodable>(_ value: T) throws { try sink.encode(value) }
}
