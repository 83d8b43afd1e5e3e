import Model
import Rules
import Testing

@testable import Discovery

/// Office names against texts and host labels, in both directions.
struct OfficeNameTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var kind: String
        var text: String
        var region = "61.12"

        init(_ name: String, _ kind: String, _ text: String, region: String = "61.12") {
            self.name = name
            self.kind = kind
            self.text = text
            self.region = region
        }

        var testDescription: String { "\(name) ~ \(text)" }
    }

    static func compare(_ given: Case) -> NameComparison {
        guard let owner = Samples.reader.owner(in: given.text) else { return .different }
        return Samples.office(given.name, given.kind, region: given.region)
            .compare(owner, gazetteer: Samples.reader.gazetteer)
    }

    static let dalduk = "Dinas Pengendalian Penduduk dan KB"
    static let p3ap2kb = "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan KB"
    static let srd = "Puskesmas Sungai Raya Dalam"

    static let same: [Case] = [
        Case("Dinas Kesehatan", "kesehatan", "Dinas Kesehatan Kabupaten Kubu Raya"),
        Case("Dinas Kesehatan", "kesehatan", "DINAS KESEHATAN KAB. KUBU RAYA"),
        Case("Dinas Kesehatan", "kesehatan", "Website Resmi Dinas Kesehatan"),
        Case("Dinas Kesehatan", "kesehatan", "Dinkes"),
        Case("Dinas Kesehatan", "kesehatan", "Dinkes Kubu Raya | Beranda"),
        Case(
            "Dinas Kesehatan", "kesehatan", "Beranda - Dinas Kesehatan - Kabupaten Kubu Raya, Provinsi Kalimantan Barat"
        ),
        Case("Dinas Kesehatan", "kesehatan", "Selamat datang di Dinas Kesehatan Kubu Raya"),
        Case(dalduk, "pppa-kb", "Dinas Pengendalian Penduduk dan Keluarga Berencana"),
        Case(dalduk, "pppa-kb", "DPPKB Kabupaten Kubu Raya"),
        Case(dalduk, "pppa-kb", "Dinas Dalduk dan KB"),
        Case(p3ap2kb, "pppa-kb", "DP3AP2KB Kab. Kubu Raya"),
        Case(
            p3ap2kb, "pppa-kb",
            "Dinas Pemberdayaan Perempuan Pelindungan Anak, Pengendalian Penduduk dan Keluarga Berencana"),
        Case("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "ptsp", "DPMPTSP Kubu Raya"),
        Case("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "ptsp", "Dinas Penanaman Modal & PTSP"),
        Case("Dinas Komunikasi dan Informatika", "kominfo", "Diskominfo Kab Kubu Raya"),
        Case("Dinas Komunikasi dan Informatika", "kominfo", "Dinas Kominfo"),
        Case("Dinas Komunikasi, Informatika, Statistik dan Persandian", "kominfo", "Diskominfo"),
        Case("Dinas Kependudukan dan Pencatatan Sipil", "dukcapil", "Disdukcapil"),
        Case("Dinas Kependudukan dan Pencatatan Sipil", "dukcapil", "Dinas Dukcapil Kabupaten Kubu Raya"),
        Case("Dinas Pendidikan dan Kebudayaan", "pendidikan", "Disdikbud Kubu Raya"),
        Case("Dinas Pekerjaan Umum dan Penataan Ruang", "pupr", "Dinas PUPR"),
        Case("Dinas Pekerjaan Umum dan Penataan Ruang", "pupr", "DPUPR Kab. Kubu Raya"),
        Case("Satuan Polisi Pamong Praja", "satpolpp", "Satpol-PP Kubu Raya"),
        Case("Satuan Polisi Pamong Praja", "satpolpp", "SATPOL PP"),
        Case("Badan Kesatuan Bangsa dan Politik", "kesbangpol", "Bakesbangpol"),
        Case("Badan Kesatuan Bangsa dan Politik", "kesbangpol", "Kantor Kesatuan Bangsa dan Politik"),
        Case("Badan Kepegawaian dan Pengembangan SDM", "kepegawaian", "BKPSDM"),
        Case(
            "Badan Kepegawaian dan Pengembangan SDM", "kepegawaian",
            "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"),
        Case("Badan Pengelolaan Keuangan dan Aset Daerah", "keuangan", "BPKAD Kabupaten Kubu Raya"),
        Case("Badan Pendapatan Daerah", "pendapatan", "Dinas Pendapatan Daerah"),
        Case("Sekretariat DPRD", "setwan", "Sekretariat Dewan Perwakilan Rakyat Daerah Kab. Kubu Raya"),
        Case("Sekretariat Daerah", "setda", "Sekretariat Daerah Kabupaten Kubu Raya"),
        Case("Inspektorat Daerah", "inspektorat", "Inspektorat Kabupaten Kubu Raya"),
        Case("Dinas Perpustakaan dan Kearsipan", "perpustakaan", "Dispusip"),
        Case(
            "Dinas Koperasi, UKM, Perdagangan dan Perindustrian", "koperasi-ukm",
            "Dinas Koperasi, Usaha Kecil Menengah, Perdagangan dan Perindustrian"),
        Case(srd, "puskesmas", "Puskesmas Sungai Raya Dalam"),
        Case(srd, "puskesmas", "UPTD Puskesmas Sungai Raya Dalam Kabupaten Kubu Raya"),
        Case(srd, "puskesmas", "UPT BLUD PKM Sei Raya Dalam"),
        Case("Puskesmas Punggur", "puskesmas", "Puskesmas Punggur - Dinas Kesehatan Kabupaten Kubu Raya"),
        Case("Puskesmas Punggur", "puskesmas", "Dinas Kesehatan Kab. Kubu Raya | UPT Puskesmas Punggur"),
        Case("Puskesmas Kubu", "puskesmas", "Puskesmas Kubu Kabupaten Kubu Raya"),
        Case("Puskesmas Punggur", "puskesmas", "Puskesmas Punggur pada hari libur"),
        Case("Puskesmas Padasuka", "puskesmas", "Puskesmas Pada Suka, Kota Cimahi", region: "32.77"),
        Case("Puskesmas Punggur", "puskesmas", "Puskesmas Punggur Kubu Raya"),
        Case("UPTD Puskesmas Adipala I", "puskesmas", "Puskesmas Adipala 1", region: "33.01"),
        Case("Puskesmas Cengkareng", "puskesmas", "Puskesmas Kecamatan Cengkareng", region: "31.73"),
        Case("Kecamatan Rasau Jaya", "kecamatan", "Kec. Rasau Jaya"),
        Case("Kecamatan Kuala Mandor B", "kecamatan", "Kecamatan Kuala Mandor B, Kabupaten Kubu Raya"),
        Case("Kecamatan Sungai Raya", "kecamatan", "Kantor Camat Sungai Raya"),
        Case("RSUD Tuan Besar Syarif Idrus", "rsud", "RSUD Tuan Besar Syarif Idrus Kab. Kubu Raya"),
        Case("RSUD Kabupaten Kubu Raya", "rsud", "Rumah Sakit Umum Daerah Kabupaten Kubu Raya"),
        Case(
            "Biro Organisasi", "setda-bagian", "Biro Organisasi Sekretariat Daerah Provinsi Kalimantan Tengah",
            region: "62"),
        Case("Dinas Kesehatan", "kesehatan", "Dinas Kesehatan Kota Bogor", region: "32.71"),
        Case("Kecamatan Poso Kota Utara", "kecamatan", "Kecamatan Poso Kota Utara Kabupaten Poso", region: "72.02"),
        Case("Kecamatan Poso Kota", "kecamatan", "Kecamatan Poso Kota Kabupaten Poso", region: "72.02"),
        Case("Kecamatan Kota Utara", "kecamatan", "Kecamatan Kota Utara Kota Gorontalo", region: "75.71"),
        Case("Kecamatan Koja", "kecamatan", "Kecamatan Koja Kota Administrasi Jakarta Utara", region: "31.72"),
    ]

    @Test("The same office in other words", arguments: same)
    func isSame(_ given: Case) {
        guard case .same(let score) = Self.compare(given) else {
            return #expect(
                Bool(false), "\(Self.compare(given)) \(String(describing: Samples.reader.owner(in: given.text)))")
        }
        #expect(score >= 0.6)
    }

    static let different: [Case] = [
        Case("Dinas Kesehatan", "kesehatan", "Dinas Pendidikan Kabupaten Kubu Raya"),
        Case("Dinas Kesehatan", "kesehatan", "RSUD Kabupaten Kubu Raya"),
        Case("Dinas Kesehatan", "kesehatan", "Puskesmas Punggur - Dinas Kesehatan Kabupaten Kubu Raya"),
        Case("Dinas Kesehatan", "kesehatan", "Pemerintah Kabupaten Kubu Raya"),
        Case("Dinas Kesehatan", "kesehatan", "Dinas Peternakan dan Kesehatan Hewan"),
        Case("Dinas Kesehatan", "kesehatan", "Kementerian Kesehatan Republik Indonesia"),
        Case("Dinas Kesehatan", "kesehatan", "Bidang Kesehatan Masyarakat"),
        Case("RSUD Kabupaten Kubu Raya", "rsud", "Dinas Kesehatan Kabupaten Kubu Raya"),
        Case(srd, "puskesmas", "Puskesmas Sungai Raya"),
        Case("Puskesmas Sungai Raya", "puskesmas", srd),
        Case("Puskesmas Sungai Raya", "puskesmas", "Kecamatan Sungai Raya"),
        Case("Kecamatan Sungai Raya", "kecamatan", "Puskesmas Sungai Raya"),
        Case("Puskesmas Kubu", "puskesmas", "Puskesmas Kuala Mandor B"),
        Case("Puskesmas Kokap I", "puskesmas", "Puskesmas Kokap II", region: "34.01"),
        Case("Dinas Pertanian", "pertanian", "Dinas Ketahanan Pangan"),
        Case("Dinas Ketahanan Pangan", "pangan", "Dinas Tanaman Pangan dan Hortikultura"),
        Case("Badan Keuangan Daerah", "keuangan", "Badan Kepegawaian Daerah"),
        Case("Badan Pendapatan Daerah", "pendapatan", "BPKAD"),
        Case("Dinas Perhubungan", "perhubungan", "Badan Penghubung Provinsi Kalimantan Tengah", region: "62"),
        Case("Sekretariat Daerah", "setda", "Sekretariat DPRD Kabupaten Kubu Raya"),
        Case("Sekretariat DPRD", "setwan", "Sekretariat Daerah"),
        Case("Sekretariat Daerah", "setda", "Bagian Hukum Sekretariat Daerah Kabupaten Kubu Raya"),
        Case("Biro Hukum", "setda-bagian", "Biro Umum", region: "62"),
        Case("Dinas Sosial", "sosial", "Dinas Pemberdayaan Masyarakat dan Desa"),
        Case("Dinas Lingkungan Hidup", "lh", "Dinas Kehutanan"),
        Case("Dinas Pertanahan", "pertanahan", "Badan Pertanahan Nasional Kabupaten Kubu Raya"),
        Case("Dinas Pertanahan", "pertanahan", "Kantor Pertanahan Kabupaten Kubu Raya"),
        Case("Dinas Pendidikan", "pendidikan", "Daftar satuan pendidikan di Kubu Raya"),
        Case("Dinas Komunikasi, Informatika dan Statistik", "kominfo", "Badan Pusat Statistik Kabupaten Kubu Raya"),
        Case("Dinas Kesehatan", "kesehatan", "Daftar Informasi Badan Publik"),
        Case("Kelurahan Menteng", "kelurahan", "Kecamatan Menteng", region: "62.71"),
        Case("Kecamatan Menteng", "kecamatan", "Kelurahan Menteng, Kecamatan Menteng", region: "62.71"),
        Case("Kecamatan Poso Kota Utara", "kecamatan", "Kecamatan Poso Kota Selatan Kabupaten Poso", region: "72.02"),
        Case("Kecamatan Poso Kota", "kecamatan", "Kecamatan Poso Kota Utara Kabupaten Poso", region: "72.02"),
        Case("Kecamatan Poso Kota Utara", "kecamatan", "Kecamatan Poso Kota Kabupaten Poso", region: "72.02"),
    ]

    @Test("Neighbours that must not be confused", arguments: different)
    func isDifferent(_ given: Case) { #expect(Self.compare(given) == .different) }

    static let elsewhere: [Case] = [
        Case("Dinas Kesehatan", "kesehatan", "Dinas Kesehatan Kabupaten Sambas"),
        Case("Dinas Kesehatan", "kesehatan", "Dinas Kesehatan Provinsi Kalimantan Barat"),
        Case("Dinas Kesehatan", "kesehatan", "Dinkes Kota Pontianak"),
        Case("Puskesmas Sungai Raya", "puskesmas", "Puskesmas Sungai Raya Kabupaten Bengkayang"),
        Case("Kecamatan Sungai Raya", "kecamatan", "Kecamatan Sungai Raya, Kabupaten Bengkayang"),
        Case("RSUD Kabupaten Kubu Raya", "rsud", "RSUD Kabupaten Mempawah"),
        Case("Dinas Kesehatan", "kesehatan", "Dinas Kesehatan Kabupaten Bogor", region: "32.71"),
        Case("Dinas Kesehatan", "kesehatan", "Dinas Kesehatan Kota Bogor", region: "32.01"),
        Case("Dinas Kesehatan", "kesehatan", "Dinas Kesehatan Kota Palangka Raya", region: "62"),
    ]

    @Test("The same office of another region", arguments: elsewhere)
    func isElsewhere(_ given: Case) { #expect(Self.compare(given) == .otherRegion) }

    static let merged: [Case] = [
        Case("Dinas Sosial", "sosial", "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak"),
        Case("Dinas Kesehatan", "kesehatan", "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana"),
        Case(dalduk, "pppa-kb", "Dinas Kesehatan, Pengendalian Penduduk dan KB"),
        Case("Dinas Sosial", "sosial", "dinsosp3a"),
        Case("Dinas Perhubungan", "perhubungan", "Dinas Perhubungan, Komunikasi dan Informatika"),
        Case("Dinas Pemadam Kebakaran", "damkar", "Satuan Polisi Pamong Praja dan Pemadam Kebakaran"),
    ]

    @Test("A merged office is shared, not another one", arguments: merged)
    func isMerged(_ given: Case) {
        guard case .shared(let score) = Self.compare(given) else {
            return #expect(Bool(false), "\(Self.compare(given))")
        }
        #expect(score >= 0.4)
    }

    // MARK: - Host labels

    static let hosts: [(String, String, String)] = [
        ("Dinas Kesehatan", "kesehatan", "dinkes.kuburayakab.go.id"),
        ("Dinas Kesehatan", "kesehatan", "www.dinkes.kuburayakab.go.id"),
        ("Dinas Kesehatan", "kesehatan", "dinaskesehatan.kuburayakab.go.id"),
        ("Dinas Kesehatan", "kesehatan", "webdinkes.kuburayakab.go.id"),
        ("Dinas Kesehatan", "kesehatan", "dinkes2.kuburayakab.go.id"),
        ("Dinas Kesehatan", "kesehatan", "dinkeskuburaya.go.id"),
        (dalduk, "pppa-kb", "dppkb.kuburayakab.go.id"), (dalduk, "pppa-kb", "dinkesp2kb.kuburayakab.go.id"),
        ("Dinas Sosial", "sosial", "dinsosp3a.kuburayakab.go.id"),
        ("Satuan Polisi Pamong Praja", "satpolpp", "satpol-pp.kuburayakab.go.id"),
        ("Dinas Pendidikan dan Kebudayaan", "pendidikan", "disdikbud.kuburayakab.go.id"),
        ("Dinas Ketahanan Pangan", "pangan", "dkp.kuburayakab.go.id"),
        ("Dinas Kelautan dan Perikanan", "kelautan-perikanan", "dkp.kuburayakab.go.id"),
        (srd, "puskesmas", "pkm-sungairayadalam.kuburayakab.go.id"),
        (srd, "puskesmas", "pkm-sungai-raya-dalam.kuburayakab.go.id"),
        (srd, "puskesmas", "puskesmassungairayadalam.kuburayakab.go.id"),
        (srd, "puskesmas", "pkmseirayadalam.kuburayakab.go.id"), (srd, "puskesmas", "pkmsrd.kuburayakab.go.id"),
        (srd, "puskesmas", "sungairayadalam.puskesmas.kuburayakab.go.id"),
        (srd, "puskesmas", "pkmsungairayadalam.dinkes.kuburayakab.go.id"),
        ("Puskesmas Kokap II", "puskesmas", "puskesmaskokap2.kulonprogokab.go.id"),
        ("Puskesmas Kokap II", "puskesmas", "puskesmaskokapii.kulonprogokab.go.id"),
        ("Puskesmas Gunungsari", "puskesmas", "puskesmasgunungsari-dikes.lombokbaratkab.go.id"),
        ("Kecamatan Rasau Jaya", "kecamatan", "kec-rasaujaya.go.id"),
        ("Kecamatan Sungai Raya", "kecamatan", "sungairaya.kuburayakab.go.id"),
        ("Kelurahan Menteng", "kelurahan", "kel-menteng.palangkaraya.go.id"),
        ("RSUD dr. Murjani", "rsud", "rsud-drmurjani.go.id"),
        ("RSUD Kabupaten Kubu Raya", "rsud", "rsud.kuburayakab.go.id"),
        ("RSUD Doris Sylvanus", "rsud", "rsuddorissylvanus.kalteng.go.id"),
    ]

    @Test("Hosts that name the office", arguments: hosts)
    func hostNamesOffice(_ name: String, _ kind: String, _ host: String) {
        #expect(Samples.naming.score(host: host, office: Samples.office(name, kind)) >= 0.4)
    }

    static let otherHosts: [(String, String, String)] = [
        ("Dinas Kesehatan", "kesehatan", "disdik.kuburayakab.go.id"),
        ("Dinas Kesehatan", "kesehatan", "rsud.kuburayakab.go.id"),
        ("Dinas Kesehatan", "kesehatan", "lpse.kuburayakab.go.id"),
        ("Dinas Kesehatan", "kesehatan", "kuburayakab.go.id"),
        ("Dinas Kesehatan", "kesehatan", "kesbangpol.kuburayakab.go.id"),
        (srd, "puskesmas", "pkm-sungairaya.kuburayakab.go.id"),
        ("Puskesmas Sungai Raya", "puskesmas", "pkm-sungairayadalam.kuburayakab.go.id"),
        ("Puskesmas Kubu", "puskesmas", "kec-kubu.kuburayakab.go.id"),
        ("Kecamatan Kubu", "kecamatan", "pkm-kubu.kuburayakab.go.id"),
        ("Puskesmas Kokap II", "puskesmas", "puskesmaskokap1.kulonprogokab.go.id"),
        ("Puskesmas Punggur", "puskesmas", "puskesmas.kuburayakab.go.id"),
        ("Dinas Pertanian", "pertanian", "disdukcapil.kuburayakab.go.id"),
    ]

    @Test("Hosts that name another office or none", arguments: otherHosts)
    func hostNamesAnother(_ name: String, _ kind: String, _ host: String) {
        #expect(Samples.naming.score(host: host, office: Samples.office(name, kind)) < 0.4)
    }

    static let labels: [(String, [[String]])] = [
        ("dinkes", [["kesehatan"]]), ("disdikpora", [["pendidikan", "pora"]]),
        ("dinsosp3akb", [["sosial", "pppa", "kb"]]),
        ("disporaparekraf", [["pora", "pariwisata", "ekraf"]]),
        ("disperindagkopukm", [["perindustrian", "perdagangan", "koperasi", "ukm"]]),
        ("dpmptsp", [["ptsp"]]), ("dkp", [["pangan"], ["kelautan", "perikanan"]]),
        ("bkd", [["kepegawaian"], ["keuangan"]]),
        ("bagianhukum", [["hukum"]]), ("biroorganisasi", [["organisasi"]]), ("jdih", []), ("satudata", []), ("xyz", []),
    ]

    @Test("Labels taken apart", arguments: labels)
    func labelReadings(_ label: String, _ readings: [[String]]) { #expect(LabelReader.readings(label) == readings) }

    @Test(
        "Every host label of the nomenclature reads as its own kind or as nothing",
        arguments: Samples.book.nomenclature.kinds.map(\.key))
    func nomenclatureAgrees(_ key: String) throws {
        let kind = try #require(Samples.book.nomenclature.kind(key))
        let office = Samples.office(kind.names[0], key)
        guard office.unit == .agency else { return }
        // Of the labels seen in ten regions and more at least eight in ten must be readable as this kind.
        let labels = kind.hostLabels.filter { $0.count >= 10 }
        let names = kind.names.map { Samples.office($0, key) }
        let read = labels.filter { label in
            names.contains { Samples.naming.score(host: label.label + ".kuburayakab.go.id", office: $0) >= 0.3 }
        }
        #expect(
            read.count * 10 >= labels.count * 8,
            "\(labels.map(\.label).filter { l in !read.contains { $0.label == l } })")
    }
}
