import Model

/// A page of our own writing with the items a reader finds on it; every other core item is not there.
///
/// Written form: a line `== name path | items`, then the HTML, then perhaps `? items` that may be read either way.
/// The pages were written before the rules were looked at with them, from how offices write and from the false friends.
struct WrittenPage: Sendable, CustomStringConvertible {
    let name: String
    let path: String
    let present: Set<ItemKey>
    let open: Set<ItemKey>
    let html: String

    var description: String { name }

    static let all = [
        textStandards, textPublication, textFalseFriends, textSecondReading, textThirdReading, textFourthReading,
    ].flatMap(
        read)

    /// The items that are scored: the 14 components, maklumat, survey, hours.
    static let items: [String: ItemKey] = [
        "dh": .dasarHukum, "per": .persyaratan, "pro": .prosedur, "jw": .jangkaWaktu, "bi": .biaya, "prd": .produk,
        "sar": .saranaPrasarana, "kom": .kompetensiPelaksana, "awas": .pengawasanInternal, "adu": .pengaduan,
        "jml": .jumlahPelaksana, "jp": .jaminanPelayanan, "jk": .jaminanKeamanan, "ev": .evaluasiKinerja,
        "mak": .maklumat, "skm": .surveiKepuasan, "jam": .jamLayanan,
    ]

    static func read(_ text: String) -> [WrittenPage] {
        var pages: [WrittenPage] = []
        var lines: [Substring] = []
        for line in text.split(separator: "\n").reversed() {
            guard line.hasPrefix("== ") else {
                lines.insert(line, at: 0)
                continue
            }
            pages.append(page(line.dropFirst(3), lines))
            lines = []
        }
        return pages.reversed()
    }

    private static func page(_ head: Substring, _ lines: [Substring]) -> WrittenPage {
        let parts = head.split(separator: "|", omittingEmptySubsequences: false)
        let names = parts[0].split(separator: " ")
        let html = lines.filter { !$0.hasPrefix("? ") }.joined(separator: "\n")
        let open = lines.first { $0.hasPrefix("? ") }?.dropFirst(2) ?? ""
        return WrittenPage(
            name: String(names[0]), path: String(names[1]), present: keys(parts[1]), open: keys(open),
            html: html.contains("<main") || html.contains("<footer") ? html : frame(html))
    }

    private static func keys(_ codes: Substring) -> Set<ItemKey> {
        Set(
            codes.split(separator: " ").map { code in
                guard let key = items[String(code)] else { fatalError("unknown item code \(code)") }
                return key
            })
    }

    /// What stands around the content of every page of a site.
    private static func frame(_ html: String) -> String {
        "<header><nav><ul><li><a href='/'>Beranda</a></li><li><a href='/profil'>Profil</a></li><li><a href='/berita'>"
            + "Berita</a></li></ul></nav></header><main>" + html + "</main><footer><p>Hak cipta dinas</p></footer>"
    }
}
