import ArgumentParser
import Model
import Report
import Rules
import Scan

struct RejudgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rejudge",
        abstract: "Membaca ulang halaman tersimpan dengan aturan sekarang, tanpa jaringan.")

    @Option(help: "Folder laporan.")
    var out: String?

    @Option(help: "Pemeriksaan yang dinilai ulang; bawaan: yang terbaru.")
    var scan: String?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try Session(speech)
            let store = try await storage.openRounds(existing: true)
            let scans = try await store.scans()
            guard let record = scan.map({ id in scans.first { $0.id == id } }) ?? scans.last else {
                throw Exit(.usage, speech("Penyimpanan tidak memuat pemeriksaan itu.", "The store holds no such scan."))
            }
            let changes = try await Rejudge(
                book: session.book, detector: try session.detector(), store: store,
                readers: NetworkOptions.readerPool(session.book)
            ).run(scan: record)
            for change in changes { Terminal.out(describe(change, session.book)) }
            Terminal.out(
                speech(
                    "\(changes.count) kantor berubah penilaiannya.", "\(changes.count) offices were judged otherwise."))
            if let out {
                let snapshot = try await SnapshotBuilder(book: session.book, store: store).snapshot(of: record.id)
                for path in try session.writeReport(snapshot, out: out) { Terminal.out(path) }
            }
        }
    }

    private func describe(_ change: Rejudge.Change, _ book: RuleBook) -> String {
        let items = zip(change.before.items, change.after.items).filter { $0.state != $1.state }
            .map { "\($0.item.rawValue) \($0.state.rawValue) -> \($1.state.rawValue)" }
        let status =
            change.before.status == change.after.status
            ? "" : " \(change.before.status.rawValue) -> \(change.after.status.rawValue)"
        return "\(PlainText.clean(change.office.name)):\(status) \(items.joined(separator: ", "))"
    }
}
