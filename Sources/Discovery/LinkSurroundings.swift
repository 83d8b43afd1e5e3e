import Model

/// Words around a link that may name whose it is, when its own do not: its row, its block, the card it stands in, its
/// heading.
struct LinkSurroundings {
    let page: ParsedPage
    /// Blocks that hold a link, with the addresses.
    private let linked: [Int32: [WebAddress]]

    init(_ page: ParsedPage) {
        self.page = page
        var linked: [Int32: [WebAddress]] = [:]
        for link in page.links where link.block >= 0 { linked[link.block, default: []].append(link.address) }
        for link in page.links where link.block < 0 && link.after >= 0 {
            linked[-2 - link.after, default: []].append(link.address)
        }
        self.linked = linked
    }

    /// Likeliest first; short texts only.
    func texts(of link: Link) -> [String] {
        let index = Int(link.block >= 0 ? link.block : link.after)
        guard page.blocks.indices.contains(index) else {
            // A link from a script has no place on the page; its own words, where it has some, are all there is.
            return link.block < 0 && (link.after >= 0 || Self.saysNothing(link.text)) ? card(of: link) : []
        }
        let block = page.blocks[index]
        var texts: [String] = []
        if block.table >= 0 {
            let near = max(0, index - 12)..<min(page.blocks.count, index + 12)
            texts = page.blocks[near].filter { $0.table == block.table && $0.row == block.row }.map(page.text(of:))
        } else {
            if link.block >= 0 { texts.append(page.text(of: block)) }
            if Self.saysNothing(link.text) { texts += card(of: link) }
            if block.heading >= 0 { texts.append(page.text(of: page.blocks[Int(block.heading)])) }
        }
        return texts.filter { $0.utf8.count < 200 }
    }

    /// The headings above a link, nearest first.
    func headings(of link: Link) -> [String] {
        var index = Int(link.block >= 0 ? link.block : link.after)
        var texts: [String] = []
        while page.blocks.indices.contains(index), texts.count < 4 {
            index = Int(page.blocks[index].heading)
            if page.blocks.indices.contains(index) { texts.append(page.text(of: page.blocks[index])) }
        }
        return texts
    }

    /// The lines of the card around a link that has no words of its own: those before it, up to the link before; when
    /// there are none, those behind it, up to the next.
    private func card(of link: Link) -> [String] {
        let before = lines(from: Int(link.block >= 0 ? link.block - 1 : link.after), step: -1, beside: link)
        if !before.isEmpty { return before }
        let behind = Int(link.block >= 0 ? link.block : link.after) + 1
        return lines(from: behind, step: 1, beside: link)
    }

    private func lines(from start: Int, step: Int, beside link: Link) -> [String] {
        var texts: [String] = []
        var index = start
        while page.blocks.indices.contains(index), texts.count < 4 {
            if hasOtherLink(index, link) { break }
            // A link without a block lies between this block and the next.
            let text = page.text(of: page.blocks[index])
            if text.utf8.count < 120 { texts.append(text) }
            if step < 0, hasOtherLinkBehind(index - 1, link) { break }
            if step > 0, hasOtherLinkBehind(index, link) { break }
            index += step
        }
        return texts
    }

    private func hasOtherLink(_ index: Int, _ link: Link) -> Bool {
        linked[Int32(index)]?.contains { $0 != link.address } ?? false
    }

    private func hasOtherLinkBehind(_ index: Int, _ link: Link) -> Bool {
        linked[-2 - Int32(index)]?.contains { $0 != link.address } ?? false
    }

    /// "Kunjungi Website", "Selengkapnya", an icon, an address: words that name nobody.
    static func saysNothing(_ text: String) -> Bool {
        let words = NameTokens.words(text)
        return words.count <= 4 && words.allSatisfy { idle.contains($0) || $0.allSatisfy(\.isNumber) }
            || text.contains("://") || text.hasPrefix("www.")
    }

    private static let idle: Set<String> = [
        "kunjungi", "lihat", "selengkapnya", "baca", "website", "web", "situs", "resmi", "detail", "detil", "profil",
        "klik", "di", "sini", "disini", "buka", "link", "tautan", "laman", "halaman", "menuju", "ke", "visit", "more",
        "view", "open", "site", "go", "read", "lebih", "lanjut", "info", "informasi", "here", "click", "logo", "icon",
        "alamat", "url", "goto", "see", "details", "lanjutkan", "akses",
    ]
}
