import Farm

/// What hosts of the seventh world say.
enum GrownPages {
    /// A living site; the skin decides where its name stands, as three generations of contractors left it.
    static func site(_ office: String, _ short: String, _ region: String, skin: Int, extra: String = "") -> [String:
        FarmReply]
    {
        let front =
            switch skin % 4 {
            case 0: theme(office, region, extra)
            case 1: oldTemplate(office, region, extra)
            case 2: shortName(office, short, region, extra)
            default: builder(office, region, extra)
            }
        let service = WidePages.bare(
            "Layanan",
            "<h1>Standar Pelayanan</h1><p>Persyaratan: fotokopi KTP dan surat permohonan. Waktu: 3 hari kerja. Biaya: gratis.</p>"
        )
        return ["/": front, "/layanan": service, "/profil/visi-misi": service]
    }

    private static let posts = """
        <div class=post><h3>Bupati lantik pejabat eselon II</h3><p>Hadir Kepala Bappeda, Kepala Dinas Sosial dan Kepala BPKAD.</p></div>
        <div class=post><h3>Gotong royong di Kecamatan Kota</h3><p>Diikuti Satpol PP dan Dinas Lingkungan Hidup.</p></div>
        """

    private static func theme(_ office: String, _ region: String, _ extra: String) -> FarmReply {
        WidePages.bare(
            "\(office) \(region.replacing("Kabupaten", with: "Kab."))",
            "<div class=topbar>Senin, 10 Agustus 2026</div><ul class=menu><li><a href=/layanan>Layanan</a></li><li><a href=/profil/visi-misi>Visi Misi</a></li></ul>\(posts)\(extra)<footer>Pemerintah \(region)</footer>"
        )
    }

    private static func oldTemplate(_ office: String, _ region: String, _ extra: String) -> FarmReply {
        WidePages.bare(
            "Home",
            "<div id=header><img src=images/header.jpg alt='Website Resmi \(office)'></div><a href=/layanan>Layanan</a>\(posts)\(extra)<div id=footer>\(office) \(region)<br>Jl. Jenderal Sudirman No. 45, Telp. (0282) 533797</div>"
        )
    }

    private static func shortName(_ office: String, _ short: String, _ region: String, _ extra: String) -> FarmReply {
        WidePages.bare(
            "\(short.uppercased()) | \(region)",
            "<a class=logo href=/>\(short)</a><a href=/layanan>Layanan</a><section><h2>Selamat datang di website resmi \(office)</h2></section>\(posts)\(extra)"
        )
    }

    private static func builder(_ office: String, _ region: String, _ extra: String) -> FarmReply {
        .page(
            "<!doctype html><html lang=id><head><meta property=og:site_name content=\"\(office)\"><title>Beranda – \(office)</title></head><body class=wp><div class=elementor><h2 class=elementor-heading-title>\(office)</h2><h2 class=elementor-heading-title>\(region)</h2><a href=/layanan>Layanan Publik</a></div>\(posts)\(extra)</body></html>"
        )
    }

    /// A site that never says its name in full.
    static func shortOnly(_ short: String, _ region: String) -> [String: FarmReply] {
        let body =
            "<h1>\(short) \(region)</h1><a href=/layanan>Layanan</a><p>\(short) \(region) melayani warga Senin sampai Jumat, pukul 08.00 sampai 15.30.</p>\(posts)"
        return [
            "/": WidePages.bare("\(short) \(region)", body),
            "/layanan": WidePages.bare("Layanan \(short)", "<h1>Layanan \(short)</h1><ul><li>Konsultasi</li></ul>"),
        ]
    }

    /// A page of the portal that has real content of an office.
    static func section(_ office: String, _ region: String) -> FarmReply {
        WidePages.bare(
            "\(office)",
            "<h2>\(office) \(region)</h2><h4>Kedudukan</h4><p>Unsur pelaksana urusan pemerintahan, dipimpin kepala yang bertanggung jawab kepada kepala daerah.</p><h4>Struktur</h4><ol><li>Sekretariat</li><li>Bidang Pelayanan</li><li>Bidang Pembinaan</li></ol><h4>Kontak</h4><p>Jl. Pemuda 8, (0511) 331234, buka 08.00-15.30</p><h4>Layanan</h4><p>Rekomendasi, konsultasi dan pengaduan di loket 3.</p>"
        )
    }

    /// A line of a directory that calls itself a page.
    static func card(_ office: String) -> FarmReply {
        WidePages.bare(
            "Perangkat Daerah", "<h3>\(office)</h3><table><tr><td>Website</td><td>-</td></tr></table>")
    }

    static let repair = WidePages.bare(
        "Mohon maaf",
        "<center><img src=logo.png><h2>Website sedang dalam tahap pengembangan</h2><p>Silakan kembali lagi nanti. Coming soon.</p></center>"
    )
    static let apache = WidePages.bare(
        "Apache2 Ubuntu Default Page: It works",
        "<h1>Apache2 Ubuntu Default Page</h1><p>It works!</p><p>This is the default welcome page used to test the correct operation of the Apache2 server after installation on Ubuntu systems. If you can read this page, it means that the Apache HTTP server installed at this site is working properly. You should replace this file before continuing to operate your HTTP server.</p>"
    )
    static let captcha = FarmReply.page(
        "<html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Please complete the security check to access</h1><p>Sorry, you have been blocked. Ray ID: 7f1c2b3a4d</p></body></html>",
        status: 403, headers: [(name: "Server", value: "cloudflare")])

    /// A PDF whose one page is a picture.
    static var scan: FarmReply {
        var out = "%PDF-1.4\n"
        var offsets: [Int] = []
        func add(_ object: String) {
            offsets.append(out.utf8.count)
            out += "\(offsets.count) 0 obj\n\(object)\nendobj\n"
        }
        add("<</Type/Catalog/Pages 2 0 R>>")
        add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
        add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>")
        let draw = "q 595 0 0 842 0 0 cm /I Do Q"
        add("<</Length \(draw.utf8.count)>>\nstream\n\(draw)\nendstream")
        let bits = String(repeating: "F0", count: 128)
        add(
            "<</Type/XObject/Subtype/Image/Width 32/Height 32/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/ASCIIHexDecode/Length \(bits.utf8.count + 1)>>\nstream\n\(bits)>\nendstream"
        )
        let start = out.utf8.count
        out += "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            out += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        out += "trailer\n<</Size \(offsets.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return .bytes(Array(out.utf8), type: "application/pdf")
    }
}
