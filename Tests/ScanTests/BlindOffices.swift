import Farm
import Foundation
import Model

/// The offices of a region of the sixth world, each with its fate.
extension BlindRegion {
    mutating func add(_ office: WideNames.Office, _ fate: BlindFate, _ at: Int) {
        let label = office.labels[0]
        let host = "\(label).\(domain)"
        // A name that no habit gives.
        let odd = "\(["e", "info", "portal", "situs"][(at + number) % 4])\(at + 31).\(domain)"
        let site = BlindPages.site(office.name, office.short, name, skin: at + number)
        var listed: String?
        switch fate {
        case .none1, .none2, .none3, .none4, .none5, .none6, .none7:
            if at % 3 != 0 { link(office.name, office.short, nil) }
        case .listedLoud, .listedOldName, .listedMovedText, .listedLanguage, .listedHomeBroken, .listedFrames:
            listed = living(office, fate, host, odd, site)
        case .listedWhoops, .listedMergedText, .listedOffline, .listedStatus503, .listedFacebook, .listedSibling:
            listed = trouble(fate, host)
        case .ruledPlain, .ruledSecureWWW, .ruledSecondLabel, .ruledRefresh, .ruled500, .ruledSickName, .ruledNameless,
            .ruledForeign, .ruledDefault, .ruledGambling:
            ruled(office, fate, host, site)
        case .sisterLink:
            region.plain[odd] = site
            sisterLinks += "<li><a href='http://\(odd)/'>\(office.name)</a></li>"
        case .newsMention:
            region.plain[odd] = site
            newsOfFront +=
                "<article><h3>\(office.name) luncurkan situs baru</h3><p>Warga kini dapat membuka laman \(odd) untuk mengetahui layanan.</p></article>"
        case .sitemapOnly:
            pages["/halaman/\(label)"] = BlindPages.section(office.name, name)
            sitemap.append("/halaman/\(label)")
        default: linked(office, fate, odd, site, at)
        }
        row(
            listName(office), office.kind, fate.rawValue, truth(of: fate), listed: listed, withheld: fate.isWithheld,
            needsPortal: fate.needsPortal)
    }

    /// Where the server dies, nobody can read the one site that mentions the office (a mistake of the first writing).
    private func truth(of fate: BlindFate) -> Set<OfficeStatus> {
        weather == .dyingServer && fate == .sisterLink ? fate.right.union([.missing]) : fate.right
    }

    private mutating func living(
        _ office: WideNames.Office, _ fate: BlindFate, _ host: String, _ odd: String, _ site: [String: FarmReply]
    ) -> String {
        region.plain[host] = site
        switch fate {
        case .listedLoud: return "HTTPS://WWW.\(host.uppercased())/Home/"
        case .listedOldName: return "http://bidang-lama-\(office.labels[0]).\(domain)/"
        case .listedMovedText:
            region.plain[odd] = site
            region.plain[host] = nil
            region.everywhere[host] = WidePages.bare(
                "Pemberitahuan",
                "<h2>Pemberitahuan</h2><p>Website ini sudah tidak digunakan. Silakan kunjungi alamat baru kami di <a href='http://\(odd)/'>\(odd)</a></p>"
            )
        case .listedLanguage: region.languageHosts.insert(host)
        case .listedHomeBroken:
            region.plain[host]?["/"] = .status(500)
            return "http://\(host)/profil"
        default:
            region.plain[host]?["/"] = .page(
                "<html><head><title>\(office.short)</title></head><frameset rows='90,*'><frame src=atas.html><frame src=isi.html></frameset></html>"
            )
            region.plain[host]?["/atas.html"] = WidePages.bare("atas", "<img src=banner.jpg>")
            region.plain[host]?["/isi.html"] = site["/"]
        }
        return "http://\(host)/"
    }

    private mutating func trouble(_ fate: BlindFate, _ host: String) -> String {
        switch fate {
        case .listedWhoops: region.everywhere[host] = BlindPages.whoops
        case .listedMergedText:
            region.everywhere[host] = WidePages.bare(
                "Informasi",
                "<p>Situs ini telah digabung ke portal <a href='http://\(domain)/'>\(domain)</a> sejak 1 Januari 2026.</p>"
            )
        case .listedOffline:
            region.everywhere[host] = WidePages.bare(
                "Offline",
                "<div id=frame class=outline><p>This site is down for maintenance.<br>Please check back again soon.</p></div>"
            )
        case .listedStatus503:
            region.everywhere[host] = .status(503)
        case .listedFacebook: return "https://www.facebook.com/\(host.prefix { $0 != "." }).\(squeezed)/"
        default: return "http://diskominfo.\(domain)/"
        }
        return "http://\(host)/"
    }

    private mutating func linked(
        _ office: WideNames.Office, _ fate: BlindFate, _ odd: String, _ site: [String: FarmReply], _ at: Int
    ) {
        let slug = "\(office.labels[0])-\(at)"
        var href: String? = "http://\(odd)/"
        var text = office.name
        switch fate {
        case .linkAbbreviated:
            region.plain[odd] = site
            text = office.short
        case .linkDotted:
            region.plain[odd] = site
            region.plain["www.\(odd)"] = site
            href = "http://www.\(odd)./"
        case .linkTenant:
            let shared = "opd.\(domain)"
            region.plain[shared, default: [:]]["/"] = WidePages.bare("OPD \(name)", "<h1>Situs OPD \(name)</h1>")
            region.plain[shared]?["/?opd=\(slug)"] = site["/"]
            region.plain[shared]?["/profil?opd=\(slug)"] = site["/profil"]
            href = "http://\(shared)/?opd=\(slug)"
        case .linkSecureOnly, .linkSecureWWW:
            let name = fate == .linkSecureWWW ? "www.\(odd)" : odd
            region.secure[name] = site
            region.closedPlain.insert(name)
            href = "\(fate == .linkSecureWWW ? "http" : "https")://\(odd)/"
            if fate == .linkSecureWWW {
                region.plain[odd] = ["/": .redirect("https://www.\(odd)/", status: 301)]
            }
        case .linkOldOfficeName:
            text = office.name.split(separator: ",").first.map(String.init) ?? office.name
            region.plain[odd] = BlindPages.site(text, office.short, name, skin: at)
        case .linkGone:
            href = "http://hilang-\(odd)/"
            region.names["hilang-\(odd)"] = .nxdomain
        case .linkSilent:
            region.plain[odd] = site
            region.closedPlain.insert(odd)
        case .linkForbidden: region.everywhere[odd] = .status(403)
        case .linkWhoops: region.everywhere[odd] = BlindPages.whoops
        case .linkInstagram: href = "https://www.instagram.com/\(office.labels[0])_\(squeezed)/"
        case .linkBlog:
            let blog = "\(office.labels[0])\(squeezed).wordpress.com"
            region.plain[blog] = site
            href = "http://\(blog)/"
        case .linkPortalPage:
            pages["/opd/\(slug)"] = BlindPages.section(office.name, name)
            href = "/opd/\(slug)"
        case .linkPortalThin:
            pages["/opd/\(slug)"] = WidePages.bare(office.name, "<h1>\(office.name)</h1>")
            href = "/opd/\(slug)"
        case .linkDocument:
            href = "/unduh/profil-\(slug).pdf"
            pages["/unduh/profil-\(slug).pdf"] = WidePages.pdf(["Profil \(office.name)", name])
        case .linkApp:
            let app = "sim\(at).\(domain)"
            region.plain[app] = ["/": WidePages.login("Aplikasi Kinerja")]
            text = "Aplikasi Kinerja \(office.short)"
            href = "http://\(app)/"
        default: href = nil
        }
        link(text, office.short, href)
    }

    private mutating func ruled(
        _ office: WideNames.Office, _ fate: BlindFate, _ host: String, _ site: [String: FarmReply]
    ) {
        switch fate {
        case .ruledSecureWWW:
            region.secure["www.\(host)"] = site
            region.closedPlain.insert("www.\(host)")
            region.names[host] = .nodata
        case .ruledSecondLabel: region.plain["\(office.labels.last ?? "").\(domain)"] = site
        case .ruledRefresh:
            region.plain[host] = ["/": .page("<META HTTP-EQUIV=Refresh CONTENT='0;url=web/index.php'>")]
            region.plain[host]?["/web/index.php"] = site["/"]
            region.plain[host]?["/profil"] = site["/profil"]
        case .ruled500: region.everywhere[host] = WidePages.databaseError
        case .ruledSickName: region.names[host] = .servfail
        case .ruledNameless:
            region.everywhere[host] = WidePages.bare(
                "Beranda",
                "<h2>Layanan Kami</h2><ul><li>Konsultasi</li><li>Pengaduan</li></ul><p>Buka Senin sampai Jumat, pukul 08.00-15.00. Kami siap melayani.</p>"
            )
        case .ruledForeign:
            region.plain[host] = BlindPages.site(office.name, office.short, "Kabupaten Wonogiri", skin: 0)
        case .ruledDefault: region.everywhere[host] = BlindPages.nginx
        case .ruledGambling: region.everywhere[host] = WidePages.gambling
        default: region.plain[host] = site
        }
    }
}
