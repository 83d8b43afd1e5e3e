import Farm

/// What hosts of the fifth world say.
enum LatePages {
    static func site(_ office: String, _ short: String, _ region: String, skin: Int, extra: String = "") -> [String:
        FarmReply]
    {
        [
            "/": home(office, short, region, skin: skin, extra: extra),
            "/profil": WidePages.bare(
                "Profil",
                "<h1>Profil</h1><p>\(office) adalah unsur pelaksana urusan pemerintahan \(region).</p><h2>Tugas</h2><p>Membantu kepala daerah.</p>"
            ),
        ]
    }

    private static let posts = """
        <section id=blog><h4>Kunjungan kerja DPRD</h4><p>Rombongan diterima Sekretaris Dinas di ruang rapat.</p><h4>Gerakan pasar
        murah</h4><p>Bekerja sama dengan Bulog dan Kecamatan.</p></section>
        """

    private static func home(_ office: String, _ short: String, _ region: String, skin: Int, extra: String) -> FarmReply
    {
        let menu = "<a href=/profil>Profil</a>"
        switch skin % 5 {
        case 0:
            return WidePages.bare(
                "\(office) \(region)",
                "<header><h1><a href=/>\(office)</a></h1>\(menu)</header>\(posts)\(extra)<footer>\(region)</footer>")
        case 1:
            return .page(
                "<html><head><title>\(short) | \(region)</title><meta property=og:site_name content='\(office) \(region)'><meta name=description content='Situs resmi \(office) \(region)'></head><body>\(menu)\(posts)\(extra)</body></html>"
            )
        case 2:
            return WidePages.bare(
                "Home - \(office)",
                "<div class=logo><strong>\(office.uppercased())</strong><small>\(region)</small></div>\(menu)\(posts)\(extra)<address>Jl. Pahlawan 10 \(region)</address>"
            )
        case 3:
            return WidePages.bare(
                "Selamat Datang di \(office) \(region)",
                "\(menu)<marquee>Selamat datang di situs resmi \(office) \(region)</marquee>\(posts)\(extra)")
        default:
            return WidePages.bare(
                "Web \(short)",
                "\(menu)\(posts)\(extra)<footer><ul><li>\(office) \(region)</li><li>Jl. Pahlawan 10</li><li>Telp. (0291) 438100</li></ul></footer>"
            )
        }
    }

    static let comingSoon = WidePages.bare(
        "Segera Hadir",
        "<h1>Segera Hadir</h1><p>Website kami sedang disiapkan. Nantikan peluncurannya!</p><div id=countdown></div>")

    static func blogGone(_ host: String) -> FarmReply {
        .page(
            "<html><head><title>\(host) is no longer available</title></head><body><h2>\(host) is no longer available.</h2><p>The authors have deleted this site.</p></body></html>",
            status: 410)
    }
}
