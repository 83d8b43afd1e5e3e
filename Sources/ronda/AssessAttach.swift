import ArgumentParser
import Assess
import Model
import Rules

struct AssessAttach: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Lampirkan temuan suatu pemeriksaan pada indikator penilaian, dengan buktinya."
    )

    @Argument(help: "Penilaian; bawaan: yang terbaru.")
    var penilaian: String?

    @Option(help: "Hanya kantor ini; boleh diulang.")
    var kantor: [String] = []

    @Option(help: "Pemeriksaan yang dilampirkan; bawaan: yang terbaru yang selesai.")
    var scan: String?

    @Option(help: "Jam percobaan (ISO 8601).")
    var now: String?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try await AssessSession(storage, speech)
            let assessment = try await session.assessment(penilaian)
            let edition = try await session.edition(of: assessment)
            let attacher = FindingAttacher(edition: edition)
            let (scan, verdicts) = try await session.round(scan)
            let counts = try await session.store.pageCounts(of: scan.id)
            let records = try await session.store.records(of: scan.id, withPages: false)
            let at = AssessSession.clock(now).now()
            var findings: [AttachedFinding] = []
            for locus in assessment.loci where kantor.isEmpty || kantor.contains(locus.code) {
                guard let verdict = verdicts[locus.code],
                    let record = records.first(where: { $0.target.code == locus.code })
                else {
                    speech.tell(
                        "\(locus.name) (\(locus.code)) tidak ada dalam pemeriksaan \(scan.id).",
                        "\(locus.name) (\(locus.code)) is not in the scan \(scan.id).")
                    continue
                }
                findings += attacher.findings(
                    of: locus, record, verdict, scan: scan.id, pagesRead: counts[locus.code] ?? 0, at: at)
            }
            try await session.store.attach(findings, to: assessment.id)
            let offices = Set(findings.map(\.office)).count
            Terminal.out(
                speech(
                    "\(assessment.id): \(findings.count) temuan dari \(offices) lokus dilampirkan (\(scan.id))",
                    "\(assessment.id): \(findings.count) findings of \(offices) loci attached (\(scan.id))"))
        }
    }
}
