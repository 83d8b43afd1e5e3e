import ArgumentParser
import Foundation
import Model
import Store

struct StoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Memindahkan penyimpanan, atau melupakan pemeriksaan lama.",
        subcommands: [StoreCopy.self, StoreForget.self])
}

struct StoreCopy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Salin berkas SQLite ke PostgreSQL yang masih kosong, utuh atau tidak sama sekali.")

    @Argument(help: "Berkas SQLite.")
    var from: String

    @Argument(help: "postgres://...")
    var to: String

    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            guard FileManager.default.fileExists(atPath: from), to.contains("://") else {
                throw Exit(
                    .usage, id: "Pemakaian: ronda store copy BERKAS.db postgres://...; berkasnya harus ada.",
                    en: "Usage: ronda store copy FILE.db postgres://...; the file must be there.")
            }
            let report = try await SQLiteStore(path: from).copy(to: try await PostgresStore(url: to, connections: 2))
            for (table, rows) in report.rows.sorted(by: { $0.key < $1.key }) { Terminal.out("\(table)  \(rows)") }
        }
    }
}

struct StoreForget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Buang pemeriksaan yang selesai sebelum suatu hari, dengan membuang tabelnya (PostgreSQL).")

    @Option(help: "Hari (ISO 8601); yang selesai sebelumnya dibuang.")
    var before: String

    @Flag(help: "Sungguh membuang; tanpa ini hanya disebutkan.")
    var yes = false

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            guard let day = Timestamp(iso8601: before) else {
                throw Exit(.usage, id: "--before: hari ISO 8601.", en: "--before: an ISO 8601 day.")
            }
            let store = try await storage.openShared(connections: 2)
            for scan in try await store.scans() {
                guard let end = scan.finishedAt, end < day else { continue }
                if yes { _ = try await store.forget(scan.id) }
                Terminal.out(
                    "\(scan.id)  \(end.iso8601)  "
                        + speech(yes ? "dibuang" : "akan dibuang", yes ? "dropped" : "to be dropped"))
            }
        }
    }
}
