import ArgumentParser
import Assess
import Model
import Rules

struct AssessNew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Penilaian baru: edisi instrumen, wilayah, dan lokus yang dikunjungi.",
        discussion: """
            Tanpa --lokus, lokus diambil dari pemeriksaan terbaru menurut jenis kantor yang disebut instrumen; puskesmas
            dan jenis lain yang dipilih penilai harus disebut sendiri. Teks instrumen disimpan bersama penilaian.
            """)

    @Option(help: "Tahun penilaian Ombudsman (2023) atau kunci edisi (pekppp-f01); semua: ronda rules list.")
    var edisi: String

    @Option(help: "Kode wilayah, misalnya 61.12.")
    var wilayah: String

    @Option(help: "Kode kantor yang menjadi lokus; boleh diulang.")
    var lokus: [String] = []

    @Option(help: "Tahun penilaian, bila edisi berlaku beberapa tahun.")
    var tahun: Int?

    @Option(help: "Pemeriksaan yang memuat kantor-kantornya; bawaan: yang terbaru.")
    var scan: String?

    @Option(help: "Jam percobaan (ISO 8601).")
    var now: String?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try await AssessSession(storage, speech)
            let edition = try edition(session.book)
            let (scan, _) = try await session.round(scan)
            let offices = try await session.store.targets(of: scan.id).filter { $0.region == wilayah }
            let loci = try loci(edition, offices)
            let pack: InstrumentPack
            do { pack = try session.book.pack(of: edition) } catch { throw Exit(.usage, "\(error)") }
            let taken = Set(try await session.store.assessments().map(\.id))
            let stem = "\(wilayah.filter(\.isNumber))-\(edition.key)" + (year(edition).map { "-\($0)" } ?? "")
            let id = (1...).lazy.map { "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem
            let assessment = Assessment(
                id: id, edition: edition.key, pack: pack.name.hash, packFile: pack.name.file, region: wilayah,
                year: year(edition), loci: loci, createdAt: AssessSession.clock(now).now())
            try await session.store.begin(assessment, packText: pack.text)
            Terminal.out(id)
            tell(edition, loci)
        }
    }

    /// A year names the Ombudsman's edition; anything else is a key.
    private func edition(_ book: RuleBook) throws(Exit) -> Instrument {
        if let found = book.edition(key: edisi) { return found }
        if let year = Int(edisi), let found = book.edition(year: year) { return found }
        let keys = book.instruments.map(\.key).joined(separator: ", ")
        throw Exit(
            .usage, id: "Tidak ada edisi \(edisi); yang ada: \(keys), atau tahun penilaian Ombudsman.",
            en: "There is no edition \(edisi); there are \(keys), or a year of the Ombudsman's assessment.")
    }

    private func year(_ edition: Instrument) -> Int? {
        tahun ?? Int(edisi) ?? (edition.years.count == 1 ? edition.years[0] : nil)
    }

    private func loci(_ edition: Instrument, _ offices: [Target]) throws(Exit) -> [Assessment.Locus] {
        let chosen: [Target]
        if lokus.isEmpty {
            let level = Instrument.Level(region: wilayah)
            let kinds = edition.loci.filter { locus in
                locus.count == nil && (locus.level == level || (locus.level == .kabupaten && level == .kota))
            }.map(\.kind)
            chosen = offices.filter { kinds.contains($0.kind) }
        } else {
            chosen = lokus.compactMap { code in offices.first { $0.code == code } }
            if let lost = lokus.first(where: { code in !offices.contains { $0.code == code } }) {
                throw Exit(
                    .usage, id: "Kantor \(lost) tidak ada di wilayah \(wilayah) pada pemeriksaan itu.",
                    en: "There is no office \(lost) of the region \(wilayah) in that scan.")
            }
        }
        guard !chosen.isEmpty else {
            throw Exit(
                .usage, id: "Tidak ada lokus; sebutkan kode kantornya dengan --lokus (boleh diulang).",
                en: "There is no locus; name offices by their codes with --lokus (repeatable).")
        }
        return chosen.map { Assessment.Locus(code: $0.code, name: $0.name, kind: $0.kind) }
    }

    private func tell(_ edition: Instrument, _ loci: [Assessment.Locus]) {
        let names = loci.map { "\($0.code) \($0.name)" }.joined(separator: "; ")
        speech.tell("Lokus: \(names)", "Loci: \(names)")
        for locus in edition.loci where locus.count != nil && lokus.isEmpty {
            speech.tell(
                "Instrumen juga menilai \(locus.count ?? 1) \(locus.name) yang dipilih penilai; tambahkan dengan --lokus.",
                "The instrument also visits \(locus.count ?? 1) \(locus.name) of the assessor's choice; add with --lokus."
            )
        }
        if let level = Instrument.Level(region: wilayah), !edition.levels.isEmpty, !edition.levels.contains(level) {
            speech.tell(
                "Perhatian: sumber instrumen ini tidak menyebut tingkat \(level.rawValue).",
                "Note: the source of this instrument does not name the level \(level.rawValue).")
        }
    }
}
