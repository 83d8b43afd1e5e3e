import Model

/// The end of a page: addresses are resolved, late bindings made, the value handed out.
extension PageBuilder {
    mutating func finish() -> ParsedPage {
        cut()
        bindLatePanels()
        if arena.isFull { note(.truncated, "more than \(limits.blocks) blocks") }
        let base = head.base.flatMap { resolve($0, page.address) } ?? page.address
        resolveLinks(base)
        resolveImages(base)
        page.frames = frames.compactMap { resolve($0, base) }
        page.canonical = head.canonical.flatMap { resolve($0, base) }
        page.alternates = alternates.compactMap { resolve($0, base) }
        page.refresh = head.refresh.flatMap { Self.refresh($0[...], base) }
        page.title = String(decoding: Self.folded(head.title), as: UTF8.self)
        page.text = arena.bytes
        page.markup = markup.finish()
        page.template = print.finish(generator: page.generator, platforms: platforms.found.sorted())
        page.platforms = platforms.found.sorted()
        dates.readText(page.text)
        page.dates = dates.found
        return page
    }

    private func resolve(_ bytes: [UInt8], _ base: WebAddress) -> WebAddress? {
        bytes.isEmpty ? nil : WebAddress(String(decoding: bytes, as: UTF8.self), base: base)
    }

    /// Links that lead to no http(s) address are dropped; the blocks' ranges follow.
    private mutating func resolveLinks(_ base: WebAddress) {
        let (links, kept) = links.resolve(base: base)
        page.links = links
        page.blocks = arena.blocks
        for index in page.blocks.indices {
            let old = page.blocks[index].links
            let new = kept[old.lowerBound]..<kept[min(old.upperBound, kept.count - 1)]
            page.blocks[index].links = new
            if new.isEmpty { page.blocks[index].marks.remove(.wholeLink) }
        }
        for index in page.links.indices where Int(page.links[index].block) >= page.blocks.count {
            page.links[index].block = -1
        }
    }

    private mutating func resolveImages(_ base: WebAddress) {
        for (index, source) in images.enumerated() {
            guard let address = resolve(source, base) else { continue }
            page.images[index].address = address
            page.images[index].fileName = Self.fileName(of: address)
        }
    }

    /// The last part of the path, percent-decoded.
    static func fileName(of address: WebAddress) -> String {
        let path = Array(address.path.utf8)
        let start = (path.lastIndex(of: 47) ?? -1) + 1
        var name: [UInt8] = []
        var at = start
        while at < path.count {
            if path[at] == 37, at + 2 < path.count, let high = hex(path[at + 1]), let low = hex(path[at + 2]) {
                name.append(high << 4 | low)
                at += 3
            } else {
                name.append(path[at])
                at += 1
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        if byte.isDigit { return byte - 48 }
        let lower = byte.lowered
        return lower >= 97 && lower <= 102 ? lower - 87 : nil
    }

    /// `5; url=/beranda`, also without `url=` and with quotes (HTML standard, shared declarative refresh steps).
    static func refresh(_ content: ArraySlice<UInt8>, _ base: WebAddress) -> ParsedPage.Refresh? {
        let content = content.trimmed
        let seconds = content.leadingNumber ?? 0
        var rest = content.drop { $0.isDigit || $0 == 46 }
        guard !rest.isEmpty else { return ParsedPage.Refresh(seconds: seconds, address: base) }
        rest = rest.drop { $0.isWhitespace || $0 == 59 || $0 == 44 }
        if rest.starts(withWord: "url") {
            let after = rest.dropFirst(3).trimmed
            if after.first == 61 { rest = after.dropFirst().trimmed }
        }
        if let quote = rest.first, quote == 34 || quote == 39 {
            rest = rest.dropFirst().prefix { $0 != quote }
        }
        guard let address = WebAddress(String(decoding: rest, as: UTF8.self), base: base) else { return nil }
        return ParsedPage.Refresh(seconds: seconds, address: address)
    }

    /// White space folded to single spaces, none at the ends.
    static func folded(_ bytes: [UInt8]) -> [UInt8] {
        var arena = TextArena(blockLimit: 1)
        arena.add(bytes.span, PageContext(), links: 0)
        return arena.bytes
    }
}
