import Model
import Rules
import Targets
import Testing

@Suite struct TargetDraftTests {
    private static let book = Result { try RuleBook.bundled() }

    @Test func draftsOfEveryKindOfRegionReadBackWithoutErrors() throws {
        let book = try Self.book.get()
        for region in book.regions.all
        where ["11", "11.01", "31.71", "34.71", "62", "62.71", "73.08", "92.07"].contains(region.code) {
            let targets = try TargetDraft.draft(region: region.code, book: book)
            #expect(targets.first?.isPortal == true)
            #expect(Set(targets.map(\.code)).count == targets.count, "\(region.code)")
            #expect(
                targets.allSatisfy {
                    !$0.note.isEmpty && $0.region == region.code && book.nomenclature.isKnown($0.kind)
                })
            #expect(targets.dropFirst().allSatisfy { $0.listed == nil })
            let csv = TargetListWriter.csv(targets)
            let back = try TargetListReader.read(bytes: Array(csv.utf8), file: "x.csv", book: book)
            #expect(back.targets.map(\.code) == targets.map(\.code))
            #expect(!back.hasErrors)
        }
    }

    @Test func aKabupatenHasOfficesKecamatanAndPuskesmas() throws {
        let targets = try TargetDraft.draft(region: "61.12", book: Self.book.get())
        let kinds = Set(targets.map(\.kind))
        #expect(kinds.isSuperset(of: ["portal", "setda", "kesehatan", "dukcapil", "kecamatan", "puskesmas", "rsud"]))
        #expect(kinds.isDisjoint(with: ["kehutanan", "esdm", "penghubung"]))
        let punggur = try #require(targets.first { $0.code == "P6112050202" })
        #expect(punggur.name == "Puskesmas Punggur")
        #expect(punggur.parent == "6112-dinas-kesehatan")
        let radak = try #require(targets.first { $0.name == "Puskesmas Radak" })
        #expect(radak.note.contains("mungkin sama dengan Puskesmas Sungai Radak"))
        #expect(targets.filter { $0.kind == "kesehatan" }.allSatisfy { $0.note.contains("belum dikonfirmasi") })
    }

    @Test func aProvinceHasItsOwnOfficesAndNoKecamatan() throws {
        let kinds = Set(try TargetDraft.draft(region: "62", book: Self.book.get()).map(\.kind))
        #expect(kinds.isSuperset(of: ["kehutanan", "esdm", "penghubung"]))
        #expect(kinds.isDisjoint(with: ["kecamatan", "puskesmas"]))
    }

    @Test(arguments: [("94.03", "Distrik "), ("34.02", "Kapanewon "), ("34.71", "Kemantren "), ("61.12", "Kecamatan ")])
    func theDistrictsAreCalledAsTheRegionCallsThem(code: String, word: String) throws {
        let targets = try TargetDraft.draft(region: code, book: Self.book.get()).filter { $0.kind == "kecamatan" }
        #expect(targets.allSatisfy { $0.name.hasPrefix(word) })
        #expect(!targets.isEmpty || code == "94.03")
    }

    @Test func aKotaAdministrasiHasNoDinas() throws {
        let kinds = Set(try TargetDraft.draft(region: "31.71", book: Self.book.get()).map(\.kind))
        #expect(kinds == ["portal", "kecamatan", "puskesmas"])
    }

    @Test(arguments: ["99.99", "", "abc"]) func anUnknownRegionIsRefused(code: String) {
        #expect(throws: TargetsError.self) { try TargetDraft.draft(region: code, book: Self.book.get()) }
    }
}
