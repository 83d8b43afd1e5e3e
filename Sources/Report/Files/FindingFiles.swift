import Model

/// `temuan.csv` and `temuan.json`: one row per piece of evidence, and one for an item that was looked for in vain.
///
/// Offices of which no page could be read have no findings; they are in scan.json and in the list without a website.
enum FindingFiles {
    static func writeCSV(_ context: ReportContext, to path: String) throws(ReportError) {
        var file = try ReportFile(path: path)
        try file.write(CSV.byteOrderMark)
        try file.write(CSV.row(columns))
        for row in context.offices where isRead(row.office) {
            for item in row.office.verdict.items {
                let head = head(row, item, context)
                if item.evidence.isEmpty { try file.write(CSV.row(head + Array(repeating: "", count: 8))) }
                for evidence in item.evidence { try file.write(CSV.row(head + cells(evidence, row))) }
            }
        }
        try file.finish()
    }

    static func writeJSON(_ context: ReportContext, to path: String) throws(ReportError) {
        var file = try ReportFile(path: path)
        let snapshot = context.snapshot
        let head = ScanValues.scan(snapshot.scan, previous: snapshot.previous, schema: "ronda/findings/1")
        try file.write(JSON.opened(head, with: "findings"))
        var first = true
        for row in context.offices where isRead(row.office) {
            for item in row.office.verdict.items {
                try file.write(first ? "" : ",\n")
                try file.write(value(row, item, context).bytes)
                first = false
            }
        }
        try file.write("\n]}\n")
        try file.finish()
    }

    private static func isRead(_ office: OfficeResult) -> Bool {
        office.hasReadablePages || office.verdict.items.contains { $0.state != .unknown }
    }

    // MARK: CSV

    static let columns = [
        "kode", "nama", "jenis", "wilayah", "status", "butir", "nama_butir", "dasar_hukum", "keadaan",
        "keterangan_keadaan", "alasan", "url", "kutipan", "letak", "diambil_pada", "status_http", "ip", "sha256",
        "aturan",
    ]

    private static func head(_ row: NumberedOffice, _ item: ItemVerdict, _ context: ReportContext) -> [String] {
        let target = row.office.target
        let words = context.words.item(item.item)
        return [
            target.code, target.name, target.kind, target.region, row.status.rawValue, item.item.rawValue, words.name,
            words.law, item.state.rawValue, context.words.label(item.state),
            item.reason.isEmpty ? "" : context.words.itemReason(item.reason),
        ]
    }

    private static func cells(_ evidence: Evidence, _ row: NumberedOffice) -> [String] {
        let address = evidence.address
        let quotation = evidence.finding.quotation
        return [
            row.isDefanged ? Defang.address(address) : address.description,
            row.isDefanged ? Defang.text(quotation) : quotation, evidence.finding.place, evidence.fetchedAt.iso8601,
            String(evidence.status), evidence.ip ?? "", evidence.sha256, evidence.finding.rule,
        ]
    }

    // MARK: JSON

    private static func value(_ row: NumberedOffice, _ item: ItemVerdict, _ context: ReportContext) -> JSON {
        let target = row.office.target
        return .object([
            ("kode", .text(target.code)),
            ("nama", .text(target.name)),
            ("jenis", .text(target.kind)),
            ("wilayah", .text(target.region)),
            ("status", .text(row.status.rawValue)),
            ("key", .text(item.item.rawValue)),
            ("name", .text(context.words.item(item.item).name)),
            ("law", .text(context.words.item(item.item).law)),
            ("state", .text(item.state.rawValue)),
            ("reason", .text(item.reason)),
            ("evidence", .list(item.evidence.map { .object(ScanValues.evidence($0)) })),
        ])
    }
}
