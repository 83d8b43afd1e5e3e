/// Keeps the inline scripts that send a visitor elsewhere or ask who is reading: what planted redirects are made of.
///
/// A script is kept only when it names one of a few marks; most pages keep nothing.
struct ScriptReader {
    private var text: [UInt8] = []
    /// Bytes kept of one script.
    private static let limit = 8_000

    mutating func open() { text.removeAll(keepingCapacity: true) }

    mutating func add(_ bytes: Span<UInt8>) {
        let room = min(bytes.count, Self.limit - text.count)
        guard room > 0 else { return }
        for i in 0..<room { text.append(bytes[i]) }
    }

    /// The script has ended; its text when it is worth keeping.
    mutating func close() -> [UInt8]? {
        defer { text.removeAll(keepingCapacity: true) }
        guard text.count > 20, Self.marks.contains(where: { text[...].has($0) }) else { return nil }
        return text + [10]
    }

    private static let marks = [
        "googlebot", "document.referrer", "document.write(", "location.href", "location.replace",
    ]
}
