import Deflate
import Rules

/// Reads WARC 1.0 and 1.1 files (ISO 28500), packed record by record or not: named fields and blocks. What it is given may
/// be anything.
public struct WarcReader {
    public struct Record: Sendable {
        /// Named fields in the order they stand, names as written.
        public var fields: [(name: String, value: String)]
        public var block: ArraySlice<UInt8>

        /// The first field of a name, however it is written.
        public func field(_ name: String) -> String? {
            let asked = name.lowercased()
            return fields.first { $0.name.lowercased() == asked }?.value
        }
    }

    /// Why a file was not read to its end.
    public enum Trouble: Error, Sendable, Hashable {
        case packing, version, head, length, end

        public func sentence(_ language: Language) -> String {
            let id = language == .id
            return switch self {
            case .packing: id ? "kemasannya rusak atau terlalu besar" : "its packing is damaged or too large"
            case .version: id ? "tidak diawali WARC/1.0 atau WARC/1.1" : "does not begin with WARC/1.0 or WARC/1.1"
            case .head: id ? "kepalanya rusak" : "its named fields are damaged"
            case .length: id ? "panjangnya tidak ada atau salah" : "its length is missing or wrong"
            case .end: id ? "tidak berakhir dua baris kosong" : "does not end with two empty lines"
            }
        }
    }

    /// Records in order; those before the trouble when there is one.
    public private(set) var records: [Record] = []
    public private(set) var trouble: Trouble?

    /// Bytes of one record's named fields.
    private static let mostHead = 64 << 10

    /// - Parameter limit: bytes that are unpacked at most.
    public init(_ file: [UInt8], limit: Int = 1 << 30) {
        var bytes = file
        if file.starts(with: [0x1F, 0x8B]) {
            guard let answer = Deflate.decompressMembers(file, limit: limit), answer.complete else {
                trouble = .packing
                return
            }
            bytes = answer.bytes
        }
        var at = 0
        while at < bytes.count, trouble == nil {
            do throws(Trouble) { records.append(try Self.record(bytes, &at)) } catch { trouble = error }
        }
    }

    private static func record(_ bytes: [UInt8], _ at: inout Int) throws(Trouble) -> Record {
        let version = line(bytes, &at)
        guard version == "WARC/1.1" || version == "WARC/1.0" else { throw .version }
        let start = at
        var fields: [(name: String, value: String)] = []
        while true {
            guard at - start < mostHead, let text = line(bytes, &at) else { throw .head }
            if text.isEmpty { break }
            // A line that begins with a blank goes on with the field before (ISO 28500, section 4).
            if text.hasPrefix(" ") || text.hasPrefix("\t"), let last = fields.indices.last {
                fields[last].value += " " + trimmed(text)
                continue
            }
            guard let colon = text.firstIndex(of: ":") else { throw .head }
            fields.append((String(text[..<colon]), trimmed(text[text.index(after: colon)...])))
        }
        let record = Record(fields: fields, block: [])
        guard let length = record.field("Content-Length").flatMap({ Int($0) }), length >= 0, length <= bytes.count - at
        else { throw .length }
        let block = bytes[at..<(at + length)]
        at += length
        guard line(bytes, &at) == "", line(bytes, &at) == "" else { throw .end }
        return Record(fields: fields, block: block)
    }

    /// The text up to CR LF; nil when there is none.
    private static func line(_ bytes: [UInt8], _ at: inout Int) -> String? {
        var end = at
        while end + 1 < bytes.count, !(bytes[end] == 13 && bytes[end + 1] == 10) { end += 1 }
        guard end + 1 < bytes.count else { return nil }
        defer { at = end + 2 }
        return String(decoding: bytes[at..<end], as: UTF8.self)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = text[...]
        while let first = text.first, first == " " || first == "\t" { text = text.dropFirst() }
        while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
        return String(text)
    }
}
