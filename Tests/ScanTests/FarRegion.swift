import Farm
import Model

/// One region of the fourth world while it is built; `region` is what the world serves.
struct FarRegion {
    /// A line of the portal's list.
    struct Entry {
        var number: Int
        var name: String
        var short: String
        var address: String
        var href: String?
    }

    let number: Int
    let name: String
    let habit: FarHabit
    let weather: WideWeather
    var region: WideRegion
    var entries: [Entry] = []
    var portalPages: [String: FarmReply] = [:]
    var sisterLinks = ""

    /// The name without its first word: Deli Serdang.
    var bareName: String { region.bareName }
    var squeezed: String { bareName.lowercased().filter { $0 != " " } }
    var hasSickNames: Bool { region.hasSickNames }

    init(
        _ number: Int, _ code: String, _ name: String, _ domain: String, _ habit: FarHabit,
        _ weather: WideWeather = .fair
    ) {
        self.number = number
        self.name = name
        self.habit = habit
        self.weather = weather
        region = WideRegion(
            bare: number, code, name, domain, weather, address: "127.0.4.\(number)")
        let fates = FarFate.allCases
        for (at, office) in FarNames.offices.enumerated() {
            add(office, fates[(at + (number - 1) * 26) % fates.count], at)
        }
        addDistricts()
        addHealth()
        addNearNames()
        addHub()
        let site = portalSite().merging(portalPages) { list, _ in list }
        if habit == .wwwOnly {
            region.plain["www.\(domain)"] = site
            region.names[domain] = .nodata
        } else {
            region.plain[domain] = site
        }
    }

    mutating func link(_ name: String, _ short: String, _ href: String?) {
        let at = entries.count + 1
        entries.append(
            Entry(
                number: at, name: name, short: short.isEmpty ? name : short, address: "Jl. Sudirman No. \(at)",
                href: href))
    }

    mutating func row(
        _ name: String, _ kind: String, _ why: String, _ right: Set<OfficeStatus>, listed: String? = nil,
        withheld: Bool = false, parent: String? = nil
    ) {
        region.row(name, kind, why, right, listed: listed, withheld: withheld, parent: parent)
    }

    /// The name as this region's list of offices writes it.
    func listName(_ office: String, _ short: String) -> String {
        switch number % 4 {
        case 0: "\(office) \(name)"
        case 1: office
        case 2: office.uppercased()
        default: office.replacing(" dan ", with: " & ").replacing("Dinas ", with: "Din. ")
        }
    }

    /// What is right of a fate under this region's portal and weather.
    func right(_ fate: FarFate) -> Set<OfficeStatus> {
        var right = fate.right
        if habit.isUnreadable, fate.needsPortal || right.contains(.missing) {
            // The first rows of the list are shown: whoever is linked there is known.
            right = habit == .postBack && right != [.missing] ? fate.right.union([.unknown, .unreachable]) : []
            right.remove(.missing)
            right.formUnion([.unknown, .unreachable])
        }
        if hasSickNames { right.formUnion([.unreachable, .unknown]) }
        if weather == .dyingServer, fate.right != [.missing] { right.formUnion([.unreachable, .unknown]) }
        if weather == .busy429 { right.formUnion([.blocked, .unknown, .unreachable]) }
        if weather == .lameNames, fate.right == [.missing] { right = [.unreachable, .unknown] }
        return right
    }

    /// The regions of the fourth world.
    static var all: [FarRegion] {
        [
            FarRegion(1, "12.07", "Kabupaten Deli Serdang", "deliserdangkab.go.id", .megaMenu),
            FarRegion(2, "13.71", "Kota Padang", "padang.go.id", .addressBook),
            FarRegion(3, "14.01", "Kabupaten Kampar", "kamparkab.go.id", .redirector, .flapping),
            FarRegion(4, "16.71", "Kota Palembang", "palembang.go.id", .handlers, .wildGreets),
            FarRegion(5, "18.12", "Kabupaten Tulang Bawang Barat", "tulangbawangbaratkab.go.id", .frameBase),
            FarRegion(6, "35.78", "Kota Surabaya", "surabaya.go.id", .workbook),
            FarRegion(7, "51.07", "Kabupaten Karangasem", "karangasemkab.go.id", .scriptVariable, .wildRedirect),
            FarRegion(8, "62.02", "Kabupaten Kotawaringin Timur", "kotimkab.go.id", .detailPages),
            FarRegion(9, "63.08", "Kabupaten Hulu Sungai Utara", "hsu.go.id", .joomla),
            FarRegion(10, "64.71", "Kota Balikpapan", "balikpapan.go.id", .wwwOnly),
            FarRegion(11, "71.01", "Kabupaten Bolaang Mongondow", "bolmongkab.go.id", .postBack),
            FarRegion(
                12, "81.05", "Kabupaten Seram Bagian Timur", "serambagiantimurkab.go.id", .pagedData, .dyingServer),
            FarRegion(13, "94.01", "Kabupaten Nabire", "nabirekab.go.id", .robotsShut),
        ]
    }
}

extension WideRegion {
    /// A region with nothing in it yet.
    init(
        bare number: Int, _ code: String, _ name: String, _ domain: String, _ weather: WideWeather, address: String
    ) {
        self.number = number
        self.code = code
        self.name = name
        self.domain = domain
        self.weather = weather
        self.address = address
        portal = .footer
    }
}
