import Farm
import Model

/// The offices of a region of the third world, each with its fate.
extension WideRegion {
    mutating func add(_ office: WideNames.Office, _ fate: WideFate, _ at: Int) {
        let label = office.labels[(at + number) % office.labels.count]
        let host = "\(label).\(domain)"
        let odd = "\(["laman", "web", "unit"][number % 3])\(at + 3).\(domain)"
        let site = WidePages.site(office.name, office.short, name, skin: at + number)
        var listed: String?
        switch fate {
        case .listed, .slow, .soft404, .softHome, .scriptSite, .ipv6Only, .logoOnly, .nameFlaps:
            listed = "http://\(host)/"
            addListed(office, fate, host, site)
        case .linkedOdd:
            plain[odd] = site
            link(office, "http://\(odd)/")
        case .ruled, .ruledOld:
            plain[host] = WidePages.site(office.name, office.short, name, skin: fate == .ruled ? 0 : 1)
        case .linkedTLS:
            secure[odd] = site
            link(office, "https://\(odd)/")
        case .tlsOnly, .selfSigned, .chain, .wwwOnly, .bareOnly:
            listed = addDoors(office, fate, host, site)
        case .pathSection:
            let path = "/perangkat-daerah/\(label)"
            portalPages[path] = WidePages.bare(
                "\(office.name) - \(name)",
                "<h1>\(office.name)</h1><h2>Tugas dan Fungsi</h2><p>\(office.name) \(name) mempunyai tugas menyelenggarakan urusan pemerintahan di bidangnya.</p><h2>Layanan</h2><ul><li>Rekomendasi izin</li><li>Pengaduan warga</li></ul><h2>Kontak</h2><p>Jl. Pemuda 4, telepon (0411) 223344</p>"
            )
            link(office, path)
        case .sisterLinked:
            plain[odd] = site
            hubLinks += "<li><a href='http://\(odd)/'>\(office.name)</a></li>"
        case .geoBlock, .requestRejected, .status451, .challenge, .servfail, .nameRefused, .hangs, .portsClosed,
            .badGateway, .databaseError, .loginWall:
            listed = "http://\(host)/"
            refuse(office, fate, host)
        case .expiredCom, .gamblingCom, .iisDefault, .indexOf, .helloWorld, .suspended:
            listed = addHollow(fate, host, label)
        case .facebookListed: listed = "https://www.facebook.com/\(label)\(number)/"
        case .instagramLinked: link(office, "https://www.instagram.com/\(label).\(number)/")
        case .blogLinked, .comLinked:
            let outside = fate == .blogLinked ? "\(label)\(number).wordpress.com" : "\(label)\(number)online.com"
            plain[outside] = site
            link(office, "http://\(outside)/")
        case .none1, .none2, .none3, .noData, .listEntry, .directoryLine, .newsOnly, .toPortal, .otherOffice,
            .namesake:
            listed = addNothing(office, fate, host, label)
        }
        row(
            listName(office.name, office.short), office.kind, fate.rawValue, right(fate), listed: listed,
            withheld: fate.isWithheld && !(fate.needsPortal && portal.isUnreadable))
    }

    private mutating func addListed(
        _ office: WideNames.Office, _ fate: WideFate, _ host: String, _ site: [String: FarmReply]
    ) {
        plain[host] = site
        switch fate {
        case .slow: plain[host]?["/"] = site["/"]?.delayed(milliseconds: 1200)
        case .soft404: everywhere[host] = WidePages.bare("404", "<h1>Halaman tidak ditemukan</h1>")
        case .softHome: everywhere[host] = .redirect("/")
        case .scriptSite: plain[host] = ["/": WidePages.shell("\(office.name) \(name)")]
        case .ipv6Only: onlySix.insert(host)
        case .nameFlaps: flakyNames.insert(host)
        case .logoOnly:
            plain[host] = [
                "/": WidePages.bare(
                    "Beranda",
                    "<header><img src=/l.png alt='\(office.name)'></header><div>Selamat datang di laman kami.</div><footer>\(office.name), \(name)</footer>"
                )
            ]
        default: break
        }
    }

    private mutating func addDoors(
        _ office: WideNames.Office, _ fate: WideFate, _ host: String, _ site: [String: FarmReply]
    ) -> String? {
        switch fate {
        case .tlsOnly, .selfSigned:
            secure[host] = site
            closedPlain.insert(host)
            if fate == .selfSigned { selfSigned.insert(host) }
            return fate == .tlsOnly ? "http://\(host)/" : "https://\(host)/"
        case .chain:
            everywhere[host] = .redirect("https://\(host)/", status: 301)
            everywhere["tls:\(host)"] = .redirect("https://www.\(host)/", status: 301)
            secure[host] = [:]
            secure["www.\(host)"] = ["/": .redirect("/id/beranda"), "/id/beranda": site["/"] ?? .status(404)]
            return "http://\(host)/"
        case .wwwOnly:
            plain["www.\(host)"] = site
            link(office, "http://www.\(host)/")
            return nil
        default:
            plain[host] = site
            return "http://www.\(host)/"
        }
    }

    private mutating func refuse(_ office: WideNames.Office, _ fate: WideFate, _ host: String) {
        everywhere[host] = .status(404)
        switch fate {
        case .geoBlock: everywhere[host] = WidePages.geo
        case .requestRejected: everywhere[host] = WidePages.requestRejected
        case .status451: everywhere[host] = .status(451)
        case .challenge: everywhere[host] = WidePages.justAMoment
        case .servfail: names[host] = .servfail
        case .nameRefused: names[host] = .refused
        case .hangs: everywhere[host] = .hang
        case .portsClosed: closedPlain.insert(host)
        case .badGateway: everywhere[host] = .status(502)
        case .databaseError: everywhere[host] = WidePages.databaseError
        default:
            everywhere[host] = .redirect("/login")
            plain[host] = ["/login": WidePages.login("Sistem Informasi \(office.name)")]
        }
    }

    private mutating func addHollow(_ fate: WideFate, _ host: String, _ label: String) -> String {
        let com = "\(label)-\(bareName.lowercased().filter { $0 != " " })\(number).com"
        switch fate {
        case .expiredCom: everywhere[com] = WidePages.expired(com)
        case .gamblingCom: everywhere[com] = WidePages.gambling
        case .iisDefault: everywhere[host] = WidePages.iis
        case .indexOf: plain[host] = ["/": WidePages.indexOf]
        case .helloWorld: everywhere[host] = WidePages.helloWorld
        default: everywhere[host] = WidePages.suspended
        }
        return fate == .expiredCom || fate == .gamblingCom ? "http://\(com)/" : "http://\(host)/"
    }

    private mutating func addNothing(
        _ office: WideNames.Office, _ fate: WideFate, _ host: String, _ label: String
    ) -> String? {
        switch fate {
        case .noData:
            names[host] = .nodata
            return "http://\(host)/"
        case .listEntry: link(office, nil)
        case .directoryLine:
            portalPages["/kontak/\(label)"] = WidePages.bare(
                "\(office.name)", "<h1>\(office.name)</h1><p>Jl. Kartini No. 7. Telp. (021) 555123</p>")
            link(office, "/kontak/\(label)")
        case .newsOnly:
            let path = "/berita/2026/03/\(label)-gelar-sosialisasi"
            portalPages[path] = WidePages.bare(
                "\(office.name) Gelar Sosialisasi",
                "<h1>\(office.name) Gelar Sosialisasi</h1><p>\(office.name) \(name) menggelar sosialisasi di aula, Selasa (3/3/2026). Acara dihadiri camat dan lurah.</p>"
            )
            menu.append(("\(office.name) Gelar Sosialisasi di Aula Kecamatan", path))
        case .toPortal:
            everywhere[host] = .redirect("http://\(domain)/", status: 301)
            return "http://\(host)/"
        case .otherOffice:
            plain[host] = WidePages.site("Dinas Komunikasi dan Informatika", "Diskominfo", name, skin: 0)
            return "http://\(host)/"
        case .namesake:
            let twin = "\(label).\(bareName.lowercased().filter { $0 != " " })baratkab.go.id"
            plain[twin] = WidePages.site(office.name, office.short, "Kabupaten \(bareName) Barat", skin: number)
            menu.append(("\(office.name) Kabupaten \(bareName) Barat", "http://\(twin)/"))
        default: break
        }
        return nil
    }
}
