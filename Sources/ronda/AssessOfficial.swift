import ArgumentParser
import Assess
import Model
import Rules

struct AssessOfficial: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "official", abstract: "Catat hasil resmi (tahun, nilai, sumber); zonanya menurut edisi tahun itu.")

    @Option(help: "Kode wilayah, misalnya 62.")
    var wilayah: String

    @Option(help: "Tahun penilaian.")
    var tahun: Int

    @Option(help: "Nilai seperti diumumkan, misalnya 73,57.")
    var nilai: String?

    @Option(help: "Zona atau predikat seperti diumumkan, bila nilainya tidak diumumkan.")
    var zona: String?

    @Option(help: "Sumber: media, tanggal, alamat.")
    var sumber: String

    @Option(help: "ombudsman, pekppp, atau kip.")
    var lembaga = "ombudsman"

    @Option(help: "Jam percobaan (ISO 8601).")
    var now: String?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let book = try Session(speech).book
            let store = try await storage.openDesk()
            guard let family = Instrument.Family(rawValue: lembaga), family != .law else {
                throw Exit(
                    .usage, id: "--lembaga: ombudsman, pekppp, atau kip; bukan '\(lembaga)'.",
                    en: "--lembaga: ombudsman, pekppp or kip, not '\(lembaga)'.")
            }
            let score = try nilai.map { text throws(Exit) -> Score in
                if let score = Score(text) { return score }
                throw Exit(
                    .usage, id: "--nilai: angka seperti 73,57; bukan '\(text)'.",
                    en: "--nilai: a number such as 73.57, not '\(text)'.")
            }
            guard score != nil || zona != nil else {
                throw Exit(.usage, id: "Berikan --nilai atau --zona.", en: "Give --nilai or --zona.")
            }
            let result = OfficialResult(
                region: wilayah, year: tahun, family: family.rawValue, score: score?.plain, zone: zona, source: sumber,
                recordedAt: AssessSession.clock(now).now())
            try await store.add(result)
            Terminal.out(CommandText.safe(OfficialLine(result, book, speech.lang).text))
        }
    }
}

/// An official result with the zone that its year's edition gives to its score.
struct OfficialLine {
    let text: String
    let band: Instrument.Band?

    init(_ result: OfficialResult, _ book: RuleBook, _ language: Language) {
        let edition = Instrument.Family(rawValue: result.family).flatMap { book.edition($0, year: result.year) }
        let score = result.score.flatMap { Score($0) }
        let indonesian = language == .id
        band = score.flatMap { score in edition.flatMap { Scoring($0).band(score) } }
        var parts = ["\(result.region)  \(result.year)  \(result.family)"]
        if let edition, score != nil {
            let sheet = ScoreSheet(edition: edition)
            parts.append(ScoreLines(sheet, language: language).value(score, band))
        } else if let score {
            parts.append(
                "\(score.rounded), "
                    + (indonesian ? "zona belum diketahui (edisi tidak dikenal)" : "zone not known (no such edition)"))
        }
        if let zone = result.zone { parts.append((indonesian ? "diumumkan: " : "announced: ") + zone) }
        parts.append((indonesian ? "sumber: " : "source: ") + result.source)
        text = parts.joined(separator: "  ")
    }
}
