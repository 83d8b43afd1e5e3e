/// Records of a DNS answer that are no addresses, as text (RFC 1035, 3.3): NS, MX and TXT.
enum RecordText {
    /// - Parameter type: the record type asked for; other records of the answer are passed over.
    /// - Returns: one text per record (an MX with its preference before it), or nil when the message is malformed.
    static func read(_ message: [UInt8], type: RecordType) -> [String]? {
        guard message.count >= 12 else { return nil }
        var reader = DNSMessage.Reader(bytes: message, at: 4)
        guard let questions = reader.number(), let answers = reader.number() else { return nil }
        reader.at = 12
        for _ in 0..<questions { guard reader.name() != nil, reader.skip(4) else { return nil } }
        var texts: [String] = []
        for _ in 0..<min(answers, limit) {
            guard reader.name() != nil, let kind = reader.number(), reader.skip(6), let length = reader.number(),
                reader.at + length <= message.count
            else { return nil }
            let end = reader.at + length
            if kind == Int(type.rawValue) {
                guard let text = text(&reader, type, end) else { return nil }
                texts.append(text)
            }
            reader.at = end
        }
        return texts
    }

    /// Records of one answer that are read at most.
    private static let limit = 64

    private static func text(_ reader: inout DNSMessage.Reader, _ type: RecordType, _ end: Int) -> String? {
        switch type {
        case .ns: return reader.name()
        case .mx:
            guard let preference = reader.number(), let host = reader.name() else { return nil }
            return "\(preference) \(host.isEmpty ? "." : host)"
        case .txt:
            // Strings of up to 255 bytes that belong together (RFC 7208, 3.3).
            var bytes: [UInt8] = []
            while reader.at < end {
                let length = Int(reader.bytes[reader.at])
                guard reader.at + 1 + length <= end else { return nil }
                bytes += reader.bytes[(reader.at + 1)..<(reader.at + 1 + length)]
                reader.at += 1 + length
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

/// Record types that are asked for beside addresses (RFC 1035, 3.2.2).
public enum RecordType: UInt16, Sendable, Hashable, CaseIterable { case ns = 2, mx = 15, txt = 16 }

/// What came of the question for such records.
public enum RecordAnswer: Sendable, Hashable {
    /// The records; none when the name has none of the type, or does not exist.
    case records([String])
    /// Nobody said: a server that failed or was silent, or no name server is asked in this run.
    case unanswered
}
