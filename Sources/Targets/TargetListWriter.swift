import Model

/// Writes a list so that Excel, and `TargetListReader`, open it as it was.
public enum TargetListWriter {
    /// Header of every list; further columns of the targets follow in alphabetical order.
    public static let header = ["kode", "nama", "jenis", "wilayah", "url", "induk", "sumber", "keterangan"]

    /// CSV in UTF-8 with byte order mark and CRLF; a cell that a spreadsheet would run as a formula gets an apostrophe.
    public static func csv(_ targets: [Target]) -> String {
        let further = Set(targets.flatMap { $0.extra.keys }).subtracting(["sumber"]).sorted()
        var text = "\u{FEFF}" + (header + further).map(cell).joined(separator: ",") + "\r\n"
        for target in targets {
            let known = [
                target.code, target.name, target.kind, target.region, target.listed ?? "", target.parent ?? "",
                target.extra["sumber"] ?? "", target.note,
            ]
            text += (known + further.map { target.extra[$0] ?? "" }).map(cell).joined(separator: ",") + "\r\n"
        }
        return text
    }

    private static func cell(_ text: String) -> String {
        var text = text
        if let first = text.first, CellText.guarded.contains(first) { text = "'" + text }
        let needsQuotes = text.unicodeScalars.contains { ",\";\r\n\t".unicodeScalars.contains($0) }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
