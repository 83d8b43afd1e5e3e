import Model
import Rules

/// Applies one rule of place `link`: the text of links, and frames by their address.
struct LinkRuleReader {
    let sheet: PageSheet
    let rule: CompiledRule

    func sightings() -> [Sighting] {
        var result: [Sighting] = []
        if rule.line.allSatisfy({ $0.meets(sheet.anyLinkWords, []) }) {
            for index in sheet.page.links.indices where matches(index) {
                result.append(sighting(.link(index), zone: sheet.page.links[index].zone))
            }
        }
        if !rule.hasTarget { result += menuEntries() }
        if rule.hasTarget, rule.line.isEmpty {
            for frame in sheet.page.frames {
                let words = sheet.lexicon.mask(frame.description)
                guard rule.target.intersects(words), !rule.notLine.meets(words, []) else { continue }
                result.append(sighting(.frame(frame), zone: .main))
            }
        }
        return result
    }

    private func matches(_ index: Int) -> Bool {
        let words = sheet.linkWords[index]
        for cue in rule.line where !cue.meets(words, []) { return false }
        if rule.notLine.meets(words, []) { return false }
        if rule.hasTarget, !rule.target.intersects(sheet.linkTargets[index]) { return false }
        let length = sheet.page.links[index].text.utf8.count
        guard length <= 120, length > 0 || rule.hasTarget else { return false }
        if rule.rule.mainOnly, sheet.page.links[index].zone != .main { return false }
        if rule.hasTarget {
            if rule.notLine.meets(sheet.linkTargets[index], []) { return false }
            // A bare host says that a service exists, not that the office is there.
            if rule.rule.state == .present, sheet.page.links[index].address.path.utf8.count < 3 { return false }
        }
        return rule.rule.state != .linked || !isThisPage(sheet.page.links[index].address)
    }

    /// Entries of a menu that open nothing but a sub-menu ("#").
    private func menuEntries() -> [Sighting] {
        guard !rule.line.isEmpty else { return [] }
        return sheet.menuEntries.compactMap { index in
            let words = sheet.lines[index].words
            guard rule.line.allSatisfy({ $0.meets(words, []) }), !rule.notLine.meets(words, []) else { return nil }
            return Sighting(
                rule: rule, source: .menu(index), state: .linked, strength: min(0.3, rule.rule.strength))
        }
    }

    private func isThisPage(_ address: WebAddress) -> Bool {
        let own = sheet.page.address
        return address.host == own.host && address.path == own.path && address.query == own.query && own.path != "/"
    }

    private func sighting(_ source: Sighting.Source, zone: Block.Zone) -> Sighting {
        let menu = zone != .main && zone != .aside
        return Sighting(
            rule: rule, source: source, state: rule.rule.state,
            strength: menu && rule.rule.state == .linked ? min(0.35, rule.rule.strength) : rule.rule.strength)
    }
}

/// Applies one rule of place `image`: alt text and file name; what the image shows was not read.
struct ImageRuleReader {
    let sheet: PageSheet
    let rule: CompiledRule

    func sightings() -> [Sighting] {
        sheet.page.images.indices.compactMap { index in
            let image = sheet.page.images[index]
            if rule.rule.mainOnly, image.zone != .main { return nil }
            guard image.zone != .navigation, matches(image, sheet.imageWords[index]) else { return nil }
            return Sighting(
                rule: rule, source: .image(index), state: rule.rule.state, strength: rule.rule.strength)
        }
    }

    /// Words of the image itself, or an image that is all there is under the item's heading.
    private func matches(_ image: Image, _ words: WordMask) -> Bool {
        if rule.notLine.meets(words, []) { return false }
        if !rule.line.isEmpty { return rule.line.allSatisfy { $0.meets(words, []) } }
        return sheet.sections.contains { section in
            section.items.intersects(rule.item) && section.content == 0 && section.zone == .main
                && Int(image.position) > section.line && Int(image.position) <= section.lastBlock + 1
        }
    }
}

/// Applies one rule of place `heading`: a heading with nothing, or only filler, under it.
struct HeadingRuleReader {
    let sheet: PageSheet
    let rule: CompiledRule

    func sightings() -> [Sighting] {
        sheet.sections.compactMap { section in
            let line = sheet.lines[section.line]
            guard section.items.intersects(rule.item), section.zone == .main, section.level <= 8,
                section.level < 8 || line.typed.contains(.title),
                section.content == 0, section.links == 0, line.length <= 90,
                !rule.notLine.meets(line.words, line.typed), !holdsMore(section)
            else { return nil }
            // A frame that shows a document: pointed to, not empty.
            guard let embed = sheet.page.frames.first(where: DocumentEmbed.holds) else {
                return Sighting(rule: rule, source: .heading(section.line), state: .empty, strength: rule.rule.strength)
            }
            return Sighting(rule: rule, source: .embed(section.line, embed), state: .linked, strength: 0.6)
        }
    }

    /// An image, a frame or a link under the heading: then it is not empty but not readable.
    private func holdsMore(_ section: Section) -> Bool {
        let span = section.line...section.lastBlock
        return sheet.page.images.contains {
            $0.zone == .main && Int($0.position) > section.line && Int($0.position) <= section.lastBlock + 1
        }
            || sheet.page.links.contains { $0.zone == .main && span.contains(Int($0.block)) }
            || sheet.page.frames.contains { !DocumentEmbed.holds($0) }
    }
}
