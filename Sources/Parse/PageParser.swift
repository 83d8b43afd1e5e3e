import Model

/// Reads an HTML page in one pass.
public enum PageParser {
    /// Reads the bytes of an answer as an HTML page.
    ///
    /// - Parameters:
    ///   - body: the decoded body; what lies past `limits.bytes` is left out and noted.
    ///   - address: where the page was found: relative addresses start there, unless the page names a base.
    ///   - contentType: the Content-Type header, for its charset.
    ///   - hints: what is known of the template the page was made with, from an earlier reading of it.
    /// - Returns: always a page; what went wrong stands in its notes.
    public static func parse(
        _ body: [UInt8], address: WebAddress, contentType: String?, limits: ParseLimits = .init(),
        hints: [TemplateHint] = []
    ) -> ParsedPage {
        var builder = PageBuilder(address: address, limits: limits)
        builder.hints = HintedClasses(hints)
        var bytes = body
        if bytes.count > limits.bytes {
            bytes.removeLast(bytes.count - limits.bytes)
            builder.note(.truncated, "more than \(limits.bytes) bytes")
        }
        if !looksLikeText(bytes, contentType) { builder.note(.notHTML, "the body is no text") }
        let choice = Charset.decide(bytes, contentType: contentType)
        builder.page.encoding = choice.encoding
        let decoded = Charset.decode(bytes, encoding: choice.encoding)
        if decoded.wasReplaced { builder.note(.replacedBytes, "bytes that are no \(choice.encoding)") }
        var scanner = MarkupScanner(decoded.bytes, handler: builder, attributeLimit: limits.attributes)
        if scanner.cutAttributes {
            scanner.handler.note(.truncated, "more than \(limits.attributes) attributes in a tag")
        }
        return scanner.handler.finish()
    }

    /// False for documents, images and other binary bodies; a page that calls itself something else still is one.
    private static func looksLikeText(_ body: [UInt8], _ contentType: String?) -> Bool {
        let starts: [[UInt8]] = [
            Array("%PDF-".utf8), [0x50, 0x4B, 3, 4], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8),
            [0x1F, 0x8B], [0xD0, 0xCF, 0x11, 0xE0], Array("Rar!".utf8), Array("RIFF".utf8),
        ]
        if starts.contains(where: { body.starts(with: $0) }) { return false }
        if body.starts(with: [0xFE, 0xFF]) || body.starts(with: [0xFF, 0xFE]) { return true }
        // Control characters that no text has (MIME Sniffing Standard, "binary data byte").
        let sample = body.prefix(1445)
        let odd = sample.count { $0 < 9 || $0 == 11 || ($0 > 13 && $0 < 27) || ($0 > 27 && $0 < 32) }
        return odd * 20 <= sample.count || contentType.map { $0.lowercased().contains("utf-16") } ?? false
    }
}
