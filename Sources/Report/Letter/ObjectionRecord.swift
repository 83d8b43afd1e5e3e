import Model
import Rules

/// The record of an objection period: every row of the preview with what was said against it and what came of it.
public struct ObjectionRecord: Sendable {
    /// One row of the preview.
    public struct Row: Sendable {
        public var target: Target
        /// Objections made since the preview was shown, oldest first.
        public var objections: [HumanStatement]
    }

    public let preview: Publication
    public let rows: [Row]

    /// - Parameter now: what was said or answered later is not seen.
    public init(preview: Publication, targets: [Target], statements: [HumanStatement], now: Timestamp) {
        self.preview = preview
        let byCode = Dictionary(targets.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let said = Dictionary(grouping: statements.filter { $0.kind == .object && $0.at <= now }, by: \.office)
        rows = preview.named.compactMap { code in
            byCode[code].map { Row(target: $0, objections: said[code] ?? []) }
        }
    }

    /// Objections that nobody has answered.
    public var open: [HumanStatement] { rows.flatMap(\.objections).filter { $0.answer == nil } }

    /// Codes of the rows whose newest answered objection was found right.
    public var accepted: Set<String> {
        Set(rows.filter { $0.objections.last { $0.answer != nil }?.answer?.outcome == .accepted }.map(\.target.code))
    }

    /// Writes `sanggahan.csv`: one line per objection, and one for each row nobody objected to.
    public func write(region: String?, language: Language, to path: String) throws(ReportError) {
        let time = LocalTime(region: region, language: language)
        var file = try ReportFile(path: path)
        try file.write(CSV.byteOrderMark)
        try file.write(
            CSV.row([
                "kode", "nama", "nomor_sanggahan", "disanggah_oleh", "waktu", "isi", "alamat_menurut_penyanggah",
                "dijawab_oleh", "waktu_jawaban", "jawaban", "hasil",
            ]))
        for row in rows {
            if row.objections.isEmpty {
                try file.write(CSV.row(Self.head(row) + Array(repeating: "", count: 8) + ["tidak disanggah"]))
            }
            for said in row.objections {
                let answer = said.answer
                let outcome = answer.map { $0.outcome == .accepted ? "diterima" : "ditolak" } ?? "belum dijawab"
                try file.write(
                    CSV.row(
                        Self.head(row) + [
                            String(said.id), said.by, time.short(said.at), said.note,
                            said.address?.description ?? "", answer?.by ?? "", answer.map { time.short($0.at) } ?? "",
                            answer?.note ?? "", outcome,
                        ]))
            }
        }
        try file.finish()
    }

    private static func head(_ row: Row) -> [String] { [row.target.code, row.target.name] }
}

extension LetterWriter {
    /// Codes of the offices that the list letter would name, in its order.
    public func named(_ snapshot: ScanSnapshot) -> [String] {
        let rows = MissingRows(snapshot)
        return MissingRows.headings.flatMap { rows.proven[$0] ?? [] }.map(\.office.target.code)
    }

    /// The snapshot in which nobody is named who did not stand in the preview: such rows wait for the next one.
    public func naming(only codes: [String], _ snapshot: ScanSnapshot) -> ScanSnapshot {
        let shown = Set(codes)
        var copy = snapshot
        copy.offices = snapshot.offices.map { office in
            guard !shown.contains(office.target.code) else { return office }
            var office = office
            office.verdict.proof.proven = false
            office.statements.removeAll { $0.kind == .confirm }
            return office
        }
        return copy
    }
}
