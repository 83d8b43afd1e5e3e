import Farm

/// What hosts of the fourth world say: skins of other programs, and pages that are no sites.
enum FarPages {
    /// A living site of an office in one of six skins.
    static func site(_ office: String, _ short: String, _ region: String, skin: Int, extra: String = "") -> [String:
        FarmReply]
    {
        let profile = WidePages.bare(
            "Profil",
            "<h1>Profil \(office)</h1><p>\(office) \(region) dipimpin oleh seorang kepala dinas dan mempunyai tugas membantu kepala daerah.</p><h2>Tugas Pokok</h2><p>Merumuskan kebijakan teknis.</p>"
        )
        return ["/": home(office, short, region, skin: skin, extra: extra), "/profil": profile, "/layanan": services]
    }

    private static let services = WidePages.bare(
        "Layanan", "<h1>Layanan</h1><h2>Persyaratan</h2><ul><li>KTP</li><li>KK</li></ul><h2>Biaya</h2><p>Gratis</p>")

    private static let news = """
        <div class=posts><div class=post><h3>Sosialisasi pencegahan stunting</h3><p>Dibuka Wakil Bupati, dihadiri Dinas Kesehatan
        dan TP PKK.</p></div><div class=post><h3>Monev triwulan II</h3><p>Bersama Inspektorat dan Bappeda di aula.</p></div></div>
        """

    static func home(_ office: String, _ short: String, _ region: String, skin: Int, extra: String = "") -> FarmReply {
        let menu = "<a href=/profil>Profil</a> <a href=/layanan>Layanan</a>"
        switch skin % 6 {
        case 0:
            return WidePages.bare(
                "\(short) \(region) – Situs Resmi \(office)",
                "<header class=site-header><p class=site-title><a href=/ rel=home>\(office)</a></p><p class=site-description>\(region)</p><nav>\(menu)</nav></header>\(news)\(extra)<footer>Ditenagai oleh WordPress</footer>"
            )
        case 1:
            return .page(
                "<html><head><title>Home</title><meta name=generator content='Joomla! 1.5 - Open Source Content Management'></head><body><div id=logo><img src=/templates/ja/logo.png alt='\(office) \(region)'></div><div id=mainnav>\(menu)</div><div class=moduletable>\(news)\(extra)</div><div id=footer>Copyright 2026 \(office). All Rights Reserved.</div></body></html>",
                type: "text/html; charset=windows-1252")
        case 2:
            return WidePages.bare(
                "Beranda",
                "<nav class=navbar><a class=navbar-brand href=/><img src=/img/logo.png alt=logo><span>\(short.uppercased())<br>\(region.uppercased())</span></a>\(menu)</nav><section class=hero><h2>Selamat Datang di Website Resmi</h2><h1>\(office) \(region)</h1></section>\(news)\(extra)"
            )
        case 3:
            return .page(
                "<html><head><title>:: \(office.uppercased()) :: \(region.uppercased()) ::</title></head><body bgcolor=#ffffff><table width=100%><tr><td><img src=images/banner.jpg></td></tr><tr><td><a href=/profil>Profil</a> <a href=/layanan>Layanan</a></td></tr><tr><td>\(news)\(extra)</td></tr></table></body></html>",
                type: "text/html")
        case 4:
            return WidePages.bare(
                "\(office)",
                "<div id=wrapper><div class=topbar>Email: \(short.lowercased().filter { $0.isLetter })@mail.go.id</div>\(menu)\(news)\(extra)<div class=footer><h4>\(office)</h4><p>Kompleks Perkantoran Pemerintah \(region), Jl. A. Yani Km 5</p></div></div>"
            )
        default:
            return WidePages.bare(
                "\(office) | Pemerintah \(region)",
                "<div id=app><header>\(menu)</header><main><h2>Pengumuman</h2>\(news)\(extra)</main><footer>&copy; Pemerintah \(region)</footer></div>"
            )
        }
    }

    static let construction = WidePages.bare(
        "Under Construction", "<h1>Situs ini sedang dalam tahap pengembangan</h1><p>Mohon kembali lagi nanti.</p>")
    static let laravel = WidePages.bare(
        "Laravel",
        "<div class='flex-center position-ref full-height'><div class=content><div class='title m-b-md'>Laravel</div><div class=links><a href='https://laravel.com/docs'>Docs</a><a href='https://laracasts.com'>Laracasts</a><a href='https://laravel-news.com'>News</a><a href='https://github.com/laravel/laravel'>GitHub</a></div></div></div>"
    )
    static let cpanel = WidePages.bare(
        "Default Web Site Page",
        "<h1>SORRY!</h1><p>If you are the owner of this website, please contact your hosting provider: webmaster@host</p><p>It is possible you have reached this page because: The IP address has changed. There has been a server misconfiguration.</p><footer>cPanel, L.L.C.</footer>"
    )
    static let nginx = WidePages.bare(
        "Welcome to nginx!",
        "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p><p><em>Thank you for using nginx.</em></p>"
    )
    static let incapsula = FarmReply.page(
        "<html><head><META NAME='robots' CONTENT='noindex,nofollow'></head><iframe src='/_Incapsula_Resource?CWUDNSAI=22&xinfo=8-1234-0&incident_id=877000' frameborder=0 width='100%' height='100%'>Request unsuccessful. Incapsula incident ID: 877000-33</iframe></html>"
    )
    static let maintenance = FarmReply.page(
        "<html><head><title>Pemeliharaan</title></head><body><h1>Mohon maaf, website sedang dalam pemeliharaan</h1></body></html>",
        status: 503, headers: [(name: "Retry-After", value: "86400")])
    static let blogGone = FarmReply.page(
        "<html><head><title>Blog tidak ditemukan</title></head><body><h1>Maaf, blog yang Anda cari tidak ada.</h1><p>Namun, nama ini tersedia untuk didaftarkan!</p></body></html>",
        status: 404)
    static func login(_ title: String) -> FarmReply { WidePages.login(title) }
}

/// A spreadsheet of one sheet with text in its cells, in a container without compression (ECMA-376; PKWARE APPNOTE 4.3).
enum FarWorkbook {
    static func make(_ rows: [[String]]) -> FarmReply {
        let sheet = rows.map { row in
            "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\(escaped($0))</t></is></c>" }.joined() + "</row>"
        }.joined()
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let files = [
            (
                "[Content_Types].xml",
                "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(sheetType).sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(sheetType).worksheet+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"OPD\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData></worksheet>"
            ),
        ]
        return .bytes(zip(files), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    private static func zip(_ files: [(String, String)]) -> [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for (name, text) in files {
            let (bytes, label) = (Array(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).utf8), Array(name.utf8))
            let facts =
                small(20) + small(0) + small(0) + small(0) + small(0x21) + large(crc(bytes)) + large(bytes.count)
                + large(bytes.count) + small(label.count) + small(0)
            directory += large(0x0201_4b50) + small(20) + facts + small(0) + small(0) + small(0) + large(0)
            directory += large(out.count) + label
            out += large(0x0403_4b50) + facts + label + bytes
        }
        let start = out.count
        out += directory + large(0x0605_4b50) + small(0) + small(0) + small(files.count) + small(files.count)
        return out + large(directory.count) + large(start) + small(0)
    }

    private static func small(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    private static func large(_ value: Int) -> [UInt8] { small(value & 65535) + small(value >> 16 & 65535) }

    private static func crc(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = 0xffff_ffff
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
        }
        return Int(sum ^ 0xffff_ffff)
    }
}
