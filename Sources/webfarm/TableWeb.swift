import Farm
import Foundation

/// A web told by a table, one host a line, its pages made when they are asked for: 45,000 hosts in a few megabytes.
///
///     host TAB address TAB kind TAB title TAB region TAB milliseconds TAB pages
///
/// Kinds: `site`, `portal` (links the sites of its region), `busy` (503), `reset`, `silent` (never answers).
struct TableWeb: Sendable {
    private struct Site: Sendable {
        var kind, title, region: String
        var milliseconds, pages: Int
    }

    private var sites: [String: Site] = [:]
    private var links: [String: String] = [:]
    let addresses: [String]

    init(file: String) throws {
        var seen: Set<String> = []
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 7 else { throw CocoaError(.fileReadCorruptFile) }
            seen.insert(parts[1])
            sites[parts[0]] = Site(
                kind: parts[2], title: parts[3], region: parts[4], milliseconds: Int(parts[5]) ?? 0,
                pages: Int(parts[6]) ?? 0)
            if parts[2] != "portal" {
                links[parts[4], default: ""] += "<li><a href=\"http://\(parts[0])/\">\(parts[3])</a></li>"
            }
        }
        addresses = seen.sorted()
    }

    var host: FarmHost { FarmHost("*", handler: { request in reply(request) }) }

    private func reply(_ request: FarmRequest) -> FarmReply {
        guard let site = sites[request.host] else { return FarmReply.status(404) }
        switch site.kind {
        case "reset": return FarmReply.reset()
        case "silent": return FarmReply.script([.hang])
        case "busy": return FarmReply.status(503).delayed(milliseconds: site.milliseconds)
        default: return page(site, request.path).delayed(milliseconds: site.milliseconds)
        }
    }

    private func page(_ site: Site, _ path: String) -> FarmReply {
        switch path {
        case "/" where site.kind == "portal":
            return html(
                site, site.title, "<p>Portal resmi \(site.title).</p><ul>\(links[site.region] ?? "")</ul>")
        case "/":
            return html(
                site, site.title, "<p>Situs resmi \(site.title). Kami melayani warga.</p>" + Self.news(site.title))
        case "/layanan" where site.kind == "site":
            return html(
                site, "Standar Pelayanan",
                "<h2>Persyaratan</h2><ol><li>Fotokopi KTP</li><li>Pas foto 3x4</li></ol><h2>Jangka Waktu Penyelesaian</h2>"
                    + "<p>\(site.title.utf8.count % 7 + 1) hari kerja</p><h2>Biaya/Tarif</h2><p>Tidak dipungut biaya</p>"
            )
        case "/kontak" where site.kind == "site":
            return html(site, "Kontak", "<p>Jalan Merdeka Nomor 5. Telepon (0561) 123456</p>")
        default:
            guard site.kind == "site", path.hasPrefix("/halaman/"), let number = Int(path.dropFirst(9)),
                number < site.pages
            else { return FarmReply.status(404) }
            return html(site, "Halaman \(number)", Self.news("\(site.title) \(number)"))
        }
    }

    private func html(_ site: Site, _ title: String, _ body: String) -> FarmReply {
        let menu = (0..<site.pages).map { "<a href=\"/halaman/\($0)\">Berita \($0)</a> " }.joined()
        return FarmReply.page(
            """
            <!doctype html><html lang="id"><head><title>\(title) - \(site.title)</title></head><body><header><a href="/">\(site.title)</a>
            <nav><a href="/layanan">Standar Pelayanan</a> <a href="/kontak">Kontak</a> \(menu)</nav></header><main><h1>\(title)</h1>
            \(body)</main><footer>&copy; 2026 \(site.title)</footer></body></html>
            """)
    }

    /// Words as such pages have them; none that an item asks for.
    private static func news(_ subject: String) -> String {
        (0..<12).map {
            "<article><h3>Kabar \($0) \(subject)</h3><p>Kepala dinas meninjau kegiatan di kecamatan pada hari \($0 + 1) bersama "
                + "perangkat daerah dan warga setempat. Kegiatan berjalan lancar dan dilanjutkan dengan ramah tamah.</p></article>"
        }.joined()
    }
}
