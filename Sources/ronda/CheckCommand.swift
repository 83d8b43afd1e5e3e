import ArgumentParser
import Fetch
import Foundation
import Model
import Report
import Rules
import Scan
import Store

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Memeriksa satu situs, untuk admin kantor itu sendiri: apa yang ada, apa yang kurang.",
        discussion: "Kode keluar 1 bila salah satu dari enam komponen penyampaian pelayanan belum terbit.")

    @Argument(help: "Alamat situs.")
    var url: String

    @Option(help: "Nama kantor, bila ingin dipastikan situs itu memang miliknya.")
    var nama: String?

    @Option(help: "Kode wilayah kantor.")
    var wilayah: String?

    @Option(help: "Tulis hasil sebagai JSON.")
    var json: String?

    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try Session(speech)
            guard let address = WebAddress(url.contains("://") ? url : "https://\(url)/") else {
                throw Exit(
                    .usage,
                    speech(
                        "'\(url)' bukan alamat situs; contoh: https://dinkes.contohkab.go.id", "'\(url)' is no address."
                    ))
            }
            let snapshot = try await scan(address, session)
            if let json { try session.writeJSON(snapshot, to: json) }
            guard let office = snapshot.offices.first else { throw Exit(.usage, "Nothing was checked.") }
            for line in OfficeSummary(office, book: session.book, language: speech.lang).lines {
                Terminal.out(line)
            }
            let lacking = office.verdict.items.contains {
                ItemKey.serviceDelivery.contains($0.item) && $0.state != .present
            }
            if lacking { throw Exit(.findings, "") }
        }
    }

    /// A round of one office, in a store that is thrown away.
    private func scan(_ address: WebAddress, _ session: Session) async throws -> ScanSnapshot {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try SQLiteStore(path: folder.appendingPathComponent("check.db").path)
        let judged = session.book.domains.judge(host: address.host, office: nil)
        let target = Target(
            code: "periksa", name: nama ?? address.host, kind: judged.kind ?? "",
            region: wilayah ?? judged.region ?? "",
            listed: address.description)
        let clock = network.clock
        let fetcher = try network.fetcher(session.book, clock)
        var options = network.scanOptions()
        options.secondPass = false
        options.maxCandidates = 1
        let progress = ScanProgress(speech: speech, labels: session.book.statuses)
        let flow = ScanFlow(
            book: session.book, fetcher: fetcher, detector: try session.detector(), store: store, clock: clock,
            options: options, watch: progress.show)
        let scan = try await flow.run([target])
        await fetcher.shutdown()
        return try await SnapshotBuilder(book: session.book, store: store).snapshot(of: scan.id)
    }
}
