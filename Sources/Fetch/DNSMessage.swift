/// The parts of a DNS answer that matter here (RFC 1035, 4.1), read from the bytes of the message.
struct DNSMessage: Sendable, Hashable {
    enum RecordType: UInt16, Sendable { case a = 1, aaaa = 28 }

    /// Response code: 0 no error, 2 server failure, 3 no such name, 5 refused.
    var code: Int
    var addresses: [IPAddress] = []
    /// Canonical names in the order of the answer.
    var aliases: [String] = []
    /// The name asked for, as the answer repeats it.
    var question: String?
    /// Shortest time to live of the records used, in seconds.
    var lifetime: Int = 0

    /// Reads a message; nil when it is malformed.
    init?(_ message: [UInt8], type: RecordType) {
        guard message.count >= 12 else { return nil }
        var reader = Reader(bytes: message, at: 4)
        code = Int(message[3] & 15)
        guard let questions = reader.number(), let answers = reader.number() else { return nil }
        reader.at = 12
        for _ in 0..<questions {
            guard let name = reader.name(), reader.skip(4) else { return nil }
            question = name
        }
        var shortest = Int.max
        for _ in 0..<answers {
            guard let lifetime = read(&reader, type: type) else { return nil }
            shortest = min(shortest, lifetime)
        }
        lifetime = shortest == .max ? 0 : shortest
    }

    /// Takes one record in; its time to live, or nil when it is cut short.
    private mutating func read(_ reader: inout Reader, type: RecordType) -> Int? {
        guard reader.name() != nil, let kind = reader.number(), reader.skip(2), let high = reader.number(),
            let low = reader.number(), let length = reader.number(), reader.at + length <= reader.bytes.count
        else { return nil }
        let end = reader.at + length
        switch kind {
        case 1 where type == .a, 28 where type == .aaaa:
            guard length == (kind == 1 ? 4 : 16), let address = IPAddress(bytes: Array(reader.bytes[reader.at..<end]))
            else { return nil }
            if !addresses.contains(address) { addresses.append(address) }
        case 5:
            guard let name = reader.name() else { return nil }
            aliases.append(name)
        default: break
        }
        reader.at = end
        return high << 16 | low
    }

    struct Reader {
        let bytes: [UInt8]
        var at: Int

        mutating func number() -> Int? {
            guard at + 2 <= bytes.count else { return nil }
            defer { at += 2 }
            return Int(bytes[at]) << 8 | Int(bytes[at + 1])
        }

        mutating func skip(_ count: Int) -> Bool {
            at += count
            return at <= bytes.count
        }

        /// A domain name with compression; nil when it runs out or in circles.
        mutating func name() -> String? {
            var labels: [String] = []
            var position = at
            var jumps = 0
            while position < bytes.count {
                let length = Int(bytes[position])
                if length == 0 {
                    if jumps == 0 { at = position + 1 }
                    return labels.joined(separator: ".").lowercased()
                }
                if length & 0xc0 == 0xc0 {
                    guard position + 1 < bytes.count, jumps < 20 else { return nil }
                    if jumps == 0 { at = position + 2 }
                    jumps += 1
                    position = (length & 0x3f) << 8 | Int(bytes[position + 1])
                    continue
                }
                guard length < 64, position + 1 + length <= bytes.count, labels.count < 128 else { return nil }
                labels.append(String(decoding: bytes[(position + 1)..<(position + 1 + length)], as: UTF8.self))
                position += 1 + length
            }
            return nil
        }
    }
}
