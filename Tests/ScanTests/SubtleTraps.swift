import Farm
import Model

/// The offices of a subtle region: each a way in which a living site hides, or nothing looks like a site.
extension SubtleRegion {
    mutating func addTraps() {
        addDoors()
        addFronts()
        addMerged()
        addNumbered()
        addPlaces()
        addRefusals()
        addNothing()
    }

    private func site(_ office: String) -> [String: FarmReply] { HostilePages.site(office, name) }
    private func url(_ label: String) -> String { "http://\(label).\(domain)/" }

    // MARK: - Doors: the address is not quite the one that is known

    private mutating func addDoors() {
        office("Dinas Sosial", "sosial", "only on www", [.active], listed: url("dinsos"))
        hosts["www.dinsos.\(domain)"] = site("Dinas Sosial")

        office(
            "Dinas Tenaga Kerja", "naker", "old host answers nothing, linked anew", portalOr([.active]),
            listed: url("nakertrans"), withheld: !climate.isPortalSilent)
        hosts["tenagakerja-baru.\(domain)"] = site("Dinas Tenaga Kerja")
        menu.append(("Dinas Tenaga Kerja", url("tenagakerja-baru")))

        office("Dinas Lingkungan Hidup", "lh", "sent to another port", [.active], listed: url("dlh"))
        everywhere["dlh.\(domain)"] = .redirect("http://dlh-app.\(domain):8080/")
        hosts["dlh-app.\(domain)"] = site("Dinas Lingkungan Hidup")

        office("Dinas Perhubungan", "perhubungan", "http to www to path", [.active], listed: url("dishub"))
        everywhere["dishub.\(domain)"] = .redirect("http://www.dishub.\(domain)/", status: 301)
        hosts["www.dishub.\(domain)"] = ["/": .redirect("/id/beranda"), "/id/beranda": page("Dinas Perhubungan")]

        office(
            "Dinas Perikanan", "kelautan-perikanan", "com sends to go.id", [.active],
            listed: "http://dinasperikanan\(number).com/")
        everywhere["dinasperikanan\(number).com"] = .redirect(url("diskan"))
        hosts["diskan.\(domain)"] = site("Dinas Perikanan")

        office(
            "Dinas Pariwisata", "pariwisata", "two addresses in one cell", [.active],
            listed: "\(url("pariwisata-lama")) ; \(url("laman-wisata"))")
        hosts["laman-wisata.\(domain)"] = site("Dinas Pariwisata")

        office(
            "Dinas Kepemudaan dan Olahraga", "kepemudaan", "blog in the list, go.id by rule", [.active],
            listed: "http://dispora\(number).blogspot.com/", withheld: true)
        hosts["dispora\(number).blogspot.com"] = site("Dinas Kepemudaan dan Olahraga")
        hosts["dispora.\(domain)"] = site("Dinas Kepemudaan dan Olahraga")

        office(
            "Inspektorat", "inspektorat", "instagram in the list, go.id by rule", [.active],
            listed: "https://www.instagram.com/inspektorat\(number)/", withheld: true)
        hosts["inspektorat.\(domain)"] = site("Inspektorat")

        office(
            "Satuan Polisi Pamong Praja", "satpolpp", "name fails at first", [.active, .unreachable],
            listed: url("satpolpp"))
        hosts["satpolpp.\(domain)"] = site("Satuan Polisi Pamong Praja")
        flakyNames["satpolpp.\(domain)"] = 6
    }

    private func portalOr(_ right: Set<OfficeStatus>) -> Set<OfficeStatus> {
        climate.isPortalSilent ? right.union([.unknown, .unreachable]) : right
    }

    // MARK: - Fronts: the home page does not say whose it is, or is none

    private mutating func addFronts() {
        office("Dinas Pendidikan", "pendidikan", "meta refresh", [.active], listed: url("disdik"))
        hosts["disdik.\(domain)"] = [
            "/": .page("<html><head><meta http-equiv=\"refresh\" content=\"0; url=/home/\"></head></html>"),
            "/home/": page("Dinas Pendidikan"),
        ]

        office("Dinas Kesehatan", "kesehatan", "script sends on", [.active], listed: url("dinkes"))
        hosts["dinkes.\(domain)"] = [
            "/": .page("<html><body><script>window.location.replace('/web/');</script></body></html>"),
            "/web/": page("Dinas Kesehatan"),
        ]

        office(
            "Dinas Koperasi dan Usaha Kecil Menengah", "koperasi-ukm", "script sends to another host", [.active],
            listed: url("diskop"))
        hosts["diskop.\(domain)"] = [
            "/": .page(
                "<html><head><script>document.location = \"http://laman-kop.\(domain)/\";</script></head></html>")
        ]
        hosts["laman-kop.\(domain)"] = site("Dinas Koperasi dan Usaha Kecil Menengah")

        office("Dinas Sumber Daya Air", "", "frames", [.active, .unknown], listed: url("sda"))
        hosts["sda.\(domain)"] = [
            "/": .page(
                "<html><head><title>Website Resmi</title></head><frameset rows=\"*\"><frame src=\"/utama.html\"></frameset></html>"
            ), "/utama.html": page("Dinas Sumber Daya Air"),
        ]

        office(
            "Dinas Perumahan Rakyat dan Kawasan Permukiman", "perkim", "title says nothing", [.active],
            listed: url("perkim"))
        hosts["perkim.\(domain)"] = [
            "/": HostilePages.html(
                "Website Resmi",
                "<header><img src=\"/logo.png\" alt=\"Logo Dinas Perumahan Rakyat dan Kawasan Permukiman\"></header><h1>Selamat Datang</h1><p>Layanan kami buka setiap hari.</p><footer><p>Hak cipta Dinas Perumahan Rakyat dan Kawasan Permukiman \(name)</p></footer>"
            )
        ]

        office(
            "Dinas Komunikasi dan Informatika", "kominfo", "splash with an entrance", [.active],
            listed: url("diskominfo"))
        hosts["diskominfo.\(domain)"] = [
            "/": HostilePages.html("Selamat Datang", "<img src=\"/a.jpg\"><p><a href=\"/beranda\">Masuk</a></p>"),
            "/beranda": page("Dinas Komunikasi dan Informatika"),
        ]

        office(
            "Badan Kesatuan Bangsa dan Politik", "kesbangpol", "abbreviated title", [.active],
            listed: nil, withheld: true)
        hosts["kesbangpol.\(domain)"] = [
            "/": HostilePages.html(
                "Kesbangpol Kab. \(name.dropFirst(10))",
                "<h1>Kesbangpol</h1><p>Bakesbangpol \(name) melayani pendaftaran ormas dan izin penelitian.</p>")
        ]

        office("Badan Pendapatan Daerah", "pendapatan", "HTTP 1.0 without headers", [.active], listed: url("bapenda"))
        everywhere["bapenda.\(domain)"] = .raw(
            Array(
                "HTTP/1.0 200 OK\r\n\r\n<html><head><title>Badan Pendapatan Daerah \(name)</title></head><body><h1>Badan Pendapatan Daerah</h1></body></html>"
                    .utf8))

        office("Badan Keuangan dan Aset Daerah", "keuangan", "slow first byte", [.active], listed: url("bkad"))
        hosts["bkad.\(domain)"] = ["/": page("Badan Keuangan dan Aset Daerah").delayed(milliseconds: 1500)]

        office(
            "Dinas Perpustakaan dan Kearsipan", "perpustakaan", "cookie wanted", [.active, .unreachable, .unknown],
            listed: url("dispusip"))
        hosts["dispusip.\(domain)"] = ["/": .redirect("/", status: 302)]
    }

    // MARK: - Merged offices, found by the naming rules alone

    private mutating func addMerged() {
        let merged: [(String, String, String)] = [
            ("Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu dan Tenaga Kerja", "ptsp", "dpmptsptk"),
            (
                "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana",
                "pppa-kb", "dp3ap2kb"
            ),
            ("Dinas Pekerjaan Umum, Penataan Ruang, Perumahan Rakyat dan Kawasan Permukiman", "pupr", "dpuprpkp"),
            ("Dinas Pendidikan, Pemuda dan Olahraga", "pendidikan", "disdikpora"),
            ("Dinas Perindustrian dan Perdagangan", "perindag", "disperindag"),
            ("Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah", "bappeda", "bapperida"),
            ("Dinas Pemberdayaan Masyarakat dan Desa", "pmd", "dispmd"),
            ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "kepegawaian", "bkpsdm"),
            ("Badan Penanggulangan Bencana Daerah", "bpbd", "bpbd"),
        ]
        for (office, kind, label) in merged {
            self.office(office, kind, "merged: \(label)", [.active], withheld: true)
            hosts["\(label).\(domain)"] = site(office)
        }
    }

    // MARK: - Health centres and hospitals

    private mutating func addNumbered() {
        let centres: [(String, String)] = [
            ("Puskesmas Sungai Raya I", "pkm-sungairaya1"), ("Puskesmas Sungai Raya Dalam", "pkmsungairayadalam"),
            ("UPT Puskesmas Kuala Dua", "puskesmas-kualadua"), ("Puskesmas Tanjung Batu III", "pkmtanjungbatu3"),
            ("UPTD Puskesmas Wonosari 2", "puskesmaswonosari2"),
        ]
        for (centre, label) in centres {
            office(centre, "puskesmas", "centre: \(label)", [.active], withheld: true)
            hosts["\(label).\(domain)"] = site(centre)
        }
        office("Puskesmas Sungai Raya Satu Atap", "puskesmas", "a like name nearby", nothing)
        office("RSUD dr. Soemarno \(number)a", "rsud", "hospital under its own name", [.active], withheld: true)
        hosts["rsudsoemarno.go.id"] = nil
        hosts["rsud.\(domain)"] = site("RSUD dr. Soemarno \(number)a")
    }

    // MARK: - Places: inside something bigger

    private mutating func addPlaces() {
        office(
            "Kecamatan Larangan", "kecamatan", "profile in a portal path", portalOr([.section]),
            withheld: !climate.isPortalSilent)
        portalSections["/kecamatan/larangan"] = HostilePages.section("Kecamatan Larangan", name)
        menu.append(("Kecamatan Larangan", "/kecamatan/larangan"))

        office(
            "Kecamatan Rawa Embun", "kecamatan", "profile behind a query", portalOr([.section]),
            withheld: !climate.isPortalSilent)
        portalSections["/?hal=kecamatan&id=7"] = HostilePages.section("Kecamatan Rawa Embun", name)
        menu.append(("Kecamatan Rawa Embun", "/?hal=kecamatan&id=7"))

        office(
            "Kelurahan Teluk Bayur", "kelurahan", "below the host of its kecamatan", portalOr([.active]),
            withheld: !climate.isPortalSilent)
        hosts["telukbayur.kec-larangan.\(domain)"] = site("Kelurahan Teluk Bayur")
        menu.append(("Kelurahan Teluk Bayur", "http://telukbayur.kec-larangan.\(domain)/"))

        office(
            "Dinas Pertanian", "pertanian", "google sites, linked", portalOr([.offDomain]),
            withheld: !climate.isPortalSilent)
        hosts["sites.google.com"] = ["/view/distan\(number)/": page("Dinas Pertanian")]
        menu.append(("Dinas Pertanian", "http://sites.google.com/view/distan\(number)/"))
    }

    // MARK: - Refusals: there is one, and it does not let us look

    private mutating func addRefusals() {
        office(
            "Dinas Kependudukan dan Pencatatan Sipil", "dukcapil", "robots forbids all", [.blocked],
            listed: url("dukcapil"))
        hosts["dukcapil.\(domain)"] = site("Dinas Kependudukan dan Pencatatan Sipil").merging([
            "/robots.txt": .page("User-agent: *\nDisallow: /\n", type: "text/plain")
        ]) { $1 }

        office("Dinas Pemadam Kebakaran dan Penyelamatan", "damkar", "406", [.blocked], listed: url("damkar"))
        everywhere["damkar.\(domain)"] = .status(406)

        office("Dinas Ketahanan Pangan", "pangan", "internet positif", [.blocked], listed: url("ketapang"))
        everywhere["ketapang.\(domain)"] = .redirect("http://internetpositif.uzone.id/")
        everywhere["internetpositif.uzone.id"] = HostilePages.html(
            "Internet Positif",
            "<h1>Internet Positif</h1><p>Mohon maaf, situs yang Anda tuju diblokir sesuai peraturan perundang-undangan (TRUST+Positif Kominfo).</p>"
        )

        office("Dinas Perkebunan", "perkebunan", "suspended page elsewhere", [.placeholder], listed: url("disbun"))
        hosts["disbun.\(domain)"] = [
            "/": .redirect("/cgi-sys/suspendedpage.cgi"), "/cgi-sys/suspendedpage.cgi": HostilePages.suspended,
        ]

        office(
            "Dinas Peternakan dan Kesehatan Hewan", "peternakan", "under repair", [.placeholder],
            listed: url("disnak"))
        everywhere["disnak.\(domain)"] = HostilePages.html(
            "Dalam Perbaikan", "<h1>Website sedang dalam perbaikan</h1><p>Silakan kembali lagi nanti.</p>")
    }

    // MARK: - Nothing

    /// Behind a portal that cannot be read nobody is missing: its list may name the site.
    private var nothing: Set<OfficeStatus> {
        if climate.isPortalSilent { return [.unknown, .unreachable] }
        return climate == .wildReset ? [.missing, .unknown] : [.missing]
    }

    private mutating func addNothing() {
        office("Dinas Kebudayaan", "kebudayaan", "none", nothing)
        office("Dinas Kehutanan", "kehutanan", "none", nothing)
        office("Kecamatan Sukamakmur", "kecamatan", "none, a namesake next door", nothing)
        hosts["kec-sukamakmur.sebelah\(number)kab.go.id"] = HostilePages.site(
            "Kecamatan Sukamakmur", "Kabupaten Sebelah")
        office("Puskesmas Mekar Sari", "puskesmas", "none", nothing)
        office("Dinas Syariat Islam", "", "news about it on the portal", nothing)
        menu.append(("Dinas Syariat Islam Gelar Lomba Baris Berbaris Tingkat Pelajar", "/artikel-77"))
        menu.append(("Dinas Syariat Islam", "/berita/dinas-syariat-islam"))
        for path in ["/artikel-77", "/berita/dinas-syariat-islam"] {
            portalSections[path] = HostilePages.section("Dinas Syariat Islam", name)
        }
        office("Kelurahan Kampung Baru", "kelurahan", "none", nothing)
        office("Dinas Pertanahan", "pertanahan", "gone for good", nothing, listed: url("pertanahan"))
        everywhere["pertanahan.\(domain)"] = .status(410)
        office("Sekretariat DPRD", "setwan", "host shows the portal", nothing, listed: url("setwan"))
        everywhere["setwan.\(domain)"] = .redirect("http://\(domain)/")
    }
}
