import Foundation
import Model
import Testing

@testable import Report

/// What a hostile page or list must not be able to do through a report.
struct SafetyTests {
    private static let page = Result { try render("index.html") }

    private static func render(_ name: String) throws -> String {
        let folder = try TemporaryFolder()
        try ReportWriter(words: .sample()).write(snapshot: SampleSnapshot.full, to: folder.path)
        return try folder.read(name)
    }

    @Test func asksForNothingOutside() throws {
        let page = try Self.page.get()
        for pattern in [
            "<link[^>]*href=\"(?!data:)", "<[a-z]+ [^>]*src=", "@import", "url\\((?!#)", "<iframe", "<form", "<base",
        ] {
            #expect(page.range(of: pattern, options: .regularExpression) == nil, "\(pattern)")
        }
    }

    @Test func everyLinkOutIsHTTPAndCarriesNothing() throws {
        let links = try Self.page.get().matches(of: /<a [^>]*href="([^"#][^"]*)"[^>]*>/)
        #expect(links.count > 20)
        for link in links {
            #expect(link.1.hasPrefix("https://") || link.1.hasPrefix("http://"), "\(link.1)")
            #expect(link.0.contains("rel=\"noopener noreferrer nofollow\""), "\(link.0)")
        }
    }

    @Test func everyAnchorHasItsPlace() throws {
        let page = try Self.page.get()
        let ids = Set(page.matches(of: /[ ]id="([^"]+)"/).map { String($0.1) })
        for link in page.matches(of: /href="#([^"]+)"/) { #expect(ids.contains(String(link.1)), "\(link.1)") }
        #expect(ids.count == page.matches(of: /[ ]id="([^"]+)"/).count)
    }

    @Test(arguments: ["index.html", "daftar-tanpa-situs.html"])
    func compromisedAddressesAreNotWrittenOut(_ name: String) throws {
        let page = try Self.render(name)
        for host in [
            "judi.example.com", "dinsos.contohraya.go.id/", "inspektorat-contoh.example.net", "satpolppcontoh.com",
        ] {
            #expect(!page.contains("//" + host), "\(host)")
        }
        #expect(name != "index.html" || page.contains("hxxps[:]//dinsos[.]contohraya[.]go[.]id/slot-gacor"))
    }

    @Test(arguments: [
        "index.html", "daftar-tanpa-situs.html", "daftar-tanpa-situs.csv", "daftar-tanpa-situs.json", "temuan.csv",
        "temuan.json", "scan.json",
    ])
    func holdsNoControlsAndNoTurnedText(_ name: String) throws {
        let text = try Self.render(name)
        let allowed: Set<Unicode.Scalar> = ["\n", "\r", "\u{FEFF}"]
        let found = text.unicodeScalars.filter { !allowed.contains($0) && PlainText.isInvisible($0) }
        #expect(found.isEmpty)
    }

    @Test func scriptsOfNamesAreText() throws {
        let page = try Self.page.get()
        #expect(page.matches(of: /<script/).count == 1)
        #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
        #expect(page.contains("Alur Pelayanan &lt;b&gt;&amp; tarif&lt;/b&gt;"))
    }

    @Test(arguments: ["daftar-tanpa-situs.csv", "temuan.csv"])
    func noCellIsAFormula(_ name: String) throws {
        let text = try Self.render(name)
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        let script = """
            import csv, sys, io
            rows = list(csv.reader(io.StringIO(sys.argv[1].lstrip("\\ufeff"), newline="")))
            print(len({len(row) for row in rows}), sum(cell[:1] in tuple("=+-@\\t\\r") and cell != "" for row in rows for cell in row))
            """
        guard Python.has("csv") else { return }
        #expect(try Python.run(script, [text]) == "1 0\n")
    }

    @Test func terminalLinesAreHarmless() {
        let lines =
            MissingList(snapshot: SampleSnapshot.full, words: .sample()).lines
            + Summary(snapshot: SampleSnapshot.full, words: .sample()).lines
        #expect(!lines.contains { $0.unicodeScalars.contains(where: PlainText.isInvisible) })
        #expect(lines.allSatisfy { $0.count < 400 })
    }

    @Test func aLongNameIsBounded() throws {
        var snapshot = SampleSnapshot.cutShort
        snapshot.offices[0].target.name = String(repeating: "panjang ", count: 1_250)
        let folder = try TemporaryFolder()
        try ReportWriter(words: .sample()).write(snapshot: snapshot, to: folder.path)
        #expect(!(try folder.read("index.html").contains(String(repeating: "panjang ", count: 40))))
        #expect(try folder.read("scan.json").contains(String(repeating: "panjang ", count: 1_250)))
    }
}
