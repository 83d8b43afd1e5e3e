import Farm

/// What hosts of the third world say: three skins that real sites wear, and the pages that are no sites.
enum WidePages {
    static func bare(_ title: String, _ body: String) -> FarmReply {
        .page(
            "<!DOCTYPE html><html><head><meta charset=utf-8><title>\(title)</title></head><body>\(body)</body></html>")
    }

    /// News that names other offices, as all such sites have.
    private static let news = """
        <section><h3>Berita Terkini</h3><article><h4>Rapat koordinasi bersama Dinas Perhubungan</h4><p>Kegiatan dihadiri
        Sekretaris Daerah, Kepala Bappeda dan para camat.</p></article><article><h4>Apel pagi gabungan</h4><p>Dipimpin Kepala
        Satuan Polisi Pamong Praja di halaman kantor bupati.</p></article></section>
        """

    /// A living site of an office; the skin decides where its name stands.
    static func site(_ office: String, _ short: String, _ region: String, skin: Int, extra: String = "") -> [String:
        FarmReply]
    {
        [
            "/": home(office, short, region, skin: skin, extra: extra),
            "/profil": bare(
                "Profil \(office)",
                "<h2>Profil</h2><p>\(office) \(region) mempunyai tugas membantu kepala daerah melaksanakan urusan pemerintahan.</p>"
            ),
            "/layanan": bare(
                "Standar Pelayanan",
                "<h2>Persyaratan</h2><ol><li>Fotokopi KTP</li><li>Surat permohonan</li></ol><h2>Biaya</h2><p>Gratis</p>"
            ),
        ]
    }

    static func home(_ office: String, _ short: String, _ region: String, skin: Int, extra: String = "") -> FarmReply {
        switch skin % 3 {
        case 0:
            return bare(
                "\(office) – \(region)",
                "<header><a href=/><img src=/logo.png alt=Logo></a><nav><a href=/profil>Profil</a><a href=/layanan>Layanan</a></nav></header><main><h1>\(office)</h1>\(news)\(extra)</main><footer>Jl. Merdeka No. 1, \(region). © 2026 \(office)</footer>"
            )
        case 1:
            let loud = "PEMERINTAH \(region.uppercased())"
            return .page(
                "<HTML><HEAD><TITLE>SELAMAT DATANG</TITLE></HEAD><BODY><TABLE WIDTH=800><TR><TD><FONT SIZE=4><B>\(loud)<BR>\(office.uppercased())</B></FONT></TD></TR><TR><TD><A HREF=/profil>PROFIL</A> | <A HREF=/layanan>LAYANAN</A></TD></TR><TR><TD>\(news)\(extra)</TD></TR></TABLE></BODY></HTML>",
                type: "text/html; charset=windows-1252")
        default:
            return bare(
                "Beranda | \(short) \(region)",
                "<nav class=navbar><span class=brand>\(short)</span><a href=/profil>Profil</a><a href=/layanan>Layanan</a></nav><div class=hero><p>Melayani dengan hati.</p></div>\(news)\(extra)<footer><p>Hak Cipta © 2026 \(office) \(region)</p></footer>"
            )
        }
    }

    /// A shell that only a script fills.
    static func shell(_ title: String) -> FarmReply {
        .page(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>\(title)</title><script type=module src=/assets/index-9f31.js></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div></body></html>"
        )
    }

    static func login(_ title: String) -> FarmReply {
        bare(
            "Login - \(title)",
            "<form method=post action=/auth><h3>\(title)</h3><input name=username placeholder='Nama Pengguna'><input type=password name=password placeholder='Kata Sandi'><button>Masuk</button></form>"
        )
    }

    static let requestRejected = FarmReply.page(
        "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 8801827364510283746<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>"
    )
    static let justAMoment = FarmReply.page(
        "<!DOCTYPE html><html lang=en-US><head><title>Just a moment...</title><meta name=robots content=noindex,nofollow></head><body><div class=main-wrapper><h2 id=challenge-running>Checking if the site connection is secure</h2><noscript>Enable JavaScript and cookies to continue</noscript></div><script src=/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1></script></body></html>",
        status: 503, headers: [(name: "Server", value: "cloudflare"), (name: "CF-RAY", value: "8a1b2c3d4e5f-CGK")])
    static let geo = FarmReply.page(
        "<html><head><title>403 Forbidden</title></head><body><h1>Akses ditolak</h1><p>Akses dari negara Anda tidak diizinkan. Access from your country is not allowed.</p></body></html>",
        status: 403)
    static let iis = bare(
        "IIS Windows Server",
        "<div id=container><a href='http://go.microsoft.com/fwlink/?linkid=66138&amp;clcid=0x409'><img src=iisstart.png alt=IIS width=960 height=600></a></div>"
    )
    static let indexOf = bare(
        "Index of /",
        "<h1>Index of /</h1><table><tr><th>Name</th><th>Last modified</th><th>Size</th></tr><tr><td><a href=cgi-bin/>cgi-bin/</a></td><td>2024-01-08 09:12</td><td>-</td></tr></table><address>Apache/2.4.57 Server at Port 80</address>"
    )
    static let helloWorld = bare(
        "Situs WordPress Saya – Situs WordPress lainnya",
        "<h1><a href=/>Situs WordPress Saya</a></h1><article><h2><a href='/?p=1'>Halo dunia!</a></h2><p>Selamat datang di WordPress. Ini adalah pos pertama Anda. Sunting atau hapus, kemudian mulai menulis!</p></article><footer>Dengan bangga bertenaga WordPress</footer>"
    )
    static func expired(_ host: String) -> FarmReply {
        bare(
            "\(host) - This domain has expired",
            "<h1>\(host)</h1><p>This domain name has expired. If you are the owner, renew it now at your registrar. Related searches:</p><ul><li>Web Hosting</li><li>Buy this domain</li></ul>"
        )
    }
    static let suspended = bare(
        "Account Suspended",
        "<h1>This Account has been suspended.</h1><p>Contact your hosting provider for more information.</p>")
    static let gambling = bare(
        "SLOT88: Situs Slot Gacor Hari Ini Gampang Menang",
        "<h1>Slot Gacor Maxwin Deposit Pulsa Tanpa Potongan</h1><p>Bandar slot online resmi, rtp live, togel dan judi bola terpercaya.</p>"
            + (1...15).map { "<a href='https://daftar\($0).example/'>link alternatif slot gacor \($0)</a> " }.joined(
                separator: ""))
    static let databaseError = FarmReply.page(
        "<html><head><title>Database Error</title></head><body><h1>Error establishing a database connection</h1></body></html>",
        status: 500)

    /// A PDF of one page with these lines, uncompressed.
    static func pdf(_ lines: [String]) -> FarmReply {
        func safe(_ text: String) -> String {
            text.replacing("(", with: "\\(").replacing(")", with: "\\)")
        }
        var out = "%PDF-1.4\n"
        var offsets: [Int] = []
        func add(_ object: String) {
            offsets.append(out.utf8.count)
            out += "\(offsets.count) 0 obj\n\(object)\nendobj\n"
        }
        let stream = "BT /F1 8 Tf 11 TL 40 820 Td " + lines.map { "(\(safe($0))) Tj T* " }.joined(separator: "") + "ET"
        add("<</Type/Catalog/Pages 2 0 R>>")
        add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
        add(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>")
        add("<</Length \(stream.utf8.count)>>\nstream\n\(stream)\nendstream")
        add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
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
