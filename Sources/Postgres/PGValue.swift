/// What may stand for `$1`.
public enum PGValue: Sendable, Hashable {
    case null
    case text(String)
    case bytes([UInt8])
}

/// A Swift value that the server can be given.
public protocol PGParameter {
    var pgValue: PGValue { get }
}

/// PostgreSQL keeps no NUL in a text: one of those has U+FFFD in its place, whether it is kept or looked for.
extension String: PGParameter {
    public var pgValue: PGValue { .text(utf8.contains(0) ? replacing("\u{0}", with: "\u{FFFD}") : self) }
}
extension Int: PGParameter { public var pgValue: PGValue { .text("\(self)") } }
extension Int64: PGParameter { public var pgValue: PGValue { .text("\(self)") } }
extension Double: PGParameter { public var pgValue: PGValue { .text("\(self)") } }
extension Bool: PGParameter { public var pgValue: PGValue { .text(self ? "t" : "f") } }
extension Array: PGParameter where Element == UInt8 { public var pgValue: PGValue { .bytes(self) } }
extension Optional: PGParameter where Wrapped: PGParameter {
    public var pgValue: PGValue { self?.pgValue ?? .null }
}

/// One row of an answer, as texts; nil is NULL.
public struct PGRow: Sendable {
    public var columns: [String?]

    /// NULL reads as the empty text, 0 or false: ask `isNull` where that matters.
    public func text(_ column: Int) -> String { columns[column] ?? "" }
    public func int(_ column: Int) -> Int { columns[column].flatMap { Int($0) } ?? 0 }
    public func bool(_ column: Int) -> Bool { columns[column] == "t" }
    public func isNull(_ column: Int) -> Bool { columns[column] == nil }

    /// A bytea in the server's hexadecimal form, `\x00ff`; empty for anything else.
    public func bytes(_ column: Int) -> [UInt8] {
        guard let text = columns[column], text.hasPrefix("\\x") else { return [] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 2)
        var high: UInt8?
        for digit in text.utf8.dropFirst(2) {
            let value = digit & 0x40 == 0 ? digit & 15 : (digit & 15) + 9
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}

/// Rows in the text form of COPY (PostgreSQL manual, COPY, "Text Format").
enum CopyText {
    static func line(_ values: [PGValue], into bytes: inout [UInt8]) {
        for (position, value) in values.enumerated() {
            if position > 0 { bytes.append(9) }
            switch value {
            case .null: bytes += [92, 78]
            case .text(let text): escape(text, into: &bytes)
            case .bytes(let data):
                bytes += [92, 92, 120]
                for byte in data {
                    bytes.append(digits[Int(byte >> 4)])
                    bytes.append(digits[Int(byte & 15)])
                }
            }
        }
        bytes.append(10)
    }

    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case 92: bytes += [92, 92]
            case 9: bytes += [92, 116]
            case 10: bytes += [92, 110]
            case 13: bytes += [92, 114]
            default: bytes.append(byte)
            }
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
