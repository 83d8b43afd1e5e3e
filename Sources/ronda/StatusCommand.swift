import ArgumentParser
import Report
import Rules
import Scan

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Isi penyimpanan: pemeriksaan yang ada dan hasil terbarunya.")

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try Session(speech)
            let store = try storage.openExisting()
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
        }
    }
}
