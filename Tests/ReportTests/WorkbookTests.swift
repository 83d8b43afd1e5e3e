import Foundation
import Model
import Testing

@testable import Report

/// The workbook read back by an independent reader (python's zipfile and XML parser).
@Suite(.enabled(if: Python.has("zipfile"), "python3 is not here"))
struct WorkbookTests {
    /// Prints `sheet|cell|type|style|text` for every cell, and a few elements of each sheet.
    private static let reader = """
        import sys, zipfile, xml.etree.ElementTree as tree
        n = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        book = zipfile.ZipFile(sys.argv[1])
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            shared = ["".join(t.itertext()) for t in tree.fromstring(book.read("xl/sharedStrings.xml"))]
        names = [s.get("name") for s in tree.fromstring(book.read("xl/workbook.xml")).iter(n + "sheet")]
        for number, name in enumerate(names, 1):
            sheet = tree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            for part in ["pane", "autoFilter", "pageSetup"]:
                for found in sheet.iter(n + part):
                    print(name, part, sorted(found.attrib.items()), sep="|")
            print(name, "formulas", sum(1 for _ in sheet.iter(n + "f")), sep="|")
            for cell in sheet.iter(n + "c"):
                value = cell.find(n + "v")
                text = "".join(cell.find(n + "is").itertext()) if cell.get("t") == "inlineStr" else \\
                    "" if value is None else shared[int(value.text)] if cell.get("t") == "s" else value.text
                print(name, cell.get("r"), cell.get("t", "n"), text.replace("\\n", " "), sep="|")
        """

    private func lines(_ snapshot: ScanSnapshot) throws -> [String] {
        let folder = try TemporaryFolder()
        try ReportWriter(words: .sample()).writeMissing(snapshot: snapshot, to: folder.path)
        return try Python.run(Self.reader, [folder.path + "/daftar-tanpa-situs.xlsx"])
            .split(separator: "\n").map(String.init)
    }

    @Test func holdsTheListWithFilterFrozenHeadAndPrintSetup() throws {
        let lines = try lines(SampleSnapshot.full)
        #expect(lines.contains("Tanpa situs|B1|inlineStr|Instansi"))
        #expect(lines.contains("Tanpa situs|B2|inlineStr|Satuan Polisi Pamong Praja"))
        #expect(lines.contains("Belum terbukti|B2|inlineStr|Inspektorat"))
        #expect(lines.contains { $0.hasPrefix("Tanpa situs|pane|") && $0.contains("('state', 'frozen')") })
        #expect(lines.contains { $0.hasPrefix("Tanpa situs|autoFilter|") && $0.contains("A1:S9") })
        #expect(
            lines.contains {
                $0.hasPrefix("Tanpa situs|pageSetup|") && $0.contains("'landscape'")
                    && $0.contains("('paperSize', '9')")
            })
    }

    @Test func datesAreDates() throws {
        // 8 November 2026, 08.10 WIB: day 46334 of Excel's calendar and 490 minutes of 1440.
        let cell = try #require(try lines(SampleSnapshot.full).first { $0.hasPrefix("Tanpa situs|H2|n|") })
        let value = try #require(Double(cell.split(separator: "|")[3]))
        #expect(abs(value - (46_334 + 490.0 / 1_440)) < 0.000_01)
    }

    @Test func nothingIsAFormula() throws {
        let lines = try lines(SampleSnapshot.full)
        #expect(
            lines.filter { $0.contains("|formulas|") } == [
                "Tanpa situs|formulas|0", "Belum terbukti|formulas|0", "Keterangan|formulas|0",
            ])
        #expect(lines.contains { $0.hasSuffix("|inlineStr|'=HYPERLINK(\"http://evil.example\")") })
        #expect(lines.contains { $0.contains("|inlineStr|'+cmd|' /C calc'!A0panjang") })
    }

    @Test func saysTheCountSentence() throws {
        let sentence = CountSentence(SampleSnapshot.full).text(.id)
        #expect(try lines(SampleSnapshot.full).contains { $0.hasPrefix("Keterangan|") && $0.hasSuffix(sentence) })
    }

    @Test func sameSnapshotSameFile() throws {
        let folders = try [TemporaryFolder(), TemporaryFolder()]
        let files = try folders.map { folder in
            try ReportWriter(words: .sample()).writeMissing(snapshot: SampleSnapshot.full, to: folder.path)
            return try Python.run(
                """
                import sys, zipfile
                book = zipfile.ZipFile(sys.argv[1])
                for name in sorted(book.namelist()): print(name, book.read(name))
                """, [folder.path + "/daftar-tanpa-situs.xlsx"])
        }
        #expect(files[0] == files[1])
    }

    /// The bar is 3 s of a release build; CPU time, of this thread alone, so that a busy machine does not fail it.
    @Test func tenThousandRowsTakeLessThanThreeSeconds() throws {
        let folder = try TemporaryFolder()
        var snapshot = SampleSnapshot.full
        snapshot.offices = (0..<10_000).map { number in
            var office = SampleSnapshot.missing
            office.target.code = "99.01-\(number)"
            return office
        }
        let context = ReportContext(snapshot: snapshot, words: .sample())
        let file = folder.path + "/daftar.xlsx"
        let before = threadSeconds()
        try MissingFiles.writeXLSX(context, to: file)
        let seconds = threadSeconds() - before
        let rows = try Python.run(Self.reader, [file]).split(separator: "\n").filter { $0.hasPrefix("Tanpa situs|A") }
        #expect(rows.count == 10_001)
        #if !SANITIZED
            #expect(seconds < 3, "\(seconds) s of CPU")
        #endif
        print("workbook of 10,000 rows: \(seconds) s of CPU")
    }

    private func threadSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
