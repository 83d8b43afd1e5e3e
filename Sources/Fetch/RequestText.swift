import Model

/// The texts of a request as curl is given them.
enum RequestText {
    /// The address as sent: without credentials and fragment, every byte that a request line cannot hold escaped.
    static func url(_ address: WebAddress) -> String {
        let text = address.crawlKey
        if text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) { return text }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte > 32, byte < 127 {
                bytes.append(byte)
            } else {
                bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What every request asks for.
    static let accepts = [
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "Accept-Language: id,en;q=0.5",
    ]

    /// Content codings that curl is told to ask for and undoes.
    static let codings = "gzip, br, zstd"

    /// Header lines besides those curl writes itself.
    static func headers(_ request: FetchRequest, at address: WebAddress) -> [String] {
        var lines = accepts
        // The copy we have is one of the requested address, not of where a redirect leads.
        guard address.crawlKey == request.address.crawlKey else { return lines }
        if let etag = request.etag.flatMap(safe) { lines.append("If-None-Match: \(etag)") }
        if let date = request.lastModified.flatMap(safe) { lines.append("If-Modified-Since: \(date)") }
        return lines
    }

    /// A value that stays on its line.
    private static func safe(_ value: String) -> String? {
        value.isEmpty || value.utf8.contains { $0 < 32 || $0 == 127 } ? nil : value
    }
}
