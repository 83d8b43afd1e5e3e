import Foundation
import Model
import Rules
import Testing

@testable import Report

/// Official letters: the list to the office that answers for websites, and what one office lacks.
struct LetterTests {
    static let settings: LetterSettings = {
        var settings = LetterSettings()
        settings.head.government = "PEMERINTAH KABUPATEN CONTOH RAYA"
        settings.head.office = "SEKRETARIAT DAERAH <b>"
        settings.head.lines = ["Jalan Contoh & Sons 1"]
        settings.place = "Contoh"
        settings.numberFormat = "555/{urut}/{bulan}/{tahun}"
        settings.nature = "Penting"
        settings.addressee = ["Kepala Dinas Kominfo", "di Contoh"]
        settings.signatory.post = "Sekretaris Daerah"
        settings.copies = ["Arsip"]
        return settings
    }()

    private static let date = Timestamp(iso8601: "2026-11-23")

    static func list(_ snapshot: ScanSnapshot, _ form: LetterForm? = nil) throws -> LetterDocument {
        let context = ReportContext(snapshot: snapshot, words: .sample())
        return try ListLetter(context).document(
            form ?? LetterForm(settings: settings, sequence: "12", date: date))
    }

    static func office(_ office: OfficeResult) throws -> LetterDocument {
        var snapshot = SampleSnapshot.full
        snapshot.offices = [office]
        let context = ReportContext(snapshot: snapshot, words: .sample())
        return try OfficeLetter(context.offices[0], context, book: try RuleBook.bundled()).document(LetterForm())
    }

    private func text(_ letter: LetterDocument) throws -> String {
        String(decoding: try LetterPage.markup(letter).bytes, as: UTF8.self)
    }

    // MARK: The list

    @Test func opensWithTheCountSentence() throws {
        let letter = try Self.list(SampleSnapshot.full)
        guard case .paragraph(let first) = letter.body[1] else { return #expect(Bool(false), "\(letter.body[1])") }
        #expect(first.hasPrefix(CountSentence(SampleSnapshot.full).text(.id)))
    }

    @Test func namesOnlyProvenRows() throws {
        let page = try text(Self.list(SampleSnapshot.full))
        #expect(page.contains("Satuan Polisi Pamong Praja"))
        #expect(page.contains("Dinas Pariwisata"))
        for name in ["Inspektorat", "Dinas Koperasi", "Badan Keuangan", "Dinas Sosial", "Sekretariat DPRD"] {
            #expect(!page.contains(">\(name)"), "\(name) is not proven or may not be named")
        }
    }

    @Test func numbersAndDatesAreGivenOrBlank() throws {
        #expect(try Self.list(SampleSnapshot.full).number == "555/12/XI/2026")
        #expect(try Self.list(SampleSnapshot.full).placeAndDate == "Contoh, 23 November 2026")
        let bare = try Self.list(SampleSnapshot.full, LetterForm())
        #expect(bare.number == "…………")
        #expect(bare.placeAndDate == "…………, …………")
        #expect(bare.signature.name == "…………")
        #expect(bare.head.government == "…………")
    }

    @Test func withoutProofThereIsNoAnnex() throws {
        var snapshot = SampleSnapshot.full
        snapshot.offices = [SampleSnapshot.missingUnproven]
        let letter = try Self.list(snapshot)
        #expect(letter.annexes.isEmpty)
        #expect(letter.enclosure == "-")
        #expect(!(try text(letter).contains(">Inspektorat")))
        #expect(letter.body.contains { if case .note = $0 { true } else { false } })
    }

    // MARK: One office

    @Test func tellsWhatLacksWithLawAndWording() throws {
        let letter = try Self.office(SampleSnapshot.active)
        let page = try text(letter)
        #expect(page.contains("UU 25/2009 Pasal 21 huruf e †"))
        #expect(page.contains("pungutan liar"))
        #expect(page.contains("paling lama ………… hari kerja"))
        #expect(page.contains("Belum dapat dipastikan"))
        guard case .table(let table)? = letter.annexes.first?.body.first else {
            return #expect(Bool(false), "no table")
        }
        let names = table.groups[0].rows.map { $0[1] }
        // The six come first; what is unknown is not among them.
        #expect(names.prefix(3).allSatisfy { $0.hasSuffix("★") })
        #expect(!names.contains { $0.hasPrefix("Produk") })
        #expect(!names.contains { $0.hasPrefix("Persyaratan") })
    }

    @Test func anOfficeWithoutSiteIsAskedForTheSix() throws {
        let letter = try Self.office(SampleSnapshot.missing)
        guard case .table(let table)? = letter.annexes.first?.body.first else {
            return #expect(Bool(false), "no table")
        }
        #expect(table.rowCount == 6)
    }

    @Test(arguments: [
        SampleSnapshot.compromised, SampleSnapshot.blocked, SampleSnapshot.unknown, SampleSnapshot.missingUnproven,
        SampleSnapshot.unreachable,
    ])
    func someMayNotBeWrittenTo(_ office: OfficeResult) {
        #expect(throws: ReportError.self) { try Self.office(office) }
    }

    // MARK: Templates

    @Test(arguments: [
        ("hal: x\n---\n{{nama_rekaan}}", 3, "'{{nama_rekaan}}' is not known"), ("perihal: x\n---\n", 1, "'hal: …'"),
        ("hal: x\ntext", 2, "'---'"), ("hal: x\n---\na\n{{#wilayah}}", 4, "expectedSectionEnd"),
    ])
    func aWrongTemplateIsNamedWithItsLine(_ text: String, _ line: Int, _ words: String) {
        do throws(ReportError) {
            _ = try LetterTemplate(text: text, file: "t", names: ["wilayah"])
            Issue.record("accepted")
        } catch {
            guard case .wording("t", line, let cause) = error else { return #expect(Bool(false), "\(error)") }
            #expect(cause.contains(words))
        }
    }

    @Test func aPersonsOwnTemplateIsUsedAndValuesAreText() throws {
        let folder = try TemporaryFolder()
        try Data("hal: {{wilayah}}\n---\nHalo {{wilayah}} & <i>\n".utf8).write(
            to: URL(fileURLWithPath: folder.path + "/surat-kominfo.mustache"))
        var snapshot = SampleSnapshot.full
        snapshot.regionNames = ["99.01": "Kota <script> {{x}}"]
        let letter = try Self.list(snapshot, LetterForm(templates: folder.path))
        #expect(letter.subject == "Kota <script> {{x}}")
        #expect(try text(letter).contains("Halo Kota &lt;script&gt; {{x}} &amp; &lt;i&gt;"))
        #expect(LetterForm.problems(templates: folder.path).isEmpty)
    }

    @Test func theExamplesAreSound() throws {
        let folder = try TemporaryFolder()
        let written = try LetterForm.writeExamples(to: folder.path)
        #expect(written.count == 3)
        #expect(LetterSettings.load(path: folder.path + "/surat-contoh.yaml").problems.isEmpty)
        #expect(LetterForm.problems(templates: folder.path).isEmpty)
        #expect(try LetterForm.writeExamples(to: folder.path).isEmpty)
    }

    // MARK: Files

    /// Texts of every part of a package, read by Python's zipfile and ElementTree.
    private static let reader = """
        import sys, zipfile, xml.etree.ElementTree as tree
        package = zipfile.ZipFile(sys.argv[1])
        assert package.testzip() is None
        for name in package.namelist():
            if name.endswith((".xml", ".rels")): tree.fromstring(package.read(name))
        w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        body = tree.fromstring(package.read("word/document.xml"))
        styles = {s.get(w + "styleId") for s in tree.fromstring(package.read("word/styles.xml")).iter(w + "style")}
        print("lost styles", {s.get(w + "val") for s in body.iter(w + "pStyle")} - styles)
        for p in body.iter(w + "p"): print("".join(t.text or "" for t in p.iter(w + "t")))
        """

    @Test func wordHoldsTheSameWords() throws {
        let folder = try TemporaryFolder()
        let bytes = try LetterWord.bytes(try Self.list(SampleSnapshot.full), madeAt: SampleSnapshot.start)
        try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/a.docx"))
        let lines = try Python.run(Self.reader, [folder.path + "/a.docx"]).split(separator: "\n").map(String.init)
        #expect(lines.contains("lost styles set()"))
        #expect(lines.contains("SEKRETARIAT DAERAH <b>"))
        #expect(lines.contains { $0.contains(CountSentence(SampleSnapshot.full).text(.id)) })
        #expect(lines.contains("1.\tArsip") || lines.contains("1.Arsip"))
        #expect(try bytes == LetterWord.bytes(try Self.list(SampleSnapshot.full), madeAt: SampleSnapshot.start))
    }

    @Test func nothingHostileSurvives() throws {
        let page = try text(Self.list(SampleSnapshot.full))
        #expect(page.matches(of: /<script/).isEmpty)
        #expect(!page.unicodeScalars.contains { $0 != "\n" && PlainText.isInvisible($0) })
        #expect(page.range(of: "(src=\"(?!data:)|@import|url\\()", options: .regularExpression) == nil)
    }

    @Test(arguments: [("P-1", "P-1"), ("../../etc", ".._.._etc"), ("..", "_"), ("a/b\u{202E}c", "a_b_c")])
    func aCodeCannotLeaveItsFolder(_ code: String, _ name: String) { #expect(FileName.safe(code) == name) }

    @Test func logosAreReadWithTheirSize() throws {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        let logo = try #require(LetterDocument.Logo(bytes: png + [0, 0, 0, 64, 0, 0, 0, 32, 8]))
        #expect((logo.width, logo.height) == (64, 32))
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0, 50, 0, 70, 3]
        #expect(LetterDocument.Logo(bytes: jpeg)?.height == 50)
        #expect(LetterDocument.Logo(bytes: Array("<svg>".utf8)) == nil)
    }
}
