import ArgumentParser
import Assess
import Foundation
import Model
import Report
import Rules

struct AssessShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Hasil resmi di samping perkembangan situs per putaran, dan nilai penilaian yang ada.")

    @Argument(help: "Penilaian; bawaan: semuanya.")
    var penilaian: String?

    @Option(help: "Kode wilayah.")
    var wilayah: String?

    @Option(help: "Folder; ditulis penilaian.json.")
    var out: String?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try await AssessSession(storage, speech)
            var overview = Overview()
            let official = try await session.store.officialResults()
            let trends = try await trends(session)
            let chosen = try await penilaian.asyncMap { try await session.assessment($0).region }
            let regions = Set(official.map(\.region) + trends.keys).filter { wilayah ?? chosen ?? $0 == $0 }.sorted()
            for region in regions {
                Terminal.out((speech("Wilayah ", "Region ")) + name(of: region, session.book))
                let results = official.filter { $0.region == region }
                if results.isEmpty {
                    Terminal.out("  " + speech("hasil resmi: belum dicatat", "official results: none recorded"))
                }
                for result in results {
                    let line = OfficialLine(result, session.book, speech.lang)
                    Terminal.out("  " + CommandText.safe(line.text))
                    overview.official.append(.init(result, line.band))
                }
                for trend in trends[region] ?? [] {
                    Terminal.out("  " + line(trend))
                    overview.rounds.append(.init(region, trend))
                }
            }
            try await assessments(session, &overview)
            Terminal.out(
                speech(
                    "Jumlah butir di situs bukan nilai dan tidak meramalkan penilaian.",
                    "The number of items on websites is no score and predicts no assessment."))
            if let out { try write(overview, to: out) }
        }
    }

    private func assessments(_ session: AssessSession, _ overview: inout Overview) async throws {
        for assessment in try await session.store.assessments()
        where penilaian ?? assessment.id == assessment.id && wilayah ?? assessment.region == assessment.region {
            let edition = try await session.edition(of: assessment)
            let entries = ScoreEntry.entries(of: try await session.store.forms(of: assessment.id))
            let sheet = Scoring(edition).sheet(entries, loci: assessment.loci)
            let value = ScoreLines(sheet, language: speech.lang).value(sheet.value, sheet.band)
            Terminal.out("\(assessment.id): \(value)")
            for gap in sheet.gaps { Terminal.out("  - " + CommandText.safe(gap.sentence(speech.lang))) }
            overview.assessments.append(
                .init(
                    id: assessment.id, edition: assessment.edition, pack: assessment.pack, value: sheet.value?.rounded,
                    zone: sheet.band?.zone?.rawValue, gaps: sheet.gaps.map { $0.sentence(speech.lang) }))
        }
    }

    /// Per region, oldest round first; rounds that ended only.
    private func trends(_ session: AssessSession) async throws -> [String: [WebTrend]] {
        var trends: [String: [WebTrend]] = [:]
        for scan in try await session.store.scans() {
            guard let end = scan.finishedAt else { continue }
            let verdicts = try await session.store.verdicts(of: scan.id)
            let offices = Dictionary(grouping: try await session.store.targets(of: scan.id), by: \.region)
            for (region, targets) in offices {
                trends[region, default: []].append(
                    WebTrend(scan: scan.id, at: end, verdicts: targets.compactMap { verdicts[$0.code] }))
            }
        }
        return trends
    }

    private func line(_ trend: WebTrend) -> String {
        func part(_ tally: WebTrend.Tally) -> String {
            speech(
                "\(tally.present) ada dari \(tally.known) yang dapat diperiksa (seluruhnya \(tally.all))",
                "\(tally.present) present of \(tally.known) that could be checked (\(tally.all) in all)")
        }
        return "\(trend.scan)  " + speech("\(trend.offices) kantor; 6 wajib: ", "\(trend.offices) offices; the six: ")
            + part(trend.six) + "; 14: " + part(trend.fourteen)
    }

    private func name(of region: String, _ book: RuleBook) -> String {
        "\(region) \(book.regions.region(region)?.fullName ?? "")"
    }

    private func write(_ overview: Overview, to folder: String) throws {
        do {
            try Folder.make(folder)
            var file = try ReportFile(path: folder + "/penilaian.json")
            try file.write(try CommandJSON.text(overview) + "\n")
            try file.finish()
            Terminal.out(folder + "/penilaian.json")
        } catch let error as ReportError {
            throw Exit(.store, error.sentence(speech.lang))
        }
    }
}

/// `penilaian.json`.
private struct Overview: Encodable {
    struct Official: Encodable {
        var result: OfficialResult
        var zone: String?
        var category: String?

        init(_ result: OfficialResult, _ band: Instrument.Band?) {
            self.result = result
            zone = band?.zone?.rawValue
            category = band?.category
        }
    }
    struct Round: Encodable {
        var wilayah: String
        var scan: String
        var at: String
        var offices: Int
        var six: [String: Int]
        var fourteen: [String: Int]

        init(_ region: String, _ trend: WebTrend) {
            wilayah = region
            scan = trend.scan
            at = trend.at.iso8601
            offices = trend.offices
            six = ["present": trend.six.present, "known": trend.six.known, "all": trend.six.all]
            fourteen = ["present": trend.fourteen.present, "known": trend.fourteen.known, "all": trend.fourteen.all]
        }
    }
    struct Item: Encodable {
        var id: String
        var edition: String
        var pack: String
        var value: String?
        var zone: String?
        var gaps: [String]
    }

    var official: [Official] = []
    var rounds: [Round] = []
    var assessments: [Item] = []
}

extension Optional {
    /// As `map`, for work that waits.
    fileprivate func asyncMap<Result>(_ change: (Wrapped) async throws -> Result) async rethrows -> Result? {
        guard let self else { return nil }
        return try await change(self)
    }
}
