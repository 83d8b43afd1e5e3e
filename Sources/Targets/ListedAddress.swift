import Model

/// Reads the cell of the listed address: none, one, several, or something that is no address.
struct ListedAddress {
    /// The address as written; nil when the cell says there is none.
    var listed: String?
    /// Further addresses of the same cell.
    var others: [String] = []
    var fault: ListFault?

    init(_ text: String) {
        guard !CellText.isNone(text) else { return }
        let parts = text.split { $0 == " " || $0 == ";" || $0 == "," || $0 == "|" }.map(String.init)
            .filter { Self.isAddress($0) }
        if Self.isAddress(text) {
            listed = text
        } else if let first = parts.first {
            listed = first
            others = Array(parts.dropFirst())
            fault = others.isEmpty ? .addressAndMore(text, readAs: first) : .severalAddresses(text)
        } else {
            listed = text
            fault = .noAddress(text)
        }
        if text.contains("@"), !text.contains("/") {
            listed = nil
            fault = .email(text)
        }
    }

    /// An absolute http(s) address or a bare host with a dot.
    private static func isAddress(_ text: String) -> Bool {
        guard !text.contains(where: { $0.isWhitespace || $0 == "@" }) else { return false }
        let lower = text.lowercased()
        let hasScheme = lower.hasPrefix("http://") || lower.hasPrefix("https://")
        if !hasScheme, lower.contains("://") || lower.hasPrefix("mailto:") || lower.hasPrefix("http") { return false }
        guard let address = WebAddress(hasScheme ? text : "http://" + text) else { return false }
        return address.host.contains(".") && !address.host.hasPrefix(".") && !address.host.contains("..")
    }
}
