import Model

/// `perbandingan.csv` and `.json`: every office, moved or not.
enum ComparisonFiles {
    private static let columns = [
        "kode", "nama", "jenis", "kode_wilayah", "arah", "status_sebelum", "status_sesudah", "arah_situs",
        "informasi_membaik", "informasi_memburuk", "informasi_belum_dapat_dibandingkan",
    ]

    static func writeCSV(_ facts: ComparisonFacts, to path: String) throws(ReportError) {
        var file = try ReportFile(path: path)
        try file.write(CSV.byteOrderMark)
        try file.write(CSV.row(columns))
        for office in facts.comparison.offices {
            let target = office.target
            try file.write(
                CSV.row([
                    target.code, target.name, target.kind, target.region, office.movement.rawValue,
                    office.before?.status.rawValue ?? "", office.after?.status.rawValue ?? "", office.site.rawValue,
                    keys(office.items(.mended)), keys(office.items(.regressed)), keys(office.items(.unknown)),
                ]))
        }
        try file.finish()
    }

    private static func keys(_ items: [ItemKey]) -> String { items.map(\.rawValue).joined(separator: " ") }

    static func writeJSON(_ facts: ComparisonFacts, to path: String) throws(ReportError) {
        var file = try ReportFile(path: path)
        let head: [(String, JSON)] = [
            ("schema", .text("ronda/diff/1")), ("before", side(facts.comparison.before)),
            ("after", side(facts.comparison.after)), ("totals", tally(facts.tally)),
            ("regions", .list(ComparisonRegion.all(facts.comparison).map(region))),
        ]
        try file.write(JSON.opened(head, with: "offices"))
        for (index, office) in facts.comparison.offices.enumerated() {
            if index > 0 { try file.write(",\n") }
            try file.write(self.office(office).bytes)
        }
        try file.write("\n]}\n")
        try file.finish()
    }

    private static func side(_ side: Comparison.Side) -> JSON {
        .object([
            ("name", .text(side.name)), ("at", .text(side.at.iso8601)),
            ("scans", .list(side.scans.map { .text($0) })),
        ])
    }

    private static func tally(_ tally: ComparisonTally) -> JSON {
        .object(
            [("offices", .number(tally.offices))]
                + Comparison.Movement.allCases.map { ($0.rawValue, .number(tally.count($0))) }
                + [("sites", pair(tally.sites)), ("mandatory", pair(tally.mandatory))])
    }

    private static func pair(_ pair: ComparisonTally.Pair) -> JSON {
        .object([
            ("before", .number(pair.before)), ("after", .number(pair.after)), ("total", .number(pair.total)),
        ])
    }

    private static func region(_ region: ComparisonRegion) -> JSON {
        .object([
            ("kode", .text(region.code)), ("nama", .text(region.name)), ("sum", .flag(region.isSum)),
            ("totals", tally(region.tally)),
        ])
    }

    private static func office(_ office: Comparison.Office) -> JSON {
        .object([
            ("kode", .text(office.target.code)), ("nama", .text(office.target.name)),
            ("wilayah", .text(office.target.region)), ("movement", .text(office.movement.rawValue)),
            ("site", .text(office.site.rawValue)), ("status_before", .optional(office.before?.status.rawValue)),
            ("status_after", .optional(office.after?.status.rawValue)),
            (
                "items",
                .object(
                    ItemKey.allCases.map { ($0.rawValue, .text(office.item($0).rawValue)) })
            ),
        ])
    }
}
