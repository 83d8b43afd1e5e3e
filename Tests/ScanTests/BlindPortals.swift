import Farm
import Foundation

/// The portals of the sixth world.
extension BlindRegion {
    private func home(_ body: String, foot: String = "") -> FarmReply {
        WidePages.bare(
            "\(name) - Situs Resmi Pemerintah",
            "<header><h1>Pemerintah \(name)</h1></header>\(body)<main><h2>Warta</h2><article><h3>Panen raya</h3><p>Bupati dan wali kota menghadiri panen raya.</p></article>\(newsOfFront)</main><footer>\(foot)<p>© 2026 Diskominfo</p></footer>"
        )
    }

    private func lines(_ make: (Entry) -> String) -> String { entries.map(make).joined(separator: "\n") }

    private func anchor(_ entry: Entry, _ text: String) -> String { "<a href=\"\(entry.href ?? "#")\">\(text)</a>" }

    /// For lists that stand on another host, or as text.
    private func absolute(_ entry: Entry) -> Entry {
        guard let href = entry.href, href.hasPrefix("/") else { return entry }
        var entry = entry
        entry.href = "http://\(domain)\(href)"
        return entry
    }

    mutating func addPortal() {
        if [.informationOfficers, .tenants, .fieldRows].contains(habit) { entries = entries.map(absolute) }
        var site: [String: FarmReply]
        switch habit {
        case .megaMenu:
            let items = lines {
                "<li class=menu-item>\(anchor($0, "<span class=elementor-item>\($0.short)</span>"))</li>"
            }
            site = [
                "/": home(
                    "<nav class=elementor-nav-menu><ul><li><a href='#'>Profil</a></li><li class=menu-item-has-children><a href='#'>Pemerintahan</a><ul class=sub-menu><li class=menu-item-has-children><a href='#'>OPD</a><ul class=sub-menu>\(items)</ul></li></ul></li></ul></nav>"
                )
            ]
        case .fieldRows: site = fieldRows
        case .dataCards: site = dataCards
        case .searchOnly:
            site = [
                "/": home("<nav><a href=/opd>Direktori OPD</a></nav>"),
                "/opd": WidePages.bare(
                    "Direktori OPD",
                    "<h1>Direktori OPD</h1><form action=/opd method=get><input type=search name=q placeholder='Ketik nama OPD...'><button>Cari</button></form><p>Ketik paling sedikit tiga huruf.</p>"
                ),
            ]
        case .informationOfficers: site = informationOfficers()
        case .siteMapPage:
            site = [
                "/": home("<nav><a href=/berita>Berita</a></nav>", foot: "<a href=/peta-situs.html>Peta Situs</a>"),
                "/berita": WidePages.bare("Berita", "<h1>Berita</h1><p>Belum ada berita.</p>"),
                "/peta-situs.html": WidePages.bare(
                    "Peta Situs",
                    "<h1>Peta Situs</h1><ul><li><a href=/>Beranda</a></li><li>Website Perangkat Daerah<ul>\(lines { "<li>\(anchor($0, $0.name))</li>" })</ul></li></ul>"
                ),
            ]
        case .codedLinks: site = codedLinks
        case .tenants: site = tenants()
        case .applications: site = applications
        case .footer:
            site = ["/": home("<nav><a href=/kontak>Kontak</a></nav>", foot: footColumns)]
        }
        site.merge(pages) { own, _ in own }
        let locations = (["/"] + sitemap).map { "<url><loc>http://\(domain)\($0)</loc></url>" }.joined()
        site["/sitemap.xml"] = .page(
            "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\(locations)</urlset>",
            type: "application/xml")
        region.plain[domain] = site
    }

    private var footColumns: String {
        var text = ""
        for start in stride(from: 0, to: entries.count, by: 8) {
            let items = entries[start..<min(start + 8, entries.count)].map { "<p>\(anchor($0, $0.short))</p>" }
            text += "<div class=col-md-3><h5>\(start == 0 ? "Link OPD" : "&nbsp;")</h5>\(items.joined())</div>"
        }
        return text
    }

    private var fieldRows: [String: FarmReply] {
        var site = ["/": home("<nav><a href=/profil>Profil</a><a href=/instansi>Instansi</a></nav>")]
        let size = 8
        let count = (entries.count + size - 1) / size
        let pager = (0..<count).map { "<li class=pager-item><a href='/instansi?page=\($0)'>\($0 + 1)</a></li>" }
            .joined()
        for page in 0..<count {
            let rows = entries[(page * size)..<min(page * size + size, entries.count)].map {
                "<div class=views-row><div class=views-field-title><span class=field-content>\($0.name)</span></div><div class=views-field-field-website><span class=views-label>Website: </span><span class=field-content>\($0.href ?? "")</span></div></div>"
            }
            site[page == 0 ? "/instansi" : "/instansi?page=\(page)"] = WidePages.bare(
                "Instansi",
                "<h1>Instansi</h1><div class=view-content>\(rows.joined())</div><ul class=pager>\(pager)</ul>")
        }
        return site
    }

    private var dataCards: [String: FarmReply] {
        let cards = lines { entry in
            let json = "{\"nama\":\"\(entry.name)\",\"tautan\":\"\((entry.href ?? "").replacing("/", with: "\\/"))\"}"
            return
                "<div class='card urusan' data-opd=\"\(json.replacing("\"", with: "&quot;"))\"><h5>\(entry.short)</h5><button class='btn buka'>Detail</button></div>"
        }
        return [
            "/": home("<nav><a href=/layanan>Layanan</a><a href=/urusan>Urusan Pemerintahan</a></nav>"),
            "/layanan": WidePages.bare("Layanan", "<h1>Layanan</h1><p>Hubungi kami.</p>"),
            "/urusan": WidePages.bare(
                "Urusan Pemerintahan", "<h1>Urusan Wajib dan Pilihan</h1>\(cards)<script src=/js/app.js></script>"),
            "/js/app.js": .page(
                "$('.buka').on('click',function(){var o=$(this).parent().data('opd');if(o.tautan)window.open(o.tautan)})",
                type: "text/javascript"),
        ]
    }

    private mutating func informationOfficers() -> [String: FarmReply] {
        let host = "ppid.\(domain)"
        region.plain[host] = [
            "/": WidePages.bare(
                "PPID \(name)",
                "<h1>PPID Utama \(name)</h1><nav><a href=/dip>DIP</a><a href=/pelaksana>PPID Pelaksana</a></nav>"),
            "/dip": WidePages.bare("DIP", "<h1>Daftar Informasi Publik</h1><p>Tersedia.</p>"),
            "/pelaksana": WidePages.bare(
                "PPID Pelaksana",
                "<h1>PPID Pelaksana</h1><table><tr><th>No</th><th>PPID</th><th>Tautan</th></tr>\(lines { "<tr><td>-</td><td>PPID Pelaksana \($0.name)</td><td>\($0.href == nil ? "-" : anchor($0, "Buka"))</td></tr>" })</table>"
            ),
        ]
        return [
            "/": home(
                "<nav><a href=/sejarah>Sejarah</a></nav>",
                foot: "<a href='http://\(host)/'><img src=/ppid.png alt=PPID></a>"),
            "/sejarah": WidePages.bare("Sejarah", "<h1>Sejarah</h1><p>Berdiri sejak lama.</p>"),
        ]
    }

    /// The way out is a redirect for one, a page with a script for the next.
    private var codedLinks: [String: FarmReply] {
        var items = ""
        var ways: [String: FarmReply] = [:]
        for (at, entry) in entries.enumerated() {
            guard let href = entry.href, !href.hasPrefix("/") else {
                items += "<li>\(entry.href == nil ? entry.name : anchor(entry, entry.name))</li>"
                continue
            }
            let coded = Data(href.utf8).base64EncodedString()
            items += "<li><a href=\"/keluar/\(coded)\" rel=nofollow>\(entry.name)</a></li>"
            ways["/keluar/\(coded)"] =
                at % 2 == 0
                ? .redirect(href)
                : WidePages.bare(
                    "Anda meninggalkan portal",
                    "<p>Anda akan dialihkan dalam 3 detik.</p><script>setTimeout(function(){location.href=atob('\(coded)')},3000)</script>"
                )
        }
        let list = WidePages.bare("Website OPD", "<h1>Website OPD</h1><ol>\(items)</ol>")
        let front = home("<nav><a href=/daftar-website-opd>Website OPD</a></nav>")
        return ways.merging(["/": front, "/daftar-website-opd": list]) { $1 }
    }

    private mutating func tenants() -> [String: FarmReply] {
        let host = "skpd.\(domain)"
        region.plain[host] = [
            "/": WidePages.bare(
                "Situs SKPD \(name)",
                "<h1>Situs SKPD \(name)</h1><select onchange='location=this.value'><option value=''>-- pilih SKPD --</option>\(lines { "<option value=\"\($0.href ?? "")\">\($0.name)</option>" })</select>"
            )
        ]
        return [
            "/": home(
                "<div class=ikon><a href='http://\(host)/'><i class=fa></i><span>SKPD</span></a><a href=/cuaca>Cuaca</a></div>"
            )
        ]
    }

    private var applications: [String: FarmReply] {
        let apps = ["SIPD", "e-Kinerja", "SIMPEG", "JDIH", "LPSE", "Lapor"].map {
            "<a href='http://\($0.lowercased()).\(domain)/'><img src=/ikon.png alt='Aplikasi \($0)'></a>"
        }.joined()
        let offices = lines { "<a href=\"\($0.href ?? "#")\" class=app><img src=/ikon.png alt=\"\($0.name)\"></a>" }
        return [
            "/": home("<nav><a href=/aplikasi>Aplikasi &amp; Website</a></nav>"),
            "/aplikasi": WidePages.bare(
                "Aplikasi & Website", "<h1>Aplikasi &amp; Website</h1><div class=grid>\(apps)\(offices)</div>"),
        ]
    }
}
