import Farm
import Foundation
import Model

/// A web of many small offices on loopback, for `make chaos` and `make soak`: no part of the program.
///
///     webfarm --folder DIR --regions N --offices N --addresses N --latency MILLISECONDS --pages N
///     webfarm --folder DIR --web FILE          the hosts of a table (`TableWeb`) instead; writes no list
///
/// Writes DIR/list.csv (the offices), DIR/hosts (for --hosts), DIR/port, and appends every request it reads to DIR/log as
/// `microseconds address agent host target`; with `--log no` it keeps none, for long runs. DIR/count says how many it read so
/// far. Ends when its standard input does.
@main
struct WebFarm {
    static func main() throws {
        var values = ["folder": ".", "regions": "4", "offices": "20", "addresses": "8", "latency": "20", "pages": "6"]
        var words = CommandLine.arguments.dropFirst()
        while let word = words.popFirst(), let value = words.popFirst() { values[String(word.dropFirst(2))] = value }
        func number(_ name: String) -> Int { values[name].flatMap { Int($0) } ?? 1 }
        let folder = values["folder"] ?? "."
        let farm =
            try values["web"].map { try table($0, remembers: values["log"] != "no") }
            ?? offices(
                Web(
                    regions: number("regions"), offices: number("offices"), addresses: number("addresses"),
                    latency: number("latency"), pages: number("pages")), folder)
        try "\(farm.port)".write(toFile: folder + "/port", atomically: true, encoding: .utf8)
        let ended = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            while readLine() != nil {}
            ended.signal()
        }
        var written = 0
        _ = FileManager.default.createFile(atPath: folder + "/log", contents: nil)
        guard let file = FileHandle(forWritingAtPath: folder + "/log") else { return }
        while true {
            let isOver = ended.wait(timeout: .now() + 0.5) == .success
            let log = farm.log
            let lines = log[written...].map { request in
                let parts = request.at.components
                let micros = parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000
                let agent = request.header("user-agent")?.replacing(" ", with: "_") ?? "-"
                return "\(micros) \(request.address) \(agent) \(request.host) \(request.target)\n"
            }
            written = log.count
            file.write(Data(lines.joined().utf8))
            try "\(farm.requestCount)".write(toFile: folder + "/count", atomically: true, encoding: .utf8)
            if isOver { break }
        }
        farm.stop()
    }

    private static func table(_ file: String, remembers: Bool) throws -> FarmServer {
        let web = try TableWeb(file: file)
        return try FarmServer(addresses: web.addresses, hosts: [web.host], remembers: remembers)
    }

    private static func offices(_ web: Web, _ folder: String) throws -> FarmServer {
        let farm = try FarmServer(addresses: web.allAddresses, hosts: web.hosts)
        try web.list.write(toFile: folder + "/list.csv", atomically: true, encoding: .utf8)
        try web.hostsTable.write(toFile: folder + "/hosts", atomically: true, encoding: .utf8)
        return farm
    }
}

/// The offices and what their sites say. Every number decides the same web again.
struct Web {
    let regions: Int
    let offices: Int
    let addresses: Int
    let latency: Int
    let pages: Int

    /// Real codes of the register, so that the region's rules hold.
    private static let codes = [
        "61.12", "62.71", "61.01", "61.02", "61.03", "61.04", "61.05", "61.06", "61.07", "61.08", "61.09", "61.10",
        "61.11", "61.71", "61.72", "62.01", "62.02", "62.03", "62.04", "62.05",
    ]

    var allAddresses: [String] { (0..<addresses).map { "127.77.\($0 / 200).\($0 % 200 + 1)" } }

    private func domain(_ region: Int) -> String { "ujikab\(region).go.id" }
    private func code(_ region: Int) -> String { Self.codes[region % Self.codes.count] }
    private func host(_ region: Int, _ office: Int) -> String { "dinas\(office).\(domain(region))" }
    private func name(_ office: Int) -> String { "Dinas Uji Nomor \(office)" }
    /// Servers of a region: three, or as many as there are for each.
    private var servers: Int { max(3, addresses / max(1, regions)) }
    /// Offices of a region lie on a few servers; where there are fewer addresses than that, servers serve several regions.
    private func address(_ region: Int, _ office: Int) -> String {
        allAddresses[(region * servers + office % servers) % addresses]
    }
    /// Every ninth office has no name in the DNS, every eleventh answers 503.
    private func isMissing(_ office: Int) -> Bool { office % 9 == 8 }
    private func isBroken(_ office: Int) -> Bool { office % 11 == 10 }

    var list: String {
        var text = "kode,nama,jenis,wilayah,url,induk,keterangan\n"
        for region in 0..<regions {
            text +=
                "P\(region),Portal Pemerintah Kabupaten Uji \(region),portal,\(code(region)),http://\(domain(region))/,,\n"
            for office in 0..<offices {
                let url = office % 2 == 0 ? "http://\(host(region, office))/" : ""
                text += "R\(region)-\(office),\(name(office)),lainnya,\(code(region)),\(url),,\n"
            }
        }
        return text
    }

    var hostsTable: String {
        var text = ""
        for region in 0..<regions {
            text += "\(allAddresses[region * servers % addresses]) \(domain(region))\n"
            for office in 0..<offices where !isMissing(office) {
                text += "\(address(region, office)) \(host(region, office))\n"
            }
        }
        return text
    }

    var hosts: [FarmHost] {
        (0..<regions).flatMap { region in
            [portal(region)] + (0..<offices).filter { !isMissing($0) }.map { site(region, $0) }
        }
    }

    private func page(_ title: String, _ body: String) -> FarmReply {
        FarmReply.page(
            "<!doctype html><html lang=\"id\"><head><title>\(title)</title></head><body><h1>\(title)</h1>\(body)</body></html>"
        ).delayed(milliseconds: latency)
    }

    private func portal(_ region: Int) -> FarmHost {
        let links = (0..<offices).filter { !isMissing($0) }.map {
            "<li><a href=\"http://\(host(region, $0))/\">\(name($0))</a></li>"
        }.joined()
        return FarmHost(
            domain(region), address: allAddresses[region * servers % addresses],
            routes: ["/": page("Pemerintah Kabupaten Uji \(region)", "<p>Portal resmi.</p><ul>\(links)</ul>")],
            otherwise: FarmReply.status(404).delayed(milliseconds: latency))
    }

    private func site(_ region: Int, _ office: Int) -> FarmHost {
        let title = "\(name(office)) Kabupaten Uji \(region)"
        if isBroken(office) {
            return FarmHost(
                host(region, office), address: address(region, office),
                otherwise: FarmReply.status(503).delayed(milliseconds: latency))
        }
        let menu = (0..<pages).map { "<a href=\"/halaman/\($0)\">Profil dan Layanan \($0)</a> " }.joined()
        var routes = [
            "/": page(
                title,
                "<nav><a href=\"/layanan\">Standar Pelayanan</a> <a href=\"/kontak\">Kontak</a> \(menu)</nav><p>Situs resmi \(title). Kami melayani warga.</p>"
            ),
            "/layanan": page(
                "Standar Pelayanan \(title)",
                "<h2>Persyaratan</h2><ol><li>Fotokopi KTP nomor \(office)</li><li>Pas foto 3x4</li></ol><h2>Jangka Waktu Penyelesaian</h2><p>\(office % 7 + 1) hari kerja</p>"
                    + (office % 3 == 0 ? "<h2>Biaya/Tarif</h2><p>Tidak dipungut biaya</p>" : "")),
            "/kontak": page("Kontak \(title)", "<p>Jalan Merdeka Nomor \(office). Telepon (0561) 1234\(office)</p>"),
        ]
        for number in 0..<pages {
            routes["/halaman/\(number)"] = page(
                "Halaman \(number) \(title)", "<p>Keterangan \(number) tentang pelayanan \(title) bagi warga.</p>")
        }
        return FarmHost(
            host(region, office), address: address(region, office), routes: routes,
            otherwise: FarmReply.status(404).delayed(milliseconds: latency))
    }
}
