import Model

/// The words of menus and paths of Indonesian office sites, and what they lead to.
enum LinkWords {
    /// A link text of this many words is the title of an article, not a menu item.
    static let sentenceWords = 7

    struct Hint { var items: ItemSet, weight: Int }

    /// Items promised by the words; phrases of up to three words.
    static func hints(in words: [String]) -> Hint {
        var hint = Hint(items: [], weight: 0)
        for index in words.indices {
            for length in 1...3 where index + length <= words.count {
                let phrase = length == 1 ? words[index] : words[index..<(index + length)].joined(separator: " ")
                guard let (items, weight) = promises[phrase] else { continue }
                hint.items.formUnion(items)
                hint.weight = max(hint.weight, weight)
            }
        }
        return hint
    }

    /// What the most telling words promise, and nothing of the others: "maklumat pelayanan" is no service at large.
    static func strongestHint(in words: [String]) -> Hint {
        var best = Hint(items: [], weight: 0)
        for index in words.indices {
            for length in 1...3 where index + length <= words.count {
                guard let (items, weight) = promises[words[index..<(index + length)].joined(separator: " ")],
                    weight >= best.weight
                else { continue }
                best.items = weight == best.weight ? best.items.union(items) : items
                best.weight = weight
            }
        }
        return best
    }

    /// Words from this weight on name what a document or image holds, not where it belongs.
    static let telling = 80

    /// The path and query as words: percent-decoded letters, separators to spaces, file endings dropped.
    static func readablePath(of address: WebAddress) -> String {
        var path = address.path
        for ending in [".php", ".html", ".htm", ".aspx", ".asp", ".jsp"] where path.hasSuffix(ending) {
            path.removeLast(ending.count)
        }
        return path + " " + (address.query ?? "")
    }

    static func isForbidden(path: [String], text: [String], address: WebAddress) -> Bool {
        if path.contains(where: forbiddenPath.contains) { return true }
        // `sign-out`, `log_out` and `log%20out` are what they say.
        let target = Array(address.requestTarget.lowercased().utf8)
        let joined = Array(address.requestTarget.lowercased().replacing("%20", with: "").utf8).filter {
            $0 != 0x2D && $0 != 0x5F && $0 != 0x2B
        }
        if forbiddenActions.contains(where: { joined.holds($0) }) { return true }
        if forbiddenParts.contains(where: { target.holds($0) }) { return true }
        return text.count <= 2 && text.contains(where: forbiddenText.contains)
    }

    /// News, galleries and the like, by path, text or a date in the path.
    static func isStream(path: [String], text: [String], address: WebAddress) -> Bool {
        isStreamText(text) || path.contains(where: isStreamWord) || isDated(address) || isOlderPage(path, text)
    }

    static func isStreamText(_ text: [String]) -> Bool { text.count <= 3 && text.contains(where: streams.contains) }

    /// `berita`, and `berita1` too.
    private static func isStreamWord(_ word: String) -> Bool {
        if streams.contains(word) { return true }
        guard word.utf8.last.map({ $0 < 0x3A }) == true else { return false }
        let letters = word.prefix { !$0.isNumber }
        return letters.count >= 4 && streams.contains(String(letters))
    }

    /// `/2024/05/...`: the address of a post.
    static func isDated(_ address: WebAddress) -> Bool {
        let segments = address.path.split(separator: "/")
        for (year, month) in zip(segments, segments.dropFirst()) {
            if year.count == 4, year.hasPrefix("20"), year.allSatisfy(\.isNumber), month.count <= 2,
                month.allSatisfy(\.isNumber)
            {
                return true
            }
        }
        return false
    }

    /// `?page=3`, `/page/3`, "Berikutnya": further pages of a list.
    private static func isOlderPage(_ path: [String], _ text: [String]) -> Bool {
        for (name, number) in zip(path, path.dropFirst()) where pageNames.contains(name) {
            if number.allSatisfy(\.isNumber) { return true }
        }
        if text.count == 1, let only = text.first, only.allSatisfy(\.isNumber) { return true }
        return text.count <= 2
            && text.contains { ["next", "previous", "berikutnya", "sebelumnya", "older"].contains($0) }
    }

    private static let pageNames: Set<String> = ["page", "paged", "halaman", "hal", "start", "offset"]

    private static let forbiddenPath: Set<String> = [
        "login", "logout", "signin", "signout", "register", "admin", "administrator", "wp-admin", "delete", "hapus",
        "feed", "rss", "atom", "print", "cetak", "share", "cart", "checkout", "xmlrpc", "trackback", "wp-json",
        "cgi-bin", "webmail", "cpanel", "oauth", "password", "keluar", "logoff", "remove", "destroy", "unsubscribe",
        "buang", "batal", "reset", "truncate", "drop", "uninstall", "install", "signoff",
        "del", "nonaktifkan", "deactivate", "disable", "batalkan", "setujui", "approve", "cancel",
    ]

    private static let forbiddenParts = [
        "wp-login", "wp-json", "replytocom=", "share=", "action=edit", "action=delete", "logout", "signout", "delete",
        "hapus", "destroy", "remove", "unsubscribe",
        "kosongkan", "add-to-cart", "format=feed",
        "tmpl=component", "print=1", "cdn-cgi/", "sharer.php", "mailto:",
    ].map { Array($0.utf8) }

    /// Acts on whatever stands there, with separators taken out.
    private static let forbiddenActions = [
        "logout", "logoff", "signout", "signoff", "nonaktifkan", "deactivat", "batalkan", "setujui", "keranjang",
        "addtocart", "resetpassword", "unsubscribe", "act=del", "aksi=del", "action=del", "do=del", "mode=del",
    ].map { Array($0.utf8) }

    private static let forbiddenText: Set<String> = ["login", "logout", "masuk", "keluar", "hapus", "cetak", "bagikan"]

    private static let streams: Set<String> = [
        "berita", "news", "artikel", "article", "blog", "post", "posts", "galeri", "gallery", "galery", "foto", "photo",
        "photos", "video", "videos", "album", "agenda", "event", "events", "kegiatan", "tag", "tags", "author",
        "penulis",
        "category", "kategori", "archive", "archives", "search", "cari", "pencarian", "komentar", "comment", "comments",
        "opini", "prestasi", "lelang", "lowongan", "kalender", "calendar", "slider", "popup", "siaran", "pers",
    ]

    // MARK: - What words promise

    private static let service = ItemSet([.persyaratan, .prosedur, .jangkaWaktu, .biaya, .produk])
    private static let components = ItemSet(ItemKey.components)

    private static let promises: [String: (ItemSet, Int)] = {
        var table: [String: (ItemSet, Int)] = [:]
        func say(_ phrases: String, _ weight: Int, _ items: ItemSet) {
            for phrase in phrases.split(separator: ",") {
                let key = phrase.split(separator: " ").joined(separator: " ")
                let old = table[key] ?? ([], 0)
                table[key] = (old.0.union(items), max(old.1, weight))
            }
        }
        say(
            "standar pelayanan, standart pelayanan, standar layanan, standard pelayanan, sp", 100,
            components.union(ItemSet([.maklumat])))
        say(
            "layanan, pelayanan, layanan publik, service, services, jenis layanan, produk layanan, perizinan, izin", 80,
            service.union(ItemSet([.jamLayanan])))
        say(
            "poli, poliklinik, rawat jalan, rawat inap, igd, ugd, pendaftaran, ktp, akta, kartu keluarga, ukm, ukp", 60,
            service)
        say("persyaratan, syarat, requirement", 90, ItemSet([.persyaratan, .produk]))
        say(
            "sop, prosedur, alur, tata cara, mekanisme, sistem mekanisme, bagan alur", 90,
            ItemSet([.prosedur, .persyaratan, .jangkaWaktu]))
        say("tarif, biaya, retribusi, harga", 90, ItemSet([.biaya]))
        say("waktu, jangka waktu, waktu penyelesaian", 60, ItemSet([.jangkaWaktu, .jamLayanan]))
        say("maklumat, janji layanan, komitmen", 95, ItemSet([.maklumat, .jaminanPelayanan]))
        say("kompensasi, jaminan", 85, ItemSet([.jaminanPelayanan, .jaminanKeamanan]))
        say(
            "skm, ikm, survei, survey, kepuasan, kepuasan masyarakat", 85,
            ItemSet([.surveiKepuasan, .evaluasiKinerja]))
        say("evaluasi, evaluasi kinerja", 50, ItemSet([.evaluasiKinerja]))
        say("visi, misi, visi misi, vision", 85, ItemSet([.visiMisi, .moto]))
        say("moto, motto, nilai, budaya kerja", 70, ItemSet([.moto]))
        say(
            "profil, profile, tentang, tentang kami, about, sekilas, sejarah, selayang pandang, gambaran umum", 75,
            ItemSet([.visiMisi, .moto, .strukturOrganisasi, .kontakAlamat, .dasarHukum, .jamLayanan]))
        say(
            "struktur, struktur organisasi, organisasi, sotk, bagan organisasi, perangkat", 80,
            ItemSet([.strukturOrganisasi, .jumlahPelaksana]))
        say("tugas, fungsi, tupoksi, tugas pokok, uraian tugas", 55, ItemSet([.dasarHukum, .strukturOrganisasi]))
        say(
            "pejabat, pegawai, sdm, staf, tenaga, kepegawaian, dokter, personil", 55,
            ItemSet([.kompetensiPelaksana, .jumlahPelaksana, .strukturOrganisasi]))
        say(
            "kontak, contact, hubungi, hubungi kami, alamat, lokasi, kontak kami, peta lokasi", 80,
            ItemSet([.kontakAlamat, .jamLayanan, .mediaSosial, .pengaduan]))
        say("jam, jadwal, jam layanan, jam pelayanan, operasional, jam kerja", 85, ItemSet([.jamLayanan]))
        say(
            "pengaduan, aduan, keluhan, lapor, saran, sp4n, kritik, wbs, whistleblowing, gratifikasi", 85,
            ItemSet([.pengaduan, .sp4nLapor, .pengawasanInternal]))
        say("pengawasan, pengawasan internal, spi, zona integritas, wbk", 55, ItemSet([.pengawasanInternal]))
        say(
            "ppid, informasi publik, keterbukaan informasi, permohonan informasi, dip, informasi berkala", 80,
            ItemSet([.ppid]))
        say(
            "dasar hukum, regulasi, peraturan, produk hukum, perda, perbup, perwali, landasan hukum, jdih", 75,
            ItemSet([.dasarHukum]))
        say("fasilitas, sarana, prasarana, sarana prasarana", 75, ItemSet([.saranaPrasarana, .pelayananKhusus]))
        say(
            "disabilitas, difabel, lansia, kelompok rentan, layanan khusus, berkebutuhan khusus", 80,
            ItemSet([.pelayananKhusus]))
        say("keamanan, keselamatan, jaminan keamanan", 50, ItemSet([.jaminanKeamanan]))
        say(
            "faq, tanya jawab, pertanyaan, panduan, petunjuk, informasi layanan", 60,
            service.union(ItemSet([.jamLayanan, .pengaduan])))
        say(
            "unduh, unduhan, download, downloads, formulir, dokumen", 40,
            service.union(ItemSet([.dasarHukum, .maklumat])))
        say("media sosial, medsos, sosial media", 30, ItemSet([.mediaSosial]))
        return table
    }()
}

extension [UInt8] {
    /// Whether a part stands anywhere within. (String.contains is Foundation's here, and 30 times as slow.)
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard count >= part.count else { return false }
        return (0...(count - part.count)).contains { start in
            self[start] == part[0] && self[start..<(start + part.count)].elementsEqual(part)
        }
    }
}
