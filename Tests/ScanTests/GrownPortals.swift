import Farm
import Foundation

/// The portals of the seventh world.
extension GrownRegion {
    private func home(_ body: String, foot: String = "") -> FarmReply {
        WidePages.bare(
            "Pemerintah \(name)",
            "<header><a href=/><img src=/lambang.png alt='Lambang \(name)'></a></header>\(body)<section><h2>Berita</h2><p>Wakil kepala daerah membuka festival.</p></section><footer><a href=/kontak>Kontak</a> \(foot) © Pemerintah \(name)</footer>"
        )
    }

    private func lines(_ make: (Entry) -> String) -> String { entries.map(make).joined(separator: "\n") }

    private func anchor(_ entry: Entry, _ text: String) -> String {
        entry.href.map { "<a href=\"\($0)\" target=_blank>\(text)</a>" } ?? text
    }

    mutating func addPortal() {
        var site = habitPages()
        site.merge(pages) { own, _ in own }
        site["/kontak"] = WidePages.bare(
            "Kontak",
            "<h1>Kontak</h1><p>Jl. Merdeka 1</p><table><tr><th>Instansi</th><th>Telepon</th><th>Surel</th></tr>\(contacts)</table>"
        )
        region.plain[portalHost] = site
        if habit == .movedPortal { region.everywhere[domain] = .redirect("http://\(portalHost)/", status: 301) }
        if habit == .detailFields { region.everywhere[domain] = site["/"] }
        hub()
    }

    /// The Diskominfo, with the list of all sites where that is the region's habit.
    private mutating func hub() {
        let host = "diskominfo.\(domain)"
        let menu = habit == .ownHub ? "<a href=/website-opd>Website OPD</a>" : ""
        region.plain[host] = GrownPages.site(
            "Dinas Komunikasi dan Informatika", "Diskominfo", name, skin: 0, extra: menu)
        if habit == .ownHub {
            let list = lines { "<tr><td>\(anchor($0, $0.name))</td></tr>" }
            region.plain[host]?["/website-opd"] = WidePages.bare(
                "Website OPD", "<h1>Website OPD</h1><table>\(list)</table>")
        }
        row("Dinas Komunikasi dan Informatika", "kominfo", "listed", [.active], listed: "diskominfo.\(domain)")
    }

    private mutating func habitPages() -> [String: FarmReply] {
        switch habit {
        case .modal: ["/": home(modal)]
        case .movedPortal: deepList
        case .assembled: assembled
        case .ownHub:
            ["/": home("<nav><a href='http://diskominfo.\(domain)/'>Diskominfo</a><a href=/sejarah>Sejarah</a></nav>")]
        case .scannedPDF: scanned
        case .pictures: ["/": home("<h3>Tautan OPD</h3><div class=owl-carousel>\(logos)</div>")]
        case .fragments: fragments
        case .chart: chart
        case .foreignSheet: foreignSheet()
        case .dataset: dataset()
        case .detailFields: detailFields
        case .noList: ["/": home("<nav><a href=/sejarah>Sejarah</a><a href=/visi>Visi Misi</a></nav>")]
        }
    }

    private var modal: String {
        "<button data-bs-toggle=modal data-bs-target=#mOPD>Website OPD</button><div class='modal fade' id=mOPD aria-hidden=true><div class=modal-body><div class=row>\(lines { "<div class=col-3>\(anchor($0, "<img src=/ikon/opd.svg alt=''><small>\($0.name)</small>"))</div>" })</div></div></div>"
    }

    private var deepList: [String: FarmReply] {
        [
            "/": home("<nav><a href=/pemerintahan>Pemerintahan</a></nav>"),
            "/pemerintahan": WidePages.bare(
                "Pemerintahan", "<h1>Pemerintahan</h1><a href=/pemerintahan/organisasi>Organisasi</a>"),
            "/pemerintahan/organisasi": WidePages.bare(
                "Organisasi",
                "<h1>Organisasi</h1><a href=/pemerintahan/organisasi/perangkat-daerah>Perangkat Daerah</a>"),
            "/pemerintahan/organisasi/perangkat-daerah": WidePages.bare(
                "Perangkat Daerah",
                "<h1>Perangkat Daerah</h1><table><tr><th>Nama</th><th>Situs</th></tr>\(lines { "<tr><td>\($0.name)</td><td>\($0.href == nil ? "belum ada" : anchor($0, "lihat"))</td></tr>" })</table>"
            ),
        ]
    }

    /// `nama` and `sub`; the script puts the region's domain behind it.
    private var assembled: [String: FarmReply] {
        let items = entries.map { entry in
            let host = entry.href.flatMap { URL(string: $0)?.host } ?? ""
            let path = entry.href.flatMap { URL(string: $0)?.path } ?? "/"
            if entry.href == nil { return "{\"nama\":\"\(entry.name)\",\"sub\":null}" }
            return host.hasSuffix("." + domain) && path == "/"
                ? "{\"nama\":\"\(entry.name)\",\"sub\":\"\(host.dropLast(domain.count + 1))\"}"
                : "{\"nama\":\"\(entry.name)\",\"url\":\"\(entry.href ?? "")\"}"
        }
        return [
            "/": home("<nav><a href=/perangkat-daerah>Perangkat Daerah</a></nav>"),
            "/perangkat-daerah": WidePages.bare(
                "Perangkat Daerah",
                "<h1>Perangkat Daerah</h1><div id=daftar></div><script src=/js/opd.js></script>"),
            "/js/opd.js": .page(
                "fetch('/api/opd').then(r=>r.json()).then(d=>{d.data.forEach(o=>{const u=o.url||(o.sub?'http://'+o.sub+'.\(domain)/':'#');document.getElementById('daftar').innerHTML+='<a href=\"'+u+'\">'+o.nama+'</a>'})})",
                type: "application/javascript"),
            "/api/opd": .page("{\"data\":[\(items.joined(separator: ","))]}", type: "application/json"),
        ]
    }

    private var scanned: [String: FarmReply] {
        [
            "/": home("<nav><a href=/unduhan>Unduhan</a></nav>"),
            "/unduhan": WidePages.bare(
                "Unduhan",
                "<h1>Unduhan</h1><ul><li><a href=/files/APBD.pdf>Ringkasan APBD</a></li><li><a href='/files/Daftar Alamat Website OPD.pdf'>Daftar Alamat Website OPD</a></li></ul>"
            ),
            "/files/APBD.pdf": WidePages.pdf(["Ringkasan APBD"]),
            "/files/Daftar%20Alamat%20Website%20OPD.pdf": GrownPages.scan,
        ]
    }

    private var logos: String {
        entries.enumerated().map { at, entry in
            entry.href.map { "<div class=item><a href=\"\($0)\"><img src=/uploads/2024/\(at).png></a></div>" } ?? ""
        }.joined()
    }

    private var fragments: [String: FarmReply] {
        func table(_ isAgency: Bool) -> FarmReply {
            let rows = entries.filter { $0.name.lowercased().hasPrefix("badan") == isAgency }.map {
                "<tr><td>\($0.name)</td><td>\($0.href == nil ? "-" : anchor($0, "<i class=fa-globe></i>"))</td></tr>"
            }
            return .page("<table class=table>\(rows.joined())</table>")
        }
        return [
            "/": home("<nav><a href=/opd>OPD</a></nav>"),
            "/opd": WidePages.bare(
                "OPD",
                "<h1>OPD</h1><ul class=nav-tabs><li data-url='/ajax/opd/dinas'>Dinas</li><li data-url='/ajax/opd/badan'>Badan</li></ul><div id=isi>Memuat...</div><script>$('.nav-tabs li').click(function(){$('#isi').load($(this).data('url'))})</script>"
            ),
            "/ajax/opd/dinas": table(false),
            "/ajax/opd/badan": table(true),
        ]
    }

    private var chart: [String: FarmReply] {
        let boxes = entries.enumerated().map { at, entry in
            let words = entry.name.split(separator: " ").map { "<tspan x=10 dy=12>\($0)</tspan>" }.joined(
                separator: " ")
            let box = "<g><rect x=\(at * 90) width=80 height=40 /><text>\(words)</text></g>"
            return entry.href.map { "<a xlink:href=\"\($0)\">\(box)</a>" } ?? box
        }
        return [
            "/": home("<nav><a href=/struktur>Struktur Organisasi</a></nav>"),
            "/struktur": WidePages.bare(
                "Struktur Organisasi",
                "<h1>Struktur Organisasi Pemerintah \(name)</h1><svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>\(boxes.joined(separator: "\n"))</svg>"
            ),
        ]
    }

    private mutating func foreignSheet() -> [String: FarmReply] {
        region.everywhere["docs.google.com"] = WidePages.shell("Daftar")
        return [
            "/": home("<nav><a href=/daftar-situs>Daftar Situs OPD</a></nav>"),
            "/daftar-situs": WidePages.bare(
                "Daftar Situs OPD",
                "<h1>Daftar Situs OPD</h1><iframe src='http://docs.google.com/spreadsheets/d/e/2PACX-1vQ/pubhtml?widget=true' width=100% height=900></iframe>"
            ),
        ]
    }

    private mutating func dataset() -> [String: FarmReply] {
        let host = "data.\(domain)"
        let rows = entries.enumerated().map { at, entry in "\(at + 1);\"\(entry.name)\";\(entry.href ?? "")" }
        region.plain[host] = [
            "/": WidePages.bare(
                "Satu Data \(name)", "<h1>Satu Data</h1><a href=/dataset/website-opd>Alamat Website OPD</a>"),
            "/dataset/website-opd": WidePages.bare(
                "Alamat Website OPD", "<h1>Alamat Website OPD</h1><a href=/unduh/17.csv>Unduh CSV</a>"),
            "/unduh/17.csv": .page("no;nama_opd;alamat\r\n\(rows.joined(separator: "\r\n"))\r\n", type: "text/csv"),
        ]
        return [
            "/": home(
                "<div class=kotak><a href='http://\(host)/'>Satu Data</a> <a href='http://\(host)/dataset/website-opd'>Alamat Website OPD</a></div>"
            )
        ]
    }

    private var detailFields: [String: FarmReply] {
        var pages: [String: FarmReply] = [
            "/": home("<nav><a href=/instansi>Instansi</a></nav>"),
            "/instansi": WidePages.bare(
                "Instansi",
                "<h1>Instansi Pemerintah Daerah</h1>\(entries.enumerated().map { "<p><a href=/instansi/detail/\($0)>\($1.name)</a></p>" }.joined())"
            ),
        ]
        for (at, entry) in entries.enumerated() {
            pages["/instansi/detail/\(at)"] = WidePages.bare(
                entry.name,
                "<h1>\(entry.name)</h1><dl><dt>Alamat</dt><dd>Jl. Dr. Susilo \(at + 1)</dd><dt>Laman</dt><dd>\(entry.href.map { $0.replacing("http://", with: "") } ?? "-")</dd></dl>"
            )
        }
        return pages
    }
}
