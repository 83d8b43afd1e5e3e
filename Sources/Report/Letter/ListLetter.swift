import Model
import Rules

/// The letter to the office that answers for websites, with the list of those that have none as its annex.
///
/// Only proven rows are named; the others are counted, not named.
struct ListLetter {
    static let template = "surat-kominfo.mustache"
    static let names: Set<String> = [
        "wilayah", "kalimat_hitung", "kalimat_bukti", "tanggal_periksa", "ada_baris", "jumlah_baris", "rincian",
        "judul", "jumlah", "jumlah_belum",
    ]

    private let context: ReportContext
    private let rows: MissingRows

    init(_ context: ReportContext) {
        self.context = context
        rows = MissingRows(context.snapshot)
    }

    private var named: [NumberedOffice] { MissingRows.headings.flatMap { rows.proven[$0] ?? [] } }

    func document(_ form: LetterForm) throws(ReportError) -> LetterDocument {
        let wording = try form.template(Self.template, names: Self.names).render(values)
        let annexes = annexes
        return LetterDocument(
            head: form.head, placeAndDate: form.placeAndDate(context.time), number: form.number(context.time),
            nature: form.nature, enclosure: Self.enclosure(annexes.count), subject: wording.subject,
            addressee: form.webOffice, body: wording.blocks, signature: form.signature, copies: form.copies,
            annexes: annexes, stamp: form.stamp)
    }

    static func enclosure(_ count: Int) -> String { count == 0 ? "-" : "\(count) (\(number(count))) berkas" }

    static func number(_ count: Int) -> String {
        let words = ["nol", "satu", "dua", "tiga", "empat", "lima"]
        return words.indices.contains(count) ? words[count] : String(count)
    }

    private var values: [String: Any] {
        let sentence = CountSentence(context.snapshot)
        let scan = context.snapshot.scan
        var values: [String: Any] = [
            "wilayah": PlainText.clean(context.snapshot.regionTitle), "kalimat_hitung": sentence.text(context.language),
            "kalimat_bukti": sentence.proofText(context.language),
            "tanggal_periksa": context.time.date(scan.finishedAt ?? scan.startedAt),
            "ada_baris": !named.isEmpty, "jumlah_baris": String(named.count), "rincian": breakdown,
        ]
        if !rows.unproven.isEmpty { values["jumlah_belum"] = String(rows.unproven.count) }
        return values
    }

    private var breakdown: [[String: String]] {
        MissingRows.headings.compactMap { status in
            guard let proven = rows.proven[status], !proven.isEmpty else { return nil }
            return ["judul": context.text(MissingTexts.heading(status)), "jumlah": "\(proven.count) instansi"]
        }
    }

    private var annexes: [LetterDocument.Annex] {
        guard !named.isEmpty else { return [] }
        let title = "Daftar instansi yang belum memiliki situs web resmi di \(context.snapshot.regionTitle)"
        return [
            LetterDocument.Annex(
                title: "Lampiran", heading: PlainText.clean(title, limit: 400),
                body: [.table(table), .paragraph(about)], isLandscape: true)
        ]
    }

    private var about: String {
        let scan = context.snapshot.scan
        let hash = scan.rulesHash.prefix(12)
        return "Sumber: pemeriksaan \(scan.id), alat ronda \(scan.toolVersion), sidik aturan \(hash)…. "
            + "Daftar ini menunjukkan apa yang terlihat dari luar pada waktu yang tertulis. "
            + "Usul nama mengikuti kebiasaan nama di wilayah ini dan belum didaftarkan; penetapannya ada pada Kominfo."
    }

    private var table: LetterDocument.Table {
        // A host name of a puskesmas has some 40 letters and stands on one line.
        let isWide = !context.hasManyRegions
        var columns = [
            LetterDocument.Table.Column(title: "No.", share: 5),
            LetterDocument.Table.Column(title: "Nama instansi", share: isWide ? 24 : 20),
        ]
        if !isWide { columns.append(.init(title: "Wilayah", share: 12)) }
        columns += [
            .init(title: "Keadaan", share: isWide ? 28 : 24), .init(title: "Pembuktian", share: isWide ? 17 : 14),
            .init(title: "Usul nama", share: isWide ? 26 : 25),
        ]
        var number = 0
        let groups = MissingRows.headings.compactMap { status -> LetterDocument.Table.Group? in
            guard let proven = rows.proven[status], !proven.isEmpty else { return nil }
            return LetterDocument.Table.Group(
                title: "\(context.text(MissingTexts.heading(status))): \(proven.count) instansi",
                rows: proven.map { row in
                    number += 1
                    return cells(row, number)
                })
        }
        return LetterDocument.Table(columns: columns, groups: groups)
    }

    private func cells(_ row: NumberedOffice, _ number: Int) -> [String] {
        let office = row.office
        let sector = context.words.sector(office.target).map { "; prioritas: \($0.lowercased())" } ?? ""
        let name =
            "\(PlainText.clean(office.target.name)) (\(PlainText.clean(office.target.code, limit: 60))\(sector))"
        let region = context.hasManyRegions ? [PlainText.clean(context.region(office.target))] : []
        return [String(number), name] + region + [
            PlainText.clean(context.words.reason(office.verdict), limit: 600),
            PlainText.clean(context.proofLine(office.verdict.proof), limit: 400),
            PlainText.clean(office.suggestedHost ?? "-", limit: 253),
        ]
    }
}
