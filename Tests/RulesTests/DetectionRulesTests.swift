import Foundation
import Model
import Testing

@testable import Rules

@Suite("Detection rules as files")
struct DetectionRulesTests {
    /// Writes one file and reads its folder.
    private func problems(_ yaml: String) throws -> [DataProblem] {
        let folder = NSTemporaryDirectory() + "ronda-detection-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try yaml.write(toFile: folder + "/test.yaml", atomically: true, encoding: .utf8)
        return DetectionRules.lint(folder: folder)
    }

    private static let rule = """
        group: Test
        words:
          papers: [ktp, kartu keluarga]
        rules:
          - id: a.list
            item: persyaratan
            title: A list
            basis: practice
            place: section
            state: present
            strength: 0.9
            line: [papers]
            present: ["<h2>Persyaratan</h2><p>KTP</p>"]
            absent: ["<p>KTP</p>"]
        """

    @Test("A sound file has no problems")
    func sound() throws {
        #expect(try problems(Self.rule) == [])
    }

    @Test(
        "What is wrong is named with its line",
        arguments: [
            ("line: [papers]", "line: [documents]", 5, "names the word set 'documents'"),
            ("item: persyaratan", "item: syarat", 6, "must be one of"),
            ("state: present", "state: there", 10, "must be one of"),
            ("strength: 0.9", "strong: 0.9", 11, "unknown key 'strong'"),
            ("present: [\"<h2>Persyaratan</h2><p>KTP</p>\"]", "present: []", 5, "no example under 'present'"),
            ("[ktp, kartu keluarga]", "[KTP, kartu keluarga]", 3, "may hold only"),
        ])
    func wrong(_ old: String, _ new: String, _ line: Int, _ message: String) throws {
        let found = try problems(Self.rule.replacingOccurrences(of: old, with: new)).filter { $0.severity == .error }
        let problem = try #require(found.first { $0.message.contains(message) }, "\(found)")
        #expect(problem.place.line == line)
        #expect(problem.place.file.hasSuffix("test.yaml"))
    }

    @Test("An id may be used once, a derived rule needs its items")
    func ids() throws {
        let again = Self.rule + "\n" + Self.rule.split(separator: "\n").dropFirst(4).joined(separator: "\n")
        #expect(try problems(again).contains { $0.message.contains("used twice") })
        let derived = Self.rule.replacingOccurrences(of: "place: section", with: "place: derived")
        #expect(try problems(derived).contains { $0.message.contains("needs the key 'from'") })
    }

    @Test("A folder that is not there is an error that names it")
    func missing() {
        #expect(throws: RulesError.self) { try DetectionRules.load(folder: "/nowhere/detection") }
    }

    @Test("The shipped rules have no problem and cover every item")
    func shipped() throws {
        let folder =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Sources/Rules/Resources/detection"
        #expect(DetectionRules.lint(folder: folder).filter { $0.severity == .error } == [])
        let rules = try DetectionRules.load(folder: folder)
        let covered = Set(rules.rules.filter { $0.state == .present }.map(\.item))
        #expect(ItemKey.allCases.filter { !covered.contains($0) } == [])
        #expect(rules.conditions.flatMap(\.phrases).count >= 60)
    }
}
