import Foundation
import Rules
import Testing

/// The settings file of a region's letters.
struct LetterSettingsTests {
    private func load(_ text: String) throws -> (settings: LetterSettings?, problems: [String]) {
        let path = NSTemporaryDirectory() + "surat-\(UUID().uuidString).yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let found = LetterSettings.load(path: path)
        return (found.settings, found.problems.map { "\($0.place.line):\($0.place.column) \($0.message)" })
    }

    @Test func readsEveryValue() throws {
        let settings = try #require(
            try load(
                """
                kop: {pemerintah: PEMERINTAH KOTA, perangkat_daerah: SETDA, baris: [Jalan Satu]}
                surat: {tempat: Kota, nomor: '555/{urut}/{bulan}/{tahun}', sifat: Penting, kepada: [Kepala Dinas, di Kota]}
                pejabat: {atas_nama: a.n. Wali Kota, jabatan: Sekda, nama: Contoh, pangkat: Pembina, nip: '197001012000031001'}
                tembusan: [Arsip]
                """
            ).settings)
        #expect(settings.head.government == "PEMERINTAH KOTA")
        #expect(settings.addressee == ["Kepala Dinas", "di Kota"])
        #expect(settings.signatory.number == "197001012000031001")
        #expect(settings.copies == ["Arsip"])
        #expect(settings.head.logo == nil)
    }

    @Test(arguments: [
        ("kopp: {}", "1:1 unknown key 'kopp'"),
        ("pejabat:\n  nip: '123'", "2:8 'nip' must have 18 digits, this has 3"),
        ("surat:\n  nomor: '{nomer}/1'", "2:10 '{nomer}' is no part of a number"),
        ("kop:\n  logo: tidak-ada.png", "2:9 the logo "),
        ("kop: [", "not valid YAML"),
        ("", "the file is empty"),
    ])
    func namesThePlace(_ text: String, _ words: String) throws {
        let found = try load(text)
        #expect(found.settings == nil)
        #expect(found.problems.contains { $0.contains(words) }, "\(found.problems)")
    }

    @Test func aFileThatIsNotThereIsAProblem() {
        #expect(LetterSettings.load(path: "/tidak/ada.yaml").problems.count == 1)
    }
}

/// What items.yaml, maladministration.yaml and sectors.yaml say together.
struct ItemTextTests {
    @Test func everySentenceNamesTheKindsItInvites() throws {
        let book = try RuleBook.bundled()
        for item in book.items {
            #expect(!item.invites.isEmpty)
            for kind in item.invites {
                let name = book.maladministration.label(kind, .id)
                let told = item.why.id.contains(name.prefix(18))
                #expect(told, "\(item.key.rawValue): \(name) is not in: \(item.why.id)")
            }
        }
    }

    @Test func modelWordingLeavesEveryFactToTheOffice() throws {
        for item in try RuleBook.bundled().items where item.key != .sp4nLapor {
            #expect(item.publish.contains(LetterSettings.blank), "\(item.key.rawValue)")
        }
    }

    @Test func healthComesBeforeTheOthers() throws {
        let sectors = try RuleBook.bundled().sectors
        #expect(sectors.all.map(\.key) == ["kesehatan", "pendidikan", "sosial", "perizinan", "kependudukan"])
    }
}
