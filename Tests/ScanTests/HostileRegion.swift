import Farm
import Model
import Rules

/// One generated region: its portal, its offices' hosts, and the truth about each.
struct HostileRegion {
    let number: Int
    let name: String
    let domain: String
    let address: String
    private(set) var offices: [HostileOffice] = []
    private(set) var hosts: [String: [String: FarmReply]] = [:]
    /// Hosts that answer every path alike.
    private(set) var everywhere: [String: FarmReply] = [:]
    private(set) var doomed: Set<String> = []
    private(set) var flapping: Set<String> = []
    private(set) var flappingPages: Set<String> = []
    private(set) var garbageTLS: Set<String> = []
    /// Links of the portal's list of offices.
    private var menu: [(text: String, href: String)] = []
    private var sections: [String: FarmReply] = [:]
    private let book: RuleBook

    var code: String { "98." + (number < 10 ? "0\(number)" : "\(number)") }
    /// The menu is written by a script only.
    var hasScriptMenu: Bool { number % 4 == 1 }
    /// The script that writes the menu is a file of its own.
    var hasScriptFile: Bool { number % 8 == 5 }
    /// The portal fails until the second pass.
    var portalFlaps: Bool { number == 3 }
    /// The site of the Dinkes never answers.
    var healthIsSilent: Bool { number == 6 }
    /// The portal answers every path with its own page.
    var portalIsSoft: Bool { number % 4 == 2 }

    init(_ number: Int, book: RuleBook) {
        self.number = number
        self.book = book
        let bare = HostileNames.regions[number - 1]
        name = "Kabupaten " + bare
        domain = bare.lowercased().filter { $0 != " " } + "kab.go.id"
        address = "127.0.1.\(number)"
        for (index, office) in HostileNames.offices.enumerated() {
            let traps = Trap.allCases
            add(office.name, office.kind, traps[(index * 3 + number * 7) % traps.count])
        }
        addHealth()
        addMerged()
        addHospitalAndDistrict()
        hosts[domain] = portalPages
        if portalFlaps { flapping.insert(domain) }
        if portalIsSoft { everywhere[domain] = HostilePages.notFound }
    }

    /// The row that gives the region its portal.
    var portalRow: Target {
        Target(
            code: code + ".P", name: "Portal Pemerintah \(name)", kind: "portal", region: code,
            listed: "http://\(domain)/")
    }

    // MARK: - Offices with a trap

    private mutating func office(
        _ office: String, _ kind: String, url: String? = nil, right: Set<OfficeStatus>, why: String,
        withheld: Bool = false, host: String? = nil, parent: String? = nil, extra: [String: String] = [:]
    ) {
        let target = Target(
            code: "\(code).\(offices.count + 1)", name: office, kind: kind, region: code, listed: url, parent: parent,
            extra: extra)
        offices.append(
            HostileOffice(target: target, why: why, right: right, isWithheld: withheld, host: host))
    }

    /// The label this region uses for a kind: one of its three most usual.
    private func label(_ kind: String) -> String {
        let labels = book.nomenclature.kind(kind)?.hostLabels.sorted { $0.count > $1.count } ?? []
        return labels.isEmpty ? kind : labels[number % min(3, labels.count)].label
    }

    private mutating func add(_ name: String, _ kind: String, _ trap: Trap) {
        let label = label(kind)
        let host = "\(label).\(domain)"
        let url = "http://\(host)/"
        let site = HostilePages.site(name, self.name)
        let stem = domain.prefix { $0 != "." }
        var listed: String? = url
        var extra: [String: String] = [:]
        switch trap {
        case .plain: hosts[host] = site
        case .linked:
            listed = nil
            hosts[host] = site
            menu.append((name, url))
        case .byRule, .httpOnlyByRule:
            listed = nil
            hosts[host] = site
        case .ruleWithSectionLink:
            listed = nil
            hosts[host] = site
            menu.append((name, "/opd/\(label)"))
            sections["/opd/\(label)"] = HostilePages.html(name, "<h1>\(name)</h1><p>Alamat: Jalan Merdeka 2</p>")
        case .movedRedirect:
            listed = "http://\(label)-\(stem).com/"
            hosts["\(label)-\(stem).com"] = ["/": .redirect(url, status: 301)]
            hosts[host] = site
        case .movedText:
            listed = "http://\(label)\(stem).blogspot.com/"
            hosts["\(label)\(stem).blogspot.com"] = [
                "/": HostilePages.html(
                    "\(name) \(self.name)",
                    "<h1>\(name) \(self.name)</h1><p>Blog ini tidak diperbarui lagi. Kami pindah ke <a href=\"\(url)\">\(host)</a>.</p>"
                )
            ]
            hosts[host] = site
        case .listedGone:
            listed = "http://\(label)lama.\(domain)/"
            hosts[host] = site
        case .anonymous:
            listed = nil
            hosts[host] = [
                "/": HostilePages.html(
                    "Beranda", "<h1>Selamat Datang</h1><p>Kami melayani warga setiap hari kerja di kantor kami.</p>")
            ]
        case .garbageTLS:
            hosts[host] = site
            garbageTLS.insert(host)
        case .slow: hosts[host] = site.mapValues { $0.delayed(milliseconds: 250) }
        case .huge:
            var big = site
            let filler = String(repeating: "<p>Berita tentang kegiatan hari ini di kantor kami.</p>\n", count: 9_000)
            big["/"] = HostilePages.site(name, self.name, extra: filler)["/"]
            hosts[host] = big
        case .flapping:
            hosts[host] = site
            flapping.insert(host)
        case .pagesFlap:
            hosts[host] = site
            flappingPages.insert(host)
        case .softNotFoundSite:
            hosts[host] = site
            everywhere[host] = HostilePages.html("\(name) \(self.name)", "<h1>\(name) \(self.name)</h1><p>Oops</p>")
        case .oddHostLinked:
            listed = nil
            hosts["laman\(offices.count).\(domain)"] = site
            menu.append((name, "http://laman\(offices.count).\(domain)/"))
        case .aliasInList:
            listed = "http://\(label)1.\(domain)/"
            extra["url_lain"] = "http://laman-\(label).\(domain)/"
            hosts["laman-\(label).\(domain)"] = site
        case .robots5xx:
            hosts[host] = site.merging(["/robots.txt": .status(500)]) { $1 }
        case .forbidden: everywhere[host] = .status(403)
        case .tooMany: everywhere[host] = .status(429)
        case .challenge: everywhere[host] = HostilePages.challenge
        case .constant5xx: everywhere[host] = .status(500)
        case .loop: hosts[host] = ["/": .redirect("/a"), "/a": .redirect("/b"), "/b": .redirect("/a")]
        case .doomedServer:
            hosts[host] = site
            doomed.insert(host)
        case .hangs: everywhere[host] = .hang
        case .emptyReply: everywhere[host] = .emptyReply
        case .parked: everywhere[host] = HostilePages.parked
        case .suspended: hosts[host] = ["/": HostilePages.suspended]
        case .defaultPage: hosts[host] = ["/": HostilePages.serverDefault]
        case .lapsed:
            listed = "http://\(label)\(stem).com/"
            everywhere["\(label)\(stem).com"] = HostilePages.gambling
        case .emptySection:
            listed = nil
            menu.append((name, "/instansi/\(label)"))
            sections["/instansi/\(label)"] = HostilePages.html(name, "<h1>\(name)</h1><p>Belum ada data.</p>")
        case .socialOnly:
            listed = nil
            menu.append((name, "https://www.facebook.com/\(label).\(stem)"))
        case .none, .noneAgain: listed = nil
        case .noneWithEntry:
            listed = nil
            menu.append((name, "/direktori/\(label)"))
            sections["/direktori/\(label)"] = HostilePages.html(
                name, "<h1>\(name)</h1><p>Alamat: Jalan Merdeka Nomor 9</p><p>Telepon (0561) 998877</p>")
        case .noneSoftSection:
            listed = nil
            menu.append((name, "/hilang/\(label)"))
        case .toPortalHome: everywhere[host] = .redirect("http://\(domain)/")
        case .otherRegion:
            let other = HostileNames.regions[number % HostileNames.regions.count]
            let otherDomain = other.lowercased().filter { $0 != " " } + "kab.go.id"
            listed = "http://\(label)-lain.\(otherDomain)/"
            hosts["\(label)-lain.\(otherDomain)"] = HostilePages.site(name, "Kabupaten " + other)
        case .lookalike:
            listed = nil
            let clone = "\(label)\(stem).web.id"
            hosts[clone] = site
            extra["url_dugaan"] = "http://\(clone)/"
        }
        let living = trap.right.contains(.active)
        office(
            name, kind, url: listed, right: right(trap), why: trap.rawValue, withheld: trap.isWithheld,
            host: living ? host : nil, extra: extra)
    }

    /// What only a script's menu shows is nowhere to be read, beside the sites the script names.
    private func right(_ trap: Trap) -> Set<OfficeStatus> {
        switch trap {
        case .emptySection where hasScriptMenu || portalIsSoft: [.placeholder, .missing, .unknown]
        case .socialOnly where hasScriptMenu: [.socialOnly, .missing, .unknown]
        default: trap.right
        }
    }

    // MARK: - Health, merged offices, hospital

    private mutating func addHealth() {
        let dinkes = "dinkes.\(domain)"
        let names = HostileNames.healthCentres
        let paths = names.map { "/" + $0.lowercased().filter { $0 != " " } }
        var list = "<h2>Puskesmas</h2><ul>"
        list += "<li><a href=\"/puskesmas\(paths[0])\">Puskesmas \(names[0])</a></li>"
        list +=
            "<li><a href=\"/puskesmas\(paths[1])\">Puskesmas \(names[1])</a></li><li>Puskesmas \(names[5])</li></ul>"
        var site = HostilePages.site("Dinas Kesehatan", name, extra: list)
        for at in 0...1 {
            site["/puskesmas" + paths[at]] = HostilePages.section("Puskesmas \(names[at])", name)
        }
        if healthIsSilent { everywhere[dinkes] = .emptyReply } else { hosts[dinkes] = site }
        if number % 2 == 0 { menu.append(("Dinas Kesehatan", "http://\(dinkes)/")) }
        office(
            "Dinas Kesehatan", "kesehatan", url: number % 3 == 0 ? "http://\(dinkes)/" : nil,
            right: [healthIsSilent ? .unreachable : .active], why: "dinkes", withheld: number % 3 != 0, host: dinkes)
        let parent = offices.last?.target.code
        let shared = "puskesmas.\(domain)"
        hosts[shared] = [
            "/": HostilePages.html(
                "Portal Puskesmas \(name)",
                "<h1>Portal Puskesmas \(name)</h1><ul>"
                    + (2...3).map { "<li><a href=\"\(paths[$0])/\">Puskesmas \(names[$0])</a></li>" }.joined() + "</ul>"
            ),
            paths[2] + "/": HostilePages.section("Puskesmas \(names[2])", name),
            paths[3] + "/": HostilePages.section("Puskesmas \(names[3])", name),
        ]
        let own = "pkm-\(paths[4].dropFirst()).\(domain)"
        hosts[own] = HostilePages.site("Puskesmas \(names[4])", name)
        let inside: (Set<OfficeStatus>, String, String?) =
            healthIsSilent
            ? ([.unreachable, .unknown], "puskesmas in a silent dinkes site", nil)
            : ([.section], "puskesmas in the dinkes site", dinkes)
        let nowhere: Set<OfficeStatus> = healthIsSilent ? [.missing, .unreachable, .unknown] : [.missing]
        let fates: [(Set<OfficeStatus>, String, String?)] = [
            inside, inside,
            ([.section], "puskesmas in the shared portal", shared),
            ([.section], "puskesmas in the shared portal", shared),
            ([.active], "puskesmas with a host of its own", own), (nowhere, "puskesmas named in a list only", nil),
        ]
        for (at, fate) in fates.enumerated() {
            office(
                "Puskesmas \(names[at])", "puskesmas", right: fate.0, why: fate.1, withheld: fate.2 != nil,
                host: fate.2, parent: parent)
        }
    }

    /// The row of the puskesmas' own portal, as some lists have it.
    var puskesmasPortalRow: Target {
        Target(
            code: code + ".PP", name: "Portal Puskesmas \(name)", kind: "puskesmas-portal", region: code,
            listed: "http://puskesmas.\(domain)/")
    }

    private mutating func addMerged() {
        let host = "dpkp.\(domain)"
        hosts[host] = HostilePages.site("Dinas Pertanian dan Ketahanan Pangan", name)
        menu.append(("Dinas Pertanian dan Ketahanan Pangan", "http://\(host)/"))
        office("Dinas Pertanian", "pertanian", right: [.active], why: "merged", withheld: true, host: host)
        office("Dinas Ketahanan Pangan", "pangan", right: [.active], why: "merged", withheld: true, host: host)
    }

    private mutating func addHospitalAndDistrict() {
        let district = HostileNames.regions[number - 1].split(separator: " ").last.map(String.init) ?? ""
        office("Kecamatan \(district) Hulu", "kecamatan", right: [.missing], why: "none")
        if number % 2 == 0 {
            office("RSUD \(HostileNames.regions[number - 1])", "rsud", right: [.missing], why: "rsud none")
        } else {
            let host = "rsud.\(domain)"
            hosts[host] = HostilePages.site("RSUD \(HostileNames.regions[number - 1])", name)
            office(
                "RSUD \(HostileNames.regions[number - 1])", "rsud", right: [.active], why: "rsud", withheld: true,
                host: host)
        }
    }

    // MARK: - The portal

    private var portalPages: [String: FarmReply] {
        let title = "Pemerintah \(name)"
        let news = (1...6).map { "<p>Bupati membuka kegiatan nomor \($0) di alun-alun bersama warga \(name).</p>" }
        guard !hasScriptMenu else {
            let entries = menu.map { "{\"nama\":\"\($0.text)\",\"url\":\"\($0.href)\"}" }.joined(separator: ",")
            let code = "var menu=[\(entries)];pasang(menu)"
            let script = hasScriptFile ? "<script src=\"/js/menu.js\"></script>" : "<script>\(code)</script>"
            return sections.merging([
                "/": HostilePages.html(title, "<h1>\(title)</h1>\(news.joined())<div id=\"menu\"></div>\(script)"),
                "/js/menu.js": .page(code, type: "application/javascript"),
            ]) { $1 }
        }
        let items = menu.map { "<li><a href=\"\($0.href)\">\($0.text)</a></li>" }.joined()
        return sections.merging([
            "/": HostilePages.html(
                title, "<nav><a href=\"/opd\">Perangkat Daerah</a></nav><h1>\(title)</h1>\(news.joined())"),
            "/opd": HostilePages.html("Perangkat Daerah - \(title)", "<h1>Perangkat Daerah</h1><ul>\(items)</ul>"),
        ]) { $1 }
    }
}
