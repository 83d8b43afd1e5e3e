import ArgumentParser
import Assess
import Model
import Rules

struct AssessScore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Jumlahkan nilai yang dimasukkan penilai menurut aturan instrumen.")

    @Argument(help: "Penilaian; bawaan: yang terbaru.")
    var penilaian: String?

    @Flag(help: "Keluaran JSON.") var json = false

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try await AssessSession(storage, speech)
            let assessment = try await session.assessment(penilaian)
            let edition = try await session.edition(of: assessment)
            let forms = try await session.store.forms(of: assessment.id)
            let sheet = Scoring(edition).sheet(ScoreEntry.entries(of: forms), loci: assessment.loci)
            if json {
                Terminal.out(try CommandJSON.text(ScoreListing(assessment, sheet, speech.lang)))
            } else {
                for line in ScoreLines(sheet, language: speech.lang).lines { Terminal.out(CommandText.safe(line)) }
            }
        }
    }
}

/// A score sheet for programs; numbers as decimal texts, null for what is not known.
private struct ScoreListing: Encodable {
    struct Value: Encodable {
        var value: String?
        var zone: String?
        var category: String?
        var opinion: String?
        var limits: String?
        var gaps: [String]

        init(_ score: Score?, _ band: Instrument.Band?, _ gaps: [ScoreGap], _ language: Language) {
            value = score?.rounded
            zone = band?.zone?.rawValue
            category = band?.category
            opinion = band?.opinion
            limits = band?.verified.rawValue
            self.gaps = gaps.map { $0.sentence(language) }
        }
    }
    struct Dimension: Encodable {
        var key: String
        var weight: Double?
        var weightVerified: String
        var score: String?
        var points: String?
    }
    struct Locus: Encodable {
        var kode: String
        var nama: String
        var result: Value
        var ownTotal: Bool
        var dimensions: [Dimension]
    }

    var assessment: String
    var edition: String
    var pack: String
    var wilayah: String
    var region: Value
    var loci: [Locus]

    init(_ assessment: Assessment, _ sheet: ScoreSheet, _ language: Language) {
        self.assessment = assessment.id
        edition = assessment.edition
        pack = assessment.pack
        wilayah = assessment.region
        region = Value(sheet.value, sheet.band, sheet.gaps, language)
        loci = sheet.loci.map { locus in
            Locus(
                kode: locus.locus.code, nama: locus.locus.name,
                result: Value(locus.value, locus.band, locus.gaps, language), ownTotal: locus.isOwnTotal,
                dimensions: locus.dimensions.map { part in
                    Dimension(
                        key: part.dimension.key, weight: part.dimension.weight,
                        weightVerified: part.dimension.weightVerified.rawValue, score: part.score?.rounded,
                        points: part.points?.rounded)
                })
        }
    }
}
