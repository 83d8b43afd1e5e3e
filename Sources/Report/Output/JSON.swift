/// A JSON value small enough to be held whole: one office, one finding. Documents are streams of these.
package enum JSON: Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case null
    case list([JSON])
    /// Members in the order given, so that files can be compared.
    case object([(String, JSON)])

    /// Null for nothing.
    package static func optional(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }
    package static func optional(_ number: Int?) -> JSON { number.map { .number($0) } ?? .null }

    /// Compact UTF-8 (RFC 8259). Controls and invisible characters are written as `\u` escapes: the value is kept
    /// exactly, and the file does no harm to a terminal.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return bytes
    }

    /// The beginning of a document: these members, and a list under `name` that stays open for a stream of values.
    package static func opened(_ members: [(String, JSON)], with name: String) -> [UInt8] {
        var bytes = JSON.object(members).bytes
        bytes.removeLast()
        return bytes + ",\"\(name)\":[\n".utf8
    }

    private func write(into bytes: inout [UInt8]) {
        switch self {
        case .text(let text): Self.write(text, into: &bytes)
        case .number(let number): bytes += String(number).utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .list(let values): Self.write(values, "[", "]", into: &bytes) { $0.write(into: &$1) }
        case .object(let members):
            Self.write(members, "{", "}", into: &bytes) { member, bytes in
                Self.write(member.0, into: &bytes)
                bytes.append(0x3A)
                member.1.write(into: &bytes)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, into bytes: inout [UInt8],
        element write: (Element, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            write(element, &bytes)
        }
        bytes.append(UInt8(ascii: close))
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(0x22)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\t": bytes += "\\t".utf8
            case _ where PlainText.isInvisible(scalar): escape(scalar, into: &bytes)
            default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
        bytes.append(0x22)
    }

    private static func escape(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
        for unit in UTF16.encode(scalar).map({ Array($0) }) ?? [] {
            let digits = String(unit, radix: 16)
            bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
        }
    }
}
