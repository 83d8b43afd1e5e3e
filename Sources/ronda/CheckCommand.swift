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
        discussion: """
            Enam komponen penyampaian pelayanan (bertanda *) wajib diumumkan dan ditulis lebih dulu, dengan contoh
            kalimat untuk yang kurang. Kode keluar untuk dipakai dalam pipeline kantor sendiri: 0 keenamnya terbaca;
            1 sedikitnya satu terlihat kurang; 5 tidak ada yang terlihat kurang, tetapi belum semua dapat dipastikan;
            2 masukan keliru; 4 jaringan sendiri putus.
            """)

    @Argument(help: "Alamat situs.")
    var url: String

    @Option(help: "Nama kantor, bila ingin dipastikan situs itu memang miliknya.")
    var nama: String?

    @Option(help: "Kode wilayah kantor.")
    var wilayah: String?

    @Option(help: "Tulis hasil sebagai JSON.")
    var json: String?

    @Option(help: "Tulis hasil sebagai satu halaman HTML.")
    var html: String?

    @Option(help: "Detik menunggu host pembanding; setelah itu berhenti dengan kode 4 tanpa mengatakan apa pun.")
    var networkWait = 45.0

    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        if networkWait <= 0 { throw ValidationError("--network-wait: lebih dari 0.") }
    }

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
            if let html { try write(office, snapshot, session, to: html) }
            let summary = OfficeSummary(office, book: session.book, language: speech.lang)
            summary.lines.forEach(Terminal.out)
            switch summary.result {
            case .complete: return
            case .lacking: throw Exit(.findings, "")
            case .undecided: throw Exit(.undecided, "")
            }
        }
    }

    private func write(_ office: OfficeResult, _ snapshot: ScanSnapshot, _ session: Session, to path: String)
        throws(Exit)
    {
        do throws(ReportError) {
            try ReportWriter(book: session.book, language: speech.lang).writeOffice(
                office.target.code, snapshot: snapshot, book: session.book, to: path)
        } catch {
            throw Exit(.store, error.sentence(speech.lang))
        }
    }

    /// Nothing is said of a site that could not be looked at.
    private func couldNotLook(at address: WebAddress, _ hosts: [String]) -> Exit {
        let asked = hosts.joined(separator: ", ")
        return Exit(
            .ownNetwork,
            id: "\(address.host) tidak dapat diperiksa dan tidak ada yang dikatakan tentangnya: tidak satu pun host "
                + "pembanding menjawab (\(asked)). Periksa sambungan internet mesin ini, atau sebutkan host lain "
                + "dengan --control.",
            en: "Could not look at \(address.host), and nothing is said of it: no control host answered (\(asked)). "
                + "Check this machine's connection, or name another host with --control.")
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
        var options = try network.scanOptions(session.book)
        options.secondPass = false
        options.maxCandidates = 1
        // Somebody waits for this answer: a network that does not answer is said and not waited for all night.
        options.controlSeconds = min(15, networkWait)
        options.networkPatience = networkWait
        let progress = ScanProgress(speech: speech, labels: session.book.statuses)
        let flow = ScanFlow(
            book: session.book, fetcher: fetcher, detector: try session.detector(), store: store, clock: clock,
            options: options, watch: progress.show)
        let scan: ScanRecord
        do {
            scan = try await flow.run([target])
        } catch let error as ScanError where error.kind == .ownNetworkDown {
            await fetcher.shutdown()
            throw couldNotLook(at: address, options.controlHosts)
        }
        await fetcher.shutdown()
        return try await SnapshotBuilder(book: session.book, store: store).snapshot(of: scan.id)
    }
}
