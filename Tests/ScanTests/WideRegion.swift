import Farm
import Model

/// One region of the third world: who sits there, what stands under its domain, and the truth.
struct WideRegion {
    let number: Int
    let code: String
    let name: String
    let domain: String
    let portal: WidePortal
    let weather: WideWeather
    let address: String
    var offices: [HostileOffice] = []
    /// Pages by host over http, by host over https, and one reply for a whole host.
    var plain: [String: [String: FarmReply]] = [:]
    var secure: [String: [String: FarmReply]] = [:]
    var everywhere: [String: FarmReply] = [:]
    /// Hosts that nobody listens for on port 80; on port 443 with a certificate of nobody's; with IPv6 only.
    var closedPlain: Set<String> = []
    var selfSigned: Set<String> = []
    var onlySix: Set<String> = []
    /// What name servers say of a name in place of an address.
    var names: [String: LoopbackNames.Answer] = [:]
    var flakyNames: Set<String> = []
    /// Hosts that reset the first three requests.
    var shakyHosts: Set<String> = []
    /// Hosts that turn away whoever does not say which languages are understood.
    var languageHosts: Set<String> = []
    /// Lines of the portal's list; without an address the line is text.
    var menu: [(text: String, href: String?)] = []
    var portalPages: [String: FarmReply] = [:]
    var hubLinks = ""

    /// Last word of the name: Gowa.
    var bareName: String { name.split(separator: " ").dropFirst().joined(separator: " ") }
    var isProvince: Bool { name.hasPrefix("Provinsi") }
    /// Name servers may fail for whatever they are asked.
    var hasSickNames: Bool { weather == .namesFlap || weather == .lameNames }

    init(
        _ number: Int, _ code: String, _ name: String, _ domain: String, _ portal: WidePortal,
        _ weather: WideWeather = .fair
    ) {
        self.number = number
        self.code = code
        self.name = name
        self.domain = domain
        self.portal = portal
        self.weather = weather
        address = "127.0.3.\(number)"
        let fates = WideFate.allCases
        for (at, office) in WideNames.offices.enumerated() { add(office, fates[(at + number * 11) % fates.count], at) }
        addDistricts()
        addHealth()
        addOldNames()
        addHub()
        plain[domain] = portalSite()
        if portal == .login { everywhere[domain] = .redirect("/login") }
    }

    /// The row of the list that gives the portal.
    var portalRow: Target {
        Target(
            code: code + ".P", name: "Portal Pemerintah \(name)", kind: "portal", region: code,
            listed: "http://\(domain)/")
    }

    /// The name as this region's list writes it.
    func listName(_ office: String, _ short: String) -> String {
        switch number % 4 {
        case 0: office.uppercased()
        case 1: office
        case 2: "\(office) \(name.replacing("Kabupaten", with: "Kab."))"
        default: short.isEmpty ? office : "\(office) (\(short))"
        }
    }

    mutating func row(
        _ name: String, _ kind: String, _ why: String, _ right: Set<OfficeStatus>, listed: String? = nil,
        withheld: Bool = false, parent: String? = nil
    ) {
        offices.append(
            HostileOffice(
                target: Target(
                    code: "\(code).\(offices.count + 1)", name: name, kind: kind, region: code, listed: listed,
                    parent: parent),
                why: why, right: right, isWithheld: withheld))
    }

    /// What is right where the portal cannot be read, or names fail, or the server dies.
    func right(_ fate: WideFate) -> Set<OfficeStatus> {
        var right = fate.right
        if portal.isUnreadable, fate.needsPortal || right == [.missing] { right = [.unknown, .unreachable] }
        if hasSickNames { right.formUnion([.unreachable, .unknown]) }
        if weather == .lameNames, fate.right == [.missing] { right = [.unreachable, .unknown] }
        if weather == .dyingServer, fate.right != [.missing] { right.formUnion([.unreachable, .unknown]) }
        return right
    }

    /// Text and link of the portal's list. Every region has its way to write the name.
    mutating func link(_ office: WideNames.Office, _ href: String?) {
        let english = [
            "sosial": "Social Affairs Office", "kesehatan": "Health Office", "lh": "Environment Agency",
            "perhubungan": "Transportation Office", "pendidikan": "Education and Culture Office",
        ]
        let text: String
        switch portal {
        case .english: text = english[office.kind].map { "\($0) (\(office.short))" } ?? office.name
        case .images: text = "Logo \(office.name)"
        case .select: text = "\(office.short) - \(office.name)"
        default: text = number % 2 == 0 ? office.name.uppercased() : "\(office.name) \(name)"
        }
        menu.append((text, href))
    }
}

extension WideRegion {
    /// The regions of the third world.
    static var all: [WideRegion] {
        [
            WideRegion(1, "73.06", "Kabupaten Gowa", "gowakab.go.id", .plainTable),
            WideRegion(2, "32.01", "Kabupaten Bogor", "bogorkab.go.id", .paged),
            WideRegion(3, "32.71", "Kota Bogor", "kotabogor.go.id", .accordion),
            WideRegion(4, "91.03", "Kabupaten Jayapura", "jayapurakab.go.id", .perField),
            WideRegion(5, "11.07", "Kabupaten Pidie", "pidiekab.go.id", .pdf, .namesFlap),
            WideRegion(6, "53.07", "Kabupaten Sikka", "sikkakab.go.id", .select, .wildPortal),
            WideRegion(7, "75.71", "Kota Gorontalo", "gorontalokota.go.id", .images, .dyingServer),
            WideRegion(8, "75", "Provinsi Gorontalo", "gorontaloprov.go.id", .english),
            WideRegion(9, "33.71", "Kota Magelang", "magelangkota.go.id", .scriptState),
            WideRegion(10, "33.08", "Kabupaten Magelang", "magelangkab.go.id", .listRefused),
            WideRegion(11, "92.91", "Kabupaten Teluk Arandai", "arandaikab.go.id", .shell),
            WideRegion(12, "52.91", "Kota Rasanae", "kotarasanae.go.id", .login),
            WideRegion(13, "11.91", "Kabupaten Nagan Hulu", "naganhulukab.go.id", .cards, .wildParked),
            WideRegion(14, "72.91", "Kabupaten Banggai Raya", "banggairaya.go.id", .footer, .lameNames),
        ]
    }
}
