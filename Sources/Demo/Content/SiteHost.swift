import Farm
import Model

/// Turns the content of a site into the replies of a host.
enum SiteHost {
    static func host(_ site: DemoSite) -> FarmHost {
        var routes = pages(site)
        for path in pictures { routes[path] = .bytes([0x89, 0x50, 0x4E, 0x47], type: "image/png") }
        for path in documents(site) { routes[path] = .bytes(ScanPDF.bytes, type: "application/pdf") }
        routes["/robots.txt"] = .page("User-agent: *\nDisallow: /wp-admin/\n", type: "text/plain")
        routes = routes.mapValues { site.delay > 0 ? $0.delayed(milliseconds: site.delay) : $0 }
        let notFound = notFound(site)
        return FarmHost(site.host, address: site.ip, routes: routes) { request in
            site.endlessAgenda && request.path == "/agenda" ? agenda(site, target: request.target) : notFound
        }
    }

    /// A month without events, with links to the month before and the month after.
    private static func agenda(_ site: DemoSite, target: String) -> FarmReply {
        let digits = target.drop { $0 != "=" }.split { !$0.isNumber }.compactMap { Int($0) }
        let months = digits.count == 2 ? digits[0] * 12 + digits[1] - 1 : 24_314
        func link(_ label: String, _ months: Int) -> (label: String, href: String) {
            (label, "/agenda?bulan=\(months / 12)-\(String(101 + months % 12).dropFirst())")
        }
        return reply(
            site, title: "Agenda", path: target,
            blocks: [
                .text("Tidak ada agenda pada bulan ini."),
                .links([link("Bulan sebelumnya", months - 1), link("Bulan berikutnya", months + 1)]),
            ])
    }

    /// Replies by path: home, pages, news.
    static func pages(_ site: DemoSite) -> [String: FarmReply] {
        var routes = ["/": reply(site, title: "Beranda", path: "/", blocks: site.welcome)]
        for page in site.pages {
            routes[page.path] = reply(site, title: page.title ?? page.label, path: page.path, blocks: page.blocks)
        }
        for item in site.news {
            let blocks: [DemoBlock] =
                [.html("<p class=\"tanggal\">\(item.date)</p>")] + item.paragraphs.map(DemoBlock.text)
            routes[item.path] = reply(site, title: item.title, path: item.path, blocks: blocks)
        }
        return routes
    }

    static func reply(
        _ site: DemoSite, title: String, path: String, blocks: [DemoBlock], status: Int = 200
    ) -> FarmReply {
        let html = site.theme.render(site, title: title, path: path, body: site.theme.render(blocks))
        let bytes = site.theme == .tables ? Windows1252.encode(html) : Array(html.utf8)
        return .bytes(bytes, status: status, type: site.theme.contentType, etag: "\"\(checksum(bytes))\"")
    }

    static func notFound(_ site: DemoSite) -> FarmReply {
        reply(
            site, title: "Halaman Tidak Ditemukan", path: "/404",
            blocks: [.text("Maaf, halaman yang Anda cari tidak ditemukan.")], status: site.softNotFound ? 200 : 404)
    }

    private static let pictures = [
        "/assets/img/logo.png", "/assets/img/hut-kabupaten.jpg", "/images/header.jpg", "/images/counter.gif",
    ]

    /// Files that the site's pages link to.
    private static func documents(_ site: DemoSite) -> [String] {
        site.pages.flatMap(\.blocks).compactMap { block in
            if case .link(_, let href) = block, href.hasSuffix(".pdf"), href.hasPrefix("/") { href } else { nil }
        }
    }

    /// FNV-1a, so that the same page has the same validator in every run.
    private static func checksum(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

/// The portal with its sections and one-line entries.
enum PortalHost {
    static func host(round: Int) -> FarmHost {
        let portal = DemoSite.portal(round: round)
        var host = SiteHost.host(portal)
        for page in DemoSite.portalEntries {
            host.routes[page.path] = SiteHost.reply(portal, title: page.label, path: page.path, blocks: page.blocks)
        }
        for section in DemoSite.portalSections { add(section, to: &host, of: portal) }
        return host
    }

    /// A section wears the portal's frame, with a menu of its own above its text.
    private static func add(_ section: DemoSite, to host: inout FarmHost, of portal: DemoSite) {
        let menu = DemoBlock.links(
            [(label: "Profil \(section.short)", href: section.base)] + section.pages.map { ($0.label, $0.path) })
        host.routes[section.base] = SiteHost.reply(
            portal, title: section.name, path: section.base, blocks: [menu] + section.welcome)
        for page in section.pages {
            host.routes[page.path] = SiteHost.reply(
                portal, title: "\(page.title ?? page.label) \u{2013} \(section.name)", path: page.path,
                blocks: [menu] + page.blocks)
        }
    }
}

/// A PDF that is a scan: a page with a grey rectangle and no text.
enum ScanPDF {
    static let bytes: [UInt8] = {
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
            "<< /Length 30 >>\nstream\n0.8 g 60 60 475 722 re f      \nendstream",
        ]
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (number, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { text += String(String(10_000_000_000 + place).dropFirst()) + " 00000 n \n" }
        text += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }()
}

/// The encoding of the old site.
enum Windows1252 {
    private static let high: [Unicode.Scalar: UInt8] = [
        "\u{2013}": 0x96, "\u{2014}": 0x97, "\u{2018}": 0x91, "\u{2019}": 0x92, "\u{201C}": 0x93, "\u{201D}": 0x94,
    ]

    static func encode(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { high[$0] ?? ($0.value < 256 ? UInt8($0.value) : 0x3F) }
    }
}
