import Model

/// Reads the cell of the listed address: none, one, several, or something that is no address.
struct ListedAddress {
    /// The address as written; nil when the cell says there is none.
    var listed: String?
    /// Further addresses of the same cell.
    var others: [String] = []
    var warning: String?

    init(_ text: String) {
        guard !CellText.isNone(text) else { return }
        let parts = text.split { $0 == " " || $0 == ";" || $0 == "," || $0 == "|" }.map(String.init)
            .filter { Self.isAddress($0) }
        if Self.isAddress(text) {
            listed = text
        } else if let first = parts.first {
            listed = first
            others = Array(parts.dropFirst())
            warning =
                others.isEmpty
                ? "'\(text)' holds more than an address; read as \(first)"
                : "'\(text)' holds several addresses; the first is used, the others are kept"
        } else {
            listed = text
            warning =
                "'\(text)' is no web address, expected one such as https://dinkes.contohkab.go.id "
                + "(leave the cell empty when there is none)"
        }
        if text.contains("@"), !text.contains("/") {
            listed = nil
            warning = "'\(text)' is an e-mail address, expected a web address"
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
