import Foundation
import Model
import Rules
import Testing

@testable import Discovery

/// Measured on the open list of go.id hosts (offline): would the naming rules have proposed the host of an office whose
/// kind and region alone are known?
struct NamingMeasureTests {
    static let list = "/work/shared/data/go-id-hosts-open.csv"

    struct Row { var host: String, kind: String, region: String }

    static func rows() -> [Row] {
        guard let text = try? String(contentsOfFile: list, encoding: .utf8) else { return [] }
        return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return cells.count > 3 && cells[1] == "opd" ? Row(host: cells[0], kind: cells[2], region: cells[3]) : nil
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: list)))
    func proposesTheHostsOfOffices() {
        let finder = CandidateFinder(Samples.book)
        var hits = 0
        var misses: [String] = []
        var seen: Set<String> = []
        for row in Self.rows() {
            let host = row.host.hasPrefix("www.") ? String(row.host.dropFirst(4)) : row.host
            guard seen.insert(host).inserted, let kind = Samples.book.nomenclature.kind(row.kind) else { continue }
            let target = Target(code: host, name: kind.names[0], kind: row.kind, region: row.region)
            let proposed = finder.candidates(for: target, portal: nil, limit: 12).map(\.address.hostWithoutWWW)
            if proposed.contains(host) { hits += 1 } else { misses.append("\(host) \(row.kind)") }
        }
        let share = Double(hits) / Double(max(1, hits + misses.count))
        print("naming rules propose \(hits) of \(hits + misses.count) hosts (\(share)) within 12 candidates")
        if ProcessInfo.processInfo.environment["SHOW_MISSES"] != nil { print(misses.joined(separator: "\n")) }
        #expect(share >= 0.8)
    }

    /// Kind and region from the host name alone, over every row that is labelled.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: list)))
    func hostNamesTellKindAndRegion() throws {
        let text = try String(contentsOfFile: Self.list, encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }.filter { $0.count > 3 }
        let right = rows.count { cells in
            let said = Samples.book.domains.judge(host: cells[0], office: nil)
            return said.region == cells[3] && (cells[2].isEmpty || said.kind == cells[2])
        }
        print("kind and region right for \(right) of \(rows.count) hosts")
        #expect(rows.count > 1_000)
        #expect(Double(right) >= 0.95 * Double(rows.count))
    }
}
