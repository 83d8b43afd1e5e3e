/// Rows of a CSV file (RFC 4180, UTF-8 with byte order mark so that Excel reads it), harmless to a spreadsheet.
enum CSV {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Longest text of a cell; the whole text stays in scan.json.
    static let cellLimit = 2_000

    /// One row with its line end.
    static func row(_ cells: [String]) -> String {
        cells.map { quoted(guarded($0)) }.joined(separator: ",") + "\r\n"
    }

    /// A cleaned text that a spreadsheet will not take for a formula (OWASP, CSV injection).
    static func guarded(_ text: String) -> String {
        let clean = PlainText.clean(text, limit: cellLimit)
        // A tab or line end at the start would count as well, but cleaning has removed those.
        guard let first = clean.first, "=+-@＝＋－＠|%".contains(first) else { return clean }
        return "'" + clean
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" || $0 == "'" || $0.isNewline }) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
