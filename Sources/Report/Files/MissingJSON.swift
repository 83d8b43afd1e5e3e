import Model
import Rules

/// `daftar-tanpa-situs.json`: the same rows as the CSV, for programs; format in docs/schema/missing.schema.json.
enum MissingJSON {
    static func write(_ context: ReportContext, to path: String) throws(ReportError) {
        var file = try ReportFile(path: path)
        let scan = context.snapshot.scan
        let sentence = CountSentence(context.snapshot)
        let head: [(String, JSON)] = [
            ("schema", .text("ronda/missing/1")), ("scan", .text(scan.id)),
            ("regions", .list(scan.regions.map { .text($0) })),
            ("checked_at", .text((scan.finishedAt ?? scan.startedAt).iso8601)),
            ("tool_version", .text(scan.toolVersion)), ("rules_hash", .text(scan.rulesHash)),
            ("sentence", .text(sentence.text(context.language))),
            ("proof_sentence", .text(sentence.proofText(context.language))),
        ]
        try file.write(JSON.opened(head, with: "rows"))
        for (index, row) in MissingRows(context.snapshot).all.enumerated() {
            if index > 0 { try file.write(",\n") }
            try file.write(self.row(row, number: index + 1, context).bytes)
        }
        try file.write("\n]}\n")
        try file.finish()
    }

    private static func row(_ numbered: NumberedOffice, number: Int, _ context: ReportContext) -> JSON {
        let row = MissingRow(numbered, context)
        return .object([
            ("nomor", .number(number)), ("kode", .text(row.code)), ("nama", .text(row.name)),
            ("jenis", .text(row.kind)),
            ("wilayah", .text(row.regionCode)), ("status", .text(row.statusKey)), ("proven", .flag(numbered.isProven)),
            ("reason", .text(row.reason)), ("attempts", .number(row.proof.attempts)),
            ("days", .list(row.proof.days.map { .text($0) })), ("first", .optional(row.proof.first?.iso8601)),
            ("last", .optional(row.proof.last?.iso8601)), ("found", .text(row.found)),
            ("proof_number", .text(row.proofNumber)), ("suggested_host", .optional(numbered.office.suggestedHost)),
            ("priority", .optional(context.words.sector(numbered.office.target))),
        ])
    }
}
