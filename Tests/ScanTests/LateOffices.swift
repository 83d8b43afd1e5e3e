import Farm
import Foundation
import Model

/// The offices of a region of the fifth world, each with its fate.
extension LateRegion {
    mutating func add(_ office: WideNames.Office, _ fate: LateFate, _ at: Int) {
        let label = office.labels[(at + number) % office.labels.count]
        let host = "\(label).\(region.domain)"
        let odd = "\(["s", "layanan", "go"][number % 3])\(at + 21).\(region.domain)"
        let site = LatePages.site(office.name, office.short, name, skin: at + number)
        var listed: String?
        switch fate {
        case .backslashes, .trailingDot, .withRemark, .xhtml, .utf16, .entities, .brokenHeading, .foreignRefresh,
            .longCookieHome:
            listed = living(office, fate, host, odd, site)
        case .empty202, .silentPort, .pictureHome, .plainText, .comingSoon, .ownError:
            listed = "http://\(host)/"
            trouble(fate, host)
        case .linkedShortener:
            region.plain[odd] = site
            let short = "s\(number).id"
            region.plain[short, default: [:]]["/\(label)-\(squeezed)"] = .redirect("http://\(odd)/", status: 301)
            link(office, "http://\(short)/\(label)-\(squeezed)")
        case .linkedTypo:
            region.plain[odd] = site
            link(office, "http:// \(odd) ")
        case .linkedDeep:
            region.plain[odd] = site
            region.plain[odd]?["/index.php/home"] = site["/"]
            link(office, "http://\(odd)/index.php/home")
        case .linkedMoved:
            region.plain[odd] = site
            region.everywhere["old-\(label).\(region.domain)"] = .redirect("http://\(odd)/", status: 301)
            link(office, "http://old-\(label).\(region.domain)/")
        case .linkedMerged:
            region.plain[odd] = LatePages.site(
                "\(office.name), Transmigrasi dan Energi", office.short, name, skin: 0)
            link(
                .init(name: "\(office.name), Transmigrasi dan Energi", kind: "", labels: [], short: office.short),
                "http://\(odd)/")
        case .linkedBlog:
            let blog = "\(label)-\(squeezed).blogspot.co.id"
            region.plain[blog] = site
            link(office, "http://\(blog)/")
        case .linkedDeadBlog:
            let blog = "\(label)\(squeezed).wordpress.com"
            region.everywhere[blog] = LatePages.blogGone(blog)
            link(office, "http://\(blog)/")
        case .linkedMailOnly: link(office, "mailto:\(label)@\(region.domain)")
        case .linkedPhone: link(office, "tel:+62291438\(at)")
        case .linkedPhoto: link(office, "/uploads/kantor-\(at).jpg")
        case .linkedSelf: link(office, "/?opd=\(at)")
        case .anchorSection: link(office, "/#opd-\(at)")
        case .ruled1, .ruledToPortal, .ruledRefused, .ruledLong, .ruledSigned, .ruledWWW, .ruledSix:
            ruled(fate, host, label, site)
        case .namesakeLinked:
            let other = "\(label).namasamakab.go.id"
            region.plain[other] = LatePages.site(office.name, office.short, "Kabupaten Nama Sama", skin: 0)
            link(office, "http://\(other)/")
        case .motherHost: listed = "https://www.kemenag.go.id/\(label)"
        case .listedElsewhere: listed = "http://\(label).kabupatenlain.go.id/"
        case .none1, .none2, .none3, .none4, .none5, .none6: if at % 2 == 0 { link(office, nil) }
        }
        row(
            listName(office), office.kind, fate.rawValue, right(fate), listed: listed,
            withheld: fate.isWithheld && !(fate.needsPortal && (habit.isUnreadable || habit == .namesOnly)))
    }

    private mutating func living(
        _ office: WideNames.Office, _ fate: LateFate, _ host: String, _ odd: String, _ site: [String: FarmReply]
    ) -> String {
        region.plain[host] = site
        let title = "\(office.name) \(name)"
        switch fate {
        case .backslashes: return "http:\\\\\(host)\\"
        case .trailingDot: return "\(host)./"
        case .withRemark: return "www.\(host) (masih dalam perbaikan)"
        case .xhtml:
            region.plain[host]?["/"] = .page(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>\(title)</title></head><body><h1>\(title)</h1><p><a href=\"/profil\">Profil</a></p><p>Kami melayani warga setiap hari kerja.</p></body></html>",
                type: "application/xhtml+xml")
        case .utf16:
            let text =
                "<html><head><title>\(title)</title></head><body><h1>\(title)</h1><a href=/profil>Profil</a><p>Melayani warga dengan sepenuh hati setiap hari kerja.</p></body></html>"
            let units = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            region.plain[host]?["/"] = .bytes([0xff, 0xfe] + units, type: "text/html; charset=utf-16")
        case .entities:
            let coded = title.replacing(" ", with: "&nbsp;").replacing("D", with: "&#68;").replacing(
                "B", with: "&#x42;")
            region.plain[host]?["/"] = WidePages.bare(
                coded, "<h3>\(coded)</h3><a href=/profil>Profil</a><p>Kantor kami buka Senin sampai Jumat.</p>")
        case .brokenHeading:
            let words = office.name.uppercased().split(separator: " ").map { "<span>\($0)</span>" }
            region.plain[host]?["/"] = WidePages.bare(
                "Beranda",
                "<header><h1>\(words.joined(separator: "<br/>"))</h1><h2>\(name.uppercased())</h2></header><a href=/profil>Profil</a><p>Kantor kami buka Senin sampai Jumat.</p>"
            )
        case .foreignRefresh:
            region.plain[odd] = site
            region.plain[host] = [
                "/": .page(
                    "<html><head><title>Pindah</title><meta http-equiv='refresh' content='3; URL=http://\(odd)/'></head><body><p>Situs kami telah pindah ke <a href='http://\(odd)/'>alamat baru</a>.</p></body></html>"
                )
            ]
        default:
            region.plain[host]?["/"] = .redirect("/beranda")
            region.plain[host]?["/beranda"] = site["/"]
            return "http://\(host)"
        }
        return "http://\(host)/"
    }

    private mutating func trouble(_ fate: LateFate, _ host: String) {
        switch fate {
        case .empty202: region.everywhere[host] = .bytes([], status: 202, type: "text/html")
        case .pictureHome:
            region.everywhere[host] = .bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], type: "image/png")
        case .plainText: region.everywhere[host] = .page("it works", type: "text/plain")
        case .comingSoon: region.everywhere[host] = LatePages.comingSoon
        case .ownError:
            region.everywhere[host] = WidePages.bare(
                "Error",
                "<b>Fatal error</b>: Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in /var/www/html/system/database/DB.php:121 Stack trace: #0 {main} thrown in <b>/var/www/html/system/database/DB.php</b> on line <b>121</b><br />"
            )
        default:
            region.everywhere[host] = .status(200)
            region.closedPlain.insert(host)
        }
    }

    private mutating func ruled(_ fate: LateFate, _ host: String, _ label: String, _ site: [String: FarmReply]) {
        switch fate {
        case .ruledLong: region.plain["\(label)\(region.domain.prefix { $0 != "." }).\(region.domain)"] = site
        case .ruledSigned:
            region.secure[host] = site
            region.closedPlain.insert(host)
            region.selfSigned.insert(host)
        case .ruledWWW:
            region.plain["www.\(host)"] = site
            region.names[host] = .nodata
        case .ruledSix:
            region.plain[host] = site
            region.onlySix.insert(host)
        case .ruledRefused: region.everywhere[host] = .status(403)
        case .ruledToPortal: region.everywhere[host] = .redirect("http://\(region.domain)/")
        default: region.plain[host] = site
        }
    }
}
