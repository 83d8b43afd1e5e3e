import Model
import Rules

/// Finds the electronic services and channels a page leads to: links first, then lines that name a number or address.
struct ElectronicReader {
    let sheet: PageSheet
    let kind: PageKind

    /// One entry for each kind and target, in the order of the rules.
    func services() -> [ElectronicService] {
        var found: [ElectronicService] = []
        var seen: Set<String> = []
        let leads = Leads(sheet)
        for (index, rule) in sheet.lexicon.electronic.enumerated() {
            for service in rule.rule.place == .link ? links(rule, index, leads) : lines(rule) {
                let key = rule.rule.kind.rawValue + " " + (service.address?.description ?? service.quotation)
                if seen.insert(key).inserted, seen.count <= Self.limit { found.append(service) }
            }
        }
        return found
    }

    private static let limit = 60

    private func links(_ rule: CompiledElectronic, _ number: Int, _ leads: Leads) -> [ElectronicService] {
        guard rule.words.intersects(sheet.anyLinkWords) || leads.any.contains(number) else { return [] }
        return sheet.page.links.indices.compactMap { index in
            let leads = leads.links[index].contains(number)
            guard leads || rule.words.intersects(sheet.linkWords[index]) else { return nil }
            let link = sheet.page.links[index]
            // A headline of the news is no door to a service.
            let isNews = kind == .news && link.zone == .main
            guard !isNews, link.text.utf8.count <= 90 || leads, !rule.notLine.intersects(sheet.linkWords[index]),
                !isThisPage(link.address)
            else { return nil }
            return ElectronicService(
                kind: rule.rule.kind, address: link.address, place: "tautan" + Place.inZone(link.zone),
                quotation: Quotation.cut(link.text.isEmpty ? link.address.description : link.text), rule: rule.rule.id)
        }
    }

    /// Which rules each link's address speaks for, by their number.
    private struct Leads {
        var links: [WordMask] = []
        var any = WordMask()

        init(_ sheet: PageSheet) {
            var bytes: [UInt8] = []
            links.reserveCapacity(sheet.page.links.count)
            for link in sheet.page.links {
                bytes.removeAll(keepingCapacity: true)
                link.address.appendTarget(to: &bytes)
                var met = WordMask()
                sheet.lexicon.electronicTargets.find(in: bytes, &met)
                any.formUnion(met)
                links.append(met)
            }
        }
    }

    private func lines(_ rule: CompiledElectronic) -> [ElectronicService] {
        guard kind != .news else { return [] }
        return sheet.lines.indices.compactMap { index in
            guard rule.words.intersects(sheet.lineWords[index]) else { return nil }
            let line = sheet.lines[index]
            guard
                rule.typed.rawValue == 0 || !line.typed.isDisjoint(with: rule.typed),
                !rule.notLine.intersects(line.words), line.length <= 400, line.zone != .navigation
            else { return nil }
            return ElectronicService(
                kind: rule.rule.kind, place: Place(sheet: sheet).describe(line),
                quotation: Quotation.cut(sheet.text(line)), rule: rule.rule.id)
        }
    }

    private func isThisPage(_ address: WebAddress) -> Bool {
        let own = sheet.page.address
        return address.host == own.host && address.path == own.path && own.path != "/"
    }
}
