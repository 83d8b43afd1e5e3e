import Deflate
import Digest
import Model

/// One record of a WARC 1.1 file (ISO 28500:2017).
struct WarcRecord {
    enum Kind: String { case warcinfo, request, response, resource, revisit, metadata }

    var kind: Kind
    var id: String
    var date: Timestamp
    var contentType: String
    var block: [UInt8]
    var target: String?
    /// What the payload digest is taken of; nil for records without a payload of their own.
    var payloadDigest: String?
    /// Further named fields, in order.
    var fields: [(String, String)] = []

    init(
        _ kind: Kind, id: String, date: Timestamp, contentType: String, block: [UInt8], target: String? = nil,
        payloadDigest: String? = nil, fields: [(String, String)] = []
    ) {
        self.kind = kind
        self.id = id
        self.date = date
        self.contentType = contentType
        self.block = block
        self.target = target
        self.payloadDigest = payloadDigest
        self.fields = fields
    }

    /// The record as a gzip member of its own, so that a reader can jump to it.
    var packed: [UInt8] { Deflate.compress(bytes, as: .gzip) }

    var bytes: [UInt8] {
        var head =
            "WARC/1.1\r\nWARC-Type: \(kind.rawValue)\r\nWARC-Record-ID: <\(id)>\r\nWARC-Date: \(date.iso8601)\r\n"
        if let target { head += "WARC-Target-URI: \(target)\r\n" }
        for (name, value) in fields { head += "\(name): \(Self.oneLine(value))\r\n" }
        head += "Content-Type: \(contentType)\r\nWARC-Block-Digest: sha256:\(SHA256.hex(block))\r\n"
        if let payloadDigest { head += "WARC-Payload-Digest: sha256:\(payloadDigest)\r\n" }
        head += "Content-Length: \(block.count)\r\n\r\n"
        return Array(head.utf8) + block + [13, 10, 13, 10]
    }

    /// A name that follows from what it names (RFC 9562 version 8), so that the same case gives the same file.
    static func id(_ parts: String...) -> String {
        let digits = Array(SHA256.hex(parts.joined(separator: "\u{1F}")))
        let variant = ["8", "9", "a", "b"][(digits[16].hexDigitValue ?? 0) & 3]
        let text =
            String(digits[0..<8]) + "-" + String(digits[8..<12]) + "-8" + String(digits[13..<16]) + "-" + variant
            + String(digits[17..<20]) + "-" + String(digits[20..<32])
        return "urn:uuid:" + text
    }

    /// Lines of `application/warc-fields`.
    static func warcFields(_ fields: [(String, String)]) -> [UInt8] {
        Array(fields.map { "\($0.0): \(oneLine($0.1))\r\n" }.joined().utf8)
    }

    /// The address as a field can hold it: no blank and nothing outside ASCII.
    static func uri(_ address: WebAddress) -> String {
        let digits = Array("0123456789ABCDEF")
        var text = ""
        for byte in address.crawlKey.utf8 {
            if byte > 32, byte < 127 {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
            }
        }
        return text
    }

    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
    }
}
