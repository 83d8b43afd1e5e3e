import Farm
import Foundation

/// The portals of the fourth world, each with its own way to show the list of offices.
extension FarRegion {
    private var title: String { "Website Resmi Pemerintah \(name)" }
    private var intro: String {
        "<h1>Pemerintah \(name)</h1><p>Selamat datang. Simak kabar terbaru kepala daerah dan layanan publik.</p><div class=berita><h3>Upacara hari jadi</h3><p>Seluruh kepala perangkat daerah hadir.</p></div>"
    }
    private func home(_ body: String) -> FarmReply { WidePages.bare(title, body + intro) }

    /// An address as people write it.
    func written(_ href: String?) -> String {
        guard let href, href != "#" else { return "-" }
        if href.hasPrefix("/") { return region.domain + href }
        guard let mark = href.range(of: "//") else { return href }
        let text = href[mark.upperBound...]
        return String(text.last == "/" ? text.dropLast() : text)
    }

    private func coded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }

    func lines(_ make: (Entry) -> String) -> String { entries.map(make).joined(separator: "\n") }

    func portalSite() -> [String: FarmReply] {
        switch habit {
        case .megaMenu: ["/": megaMenu]
        case .addressBook: addressBook
        case .redirector: redirector
        case .handlers: handlers
        case .frameBase: frameBase
        case .workbook: workbook
        case .scriptVariable: scriptVariable
        case .detailPages: detailPages
        case .joomla: joomla
        case .wwwOnly: wwwOnly
        case .postBack: postBack
        case .pagedData: pagedData
        case .robotsShut:
            [
                "/robots.txt": .page("User-agent: *\nDisallow: /\n", type: "text/plain"),
                "/": home("<ul>\(lines { "<li><a href=\"\($0.href ?? "#")\">\($0.name)</a></li>" })</ul>"),
            ]
        }
    }

    private var megaMenu: FarmReply {
        let items = entries.map { entry -> String in
            let href = entry.href.map {
                $0.hasPrefix("http://") ? "//" + written($0).uppercasedHost + "/" : $0
            }
            return
                "<li class='menu-item mega'><a class=dropdown-item href=\"\(href ?? "#")\" title=\"\(entry.name) \(name)\"><i class='fa fa-angle-right'></i> \(entry.short)</a></li>"
        }
        let columns = stride(from: 0, to: items.count, by: 8).map {
            "<div class=col-md-3><ul>" + items[$0..<min($0 + 8, items.count)].joined() + "</ul></div>"
        }.joined()
        return home(
            "<nav><ul><li><a href=/>Beranda</a></li><li class=has-mega><a href='javascript:void(0)'>Perangkat Daerah</a><div class=mega-menu>\(columns)</div></li></ul></nav>"
        )
    }

    private var addressBook: [String: FarmReply] {
        let text = lines {
            "<p><strong>\($0.name.uppercased())</strong><br>\nAlamat : \($0.address)<br>\nTelepon : (0761) 33\($0.number)<br>\nWebsite : \(written($0.href))<br>\nE-mail : tu.\($0.number)@\(region.domain)</p>"
        }
        return [
            "/": home("<nav><a href=/profil-daerah>Profil</a> <a href=/halaman/alamat-skpd>Alamat SKPD</a></nav>"),
            "/halaman/alamat-skpd": WidePages.bare("Alamat SKPD", "<h1>Alamat Kantor SKPD</h1>\(text)"),
        ]
    }

    private var redirector: [String: FarmReply] {
        let items = entries.enumerated().map { at, entry -> String in
            guard let href = entry.href else { return "<li>\(entry.name)</li>" }
            let by =
                switch at % 4 {
                case 0: "/keluar?url=\(coded(href))"
                case 1: "javascript:window.open('\(href)','_blank')"
                case 2 where href.hasPrefix("http"): "https://www.google.com/url?q=\(coded(href))&amp;sa=D"
                default: "/link/go/\(entry.number)"
                }
            return "<li><a href=\"\(by)\" rel=nofollow>\(entry.name)</a></li>"
        }
        var pages: [String: FarmReply] = [
            "/": home("<aside><h3>Website OPD</h3><ul>\(items.joined(separator: "\n"))</ul></aside>")
        ]
        for entry in entries {
            if let href = entry.href { pages["/link/go/\(entry.number)"] = .redirect(href) }
        }
        return pages
    }

    private var handlers: [String: FarmReply] {
        let cards = entries.enumerated().map { at, entry -> String in
            let href = entry.href ?? ""
            switch at % 4 {
            case 0:
                return
                    "<div class=card data-href=\"\(href)\"><img src=/img/\(at).png alt=''><h5>\(entry.name)</h5></div>"
            case 1:
                return
                    "<div class=card style='cursor:pointer' onclick=\"window.location.href='\(href)'\"><h5>\(entry.name)</h5></div>"
            case 2:
                return
                    "<div class=card><h5>\(entry.name)</h5><button type=button data-url=\"\(href)\">Kunjungi Situs</button></div>"
            default:
                return
                    "<div class=card><h5>\(entry.name)</h5><form action=\"\(href)\" method=get target=_blank><button>Buka</button></form></div>"
            }
        }.joined(separator: "\n")
        return [
            "/": home("<nav><a href=/instansi>Instansi</a></nav>"),
            "/instansi": WidePages.bare(
                "Instansi", "<h1>Organisasi Perangkat Daerah</h1><div class=row>\(cards)</div>"),
        ]
    }

    private var frameBase: [String: FarmReply] {
        [
            "/": home("<iframe src='/widget/opd.php' title='OPD' width=100%></iframe>"),
            "/widget/opd.php": .page(
                "<html><head><base href='http://\(region.domain)/' target=_blank></head><body><details><summary>Dinas, Badan dan Kecamatan</summary><ol>\(lines { "<li><a href=\"\($0.href ?? "#")\">\($0.name)</a></li>" })</ol></details></body></html>"
            ),
        ]
    }

    private var workbook: [String: FarmReply] {
        let rows = entries.map { ["\($0.number)", $0.name, $0.address, written($0.href)] }
        return [
            "/": home("<nav><a href=/unduhan>Unduhan</a></nav>"),
            "/unduhan": WidePages.bare(
                "Unduhan",
                "<h1>Unduhan</h1><ul><li><a href='/storage/Kalender%202026.xlsx'>Kalender 2026</a></li><li><a href='/storage/Daftar%20Alamat%20Website%20OPD.xlsx'>Daftar Alamat Website OPD</a></li></ul>"
            ),
            "/storage/Kalender%202026.xlsx": FarWorkbook.make([["Bulan", "Libur"], ["Januari", "1"]]),
            "/storage/Daftar%20Alamat%20Website%20OPD.xlsx": FarWorkbook.make(
                [["No", "Nama OPD", "Alamat", "Website"]] + rows),
        ]
    }

    private var scriptVariable: [String: FarmReply] {
        let items = lines {
            "{ id: \($0.number), nama: '\($0.name)', singkatan: '\($0.short)', website: '\($0.href ?? "")', aktif: true },"
        }
        return [
            "/": home("<nav><a href=/opd>OPD</a></nav>"),
            "/opd": WidePages.bare(
                "OPD",
                "<h1>Daftar OPD</h1><div id=tabel></div><script>\nvar daftarOpd = [\n\(items)\n];\nfor (var i = 0; i < daftarOpd.length; i++) { document.getElementById('tabel').innerHTML += '<a href=\"' + daftarOpd[i].website + '\">' + daftarOpd[i].nama + '</a>'; }\n</script>"
            ),
        ]
    }

    private var detailPages: [String: FarmReply] {
        var pages: [String: FarmReply] = [
            "/": home("<nav><a href=/pemerintahan>Pemerintahan</a></nav>"),
            "/pemerintahan": WidePages.bare(
                "Pemerintahan",
                "<h1>Pemerintahan</h1><ul><li><a href=/pemerintahan/bupati>Bupati</a></li><li><a href=/pemerintahan/skpd>SKPD</a></li></ul>"
            ),
        ]
        let groups = stride(from: 0, to: entries.count, by: 12).map { $0..<min($0 + 12, entries.count) }
        for (page, range) in groups.enumerated() {
            let items = entries[range].map {
                "<tr><td>\($0.number)</td><td>\($0.name)</td><td><a href='/pemerintahan/skpd/detail/\($0.number)'><i class='fa fa-eye'></i></a></td></tr>"
            }.joined()
            let next =
                page + 1 < groups.count ? "<a rel=next href='/pemerintahan/skpd?page=\(page + 2)'>&raquo;</a>" : ""
            let reply = WidePages.bare("SKPD", "<h1>SKPD</h1><table>\(items)</table><ul class=pagination>\(next)</ul>")
            pages["/pemerintahan/skpd" + (page == 0 ? "" : "?page=\(page + 1)")] = reply
        }
        for entry in entries {
            let site = entry.href.map { "<a href=\"\($0)\">Klik di sini</a>" } ?? "-"
            pages["/pemerintahan/skpd/detail/\(entry.number)"] = WidePages.bare(
                "Detail SKPD",
                "<h2>\(entry.name)</h2><table><tr><th>Kepala</th><td>Drs. Ahmad, M.Si</td></tr><tr><th>Alamat</th><td>\(entry.address)</td></tr><tr><th>Situs Web</th><td>\(site)</td></tr></table>"
            )
        }
        return pages
    }

    private var joomla: [String: FarmReply] {
        let rows = lines {
            "<tr class=sectiontableentry1><td>\($0.number)</td><td><a href=\"\($0.href ?? "#")\" class=category target=_blank>\($0.short)</a><br /><span class=description>Situs \($0.name)</span></td><td>12\($0.number)</td></tr>"
        }
        let old = "text/html; charset=iso-8859-1"
        return [
            "/": .page(
                "<html><head><meta http-equiv=refresh content='0; url=/index.php/id/'></head><body></body></html>"),
            "/index.php/id/": .page(
                "<html><head><title>\(title)</title></head><body><ul class=menu><li><a href='/index.php?option=com_content&amp;view=article&amp;id=5'><span>Selayang Pandang</span></a></li><li><a href='/index.php?option=com_weblinks&amp;view=categories'><span>Tautan</span></a></li></ul>\(intro)</body></html>",
                type: old),
            "/index.php?option=com_weblinks&view=categories": .page(
                "<html><head><title>Tautan</title></head><body><div class=componentheading>Tautan</div><ul><li><a href='/index.php?option=com_weblinks&amp;view=category&amp;id=2'>Media</a> (0)</li><li><a href='/index.php?option=com_weblinks&amp;view=category&amp;id=7'>SKPD di lingkungan Pemkab</a> (\(entries.count))</li></ul></body></html>",
                type: old),
            "/index.php?option=com_weblinks&view=category&id=2": .page("<h1>Media</h1>", type: old),
            "/index.php?option=com_weblinks&view=category&id=7": .page(
                "<html><head><title>SKPD</title></head><body><table>\(rows)</table></body></html>", type: old),
        ]
    }

    private var wwwOnly: [String: FarmReply] {
        [
            "/": home(""),
            "/peta-situs": WidePages.bare(
                "Peta Situs",
                "<h1>Peta Situs</h1><ul>\(lines { "<li><a href=\"\($0.href ?? "#")\"><img src=/l/\($0.number).png alt=\"\($0.name)\"></a></li>" })</ul>"
            ),
        ].merging([
            "/": home("<footer><a href=/peta-situs>Peta Situs</a></footer>")
        ]) { $1 }
    }

    private var postBack: [String: FarmReply] {
        let shown = entries.prefix(10).map {
            "<tr><td><a href=\"\($0.href ?? "#")\">\($0.name)</a></td></tr>"
        }.joined()
        let pager = (2...4).map { "<a href=\"javascript:__doPostBack('ctl00$gvSkpd','Page$\($0)')\">\($0)</a> " }
            .joined()
        return [
            "/": home("<a href='/Skpd.aspx'>Daftar SKPD</a>"),
            "/Skpd.aspx": WidePages.bare(
                "Daftar SKPD",
                "<form method=post action='/Skpd.aspx' id=aspnetForm><input type=hidden name=__VIEWSTATE value='/wEPDwUK'><table id=gvSkpd>\(shown)<tr class=pager><td>1 \(pager)</td></tr></table></form>"
            ),
        ]
    }

    private var pagedData: [String: FarmReply] {
        var pages: [String: FarmReply] = [
            "/": home(
                "<nav><a href=/organisasi>Organisasi</a></nav>"),
            "/organisasi": WidePages.bare(
                "Organisasi",
                "<h1>Organisasi</h1><div id=daftar>Memuat...</div><script>let p=1;function muat(){fetch('/api/skpd?page='+p).then(r=>r.json()).then(d=>{tampil(d.data);if(d.next_page_url){p++;muat()}})}muat()</script>"
            ),
        ]
        let groups = stride(from: 0, to: entries.count, by: 15).map { $0..<min($0 + 15, entries.count) }
        for (page, range) in groups.enumerated() {
            let items = entries[range].map {
                "{\"id\":\($0.number),\"nama_skpd\":\"\($0.name)\",\"akronim\":\"\($0.short)\",\"url\":\"\(($0.href ?? "").replacing("/", with: "\\/"))\"}"
            }.joined(separator: ",")
            let next = page + 1 < groups.count ? "\"\\/api\\/skpd?page=\(page + 2)\"" : "null"
            let reply = FarmReply.page(
                "{\"current_page\":\(page + 1),\"data\":[\(items)],\"next_page_url\":\(next),\"last_page\":\(groups.count)}",
                type: "application/json")
            pages["/api/skpd?page=\(page + 1)"] = reply
            if page == 0 { pages["/api/skpd"] = reply }
        }
        return pages
    }
}

extension String {
    /// The address with its host in capitals.
    fileprivate var uppercasedHost: String {
        guard let end = firstIndex(of: "/") else { return uppercased() }
        return self[..<end].uppercased() + self[end...]
    }
}
