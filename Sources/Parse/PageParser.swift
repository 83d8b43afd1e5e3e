import Model

/// Reads an HTML page in one pass.
public enum PageParser {
    /// Reads the bytes of an answer as an HTML page.
    ///
    /// - Parameters:
    ///   - body: the decoded body; what lies past `limits.bytes` is left out and noted.
    ///   - address: where the page was found: relative addresses start there, unless the page names a base.
    ///   - contentType: the Content-Type header, for its charset.
    /// - Returns: always a page; what went wrong stands in its notes.
    public static func parse(
        _ body: [UInt8], address: WebAddress, contentType: String?, limits: ParseLimits = .init()
    ) -> ParsedPage {
        let builder = PageBuilder(address: address, limits: limits)
        var bytes = body
        if bytes.count > limits.bytes {
            bytes.removeLast(bytes.count - limits.bytes)
            builder.note(.truncated, "more than \(limits.bytes) bytes")
        }
        let choice = Charset.decide(bytes, contentType: contentType)
        builder.page.encoding = choice.encoding
        let decoded = Charset.decode(bytes, encoding: choice.encoding)
        if decoded.wasReplaced { builder.note(.replacedBytes, "bytes that are no \(choice.encoding)") }
        let safe = MarkupGuard.clean(decoded.bytes, attributeLimit: limits.attributes)
        if safe.cutAttributes { builder.note(.truncated, "more than \(limits.attributes) attributes in a tag") }
        HTMLReader.read(safe.bytes, handler: builder)
        return builder.finish()
    }
}
