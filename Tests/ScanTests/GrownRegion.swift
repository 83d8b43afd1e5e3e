import Farm
import Model

/// One region of the seventh world while it is built; `region` is what the world serves.
struct GrownRegion {
    /// A line of the region's list, with the address it leads to.
    struct Entry {
        var name: String
        var short: String
        var kind: String
        var href: String?
    }

    let number: Int
    let name: String
    let habit: GrownHabit
    let weather: WideWeather
    /// A second domain of the region, where it has one.
    let otherDomain: String?
    var region: WideRegion
    var entries: [Entry] = []
    /// Pages of the portal about one office; lines of its page of contacts; what a sister office links.
    var pages: [String: FarmReply] = [:]
    var contacts = ""
    var sisterLinks = ""

    var domain: String { region.domain }
    /// Where the portal itself stands.
    var portalHost: String { habit == .movedPortal ? otherDomain ?? domain : domain }
    var squeezed: String { region.bareName.lowercased().filter { $0 != " " } }

    init(
        _ number: Int, _ code: String, _ name: String, _ domain: String, _ habit: GrownHabit,
        _ weather: WideWeather = .fair, otherDomain: String? = nil
    ) {
        self.number = number
        self.name = name
        self.habit = habit
        self.weather = weather
        self.otherDomain = otherDomain
        region = WideRegion(bare: number, code, name, domain, weather, address: "127.0.7.\(number)")
        let fates = GrownFate.allCases
        for (at, office) in GrownNames.offices.enumerated() {
            add(office, fates[(at + (number - 1) * 22) % fates.count], at)
        }
        addUnits()
        addPortal()
    }

    mutating func link(_ name: String, _ short: String, _ kind: String, _ href: String?) {
        entries.append(Entry(name: name, short: short.isEmpty ? name : short, kind: kind, href: href))
    }

    /// The list of offices of this region writes names in its own way.
    func listName(_ name: String) -> String {
        switch number % 4 {
        case 0: "\(name) \(self.name)"
        case 1: name.uppercased()
        case 2: name
        default: name.replacing(" dan ", with: " & ")
        }
    }

    /// What is right of a fate under this region's portal and weather.
    func right(_ right: Set<OfficeStatus>, needsPortal: Bool) -> Set<OfficeStatus> {
        var right = right
        if habit.isUnreadable, right == [.missing] || needsPortal {
            right.insert(.unknown)
            if !right.contains(.missing) { right.insert(.unreachable) }
        }
        // Behind a picture that leads to a host which refuses us, nobody knows who stands (a mistake of the first writing).
        if habit == .pictures, right == [.missing] || right == [.blocked] { right.insert(.unknown) }
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

    /// The regions of the seventh world: none of them is in another world.
    static var all: [GrownRegion] {
        [
            GrownRegion(1, "33.01", "Kabupaten Cilacap", "cilacapkab.go.id", .modal),
            GrownRegion(
                2, "63.71", "Kota Banjarmasin", "banjarmasinkota.go.id", .movedPortal,
                otherDomain: "banjarmasin.go.id"),
            GrownRegion(3, "64.02", "Kabupaten Kutai Kartanegara", "kukarkab.go.id", .assembled),
            GrownRegion(4, "61.06", "Kabupaten Kapuas Hulu", "kapuashulukab.go.id", .ownHub, .namesFlap),
            GrownRegion(5, "53.15", "Kabupaten Manggarai Barat", "manggaraibaratkab.go.id", .scannedPDF),
            GrownRegion(6, "72.08", "Kabupaten Parigi Moutong", "parigimoutongkab.go.id", .pictures, .wildParked),
            GrownRegion(7, "11.14", "Kabupaten Aceh Jaya", "acehjayakab.go.id", .fragments),
            GrownRegion(8, "35.09", "Kabupaten Jember", "jemberkab.go.id", .chart),
            GrownRegion(9, "73.13", "Kabupaten Wajo", "wajokab.go.id", .foreignSheet, .wildGreets),
            GrownRegion(10, "91.71", "Kota Jayapura", "jayapurakota.go.id", .dataset, .flapping),
            GrownRegion(11, "18.71", "Kota Bandar Lampung", "bandarlampungkota.go.id", .detailFields, .dyingServer),
            GrownRegion(12, "14.72", "Kota Dumai", "dumaikota.go.id", .noList),
        ]
    }
}
