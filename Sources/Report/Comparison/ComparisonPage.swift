import Model

/// `perbandingan.html`: one page with a picture, for the screen and one sheet of A4.
struct ComparisonPage {
    /// Most offices shown; all of them are in the CSV.
    static let rows = 8
    /// With more regions than these the picture holds the six components only, so that one sheet holds them.
    static let manyRegions = 6

    let facts: ComparisonFacts
    let ranking: Bool
    /// Regions that may be ranked; nil for all.
    var only: Set<String>?
    /// That it is a preview, or the number of its publication.
    var stamp: String?

    func write(to path: String) throws(ReportError) {
        let frame = try PageFrame()
        var file = try ReportFile(path: path)
        let comparison = facts.comparison
        try file.write(
            frame.top(
                title: facts.text(ComparisonTexts.title), heading: title, language: facts.language,
                facts: [
                    (facts.text(ComparisonTexts.before), facts.side(comparison.before)),
                    (facts.text(ComparisonTexts.after), facts.side(comparison.after)),
                ]))
        if let stamp { try file.write("<p class=\"warning\">\(stamp)</p>\n" as Markup) }
        try file.write(
            """
            <p class="lead">\(own: facts.sentence)</p>
            <p class="sure">\(own: facts.totals)</p>
            <section class="compare"><h2>\(facts.text(ComparisonTexts.sites))</h2>
            \(ComparisonChart.sites(facts))</section>
            <section class="compare"><h2>\(facts.text(ComparisonTexts.items))</h2>
            <p class="faint">\(facts.text(ComparisonTexts.itemsLead))</p>
            \(ComparisonChart.items(facts, components: regionRows.count > Self.manyRegions ? ItemKey.serviceDelivery : nil))</section>

            """ as Markup)
        try file.write(regions())
        try file.write(offices())
        try file.write("<p class=\"faint\">\(facts.text(ComparisonTexts.honest), limit: 600)</p>\n" as Markup)
        try file.write(frame.bottom(facts.language))
        try file.finish()
    }

    /// One region, a few of them, or the province they lie in.
    private var title: String {
        let names = facts.comparison.regionNames
        let codes = Set(facts.comparison.offices.map(\.target.region))
        let provinces = Set(codes.map { String($0.prefix(2)) })
        if codes.count > 2, provinces.count == 1, let province = provinces.first, let name = names[province] {
            return name
        }
        return codes.map { names[$0] ?? $0 }.sorted().prefix(4).joined(separator: ", ")
    }

    /// The regions as they are shown; none for a comparison of one region.
    private var regionRows: [ComparisonRegion] {
        let ranked = ComparisonRegion.ranked(facts.comparison).filter { only?.contains($0.code) ?? true }
        let regions = ranking ? ranked : ComparisonRegion.all(facts.comparison)
        return regions.count > 1 || ranking ? regions : []
    }

    /// Offices that the sheet has room for below its regions, in millimetres: a region takes 5, an office up to 11.
    private var officeRows: Int {
        let regions = regionRows.count
        let room = 66 + (regions > Self.manyRegions ? 36 : 0) - (regions > 0 ? 17 + 5 * regions : 0)
        return max(0, min(Self.rows, room / 11))
    }

    private func heads(_ texts: [Bilingual]) -> Markup {
        let cells = Markup.join(texts.map { "<th scope=\"col\">\(facts.text($0))</th>" })
        return "<thead><tr>\(cells)</tr></thead>\n"
    }

    private func regions() -> Markup {
        let regions = regionRows
        guard !regions.isEmpty else { return "" }
        let columns =
            (ranking ? [ComparisonTexts.rank] : []) + [
                ColumnTexts.region, ComparisonTexts.website, ComparisonTexts.mandatory,
                ComparisonTexts.movement(.mended), ComparisonTexts.movement(.regressed),
                ComparisonTexts.movement(.unknown),
            ]
        let body = regions.enumerated().map { index, region -> Markup in
            let rank: Markup = ranking ? "<td class=\"num\">\(index + 1)</td>" : ""
            let sum = region.isSum ? " (\(facts.text(ComparisonTexts.sum)))" : ""
            let tally = region.tally
            let cells: [(Bilingual, String)] = [
                (ComparisonTexts.website, facts.pair(tally.sites)),
                (ComparisonTexts.mandatory, facts.pair(tally.mandatory)),
                (ComparisonTexts.movement(.mended), String(tally.count(.mended))),
                (ComparisonTexts.movement(.regressed), String(tally.count(.regressed))),
                (ComparisonTexts.movement(.unknown), String(tally.count(.unknown))),
            ]
            let data = Markup.join(cells.map { "<td data-label=\"\(facts.text($0.0))\">\($0.1)</td>" })
            return "<tr>\(rank)<th scope=\"row\">\(region.name + sum)</th>\(data)</tr>\n"
        }
        return """
            <section class="compare"><h2>\(facts.text(ranking ? ComparisonTexts.ranking : ComparisonTexts.regions))</h2>
            <table class="stackable regions">
            \(heads(columns))<tbody>
            \(Markup.join(body))</tbody>
            </table></section>

            """
    }

    private func offices() -> Markup {
        let changed = facts.changed
        let rows = officeRows
        let more = changed.count - rows
        let rest: Markup =
            more > 0 ? "<p class=\"faint\">\(facts.text(ComparisonTexts.more, ["n": String(more)]))</p>\n" : ""
        let body: Markup =
            changed.isEmpty
            ? "<p>\(facts.text(ComparisonTexts.none))</p>\n"
            : rows == 0
                ? ""
                : """
                <table class="stackable">
                \(heads([ColumnTexts.office, ColumnTexts.direction, ComparisonTexts.sites, ComparisonTexts.information]))<tbody>
                \(Markup.join(changed.prefix(rows).map(row)))</tbody>
                </table>

                """
        return """
            <section class="compare"><h2>\(facts.text(ComparisonTexts.offices))</h2>
            \(body)\(rest)</section>

            """
    }

    private func row(_ office: Comparison.Office) -> Markup {
        let sites: Markup =
            office.site == .same
            ? "\(facts.status(office.after))" : "\(facts.status(office.before)) → \(facts.status(office.after))"
        let items = facts.itemChanges(office)
        let more: Markup = items.count > 3 ? " (+\(items.count - 3))" : ""
        return """
            <tr><th scope="row">\(office.target.name)</th>\
            <td data-label="\(facts.text(ColumnTexts.direction))"><span class="dir \(style(office.movement))">\
            \(sign(office.movement)) \(facts.text(ComparisonTexts.movement(office.movement)))</span></td>\
            <td data-label="\(facts.text(ComparisonTexts.sites))">\(sites)</td>\
            <td data-label="\(facts.text(ComparisonTexts.information))">\
            \(items.isEmpty ? "–" : items.prefix(3).joined(separator: "; "), limit: 400)\(more)</td></tr>

            """
    }

    private func sign(_ movement: Comparison.Movement) -> Markup {
        switch movement {
        case .mended: "▲"
        case .regressed: "▼"
        case .mixed, .same, .new, .gone, .unknown: "◆"
        }
    }

    private func style(_ movement: Comparison.Movement) -> Markup {
        switch movement {
        case .mended: "better"
        case .regressed: "worse"
        case .mixed, .same, .new, .gone, .unknown: "other"
        }
    }
}
