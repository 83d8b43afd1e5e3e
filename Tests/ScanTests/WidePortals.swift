import Farm
import Model

/// The portals of the third world, each with its own way to show the list of offices.
extension WideRegion {
    private var title: String { "Portal Resmi Pemerintah \(name)" }
    private var intro: String {
        "<h1>Pemerintah \(name)</h1><p>Portal resmi. Berita dan agenda kepala daerah.</p><article><h3>Musrenbang</h3><p>Dinas terkait hadir bersama warga \(bareName).</p></article>"
    }

    func portalSite() -> [String: FarmReply] { portalPages.merging(listPages) { own, _ in own } }

    private func anchor(_ entry: (text: String, href: String?)) -> String {
        entry.href.map { "<a href=\"\($0)\">\(entry.text)</a>" } ?? entry.text
    }

    private func home(_ menu: String, _ rest: String = "") -> FarmReply {
        WidePages.bare(title, "<nav>\(menu)</nav>\(intro)\(rest)")
    }

    /// An address as people write it: without scheme, without the last slash.
    private func written(_ href: String?) -> String {
        guard let href else { return "-" }
        let text = href.drop { $0 != "/" }.dropFirst(2)
        return String(text.last == "/" ? text.dropLast() : text)
    }

    private var listPages: [String: FarmReply] {
        switch portal {
        case .plainTable: tablePages
        case .paged: pagedPages
        case .accordion: accordionPages
        case .perField: fieldPages
        case .pdf:
            [
                "/": home("<a href='/unduh/daftar-website-opd.pdf'>Daftar Website Perangkat Daerah (PDF)</a>"),
                "/unduh/daftar-website-opd.pdf": WidePages.pdf(
                    ["DAFTAR WEBSITE PERANGKAT DAERAH"]
                        + menu.enumerated().map { "\($0 + 1). \($1.text)  \($1.href.map(absolute) ?? "-")" }),
            ]
        case .select:
            [
                "/": home(
                    "",
                    "<form><select onchange='if(this.value)location.href=this.value'><option value=''>-- Website OPD --</option>\(menu.map { "<option value=\"\($0.href ?? "")\">\($0.text)</option>" }.joined(separator: ""))</select></form>"
                )
            ]
        case .images: imagePages
        case .english:
            [
                "/": home("<a href=/en/government>Government</a> <a href=/en/tourism>Tourism</a>"),
                "/en/government": WidePages.bare("Government", "<a href=/en/agencies>Regional Apparatus</a>"),
                "/en/agencies": WidePages.bare(
                    "Regional Apparatus", "<ul>\(menu.map { "<li>\(anchor($0))</li>" }.joined(separator: ""))</ul>"),
            ]
        case .scriptState: ["/": statePage]
        case .listRefused:
            ["/": home("<a href=/perangkat-daerah>Perangkat Daerah</a>"), "/perangkat-daerah": .status(403)]
        case .shell: ["/": WidePages.shell(title)]
        case .login: ["/login": WidePages.login("Portal Layanan Internal")]
        case .cards:
            [
                "/": home("<a href=/skpk>SKPK</a>"),
                "/skpk": WidePages.bare(
                    "Satuan Kerja Perangkat Kabupaten",
                    menu.map {
                        "<div class=card><div class=card-title>\($0.text)</div><p>Alamat kantor</p>\($0.href.map { "<a class=btn href='\($0)'><i class=icon></i></a>" } ?? "")</div>"
                    }.joined(separator: "")),
            ]
        case .footer:
            [
                "/": home(
                    (1...80).map { "<a href=/menu/\($0)>Menu \($0)</a>" }.joined(separator: ""),
                    "<footer><dl>\(menu.map { "<dt>\($0.text)</dt><dd>\($0.href.map { "<a href='\($0)'>\($0)</a>" } ?? "belum ada")</dd>" }.joined(separator: ""))</dl></footer>"
                )
            ]
        }
    }

    private func absolute(_ href: String) -> String { href.hasPrefix("/") ? "http://\(domain)\(href)" : href }

    private var tablePages: [String: FarmReply] {
        let rows: String = menu.enumerated().map { at, entry -> String in
            let cell =
                entry.href?.hasPrefix("/") == true
                ? "<a href='\(entry.href ?? "")'>Profil</a>"
                : entry.href?.hasPrefix("https:") == true || entry.href?.contains("/view") == true
                    ? entry.href ?? "-" : written(entry.href)
            return "<tr><td>\(at + 1)</td><td>\(entry.text)</td><td>Jl. Poros \(at)</td><td>\(cell)</td></tr>"
        }.joined(separator: "")
        return [
            "/": home("<a href=/pemerintahan/opd>Organisasi Perangkat Daerah</a>"),
            "/pemerintahan/opd": WidePages.bare(
                "OPD",
                "<table><tr><th>No</th><th>Nama OPD</th><th>Alamat</th><th>Website</th></tr>\(rows)</table>"),
        ]
    }

    private var pagedPages: [String: FarmReply] {
        var pages = ["/": home("<a href=/opd>Perangkat Daerah</a>")]
        let count = (menu.count + 9) / 10
        let numbers = (0..<max(1, count)).map { "<a href='/opd?halaman=\($0 + 1)'>\($0 + 1)</a>" }.joined(separator: "")
        for at in 0..<max(1, count) {
            let items = menu[(at * 10)..<min(menu.count, at * 10 + 10)].map { "<li>\(anchor($0))</li>" }.joined(
                separator: "")
            let body = WidePages.bare("Perangkat Daerah", "<ul>\(items)</ul><div class=pagination>\(numbers)</div>")
            pages["/opd?halaman=\(at + 1)"] = body
            if at == 0 { pages["/opd"] = body }
        }
        return pages
    }

    private var accordionPages: [String: FarmReply] {
        let cards = menu.map {
            "<div class=accordion-item><h4 class=accordion-header><button>\($0.text)</button></h4><div class=accordion-body><p>Alamat: Jl. Pajajaran.</p>\($0.href.map { "<a href='\($0)' target=_blank>Kunjungi Website</a>" } ?? "")</div></div>"
        }.joined(separator: "")
        return [
            "/": home("<a href='/organisasi.html'>Organisasi</a>"),
            "/organisasi.html": WidePages.bare("Organisasi", "<div class=accordion>\(cards)</div>"),
        ]
    }

    private var fieldPages: [String: FarmReply] {
        let fields = ["Layanan Dasar", "Ekonomi", "Tata Kelola", "Kewilayahan"]
        var pages = [
            "/": home(
                fields.enumerated().map { "<a href='/urusan/\($0)'>Urusan \($1)</a>" }.joined(separator: " "))
        ]
        for (at, field) in fields.enumerated() {
            let items = menu.enumerated().filter { $0.offset % fields.count == at }.map {
                "<li>\(anchor($0.element))</li>"
            }
            pages["/urusan/\(at)"] = WidePages.bare(
                "Urusan \(field)", "<h2>\(field)</h2><ul>\(items.joined(separator: ""))</ul>")
        }
        return pages
    }

    private var imagePages: [String: FarmReply] {
        let half = menu.count / 2
        let areas = menu[..<half].compactMap { entry in
            entry.href.map { "<area shape=rect coords='0,0,9,9' href='\($0)' alt='\(entry.text)'>" }
        }
        let logos = menu[half...].compactMap { entry in
            entry.href.map { "<a href='\($0)' title='\(entry.text)'><img src=/logo.png></a>" }
        }
        return [
            "/": home(
                "<a href=/profil>Profil</a>",
                "<img src=/denah.png usemap='#opd'><map name=opd>\(areas.joined(separator: ""))</map><section>\(logos.joined(separator: ""))</section>"
            )
        ]
    }

    private var statePage: FarmReply {
        let items = menu.map {
            "{\"id\":1,\"attributes\":{\"nama_opd\":\"\($0.text)\",\"website\":\"\(($0.href ?? "").replacing("/", with: "\\/"))\"}}"
        }
        return home(
            "<a href=/berita>Berita</a>",
            "<div id=__next></div><script id=__NEXT_DATA__ type=application/json>{\"props\":{\"pageProps\":{\"opds\":[\(items.joined(separator: ","))]}}}</script>"
        )
    }
}
