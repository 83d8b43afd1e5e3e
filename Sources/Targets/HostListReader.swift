import Foundation
import Model

/// Reads a register of hosts: a CSV with a column of addresses (`host`, `domain`, `url`, `situs` ...) and perhaps one of
/// office codes (`kode`), or a plain list with one host per line.
public enum HostListReader {
    /// Hosts read from one file at most.
    public static let limit = 500_000

    /// - Throws: `TargetsError` when there is nothing to read. Rows without an address are left out and counted.
    public static func read(path: String) throws(TargetsError) -> (hosts: [RegisteredHost], skipped: Int) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(file: path) }
        return read(text: String(decoding: data, as: UTF8.self), file: path)
    }

    /// As above, from the text of a file; `file` is the name that the origin of each host gives.
    public static func read(text: String, file: String) -> (hosts: [RegisteredHost], skipped: Int) {
        let bare = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        let rows = DelimitedText(bare, delimiter: delimiter(of: bare)).rows
        let head = rows.first?.map { $0.text.lowercased().trimmingCharacters(in: .whitespaces) } ?? []
        let hostColumn = head.firstIndex { hostHeads.contains($0) }
        let codeColumn = head.firstIndex { ["kode", "code", "kode_kantor"].contains($0) }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        var hosts: [RegisteredHost] = []
        var skipped = 0
        for row in rows.dropFirst(hostColumn == nil ? 0 : 1).prefix(limit) {
            let column = hostColumn ?? 0
            guard column < row.count, let address = address(row[column].text) else {
                skipped += 1
                continue
            }
            let code = hostColumn == nil ? nil : codeColumn.flatMap { $0 < row.count ? row[$0].text : nil }
            hosts.append(
                RegisteredHost(
                    address: address, office: code.flatMap { $0.isEmpty ? nil : $0 },
                    origin: "\(name) baris \(row[column].line)"))
        }
        return (hosts, skipped)
    }

    private static let hostHeads: Set<String> = [
        "host", "hostname", "domain", "subdomain", "url", "situs", "alamat", "website", "fqdn", "nama_domain",
    ]

    private static func delimiter(of text: String) -> Unicode.Scalar {
        let first = text.prefix { !$0.isNewline }
        if first.contains("\t") { return "\t" }
        return first.contains(";") && !first.contains(",") ? ";" : ","
    }

    private static func address(_ text: String) -> WebAddress? {
        let bare = text.trimmingCharacters(in: .whitespaces)
        guard bare.contains("."), !bare.contains(" "), !bare.contains("@"), !bare.hasPrefix("*") else { return nil }
        let address = WebAddress(bare.contains("://") ? bare : "https://\(bare)/")
        return address.flatMap { $0.host.contains(".") ? $0 : nil }
    }
}
