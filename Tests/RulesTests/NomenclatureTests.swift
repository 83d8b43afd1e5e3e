import Model
import Rules
import Testing

@Suite struct NomenclatureTests {
    private static let book = Result { try RuleBook.bundled() }

    @Test(arguments: [
        ("Dinas Kesehatan", "kesehatan"), ("DINAS KESEHATAN KABUPATEN KUBU RAYA", "kesehatan"),
        ("Dinas Komunikasi & Informatika", "kominfo"), ("Dinas Komunikasi dan Informatika", "kominfo"),
        ("Diskominfo", "kominfo"), ("DPMPTSP", "ptsp"), ("Dinas Penanaman Modal dan PTSP", "ptsp"),
        ("Dinas Koperasi dan UKM", "koperasi-ukm"), ("Badan Kepegawaian dan Pengembangan SDM", "kepegawaian"),
        ("Badan Pengembangan SDM", "kepegawaian"), ("Satpol PP", "satpolpp"), ("RSUD dr. Doris Sylvanus", "rsud"),
        ("UPT. Puskesmas Sungai Durian", "puskesmas"), ("UPTD PKM Punggur", "puskesmas"),
        ("Puskesmas Kecamatan Cengkareng", "puskesmas"), ("BLUD Puskesmas Kelurahan Ancol", "puskesmas"),
        ("Kantor Camat Sungai Raya", "kecamatan"), ("Kec. Rasau Jaya", "kecamatan"), ("Distrik Abepura", "kecamatan"),
        ("Kelurahan Manisrejo", "kelurahan"), ("Kantor Lurah Pahandut", "kelurahan"),
        ("Dinas Perumahan, Kawasan Permukiman dan Pertanahan", "perkim"),
        ("Dinas Perumahan Rakyat & Kawasan Pemukiman", "perkim"), ("Sekretariat DPRD", "setwan"),
        ("Sekretariat Daerah", "setda"), ("Inspektorat Daerah", "inspektorat"),
        ("Dinas Pemberdayaan Perempuan, Pelindungan Anak, Pengendalian Penduduk dan KB", "pppa-kb"),
        ("Dinas PU dan Penataan Ruang", "pupr"), ("Badan Penanggulangan Bencana dan Pemadam Kebakaran", "bpbd"),
        ("Dinas Tanaman Pangan, Hortikultura dan Peternakan", "pertanian"), ("Dinas Perkebunan", "pertanian"),
        ("Dinas Transmigrasi dan Tenaga Kerja", "naker"), ("Badan Keuangan dan Aset Daerah", "keuangan"),
        ("Dinas Perdagangan dan Perindustrian", "perindag"), ("RSJ Kalawa Atei", "rsud"), ("UPTD Labkesda", "labkes"),
        ("Dinas Lingkungan Hidup dan Kehutanan", "lh"), ("Dinas Pertanian, Perkebunan dan Peternakan", "pertanian"),
        ("Badan Penghubung", "penghubung"), ("Biro Pemerintahan dan Otonomi Daerah", "setda-bagian"),
    ])
    func aNameTellsItsKind(name: String, kind: String) throws {
        #expect(try Self.book.get().nomenclature.kind(forName: name)?.key == kind)
    }

    @Test(arguments: ["Himpunan Pedagang", "", "Yayasan Sosial", "Pengadilan Negeri Mempawah", "12", "Kantor"])
    func aNameThatSaysNothingHasNoKind(name: String) throws {
        #expect(try Self.book.get().nomenclature.kind(forName: name) == nil)
    }

    @Test func aMergedOfficeSpeaksOfAllItsKindsInOrder() throws {
        let kinds = try Self.book.get().nomenclature.kinds(
            forName: "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak serta Dinas Perhubungan")
        #expect(kinds.map(\.key).first == "sosial")
        #expect(kinds.map(\.key).last == "perhubungan")
    }

    @Test func everyKindIsFoundByItsOwnNames() throws {
        let nomenclature = try Self.book.get().nomenclature
        for kind in nomenclature.kinds {
            for name in kind.names { #expect(nomenclature.kinds(forName: name).contains(kind), "\(name)") }
        }
    }

    @Test func labelsSpeakOfTheirKinds() throws {
        let nomenclature = try Self.book.get().nomenclature
        #expect(nomenclature.kinds(forLabel: "dinkes") == ["kesehatan"])
        #expect(nomenclature.kinds(forLabel: "dinsosp3a") == ["sosial", "pppa-kb"])
        #expect(Set(nomenclature.kinds(forLabel: "dkp")) == ["pangan", "kelautan-perikanan"])
        #expect(nomenclature.kinds(forLabel: "tidakdikenal").isEmpty)
        #expect(nomenclature.applicationLabels["lpse"] == 472)
        #expect(nomenclature.kind("kesehatan")?.hostLabels.first == .init(label: "dinkes", count: 237))
        #expect(nomenclature.puskesmasPatterns.first?.hosts == 217)
    }
}
