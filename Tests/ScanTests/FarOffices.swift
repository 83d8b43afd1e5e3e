import Farm
import Model

/// The offices of a region of the fourth world, each with its fate.
extension FarRegion {
    mutating func add(_ office: WideNames.Office, _ fate: FarFate, _ at: Int) {
        let label = office.labels[(at + number) % office.labels.count]
        let host = "\(label).\(region.domain)"
        let odd = "\(["portal-", "info", "kantor"][number % 3])\(at + 11).\(region.domain)"
        let site = FarPages.site(office.name, office.short, name, skin: at + number)
        var listed: String?
        switch fate {
        case .noScheme, .brokenScheme, .deepLinkDead, .moved, .frameset, .splash, .scriptHop, .metaHop, .poster,
            .wrongName, .oldName, .capitals, .busyAtFirst, .twoInOneCell:
            listed = living(office, fate, host, label, site)
        case .linkedA, .linkedB, .linkedC:
            region.plain[odd] = site
            link(office.name, office.short, "http://\(odd)/")
        case .linkedTLS:
            region.secure[odd] = site
            region.closedPlain.insert(odd)
            link(office.name, office.short, "https://\(odd)/")
        case .linkedWWW:
            region.plain["www.\(odd)"] = site
            link(office.name, office.short, "http://www.\(odd)/")
        case .linkedStale:
            region.plain[host] = site
            region.names["lama-\(label).\(region.domain)"] = .nodata
            link(office.name, office.short, "http://lama-\(label).\(region.domain)/")
        case .ownSecondLevel:
            let own = "\(label)\(squeezed).go.id"
            region.plain[own] = site
            link(office.name, office.short, "http://\(own)/")
        case .ruled1, .ruled2: region.plain[host] = site
        case .ruledTLS:
            region.secure[host] = site
            region.closedPlain.insert(host)
        case .ruledWWW: region.plain["www.\(host)"] = site
        case .sister:
            region.plain[odd] = site
            sisterLinks += "<li><a href='http://\(odd)/'>\(office.name) \(name)</a></li>"
        case .sectionPath, .sectionQuery:
            let path = fate == .sectionPath ? "/instansi/\(label)" : "/index.php?page=unit&id=\(at)"
            portalPages[path] = section(office.name)
            link(office.name, office.short, path)
        case .linkedBlog, .linkedGoogleSite, .linkedCom, .linkedFacebook, .tree, .hashLink, .homeLink, .appLink,
            .ministryLink, .mapLink, .chatLink, .otherRegion, .wrongLink:
            linkOut(office, fate, label, site)
        case .directoryCard, .emptySection, .documentOnly: linkIn(office, fate, label)
        case .dashListed: listed = "-"
        case .wordListed: listed = "belum ada"
        case .mailListed: listed = "\(label)@\(region.domain)"
        case .instagramWritten: listed = "instagram.com/\(label)\(squeezed)"
        case .blogRemoved:
            let blog = "\(label)\(squeezed).blogspot.com"
            region.everywhere[blog] = FarPages.blogGone
            listed = "http://\(blog)/"
        case .none1, .none2, .none3, .none4, .none5, .none6: break
        default:
            if !fate.rawValue.hasPrefix("ruled") { listed = "http://\(host)/" }
            trouble(fate, host)
        }
        row(
            listName(office.name, office.short), office.kind, fate.rawValue, right(fate), listed: listed,
            withheld: fate.isWithheld && !(fate.needsPortal && habit.isUnreadable))
    }

    private func section(_ office: String) -> FarmReply {
        WidePages.bare(
            "\(office) | \(name)",
            "<h1>\(office)</h1><h2>Visi dan Misi</h2><p>Terwujudnya pelayanan \(office) \(name) yang prima bagi warga.</p><h2>Struktur Organisasi</h2><ul><li>Kepala</li><li>Sekretaris</li></ul><h2>Layanan</h2><ul><li>Rekomendasi teknis</li><li>Konsultasi</li></ul><h2>Alamat</h2><p>Jl. Gatot Subroto 9, telepon (0711) 310203</p>"
        )
    }

    private mutating func living(
        _ office: WideNames.Office, _ fate: FarFate, _ host: String, _ label: String, _ site: [String: FarmReply]
    ) -> String? {
        region.plain[host] = site
        let home = site["/"] ?? .status(404)
        switch fate {
        case .noScheme: return "www.\(host)"
        case .brokenScheme: return "http//\(host)"
        case .capitals: return "HTTP://\(host.uppercased())/INDEX.PHP"
        case .twoInOneCell: return "lama.\(host) / \(host)"
        case .deepLinkDead: return "http://\(host)/profil/sejarah-2017.html"
        case .moved:
            let old = "\(label)-\(squeezed)\(number).com"
            region.everywhere[old] = WidePages.expired(old)
            return "http://\(old)/"
        case .frameset:
            region.plain[host]?["/"] = .page(
                "<html><head><title>Untitled Document</title></head><frameset rows='90,*'><frame src=/atas.html><frame src=/utama.html></frameset></html>"
            )
            region.plain[host]?["/atas.html"] = .page("<html><body><img src=/banner.gif></body></html>")
            region.plain[host]?["/utama.html"] = home
        case .splash:
            region.plain[host]?["/"] = WidePages.bare("", "<a href=/depan><img src=/hut-ri.jpg alt='Dirgahayu RI'></a>")
            region.plain[host]?["/depan"] = home
        case .scriptHop:
            region.plain[host]?["/"] = .page("<html><script>window.location.replace('/web/index');</script></html>")
            region.plain[host]?["/web/index"] = home
        case .metaHop:
            region.plain[host]?["/"] = .page(
                "<html><head><META HTTP-EQUIV='Refresh' CONTENT='1;URL=web/'></head><body>Loading...</body></html>")
            region.plain[host]?["/web/"] = home
        case .poster:
            region.plain[host] = [
                "/": WidePages.bare("Home", "<img src=/poster.jpg><footer>Email: \(label)@\(region.domain)</footer>"),
                "/profil": site["/profil"] ?? .status(404),
            ]
        case .wrongName:
            region.plain[host] = nil
            region.secure[host] = site
            region.closedPlain.insert(host)
            region.selfSigned.insert(host)
            return "https://\(host)/"
        case .oldName:
            region.plain[host] = FarPages.site(
                office.name.replacing("Dinas", with: "Kantor").replacing("Badan", with: "Kantor"), office.short, name,
                skin: 0)
        default: break
        }
        if fate == .busyAtFirst { region.shakyHosts.insert(host) }
        return "http://\(host)/"
    }

    private mutating func linkOut(
        _ office: WideNames.Office, _ fate: FarFate, _ label: String, _ site: [String: FarmReply]
    ) {
        let href: String
        switch fate {
        case .linkedBlog: href = "http://\(label)\(squeezed).blogspot.com/"
        case .linkedGoogleSite: href = "http://sites.google.com/view/\(label)-\(squeezed)/"
        case .linkedCom: href = "http://\(label)\(squeezed).com/"
        case .linkedFacebook: href = "https://web.facebook.com/\(label).\(squeezed)"
        case .tree: href = "http://linktr.ee/\(label)\(squeezed)"
        case .hashLink: href = "#"
        case .homeLink: href = "http://\(region.domain)/"
        case .appLink:
            href = "http://e-\(label)\(number).\(region.domain)/"
            region.plain["e-\(label)\(number).\(region.domain)"] = ["/": FarPages.login("SIMPEG Online")]
        case .ministryLink:
            href = "http://www.kementerian\(number).go.id/"
            region.plain["www.kementerian\(number).go.id"] = [
                "/": WidePages.bare(
                    "Kementerian Urusan Daerah Republik Indonesia",
                    "<h1>Kementerian Urusan Daerah Republik Indonesia</h1><p>Jakarta</p>")
            ]
        case .mapLink: href = "http://maps.app.goo.gl/Ab\(number)\(label)"
        case .chatLink: href = "https://wa.me/62812\(number)445566"
        case .otherRegion:
            href = "http://\(label).tetanggakab.go.id/"
            region.plain["\(label).tetanggakab.go.id"] = FarPages.site(
                office.name, office.short, "Kabupaten Tetangga", skin: 0)
        default:
            href = "http://rsud.\(region.domain)/"
        }
        if fate == .linkedBlog || fate == .linkedCom || fate == .linkedGoogleSite {
            let host = href.split(separator: "/")[1].description
            let path = "/" + href.split(separator: "/").dropFirst(2).map { "\($0)/" }.joined()
            for path in [path, String(path.dropLast())] where !path.isEmpty {
                region.plain[host, default: [:]][path] = site["/"] ?? .status(404)
            }
        }
        if fate == .tree {
            region.plain["linktr.ee", default: [:]]["/\(label)\(squeezed)"] = WidePages.bare(
                "\(office.short) \(bareName) | Linktree",
                "<h1>\(office.short) \(bareName)</h1><a href='https://wa.me/62811'>WA</a>")
        }
        link(office.name, office.short, href)
    }

    private mutating func linkIn(_ office: WideNames.Office, _ fate: FarFate, _ label: String) {
        let path = "/opd/\(label)"
        switch fate {
        case .directoryCard:
            portalPages[path] = WidePages.bare(
                "Kontak", "<h1>\(office.name)</h1><p>Alamat: Jl. Diponegoro 3. Telepon: (0752) 71234</p>")
        case .emptySection:
            portalPages[path] = WidePages.bare(
                "\(office.name)", "<h1>\(office.name)</h1><h2>Profil</h2><p>Data belum tersedia.</p>")
        default:
            portalPages["/unduh/profil-\(label).pdf"] = WidePages.pdf(["PROFIL \(office.name.uppercased())", name])
            return link(office.name, office.short, "/unduh/profil-\(label).pdf")
        }
        link(office.name, office.short, path)
    }

    private mutating func trouble(_ fate: FarFate, _ host: String) {
        region.everywhere[host] = .status(404)
        switch fate {
        case .nginx403, .ruledBlocked: region.everywhere[host] = .status(403)
        case .incapsula: region.everywhere[host] = FarPages.incapsula
        case .tooMany: region.everywhere[host] = .status(429, headers: [(name: "Retry-After", value: "3600")])
        case .robots:
            region.plain[host] = ["/robots.txt": .page("User-agent: *\nDisallow: /", type: "text/plain")]
        case .servfail, .ruledServfail: region.names[host] = .servfail
        case .silence: region.names[host] = .silence
        case .ruledHangs: region.everywhere[host] = .hang
        case .emptyReply: region.everywhere[host] = .emptyReply
        case .garbage: region.everywhere[host] = .garbage
        case .ruledError: region.everywhere[host] = .status(500)
        case .maintenance: region.everywhere[host] = FarPages.maintenance
        case .construction: region.everywhere[host] = FarPages.construction
        case .laravel: region.everywhere[host] = FarPages.laravel
        case .cpanel, .ruledDefault: region.everywhere[host] = FarPages.cpanel
        case .nginxWelcome: region.everywhere[host] = FarPages.nginx
        default: region.everywhere[host] = WidePages.gambling
        }
    }
}
