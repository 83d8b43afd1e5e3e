import Model
import Rules

/// The letter to one office: what its website lacks, which article asks for it, what that invites, and words to publish.
///
/// What could not be decided is named as that and never as lacking. Of a taken-over site nothing is written at all: that
/// goes to the incident team, privately.
struct OfficeLetter {
    static let template = "surat-instansi.mustache"
    static let names: Set<String> = [
        "instansi", "ada_halaman", "tanggal_periksa", "jumlah_halaman", "alamat", "wajib_ada", "wajib_kurang",
        "wajib_belum_pasti", "ada_kurang", "alasan",
    ]

    private let office: NumberedOffice
    private let context: ReportContext
    private let needs: OfficeNeeds

    init(_ office: NumberedOffice, _ context: ReportContext, book: RuleBook) throws(ReportError) {
        self.office = office
        self.context = context
        needs = OfficeNeeds(office.office, book: book)
        try Self.refuse(office)
    }

    private static func refuse(_ row: NumberedOffice) throws(ReportError) {
        let name = PlainText.clean(row.office.target.name)
        switch row.status {
        case .active, .section, .offDomain: return
        case .compromised:
            throw .noLetter(
                LocalText(
                    id:
                        "Situs \(name) disusupi: sampaikan lewat jalur tertutup kepada pengelola dan tim tanggap insiden, bukan lewat surat ini.",
                    en:
                        "The site of \(name) is compromised: tell its owner and the incident team privately, not by this letter."
                ))
        case .missing, .socialOnly, .placeholder, .unreachable:
            guard !row.isProven else { return }
            throw .noLetter(
                LocalText(
                    id: "Keadaan \(name) belum terbukti; ulangi pemeriksaan pada hari lain sebelum menyuratinya.",
                    en: "The state of \(name) is not proven yet; scan again on another day before writing to it."))
        case .blocked, .unknown:
            throw .noLetter(
                LocalText(
                    id: "Situs \(name) belum dapat diperiksa, sehingga tidak ada yang dapat disampaikan dalam surat.",
                    en: "The site of \(name) could not be checked, so there is nothing to say in a letter."))
        }
    }

    func document(_ form: LetterForm) throws(ReportError) -> LetterDocument {
        let wording = try form.template(Self.template, names: Self.names).render(values)
        let annexes = annexes
        return LetterDocument(
            head: form.head, placeAndDate: form.placeAndDate(context.time), number: form.number(context.time),
            nature: form.nature, enclosure: ListLetter.enclosure(annexes.count), subject: wording.subject,
            addressee: ["Kepala \(name)", "di \(LetterDocument.blank)"], body: wording.blocks + notes,
            signature: form.signature, copies: form.copies, annexes: annexes, stamp: form.stamp)
    }

    private var name: String { PlainText.clean(office.office.target.name) }

    private var values: [String: Any] {
        let verdict = office.office.verdict
        let must = needs.mandatory
        let undecided = must.count { $0.state == .unknown }
        let there = must.count { $0.state == .present }
        var values: [String: Any] = [
            "instansi": name, "ada_halaman": office.office.hasReadablePages,
            "tanggal_periksa": context.time.date(office.office.finishedAt),
            "jumlah_halaman": String(office.office.pagesRead),
            "alamat": PlainText.clean(verdict.finalAddress?.description ?? LetterDocument.blank),
            "wajib_ada": String(there), "wajib_kurang": String(must.count - there - undecided),
            "ada_kurang": !needs.lacking.isEmpty,
            "alasan": PlainText.clean(context.words.reason(verdict), limit: 600),
        ]
        if undecided > 0 { values["wajib_belum_pasti"] = String(undecided) }
        return values
    }

    /// Article numbers nobody has compared with the law's own text must be looked up before somebody signs.
    private var notes: [LetterDocument.Block] {
        guard needs.wanted.contains(where: { !$0.item.isLawSure }) else { return [] }
        return [
            .note(
                "Nomor pasal bertanda † belum dicocokkan dengan naskah peraturannya; cocokkan sebelum surat ditandatangani."
            )
        ]
    }

    // MARK: Annexes

    private var annexes: [LetterDocument.Annex] {
        guard !needs.wanted.isEmpty else { return [] }
        var first: [LetterDocument.Block] = [.table(table)]
        let open = needs.undecided.map { "\($0.item.name): \(context.words.itemReason($0.reason))" }
        if !open.isEmpty, office.office.hasReadablePages {
            first += [.paragraph("Belum dapat dipastikan, dan karena itu tidak dihitung kurang:"), .list(open)]
        }
        first.append(
            .paragraph(
                "Sumber jenis maladministrasi: \(needs.source). Kaitannya dengan tiap informasi adalah penilaian penyusun."
            ))
        return [
            LetterDocument.Annex(
                title: "Lampiran I", heading: "Informasi yang perlu dilengkapi pada situs \(name)", body: first),
            LetterDocument.Annex(
                title: "Lampiran II", heading: "Contoh kalimat untuk dilengkapi dan diterbitkan", body: models),
        ]
    }

    private var table: LetterDocument.Table {
        LetterDocument.Table(
            columns: [
                .init(title: "No.", share: 7), .init(title: "Informasi", share: 21), .init(title: "Keadaan", share: 16),
                .init(title: "Dasar hukum", share: 19), .init(title: "Mengapa penting bagi warga", share: 37),
            ],
            groups: [.init(title: nil, rows: needs.wanted.enumerated().map { cells($1, $0 + 1) })])
    }

    private func cells(_ need: OfficeNeeds.Need, _ number: Int) -> [String] {
        let state = office.office.hasReadablePages ? context.words.label(need.state) : "belum ada situs resmi"
        return [
            String(number), need.item.name + (need.isMandatory ? " ★" : ""), state,
            need.item.markedLaw, need.item.why,
        ]
    }

    private var models: [LetterDocument.Block] {
        [
            .paragraph(
                "Bagian bertanda ………… diisi oleh instansi. Sesuaikan dengan standar pelayanan yang sudah ditetapkan.")
        ]
            + needs.wanted.flatMap { need -> [LetterDocument.Block] in
                [.heading(need.item.name + (need.isMandatory ? " ★" : "")), .quotation(need.publish)]
            }
    }
}
