import ArgumentParser
import Model
import Report
import Rules
import Scan
import Store

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Isi penyimpanan: pemeriksaan yang ada dan hasil terbarunya.")

    @Flag(help: "Sebutkan juga setiap konfirmasi, sanggahan dan penjelasan.")
    var statements = false

    @OptionGroup var storage: StoreOptions
    @OptionGroup var queues: QueueOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try Session(speech)
            let store = try await storage.openRounds(existing: true)
            if let shared = store as? PostgresStore { try await tellFleet(shared) }
            let scans = try await store.scans()
            for scan in scans {
                let remaining = try await store.remainingTargets(of: scan.id).count
                let end =
                    scan.finishedAt?.iso8601
                    ?? speech("belum selesai, sisa \(remaining) kantor", "not finished, \(remaining) offices left")
                Terminal.out("\(scan.id)  \(end)")
            }
            guard let last = scans.last else { return Terminal.out(speech("Belum ada pemeriksaan.", "No scan yet.")) }
            let snapshot = try await SnapshotBuilder(book: session.book, store: store).snapshot(of: last.id)
            for line in Summary(snapshot: snapshot, book: session.book, language: speech.lang).lines {
                Terminal.out(line)
            }
            try await tellStatements(store)
        }
    }

    private func tellStatements(_ store: any ScanStore) async throws {
        let said = try await store.statements(of: nil)
        if statements {
            for one in said {
                let end = one.expires.map { " < \($0.iso8601)" } ?? ""
                let answer =
                    one.answer.map { " -> \($0.outcome.rawValue) \($0.at.iso8601) (\($0.by): \($0.note))" } ?? ""
                Terminal.out(
                    PlainText.clean(
                        "\(one.id) \(one.kind.rawValue) \(one.office) \(one.at.iso8601)\(end) \(one.by): \(one.note)\(answer)",
                        limit: 600))
            }
        }
        let open = said.count { $0.kind == .object && $0.answer == nil }
        if open > 0 {
            Terminal.out(speech("\(open) sanggahan belum dijawab.", "\(open) objections are not answered."))
        }
        if let altered = try await store.firstAlteredStatement() {
            throw Exit(
                .findings,
                speech(
                    "Catatan nomor \(altered) diubah atau dihapus di luar Ronda; periksa siapa yang menulis ke \(storage.store).",
                    "Statement number \(altered) was altered or removed outside Ronda; find out who wrote to \(storage.store)."
                ))
        }
    }
}
