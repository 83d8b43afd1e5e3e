import Foundation
import Model
import Rules
import Testing

/// Copies the rules, breaks one thing, and expects the place of it.
@Suite struct RulesLintTests {
    private func lint(_ file: String, replacing old: String, with new: String) throws -> [DataProblem] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-rules-\(UUID().uuidString)")
        try FileManager.default.copyItem(atPath: RuleBook.bundledFolder(), toPath: folder.path)
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appendingPathComponent(file)
        let text = try String(contentsOf: url, encoding: .utf8)
        let range = try #require(text.range(of: old))
        try text.replacingCharacters(in: range, with: new).write(to: url, atomically: true, encoding: .utf8)
        return RulesLint.lint(folder: folder.path)
    }

    private func says(_ problems: [DataProblem], _ file: String, _ line: Int?, _ message: String) -> Bool {
        problems.contains {
            $0.place.file.hasSuffix(file) && (line == nil || $0.place.line == line) && $0.message.contains(message)
        }
    }

    @Test func theRulesOfTheProjectHaveNoError() throws {
        let problems = try RulesLint.lint(folder: RuleBook.bundledFolder()).filter { $0.severity == .error }
        #expect(problems.map(\.description) == [])
    }

    @Test(
        arguments: [
            ("items.yaml", "  persyaratan:", "  persyaratann:", 17, "is no known key"),
            ("items.yaml", "  persyaratan:", "  persyaratann:", 7, "'persyaratan' has no entry"),
            ("items.yaml", "group: MF", "group: XX", 11, "must be one of: SD, MF, OTHER"),
            (
                "statuses.yaml", "  active: {id: situs go.id aktif, en: active go.id site}\n", "", 9,
                "'active' has no entry"
            ),
            (
                "statuses.yaml", "belum memiliki situs, en: has no site", "belum memiliki situs", 17,
                "key 'en' is missing"
            ),
            ("statuses.yaml", "instansi ini[ (diperiksa {date})]", "instansi ini", nil, "different placeholders"),
            ("statuses.yaml", "[: {url}].", "[: {url}.", nil, "brackets do not match"),
            ("failures.yaml", "permanent: true", "permanent: ya", 7, "'permanent' must be true or false"),
            ("failures.yaml", "retry: false", "retry: true", nil, "'retry' must be false when 'permanent' is true"),
            ("failures.yaml", "    log: info", "    logg: info", nil, "unknown key 'logg'"),
            ("opd-kinds.yaml", "class: sekretariat", "class: kantor", nil, "must be one of"),
            (
                "opd-kinds.yaml", "kinds: ['sosial', 'pppa-kb']", "kinds: ['sosiall']", nil,
                "kind 'sosiall' is not defined"
            ),
            ("regions.csv", "provinsi,11", "propinsi,11", 2, "expected provinsi, kabupaten or kota"),
            ("regions.csv", "11.01,", "11,", 3, "stands in an earlier line"),
            ("regions.csv", "alt_domains_seen", "alt", 1, "column 'alt_domains_seen' is missing"),
            ("instruments/ombudsman-2022-2024.yaml", "min: 78.00", "min: 79.00", nil, "overlap or leave a gap"),
            ("instruments/ombudsman-2025.yaml", "bands: []", "bands: [", nil, "not valid YAML"),
            ("failures.yaml", "  dns_nodata:", "  dns_nxdomain:", nil, "the same key twice"),
            ("detection/82-kind-weights.yaml", "{evidence: always,", "{evidence: ever,", nil, "'ever' is no evidence"),
            (
                "detection/82-kind-weights.yaml", "always, service_standard:", "always, servis:", nil,
                "unknown page kind"
            ),
        ] as [(String, String, String, Int?, String)])
    func aMistakeIsNamedWithItsPlace(file: String, old: String, new: String, line: Int?, message: String) throws {
        let problems = try lint(file, replacing: old, with: new)
        #expect(says(problems, file, line, message), "\(problems.map(\.description))")
    }

    @Test func aFolderWithoutRulesSaysSo() {
        let problems = RulesLint.lint(folder: "/nonexistent")
        #expect(problems.count == 1)
    }

    @Test func anyChangeOfARuleChangesTheHashAndThePuskesmasRegisterDoesNot() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-hash-\(UUID().uuidString)")
        try FileManager.default.copyItem(atPath: RuleBook.bundledFolder(), toPath: folder.path)
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = try RuleBook.load(folder: folder.path).hash
        try Data("code,name,region_code,kecamatan,bpjs_code,source\n".utf8)
            .write(to: folder.appendingPathComponent("puskesmas.csv"))
        #expect(try RuleBook.load(folder: folder.path).hash == before)
        let items = folder.appendingPathComponent("items.yaml")
        try (String(contentsOf: items, encoding: .utf8) + "# x\n").write(to: items, atomically: true, encoding: .utf8)
        #expect(try RuleBook.load(folder: folder.path).hash != before)
    }
}
