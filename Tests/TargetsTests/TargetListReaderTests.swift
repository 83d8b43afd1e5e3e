import Model
import Rules
import Targets
import Testing

@Suite struct TargetListReaderTests {
    private static let book = Result { try RuleBook.bundled() }

    private func read(_ text: String, file: String = "daftar.csv") throws -> TargetList {
        try TargetListReader.read(bytes: Array(text.utf8), file: file, book: Self.book.get(), language: .en)
    }

    private func lines(_ list: TargetList) -> [String] { list.problems.map(\.description) }

    @Test func theContractHeaderIsRead() throws {
        let list = try read(
            """
            kode,nama,jenis,wilayah,url,induk,keterangan
            6112-1,Dinas Kesehatan,kesehatan,61.12,https://dinkes.kuburayakab.go.id,,dari portal
            P6112050202,Puskesmas Punggur,puskesmas,61.12,,6112-1,
            """)
        #expect(list.problems.isEmpty)
        #expect(list.targets.map(\.code) == ["6112-1", "P6112050202"])
        #expect(list.targets[0].listed == "https://dinkes.kuburayakab.go.id")
        #expect(list.targets[0].note == "dari portal")
        #expect(list.targets[1].listed == nil)
        #expect(list.targets[1].parent == "6112-1")
        #expect(list.targets[1].source == SourcePlace(file: "daftar.csv", line: 3, column: 13))
    }

    @Test(arguments: [",", ";", "\t", "|"]) func everySeparatorIsFoundOut(separator: String) throws {
        let rows = [["Nama OPD", "Website", "Wilayah"], ["Dinas Sosial", "dinsos.kuburayakab.go.id", "61.12"]]
        let list = try read(rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n"))
        #expect(list.targets.map(\.name) == ["Dinas Sosial"])
        #expect(list.targets.first?.listed == "dinsos.kuburayakab.go.id")
        #expect(list.targets.first?.region == "61.12")
        #expect(list.targets.first?.kind == "sosial")
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func everyLineEndIsRead(end: String) throws {
        let list = try read(["nama,wilayah", "Dinas Sosial,61.12", "Inspektorat,61.12", ""].joined(separator: end))
        #expect(list.targets.map(\.name) == ["Dinas Sosial", "Inspektorat"])
        #expect(list.targets.map { $0.source?.line } == [2, 3])
    }

    @Test func quotedSeparatorsQuotesAndLineBreaksBelongToTheCell() throws {
        let list = try read(
            "nama,wilayah,keterangan\n\"Dinas Perumahan, Permukiman \"\"baru\"\"\",61.12,\"baris satu\nbaris dua\"\nInspektorat,61.12,x\n"
        )
        #expect(list.targets[0].name == "Dinas Perumahan, Permukiman \"baru\"")
        #expect(list.targets[0].note == "baris satu baris dua")
        #expect(list.targets[1].source?.line == 4)
    }

    @Test func excelHabitsAreUndone() throws {
        let list = try read(
            "\u{FEFF}sep=;\r\nDaftar OPD Kabupaten Kubu Raya;;;\r\n;;;\r\nNo;Nama Instansi;Kode Wilayah;Alamat Website;;\r\n"
                + "1;\u{A0}Dinas  Sosial ;\"=\"\"61.12\"\"\";-;;\r\n2;Inspektorat;61,12;belum ada;;\r\n3;Kecamatan Kubu;6112;N/A;;\r\n"
        )
        #expect(list.problems.isEmpty, "\(lines(list))")
        #expect(list.targets.map(\.name) == ["Dinas Sosial", "Inspektorat", "Kecamatan Kubu"])
        #expect(list.targets.allSatisfy { $0.region == "61.12" && $0.listed == nil })
        #expect(list.targets[0].extra == ["No": "1"])
    }

    @Test(arguments: [true, false]) func utf16IsReadInBothOrders(bigEndian: Bool) throws {
        var bytes: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
        for unit in "nama;wilayah\r\nDinas Sosial – baru;61.12\r\n".utf16 {
            let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
            bytes += bigEndian ? pair : pair.reversed()
        }
        let list = try TargetListReader.read(bytes: bytes, file: "a.csv", book: Self.book.get(), language: .en)
        #expect(list.targets.map(\.name) == ["Dinas Sosial – baru"])
    }

    @Test func oldWindowsTextIsReadWithAWarning() throws {
        let bytes = Array("nama,wilayah\nKantor ".utf8) + [0xE9, 0x96] + Array(",61.12\n".utf8)
        let list = try TargetListReader.read(bytes: bytes, file: "a.csv", book: Self.book.get(), language: .en)
        #expect(list.targets.map(\.name) == ["Kantor é–"])
        #expect(lines(list).contains { $0.contains("a.csv:1:1: warning: the file is not UTF-8") })
    }

    @Test(arguments: [
        ("61.12", "61.12"), ("6112", "61.12"), ("61,12", "61.12"), ("61.1", "61.10"), ("62", "62"), ("62.0", "62"),
        ("61.119999999999997", "61.12"), ("61.12.05", "61.12"), ("Kabupaten Kubu Raya", "61.12"),
        ("Kab. Kubu Raya", "61.12"), ("KOTA PALANGKA RAYA", "62.71"), ("Provinsi Kalimantan Tengah", "62"),
    ])
    func aRegionIsReadAsSpreadsheetsLeaveIt(text: String, code: String) throws {
        let list = try read("nama;wilayah\nDinas Sosial;\(text)\n")
        #expect(list.targets.map(\.region) == [code])
    }

    @Test(arguments: [("6.112E+01", "as a number"), ("Kabupaten Antah Berantah", "is no region")])
    func aRegionThatCannotBeReadIsAnErrorAtItsCell(text: String, message: String) throws {
        let list = try read("nama;wilayah\nDinas Sosial;\(text)\n")
        #expect(
            lines(list).contains { $0.hasPrefix("daftar.csv:2:14: error:") && $0.contains(message) }, "\(lines(list))")
        #expect(list.targets.count == 1)
    }

    /// Were it only a doubt, the office would be looked for as one without an address, and might be called missing.
    @Test func anAddressThatIsNoneIsAnErrorAtItsCell() throws {
        let list = try read("nama,wilayah,url\nDinas A,61.12,bukan alamat\n")
        #expect(
            lines(list).contains { $0.hasPrefix("daftar.csv:2:15: error: 'bukan alamat' is no web address") },
            "\(lines(list))")
    }

    @Test func aRowWithoutNameIsAnErrorAndTheOthersStay() throws {
        let list = try read("nama,wilayah\n,61.12\nInspektorat,61.12\n")
        #expect(list.targets.map(\.name) == ["Inspektorat"])
        #expect(
            lines(list) == [
                "daftar.csv:2:1: error: the name is empty, expected the official name of the office. The row is left out"
            ])
        #expect(list.hasErrors)
    }

    @Test func aListWithoutHeaderSaysWhatIsExpected() throws {
        let list = try read("Dinas Sosial,61.12\n")
        #expect(list.targets.isEmpty)
        #expect(lines(list).first?.contains("daftar.csv:1:1: error: no header found") == true)
    }

    @Test func anUnclosedQuoteIsNamedWhereItBegins() throws {
        let list = try read("nama,wilayah\nInspektorat,61.12\nDinas,\"61.12\nx,y\n")
        #expect(lines(list).contains { $0.hasPrefix("daftar.csv:3:7: error: the quote opened here") })
    }

    @Test(arguments: [
        ("nama,wilayah,url\nDinas A,61.12,dinas@mail.go.id\n", "is an e-mail address"),
        ("nama,wilayah,url\nDinas A,61.12,a.go.id / b.go.id\n", "several addresses"),
        ("nama,wilayah,url\nInspektorat,61.12,a.go.id\nDinas Sosial,61.12,http://www.A.go.id/\n", "the same address"),
        ("nama,wilayah\nInspektorat,61.12\nINSPEKTORAT,61.12\n", "the same name stands in daftar.csv:2"),
        ("kode,nama,wilayah\n1,Inspektorat,61.12\n1,Dinas Sosial,61.12\n", "the code 1 stands in daftar.csv:2"),
        ("nama,wilayah,jenis\nDinas Sosial,61.12,entahlah\n", "the kind 'entahlah' is not known; read as sosial"),
        ("nama,wilayah\nHimpunan Anu,61.12\n", "cannot be told from its name"),
        ("nama,wilayah\nInspektorat,99.99\n", "no region of the register has the code 99.99"),
        ("nama,wilayah,induk\nPuskesmas A,61.12,Dinas Antah\n", "the parent 'Dinas Antah' is no code or name"),
        ("nama,wilayah,jenis,url\nA,61.12,portal,a.go.id\nB,61.12,portal,b.go.id\n", "a second portal of region 61.12"),
        ("nama,wilayah\nInspektorat,61.12,lebih\n", "3 cells where the header has 2"),
    ])
    func doubtsAreWarningsAndTheRowStays(text: String, message: String) throws {
        let list = try read(text)
        #expect(lines(list).contains { $0.contains(message) && $0.contains("warning") }, "\(lines(list))")
        #expect(list.targets.count == text.split(separator: "\n").count - 1)
    }

    @Test func codesAreMadeFromTheNameAndSurviveInsertions() throws {
        let before = try read("nama,wilayah\nDinas Sosial,61.12\nInspektorat,61.12\n")
        let after = try read("nama,wilayah\nDinas Baru,61.12\nDinas Sosial,61.12\nInspektorat,61.12\n")
        #expect(before.targets.map(\.code) == ["6112-dinas-sosial", "6112-inspektorat"])
        #expect(Array(after.targets.map(\.code).dropFirst()) == before.targets.map(\.code))
    }

    @Test func theSameCodeTwiceKeepsBothOffices() throws {
        let list = try read("kode,nama,wilayah\n1,Inspektorat,61.12\n1,Dinas Sosial,61.12\n1,Dinas Kesehatan,61.12\n")
        #expect(list.targets.map(\.code) == ["1", "1-2", "1-3"])
    }

    @Test func parentsAreFoundByNameAndPuskesmasByTheirDinkes() throws {
        let list = try read(
            "nama,wilayah,induk\nDinas Kesehatan,61.12,\nPuskesmas Kubu,61.12,\nUPT Pasar,61.12,DINAS KESEHATAN\n")
        #expect(list.targets.map(\.parent) == [nil, "6112-dinas-kesehatan", "6112-dinas-kesehatan"])
    }

    @Test func aPortalRowMakesAnUnknownRegionKnown() throws {
        let list = try read(
            "nama,jenis,wilayah,url\nPortal Kabupaten Contoh,portal,99.01,contohkab.go.id\nInspektorat,,99.01,\n")
        #expect(list.problems.isEmpty, "\(lines(list))")
        #expect(list.targets.first?.isPortal == true)
    }

    @Test func theRegionOfTheFileNameFillsEmptyCells() throws {
        let list = try read("nama\nInspektorat\n", file: "/x/6112-kubu-raya.csv")
        #expect(list.targets.map(\.region) == ["61.12"])
    }

    @Test func alamatIsASiteOnlyWhenItsCellsAre() throws {
        let site = try read("nama,wilayah,alamat\nInspektorat,61.12,inspektorat.kuburayakab.go.id\n")
        #expect(site.targets[0].listed == "inspektorat.kuburayakab.go.id")
        let street = try read("nama,wilayah,alamat,website\nInspektorat,61.12,Jl. Arteri Supadio,a.go.id\n")
        #expect(street.targets[0].listed == "a.go.id")
        #expect(street.targets[0].extra == ["alamat": "Jl. Arteri Supadio"])
    }

    @Test func unknownColumnsAreKept() throws {
        let list = try read("nama,wilayah,sumber,Kepala Dinas\nInspektorat,61.12,portal 2024,Budi\n")
        #expect(list.targets[0].extra == ["sumber": "portal 2024", "Kepala Dinas": "Budi"])
    }

    @Test(arguments: [[0xD0, 0xCF, 0x11, 0xE0], [0x25, 0x50, 0x44, 0x46]] as [[UInt8]])
    func otherFilesAreRefusedWithAdvice(bytes: [UInt8]) {
        #expect(throws: TargetsError.self) {
            try TargetListReader.read(bytes: bytes, file: "a.xls", book: Self.book.get())
        }
    }

    @Test func whatIsWrittenReadsBackTheSame() throws {
        let targets = [
            Target(
                code: "a", name: "Dinas \"X\", Y; Z", kind: "sosial", region: "61.12", listed: "https://a.go.id/?a=1,2",
                note: "=HYPERLINK(1)", extra: ["sumber": "portal", "Kolom Lain": "-5"]),
            Target(code: "b", name: "Puskesmas Kubu", kind: "puskesmas", region: "61.12", parent: "a"),
        ]
        let csv = TargetListWriter.csv(targets)
        #expect(csv.hasPrefix("\u{FEFF}kode,nama,jenis,wilayah,url,induk,sumber,keterangan,Kolom Lain\r\n"))
        #expect(csv.contains(",'=HYPERLINK(1),'-5\r\n"))
        var back = try read(csv).targets
        for index in back.indices { back[index].source = nil }
        #expect(back == targets)
    }
}
