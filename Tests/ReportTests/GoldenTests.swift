import Foundation
import Model
import Rules
import Testing

@testable import Report

/// The files of a literal round, byte for byte. `UPDATE_GOLDEN=1 swift test --filter GoldenTests` rewrites them.
struct GoldenTests {
    @Test(arguments: [
        "index.html", "daftar-tanpa-situs.html", "daftar-tanpa-situs.csv", "daftar-tanpa-situs.json", "temuan.csv",
        "temuan.json", "scan.json",
    ])
    func file(_ name: String) throws {
        let folder = try TemporaryFolder()
        try ReportWriter(words: .sample()).write(snapshot: SampleSnapshot.full, to: folder.path)
        try compare(folder.read(name), with: name)
    }

    @Test func english() throws {
        let folder = try TemporaryFolder()
        try ReportWriter(words: .sample(.en)).write(snapshot: SampleSnapshot.cutShort, to: folder.path)
        try compare(folder.read("index.html"), with: "index-en-cut-short.html")
    }

    @Test func terminal() throws {
        let missing = MissingList(snapshot: SampleSnapshot.full, words: .sample()).lines
        let summary = Summary(snapshot: SampleSnapshot.full, words: .sample()).lines
        try compare((summary + ["", ""] + missing).joined(separator: "\n") + "\n", with: "terminal.txt")
    }

    @Test func letter() throws {
        let page = try LetterPage.markup(LetterTests.list(SampleSnapshot.full))
        try compare(String(decoding: page.bytes, as: UTF8.self), with: "surat-kominfo.html")
    }

    @Test func comparison() throws {
        let folder = try TemporaryFolder()
        let facts = ComparisonFacts(ComparisonTests.sample, words: .sample())
        try ComparisonPage(facts: facts, ranking: false).write(to: folder.path + "/perbandingan.html")
        try compare(folder.read("perbandingan.html"), with: "perbandingan.html")
    }

    private func compare(_ text: String, with name: String) throws { try Golden.compare(text, with: name) }
}

/// A folder of one test, removed with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "ronda-report-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// The whole file, its byte order mark included, which Foundation's reading would drop.
    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
