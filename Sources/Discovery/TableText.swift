import Model

/// A list of offices in a plain table file, as data portals give it: one line an office, its fields between `;`, `,`, `|`
/// or tabs.
public enum TableText {
    /// Lines read from one file at most.
    static let limit = 3_000
    private static let longestLine = 600

    /// Whether an answer is such a file, by its type or by the end of its address.
    public static func isHeld(type: String?, at address: WebAddress) -> Bool {
        let type = type?.lowercased() ?? ""
        if ["text/csv", "text/tab-separated-values", "application/csv"].contains(where: { type.hasPrefix($0) }) {
            return true
        }
        let path = address.path.lowercased()
        return !type.hasPrefix("text/html") && [".csv", ".tsv"].contains { path.hasSuffix($0) }
    }

    /// The file as a page: a link for every address under the words before it; a line without one is a link to the file
    /// itself, which leads nowhere and says that the office stands there.
    public static func page(_ body: [UInt8], at address: WebAddress) -> ParsedPage {
        var page = ParsedPage(address: address)
        for line in body.split(whereSeparator: { $0 == 10 || $0 == 13 }).prefix(limit) where line.count < longestLine {
            let text = String(
                decoding: line.map { [0x22, 0x2C, 0x3B, 0x7C, 0x09].contains($0) ? 0x20 : $0 }, as: UTF8.self)
            let found = WrittenAddresses.addresses(in: text)
            page.links +=
                found.isEmpty
                ? [Link(address: address, text: text.trimmed, zone: .main)]
                : found.map { Link(address: $0.address, text: $0.words, zone: .main) }
        }
        return page
    }
}
