/// The affairs an office's name is made of, and how names, acronyms and host labels write them.
///
/// A name is read as a set of topics: "Dinas Pengendalian Penduduk dan KB" is {dalduk, kb}, and so are `dppkb`,
/// `dinasdaldukkb` and "Dinas Dalduk dan Keluarga Berencana". Words that belong to no topic become topics of their own,
/// so that an office with a name never seen before still has one.
enum OfficeTopics {
    /// Longest phrase, in words.
    static let longestPhrase = 5

    /// Phrase (words without "dan") -> topics.
    static let phrases: [String: [String]] = table(
        """
        kesehatan=kesehatan; kesehatan hewan=keswan; kesehatan masyarakat=kesehatan
        pengendalian penduduk=dalduk; dalduk=dalduk; keluarga berencana=kb; kb=kb; pengendalian kependudukan=dalduk
        pemberdayaan perempuan=pppa; perlindungan anak=pppa; perempuan=pppa; pppa=pppa; p3a=pppa; pp pa=pppa
        pemberdayaan perempuan perlindungan anak=pppa; p2kb=dalduk kb; ppkb=dalduk kb
        pendidikan=pendidikan; kebudayaan=kebudayaan; pemuda=pora; kepemudaan=pora; olahraga=pora; olah raga=pora
        pemuda olahraga=pora; kepemudaan olahraga=pora; keolahragaan=pora
        pariwisata=pariwisata; kepariwisataan=pariwisata; ekonomi kreatif=ekraf; ekraf=ekraf
        sosial=sosial; tenaga kerja=naker; ketenagakerjaan=naker; naker=naker; transmigrasi=transmigrasi
        ketransmigrasian=transmigrasi; nakertrans=naker transmigrasi
        pekerjaan umum=pu; pu=pu; penataan ruang=taru; tata ruang=taru; bina marga=binamarga; cipta karya=ciptakarya
        sumber daya air=sdair; pupr=pu taru; pu pr=pu taru
        perumahan rakyat=perkim; perumahan=perkim; kawasan permukiman=perkim; permukiman=perkim; perkim=perkim
        perumahan rakyat kawasan permukiman=perkim; perumahan kawasan permukiman=perkim; pertanahan=pertanahan
        satuan polisi pamong praja=satpolpp; polisi pamong praja=satpolpp; satpol pp=satpolpp; pol pp=satpolpp
        satpolpp=satpolpp; polpp=satpolpp; pamong praja=satpolpp; wilayatul hisbah=wh
        pemadam kebakaran=damkar; kebakaran=damkar; penyelamatan=damkar; damkar=damkar; damkarmat=damkar
        pemadam kebakaran penyelamatan=damkar; penanggulangan bencana=bencana; bencana=bencana
        ketahanan pangan=pangan; pangan=pangan; tanaman pangan=tph; hortikultura=tph; tanaman pangan hortikultura=tph
        pertanian=pertanian; perkebunan=perkebunan; peternakan=peternakan; perikanan=perikanan; kelautan=kelautan
        lingkungan hidup=lh; lh=lh; kehutanan=kehutanan; kebersihan=kebersihan; pertamanan=kebersihan
        kependudukan pencatatan sipil=dukcapil; kependudukan catatan sipil=dukcapil; kependudukan=dukcapil
        pencatatan sipil=dukcapil; catatan sipil=dukcapil; dukcapil=dukcapil; capil=dukcapil
        pemberdayaan masyarakat desa=pmd; pemberdayaan masyarakat gampong=pmd; pemberdayaan masyarakat kampung=pmd
        pemberdayaan masyarakat nagari=pmd; pemberdayaan masyarakat=pmd; pmd=pmd; pemerintahan desa=pmd; desa=pmd
        pemberdayaan masyarakat pemerintahan desa=pmd; pemberdayaan masyarakat kelurahan=pmd
        perhubungan=perhubungan; komunikasi informatika=kominfo; kominfo=kominfo; komunikasi=kominfo
        informatika=kominfo; komunikasi informasi=kominfo; statistik=statistik; persandian=persandian
        komunikasi digital=kominfo; infokom=kominfo; sandi=persandian
        koperasi=koperasi; usaha kecil menengah=ukm; usaha mikro kecil menengah=ukm; usaha kecil=ukm; ukm=ukm; umkm=ukm
        usaha mikro=ukm; perdagangan=perdagangan; perindustrian=perindustrian; industri=perindustrian; pasar=pasar
        penanaman modal=ptsp; pelayanan terpadu satu pintu=ptsp; ptsp=ptsp; perizinan terpadu=ptsp; perizinan=ptsp
        pelayanan perizinan terpadu=ptsp; penanaman modal pelayanan terpadu satu pintu=ptsp; pm ptsp=ptsp
        perpustakaan=perpustakaan; kearsipan=arsip; arsip=arsip
        energi sumber daya mineral=esdm; esdm=esdm; pertambangan energi=esdm; pertambangan=esdm; energi=esdm
        perencanaan pembangunan=bappeda; perencanaan=bappeda; penelitian pengembangan=litbang; litbang=litbang
        riset inovasi=litbang; riset=litbang; inovasi=litbang; perencanaan pembangunan daerah=bappeda
        keuangan=keuangan; keuangan aset=keuangan; aset=keuangan; pengelolaan keuangan=keuangan
        pendapatan=pendapatan; pajak=pendapatan; retribusi=pendapatan; pajak retribusi=pendapatan
        kepegawaian=kepegawaian; pengembangan sumber daya manusia=psdm; sumber daya manusia=psdm; sdm=psdm
        pengembangan sdm=psdm; pendidikan pelatihan=psdm; diklat=psdm
        kesatuan bangsa politik=kesbang; kesatuan bangsa=kesbang; politik=kesbang; kesbangpol=kesbang
        perlindungan masyarakat=linmas; linmas=linmas; penghubung=penghubung
        kesejahteraan rakyat=kesra; kesra=kesra; tata pemerintahan=tapem; pemerintahan=tapem; otonomi daerah=tapem
        pemerintahan otonomi daerah=tapem; protokol=prokopim; komunikasi pimpinan=prokopim; prokopim=prokopim
        protokol komunikasi pimpinan=prokopim; administrasi pimpinan=prokopim; adpim=prokopim; humas=humas
        hubungan masyarakat=humas; pengadaan barang jasa=pbj; barang jasa=pbj; pengadaan=pbj; perekonomian=ekonomi
        ekonomi=ekonomi; administrasi pembangunan=adbang; pembangunan=adbang; kerja sama=kerjasama; kerjasama=kerjasama
        sumber daya alam=sdalam; organisasi=organisasi; ortala=organisasi; hukum=hukum; umum=umum
        perlengkapan=perlengkapan; rumah tangga=rumahtangga; perencanaan keuangan=perencanaankeuangan
        laboratorium kesehatan=labkes; laboratorium kesehatan daerah=labkes; syariat islam=syariat; dayah=dayah
        """)

    /// Words of a name that tell no topic.
    static let silent: Set<String> = [
        "dan", "serta", "and", "daerah", "pemerintah", "republik", "indonesia", "pengelola", "pengelolaan", "rakyat",
        "urusan", "tipe", "pemprov", "pemkab", "pemkot", "setda", "of", "di", "pada", "untuk", "the", "pelayanan",
        "pengembangan", "terpadu", "resmi", "website", "situs", "web", "portal", "official", "site", "halaman", "laman",
        "beranda", "home", "selamat", "datang", "welcome", "profil", "kantor", "unit", "kerja", "perangkat", "opd",
        "skpd",
    ]

    /// Words spelt in two ways.
    static let spelling: [String: String] = [
        "pelindungan": "perlindungan", "pemukiman": "permukiman", "masyarkat": "masyarakat", "perijinan": "perizinan",
        "propinsi": "provinsi", "prop": "provinsi", "prov": "provinsi", "kab": "kabupaten", "kepend": "kependudukan",
        "kesejahtraan": "kesejahteraan", "perkantoran": "kantor", "kec": "kecamatan", "kel": "kelurahan",
        "sekretaris": "sekretariat", "din": "dinas", "bdn": "badan",
    ]

    /// The topics of a run of words, longest phrases first; leftover words become topics of their own (`+word`).
    static func read(_ words: some Sequence<String>) -> [String] {
        let clean = words.filter { $0 != "," && $0 != "dan" && $0 != "serta" && $0 != "and" }
        var topics: [String] = []
        var index = 0
        while index < clean.count {
            if let (found, length) = longest(clean[index...]) {
                topics += found.filter { !topics.contains($0) }
                index += length
            } else {
                let word = clean[index]
                if !silent.contains(word), !topics.contains("+" + word) { topics.append("+" + word) }
                index += 1
            }
        }
        return topics
    }

    /// The longest phrase at the start of some words, and how many words it takes.
    static func longest(_ words: ArraySlice<String>) -> ([String], Int)? {
        // Nine of ten words begin no phrase: joining five of them to look them up was 40 % of what a home page allocates.
        guard let first = words.first, let most = lengths[first] else { return nil }
        for length in stride(from: min(most, words.count), through: 1, by: -1) {
            if let found = phrases[words.prefix(length).joined(separator: " ")] { return (found, length) }
        }
        return nil
    }

    /// The words that a phrase begins with, and how many the longest such phrase has.
    private static let lengths: [String: Int] = phrases.keys.reduce(into: [:]) { lengths, phrase in
        let words = phrase.split(separator: " ").map(String.init)
        guard let first = words.first else { return }
        lengths[first] = max(lengths[first] ?? 0, min(words.count, longestPhrase))
    }

    static func table(_ text: String) -> [String: [String]] {
        var table: [String: [String]] = [:]
        for entry in text.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let sides = entry.split(separator: "=")
            guard sides.count == 2 else { continue }
            table[sides[0].split(separator: " ").joined(separator: " ")] = sides[1].split(separator: " ").map(
                String.init)
        }
        return table
    }
}
