import Farm
import Model

/// One region of the fifth world while it is built; `region` is what the world serves.
struct LateRegion {
    struct Entry {
        var number: Int
        var name: String
        var short: String
        var href: String?
    }

    let number: Int
    let name: String
    let habit: LateHabit
    let weather: WideWeather
    var region: WideRegion
    var entries: [Entry] = []

    var squeezed: String { region.bareName.lowercased().filter { $0 != " " } }

    init(
        _ number: Int, _ code: String, _ name: String, _ domain: String, _ habit: LateHabit,
        _ weather: WideWeather = .fair
    ) {
        self.number = number
        self.name = name
        self.habit = habit
        self.weather = weather
        region = WideRegion(bare: number, code, name, domain, weather, address: "127.0.5.\(number)")
        let fates = LateFate.allCases
        for (at, office) in LateNames.offices.enumerated() {
            add(office, fates[(at + (number - 1) * 20) % fates.count], at)
        }
        addUnits()
        addPortal()
    }

    mutating func link(_ office: WideNames.Office, _ href: String?) {
        entries.append(
            Entry(
                number: entries.count + 1, name: office.name, short: office.short.isEmpty ? office.name : office.short,
                href: href))
    }

    mutating func row(
        _ name: String, _ kind: String, _ why: String, _ right: Set<OfficeStatus>, listed: String? = nil,
        withheld: Bool = false, parent: String? = nil
    ) {
        region.row(name, kind, why, right, listed: listed, withheld: withheld, parent: parent)
    }

    func listName(_ office: WideNames.Office) -> String {
        switch number % 3 {
        case 0: "\(office.name) \(name)"
        case 1: office.name.uppercased()
        default: office.name
        }
    }

    /// What is right of a fate under this region's portal and weather.
    func right(_ fate: LateFate) -> Set<OfficeStatus> {
        var right = fate.right
        if habit == .namesOnly, fate.needsPortal { right = [.missing, .unknown] }
        if habit.isUnreadable {
            if right == [.missing] || fate.needsPortal { right.formUnion([.unknown, .unreachable]) }
            // One picture: nobody can know who stands on it.
            if habit == .picture { right.remove(.missing) }
        }
        if region.hasSickNames { right.formUnion([.unreachable, .unknown]) }
        return right
    }

    /// The regions of the fifth world.
    static var all: [LateRegion] {
        [
            LateRegion(1, "33.19", "Kabupaten Kudus", "kuduskab.go.id", .namesOnly),
            LateRegion(2, "17.71", "Kota Bengkulu", "bengkulukota.go.id", .letters, .wildPortal),
            LateRegion(3, "61.71", "Kota Pontianak", "pontianak.go.id", .linkedData),
            LateRegion(4, "21.72", "Kota Tanjungpinang", "tanjungpinangkota.go.id", .otherHost, .flapping),
            LateRegion(5, "52.01", "Kabupaten Lombok Barat", "lombokbaratkab.go.id", .picture),
            LateRegion(6, "73.71", "Kota Makassar", "makassarkota.go.id", .scrolling),
            LateRegion(7, "34.04", "Kabupaten Sleman", "slemankab.go.id", .smallTables, .namesFlap),
            LateRegion(8, "62.71", "Kota Palangka Raya", "palangkaraya.go.id", .markers),
        ]
    }
}
