import Farm
import Model

/// How the portal and the name servers of one subtle region behave.
enum SubtleClimate: String, CaseIterable, Sendable {
    case plain, frames, scriptRedirect, dataMenu, deepMenu
    case portalForbidden, portalDown
    case wildPortal, wildToPortal, wildParked, wildNotFound, wildForbidden, wildReset, wildEcho
    case ratelimited, nameServerFlaps

    /// Every name under the region's domain resolves.
    var isWild: Bool {
        switch self {
        case .wildPortal, .wildToPortal, .wildParked, .wildNotFound, .wildForbidden, .wildReset, .wildEcho: true
        default: false
        }
    }

    /// Nobody can read the portal.
    var isPortalSilent: Bool { self == .portalForbidden || self == .portalDown }

    /// What a name that nobody made answers; nil when no such name resolves.
    func nobody(_ domain: String, host: String) -> FarmReply? {
        switch self {
        case .wildPortal: nil
        case .wildToPortal: .redirect("http://\(domain)/")
        case .wildParked: HostilePages.parked
        case .wildNotFound: .status(404)
        case .wildForbidden: .status(403)
        case .wildReset: .reset()
        case .wildEcho:
            HostilePages.html(host, "<h1>\(host)</h1><p>Subdomain \(host) belum dikonfigurasi di server ini.</p>")
        default: .status(404)
        }
    }
}

/// One region of the second hostile world: offices, hosts, and the truth.
struct SubtleRegion {
    let number: Int
    let climate: SubtleClimate
    let name: String
    let domain: String
    let address: String
    var offices: [HostileOffice] = []
    var hosts: [String: [String: FarmReply]] = [:]
    var everywhere: [String: FarmReply] = [:]
    /// Hosts whose name fails this often before it resolves.
    var flakyNames: [String: Int] = [:]
    var menu: [(text: String, href: String)] = []
    var portalSections: [String: FarmReply] = [:]

    var code: String { "97." + (number < 10 ? "0\(number)" : "\(number)") }

    init(_ number: Int, _ climate: SubtleClimate, name bare: String) {
        self.number = number
        self.climate = climate
        name = "Kabupaten " + bare
        domain = bare.lowercased().filter { $0 != " " } + "kab.go.id"
        address = "127.0.2.\(number)"
        addTraps()
        hosts[domain] = portal
        if climate == .portalForbidden { everywhere[domain] = .status(403); hosts[domain] = [:] }
        if climate == .portalDown { everywhere[domain] = .reset(); hosts[domain] = [:] }
    }

    var portalRow: Target {
        Target(
            code: code + ".P", name: "Portal Pemerintah \(name)", kind: "portal", region: code,
            listed: "http://\(domain)/")
    }

    /// Adds an office with the truth about it.
    mutating func office(
        _ name: String, _ kind: String, _ why: String, _ right: Set<OfficeStatus>, listed: String? = nil,
        withheld: Bool = false
    ) {
        offices.append(
            HostileOffice(
                target: Target(
                    code: "\(code).\(offices.count + 1)", name: name, kind: kind, region: code, listed: listed),
                why: why, right: right, isWithheld: withheld))
    }

    /// A page that names the office and its region.
    func page(_ office: String, _ body: String = "") -> FarmReply {
        HostilePages.html(
            "\(office) \(name)",
            "<h1>\(office) \(name)</h1><p>Situs resmi \(office) \(name) melayani warga setiap hari kerja.</p>\(body)")
    }

    // MARK: - The portal

    private var items: String { menu.map { "<li><a href=\"\($0.href)\">\($0.text)</a></li>" }.joined() }

    private var portal: [String: FarmReply] {
        let title = "Pemerintah \(name)"
        let news = (1...6).map { "<p>Bupati membuka kegiatan nomor \($0) bersama warga \(name).</p>" }.joined()
        let list = HostilePages.html("Perangkat Daerah", "<h1>Perangkat Daerah</h1><ul>\(items)</ul>")
        let home: [String: FarmReply]
        switch climate {
        case .frames:
            home = [
                "/": .page(
                    "<html><head><title>\(title)</title></head><frameset cols=\"20%,80%\"><frame src=\"/menu.html\"><frame src=\"/isi.html\"></frameset></html>"
                ), "/menu.html": HostilePages.html("Menu", "<ul>\(items)</ul>"),
                "/isi.html": HostilePages.html(title, news),
            ]
        case .scriptRedirect:
            home = [
                "/": .page(
                    "<html><head><title></title><script>window.location.href = \"/beranda\";</script></head><body></body></html>"
                ),
                "/beranda": HostilePages.html(
                    title, "<h1>\(title)</h1>\(news)<a href=\"/opd\">Organisasi Perangkat Daerah</a>"), "/opd": list,
            ]
        case .dataMenu:
            let data = menu.map { "{\"nama\":\"\($0.text)\",\"tautan\":\"\($0.href)\"}" }.joined(separator: ",")
            home = [
                "/": HostilePages.html(
                    title,
                    "<h1>\(title)</h1>\(news)<div id=\"opd\"></div><script>fetch(\"/api/opd.json\").then(r => r.json()).then(tampil)</script>"
                ), "/api/opd.json": .page("{\"data\":[\(data)]}", type: "application/json"),
            ]
        case .deepMenu:
            let half = menu.count / 2
            func part(_ range: Range<Int>) -> String {
                menu[range].map { "<li><a href=\"\($0.href)\">\($0.text)</a></li>" }.joined()
            }
            home = [
                "/": HostilePages.html(
                    title, "<nav><a href=\"/pemerintahan\">Pemerintahan</a></nav><h1>\(title)</h1>\(news)"),
                "/pemerintahan": HostilePages.html(
                    "Pemerintahan", "<h1>Pemerintahan</h1><a href=\"/pemerintahan/opd\">Perangkat Daerah</a>"),
                "/pemerintahan/opd": HostilePages.html(
                    "Perangkat Daerah",
                    "<h1>Perangkat Daerah</h1><ul>\(part(0..<half))</ul><a href=\"/pemerintahan/opd?page=2\">2</a>"),
                "/pemerintahan/opd?page=2": HostilePages.html(
                    "Perangkat Daerah", "<h1>Perangkat Daerah</h1><ul>\(part(half..<menu.count))</ul>"),
            ]
        default:
            home = [
                "/": HostilePages.html(
                    title, "<nav><a href=\"/opd\">Perangkat Daerah</a></nav><h1>\(title)</h1>\(news)"), "/opd": list,
            ]
        }
        return home.merging(portalSections) { $1 }
    }
}
