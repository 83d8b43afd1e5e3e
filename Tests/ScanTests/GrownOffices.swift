import Farm
import Foundation
import Model

/// The offices of a region of the seventh world, each with its fate.
extension GrownRegion {
    mutating func add(_ office: WideNames.Office, _ fate: GrownFate, _ at: Int) {
        let label = office.labels[0]
        let host = "\(label).\(domain)"
        // A name that no habit gives.
        let odd = "\(["sim", "layanan", "opd", "web", "kantor"][(at + number) % 5])-\(at + 17).\(domain)"
        let site = GrownPages.site(office.name, office.short, name, skin: at + number)
        var listed: String?
        switch fate {
        case .noneA, .noneB, .noneC, .noneD, .noneE, .noneF, .noneG, .noneH:
            link(listName(office.name), office.short, office.kind, nil)
        case .listedCatchAll, .listedTypo, .listedJoomla, .listedExpiredCert, .listedNamesake, .listedAddress:
            listed = living(office, fate, host, site)
        case .listedPortalRedirect, .listedGone, .listedServfail, .listedLoop, .listedRepair, .listedYoutube,
            .listedNamesakeNone, .listedGarbage:
            listed = trouble(fate, label, host)
        case .rulePlain, .ruleOldLabel, .ruleWWW, .ruleSecure, .ruleShortOnly, .rule500, .ruleStub, .ruleOtherOffice:
            ruled(office, fate, host, site)
        case .mailOnly:
            region.plain[odd] = site
            contacts += "<tr><td>\(office.name)</td><td>(0282) 5330\(at + 10)</td><td>sekretariat@\(odd)</td></tr>"
        case .sisterFooter:
            region.plain[odd] = site
            sisterLinks += "<a href='http://\(odd)/'>\(office.name)</a> | "
        default: linked(office, fate, odd, site, at)
        }
        row(
            office.name, office.kind, fate.rawValue, truth(fate), listed: listed, withheld: fate.isWithheld,
            needsPortal: fate.needsPortal)
    }

    /// Where the server dies, nobody can read the one site that mentions the office.
    private func truth(_ fate: GrownFate) -> Set<OfficeStatus> {
        weather == .dyingServer && fate == .sisterFooter ? fate.right.union([.missing]) : fate.right
    }

    private mutating func living(
        _ office: WideNames.Office, _ fate: GrownFate, _ host: String, _ site: [String: FarmReply]
    ) -> String {
        switch fate {
        case .listedCatchAll:
            region.everywhere[host] = site["/"]
            return host
        case .listedTypo:
            region.plain[host] = site
            return "http://\(host.replacing(".go.id", with: ".co.id"))/"
        case .listedJoomla:
            region.plain[host] = site
            region.plain[host]?["/index.php?option=com_content&view=frontpage&Itemid=1"] = site["/"]
            return "\(host)/index.php?option=com_content&view=frontpage&Itemid=1"
        case .listedExpiredCert:
            region.secure[host] = site
            region.selfSigned.insert(host)
            region.closedPlain.insert(host)
            return "https://\(host)"
        case .listedAddress:
            region.plain[region.address] = site
            return "http://\(region.address)/"
        default:
            region.plain[host] = site
            return namesake(office)
        }
    }

    /// The living site of the office of the same name in the next region.
    private mutating func namesake(_ office: WideNames.Office) -> String {
        let other = "\(office.labels[0]).kotalama\(number).go.id"
        region.plain[other] = GrownPages.site(office.name, office.short, "Kota Lama", skin: 0)
        return "https://www.\(other)/".replacing("https://www.", with: "http://")
    }

    private mutating func trouble(_ fate: GrownFate, _ label: String, _ host: String) -> String {
        switch fate {
        case .listedPortalRedirect: region.everywhere[host] = .redirect("http://\(portalHost)/", status: 301)
        case .listedGone: region.names[host] = .nxdomain
        case .listedServfail:
            region.names[host] = .servfail
            region.names["www.\(host)"] = .servfail
        case .listedLoop:
            region.plain[host] = ["/": .redirect("/beranda"), "/beranda": .redirect("/")]
        case .listedRepair: region.everywhere[host] = GrownPages.repair
        case .listedYoutube: return "https://www.youtube.com/@\(label)\(squeezed)"
        case .listedGarbage: region.everywhere[host] = .garbage
        default:
            return namesake(WideNames.Office(name: "Dinas Sosial", kind: "sosial", labels: [label], short: "Dinsos"))
        }
        return "http://\(host)/"
    }

    private mutating func linked(
        _ office: WideNames.Office, _ fate: GrownFate, _ odd: String, _ site: [String: FarmReply], _ at: Int
    ) {
        var text = listName(office.name)
        var host = odd
        switch fate {
        case .oddElsewhere: host = otherDomain.map { "web\(at).\($0)" } ?? "www.\(odd)"
        case .ownSecond: host = "\(office.labels[0])\(at % 2 == 0 ? "-" : "")\(squeezed).go.id"
        case .underProvince: host = "\(office.labels[0])-\(squeezed).provinsi\(number)prov.go.id"
        case .googleSite: host = "sites.google.com"
        default: break
        }
        var href = "http://\(host)/"
        switch fate {
        case .pathSection, .pathCard, .pathHome: href = path(office, fate, at)
        case .googleSite:
            region.plain[host, default: [:]]["/view/\(office.labels[0])\(squeezed)"] = site["/"]
            href = "http://\(host)/view/\(office.labels[0])\(squeezed)"
        case .goesCom:
            let com = "\(office.labels[0])\(squeezed).com"
            region.everywhere[odd] = .redirect("http://\(com)/", status: 301)
            region.plain[com] = site
        case .challenge: region.everywhere[odd] = GrownPages.captcha
        case .busy429: region.everywhere[odd] = .status(429)
        case .linkedGone: region.names[odd] = .nxdomain
        case .linkedReset: region.everywhere[odd] = .reset()
        case .linkedIndex: region.everywhere[odd] = WidePages.indexOf
        case .linkedLogin:
            region.plain[odd] = ["/": WidePages.login("SI-\(office.short)")]
            text = "SI-\(office.short)"
        case .tenantPath:
            let shared = "situs.\(domain)"
            region.plain[shared, default: [:]]["/"] = WidePages.bare("Situs", "<h1>Situs Perangkat Daerah \(name)</h1>")
            region.plain[shared]?["/\(office.labels[0])"] = site["/"]
            region.plain[shared]?["/\(office.labels[0])/layanan"] = site["/layanan"]
            href = "http://\(shared)/\(office.labels[0])"
        case .renamedLink:
            text = GrownNames.formerly[office.kind] ?? office.short
            region.plain[odd] = site
        case .oddShort:
            text = office.short
            region.plain[odd] = site
        default: region.plain[host] = site
        }
        link(text, office.short, office.kind, href)
    }

    private mutating func path(_ office: WideNames.Office, _ fate: GrownFate, _ at: Int) -> String {
        let path = "/instansi/\(at + 3)-\(office.labels[0])"
        switch fate {
        case .pathSection: pages[path] = GrownPages.section(office.name, name)
        case .pathCard: pages[path] = GrownPages.card(office.name)
        default: pages[path] = .redirect("http://\(portalHost)/")
        }
        return "http://\(portalHost)\(path)"
    }

    private mutating func ruled(
        _ office: WideNames.Office, _ fate: GrownFate, _ host: String, _ site: [String: FarmReply]
    ) {
        switch fate {
        case .ruleOldLabel: region.plain["\(office.labels.last ?? "").\(domain)"] = site
        case .ruleWWW:
            region.plain["www.\(host)"] = site
            region.names[host] = .nodata
        case .ruleSecure:
            region.secure[host] = site
            region.closedPlain.insert(host)
        case .ruleShortOnly: region.plain[host] = GrownPages.shortOnly(office.short, name)
        case .rule500: region.everywhere[host] = .status(502)
        case .ruleStub: region.everywhere[host] = GrownPages.apache
        case .ruleOtherOffice:
            region.plain[host] = GrownPages.site("Dinas Pemadam Kebakaran dan Penyelamatan", "Damkar", name, skin: 0)
        default: region.plain[host] = site
        }
    }
}
