import ArgumentParser
import Model
import Report
import Rules
import Scan
import Store

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case all, json
}

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Menulis laporan suatu pemeriksaan: HTML, CSV, XLSX, JSON.")

    @Option(help: "Folder laporan.")
    var out = "reports"

    @Option(help: "Pemeriksaan yang dilaporkan; bawaan: yang terbaru.")
    var scan: String?

    @Option(help: "all: semua berkas; json: hanya JSON, ke keluaran baku.")
    var format: ReportFormat = .all

    @Flag(help: "Sebutkan pemeriksaan yang ada.")
    var list = false

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try Session(speech)
            let store = try await storage.openRounds(existing: true)
            if list { return try await printScans(store) }
            let snapshot = try await SnapshotBuilder(book: session.book, store: store).snapshot(of: scan)
            if format == .json {
                try session.writeJSON(snapshot, to: "/dev/stdout")
            } else {
                for path in try session.writeReport(snapshot, out: out) { Terminal.out(path) }
            }
        }
    }

    private func printScans(_ store: any ScanStore) async throws {
        for scan in try await store.scans() {
            let end = scan.finishedAt?.iso8601 ?? speech("belum selesai", "not finished")
            Terminal.out("\(scan.id)  \(scan.regions.joined(separator: ","))  \(scan.startedAt.iso8601)  \(end)")
        }
    }
}
