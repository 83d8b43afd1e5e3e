import Foundation
import Model
import Rules
import Testing

@testable import Assess

@Suite struct CSVFormTests {
    private static func reader(_ edition: String = "ombudsman-2022-2023", language: Language = .id) throws -> FormReader
    {
        FormReader(
            edition: try Sample.edition(edition), loci: Sample.loci, book: try Sample.book.get(), language: language)
    }

    private static func read(_ text: String, office: String? = nil) throws -> (
        rows: [AssessorForm.Row], problems: [DataProblem]
    ) {
        try reader().read(FormFile(Array(text.utf8), name: "f.csv"), office: office)
    }

    @Test(arguments: [
        "Kode,Indikator,Nilai\nK1,Proses,80\nK2,Pengaduan,\"77,5\"\n",
        "Nilai;Catatan;Indikator;Nama OPD\r\n80;x;Proses;Dinas Kesehatan\r\n77,5;;Pengaduan;Dinas Sosial\r\n",
        "Penilaian 2023,,\n\nVariabel,Unit Layanan,Skor\nb. Proses,Dinkes,80\n4) PENGADUAN,Dinas Sosial,77.5\n",
        "sep=;\nNilai;Dimensi;Lokus\n80;proses;k1\n77,5;pengaduan;K2\n",
    ])
    func columnsMayStandInAnyOrder(text: String) throws {
        let (rows, problems) = try Self.read(text)
        #expect(problems.isEmpty, "\(problems)")
        #expect(rows.map(\.office) == ["K1", "K2"])
        #expect(rows.map(\.indicator) == ["proses", "pengaduan"])
        #expect(rows.map(\.score) == ["80", "77.5"])
    }

    @Test(arguments: [
        ("Kode,Indikator,Nilai\nK1,Proses,delapan\n", "f.csv:2:11", "bukan nilai"),
        ("Kode,Indikator,Nilai\nK1,Proses,101\n", "f.csv:2:11", "melebihi skala"),
        ("Kode,Indikator,Nilai\nK9,Proses,80\n", "f.csv:2:1", "bukan lokus"),
        ("Kode,Indikator,Nilai\nK1,Kebersihan,80\n", "f.csv:2:4", "bukan indikator"),
        ("Kode,Indikator,Nilai\nK1,Pengetahuan,80\n", "f.csv:2:4", "beberapa indikator"),
        ("Kode,Indikator,Nilai\nK1,Proses,80\n,,\nK1,Proses,81\n", "f.csv:4:11", "sudah dinilai pada baris 2"),
        ("Kode,Indikator,Nilai\n\"K1\",\"é é\",80\n", "f.csv:2:6", "bukan indikator"),
    ])
    func aRowThatCannotBeUsedIsNamed(text: String, place: String, words: String) throws {
        let problems = try Self.read(text).problems
        #expect(problems.count == 1)
        #expect(problems.first?.place.description == place, "\(problems)")
        #expect(problems.first?.message.contains(words) == true, "\(problems)")
    }

    @Test func anEmptyOfficeCellMeansTheOneAbove() throws {
        let (rows, _) = try Self.read(
            "Lokus,Indikator,Nilai\nDinas Kesehatan,Proses,80\n,Output,70\nDinas Sosial,Proses,60\n")
        #expect(rows.map(\.office) == ["K1", "K1", "K2"])
    }

    @Test func aFormOfOneOfficeNeedsNoOfficeColumn() throws {
        #expect(try Self.read("Indikator,Nilai\nProses,80\n", office: "K2").rows.map(\.office) == ["K2"])
        #expect(throws: AssessError.noOffice(file: "f.csv")) { try Self.read("Indikator,Nilai\nProses,80\n") }
    }

    @Test(arguments: ["", "a,b\n1,2\n", "PK", "%PDF-1.4"])
    func whatIsNoFormSaysSo(text: String) {
        #expect(throws: AssessError.self) { try FormFile(Array(text.utf8), name: "f") }
    }

    // MARK: Out again

    private static let findings = [
        Sample.finding("K1", .biaya, .present, quotation: "=HYPERLINK(\"http://x\")"),
        Sample.finding("K1", .prosedur, .absent),
    ]

    private static func fill(_ bytes: [UInt8], findings: [AttachedFinding] = findings) throws -> [UInt8] {
        let file = try FormFile(bytes, name: "f.csv")
        let filler = FormFiller(
            edition: try Sample.edition("ombudsman-2022-2023"), findings: findings, book: try Sample.book.get(),
            language: .id)
        return try filler.fill(file, rows: try reader().read(file, office: nil).rows)
    }

    @Test(arguments: [
        "\u{FEFF}Kode;Indikator;Nilai\r\nK1;Biaya;\"80\"\r\n  K1 ;\"Prosedur, dan \"\"alur\"\"\"; 7,5 \r\n\r\n;;\r\nJumlah;;",
        "Judul\nKode,Indikator,Nilai,Catatan\nK1,Biaya,80\nK1,Prosedur,,\"dua\nbaris\"\nK1,Output,1,ok,lebih\n",
        "Kode\tIndikator\tNilai\rK1\tBiaya\t80\r",
    ])
    func everyByteOfTheAssessorStaysInItsPlace(text: String) throws {
        let bytes = Array(text.utf8)
        let filled = try Self.fill(bytes)
        // Taking our pieces out again leaves the file as it came.
        let before = try #require(CSVForm(bytes))
        let after = try #require(CSVForm(filled))
        #expect(before.records.count == after.records.count)
        var rest = filled[...]
        var at = 0
        for (old, new) in zip(before.records, after.records) {
            #expect(new.cells.prefix(old.cells.count).map(\.text) == old.cells.map(\.text))
            let own = bytes[at..<old.end]
            #expect(rest.starts(with: own))
            rest = rest.dropFirst(own.count + (new.end - (filled.count - rest.count) - own.count))
            at = old.end
        }
        #expect(Array(rest) == Array(bytes[at...]))
        #expect(after.records.map(\.cells.count).max() == (before.records.map(\.cells.count).max() ?? 0) + 8)
    }

    @Test func evidenceStandsBesideTheRow() throws {
        let filled = try #require(
            CSVForm(Self.fill(Array("Kode,Indikator,Nilai\nK1,Biaya,80\nK1,Prosedur,\nK2,Biaya,\nK1,Total,9\n".utf8))))
        let cells = filled.records.map { $0.cells.map(\.text) }
        #expect(cells[0][3] == "Ronda: keadaan di situs")
        #expect(cells[1][4].hasPrefix("https://dinkes.contoh.go.id/standar#:~:text="))
        #expect(cells[1][5].contains("HYPERLINK") && !cells[1][5].hasPrefix("="))
        #expect(cells[1][7] == "2026-11-22T05:00:00Z" && cells[1][8] == String(repeating: "ab", count: 32))
        #expect(cells[1][9] == "biaya.1" && cells[1][10].contains("12 halaman"))
        #expect(cells[2][3].lowercased().contains("tidak") && cells[2][4].isEmpty)
        #expect(cells[3][10].contains("belum ada temuan"))
        #expect(cells[4][10].contains("tidak dapat ditunjukkan"))
    }

    @Test func noCellOfOursStartsLikeAFormula() throws {
        for sign in ["=1+1", "+1", "-1", "@a", "\t=1", "％", "|x", " =2"] {
            let text = FormFiller.guarded(sign)
            #expect(text.isEmpty || !"=+-@|%\t".contains(text.first ?? "x"), "\(sign)")
        }
    }

    @Test func aWindowsFormStaysAWindowsForm() throws {
        let bytes = Array("Kode;Indikator;Nilai;Catatan\r\nK1;Biaya;80;caf".utf8) + [0xE9, 13, 10]
        let filled = try Self.fill(bytes)
        #expect(String(validating: filled, as: UTF8.self) == nil)
        #expect(CSVForm(filled)?.records[1].cells[3].text == "café")
        // Typographic quotes are bytes of windows-1252.
        #expect(filled.contains(0x93) && filled.contains(0x94))
    }

    @Test func theFilledFormIsReadBackTheSame() throws {
        let text = "Kode,Indikator,Nilai\nK1,Biaya,80\nK2,Proses,\"7,5\"\n"
        let (rows, _) = try Self.read(text)
        let again = try Self.reader().read(FormFile(Self.fill(Array(text.utf8)), name: "f.csv"), office: nil)
        #expect(again.rows == rows)
        #expect(again.problems.isEmpty)
    }

    @Test func theBlankFormHasARowPerQuestionAndIsReadBack() throws {
        let filler = FormFiller(
            edition: try Sample.edition("ombudsman-2022-2023"), findings: [], book: try Sample.book.get(), language: .id
        )
        let (rows, problems) = try Self.reader().read(FormFile(filler.blank(Sample.loci), name: "f.csv"), office: nil)
        #expect(problems.isEmpty)
        let questions = FormWords.questions(of: try Sample.edition("ombudsman-2022-2023"), .id).map(\.key)
        #expect(rows.map(\.indicator) == questions + questions)
        #expect(Set(rows.map(\.office)) == ["K1", "K2"])
    }
}
