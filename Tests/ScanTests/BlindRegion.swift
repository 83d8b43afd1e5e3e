import Farm
import Model

/// One region of the sixth world while it is built; `region` is what the world serves.
struct BlindRegion {
    /// A line of the portal's list, with the address it leads to.
    struct Entry {
        var name: String
        var short: String
        var href: String?
    }

    let number: Int
    let name: String
    let habit: BlindHabit
    let weather: WideWeather
    var region: WideRegion
    var entries: [Entry] = []
    /// Pages of the portal about one office; what its front page says in passing; what the sister office links.
    var pages: [String: FarmReply] = [:]
    var newsOfFront = ""
    var sisterLinks = ""
    var sitemap: [String] = []

    var domain: String { region.domain }
    var squeezed: String { region.bareName.lowercased().filter { $0 != " " } }

    init(
        _ number: Int, _ code: String, _ name: String, _ domain: String, _ habit: BlindHabit,
        _ weather: WideWeather = .fair
    ) {
        self.number = number
        self.name = name
        self.habit = habit
        self.weather = weather
        region = WideRegion(bare: number, code, name, domain, weather, address: "127.0.6.\(number)")
        let fates = BlindFate.allCases
        for (at, office) in BlindNames.offices.enumerated() {
            add(office, fates[(at + (number - 1) * 23) % fates.count], at)
        }
        addUnits()
        addPortal()
    }

    mutating func link(_ name: String, _ short: String, _ href: String?) {
        entries.append(Entry(name: name, short: short.isEmpty ? name : short, href: href))
    }

    /// The list of this region writes names in its own way.
    func listName(_ office: WideNames.Office) -> String {
        switch number % 4 {
        case 0: "\(office.name) (\(office.short))"
        case 1: office.name
        case 2: "\(office.name) \(name.replacing("Kabupaten", with: "Kab."))".replacing(",", with: " ,")
        default: office.name.uppercased().replacing(" DAN ", with: " & ")
        }
    }

    /// What is right of a fate under this region's portal and weather.
    func right(_ right: Set<OfficeStatus>, needsPortal: Bool = false) -> Set<OfficeStatus> {
        var right = right
        // Behind a search box nobody knows who stands there.
        if habit.isUnreadable {
            if right == [.missing] || needsPortal { right.insert(.unknown) }
            if needsPortal, !right.contains(.missing) { right.insert(.unreachable) }
        }
        if region.hasSickNames { right.formUnion([.unreachable, .unknown]) }
        if weather == .dyingServer, right != [.missing] { right.formUnion([.unreachable, .unknown]) }
        return right
    }

    mutating func row(
        _ name: String, _ kind: String, _ why: String, _ truth: Set<OfficeStatus>, listed: String? = nil,
        withheld: Bool = false, needsPortal: Bool = false, parent: String? = nil
    ) {
        region.row(
            name, kind, why, right(truth, needsPortal: needsPortal), listed: listed,
            withheld: withheld && !(needsPortal && habit.isUnreadable), parent: parent)
    }

    /// The regions of the sixth world, of provinces that no other world has.
    static var all: [BlindRegion] {
        [
            BlindRegion(1, "15.71", "Kota Jambi", "jambikota.go.id", .megaMenu),
            BlindRegion(2, "19.01", "Kabupaten Bangka", "bangka.go.id", .fieldRows, .flapping),
            BlindRegion(3, "36.71", "Kota Tangerang", "tangerangkota.go.id", .dataCards),
            BlindRegion(4, "65.01", "Kabupaten Bulungan", "bulungan.go.id", .searchOnly),
            BlindRegion(5, "74.71", "Kota Kendari", "kendarikota.go.id", .informationOfficers),
            BlindRegion(6, "76.04", "Kabupaten Polewali Mandar", "polewalimandarkab.go.id", .siteMapPage, .namesFlap),
            BlindRegion(7, "82.71", "Kota Ternate", "ternatekota.go.id", .codedLinks, .wildPortal),
            BlindRegion(8, "93.01", "Kabupaten Merauke", "merauke.go.id", .tenants),
            BlindRegion(9, "36.04", "Kabupaten Serang", "serangkab.go.id", .applications, .dyingServer),
            BlindRegion(10, "15.02", "Kabupaten Merangin", "meranginkab.go.id", .footer, .wildRedirect),
        ]
    }
}
