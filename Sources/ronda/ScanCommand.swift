import ArgumentParser
import Fetch
import Model
import Reader
import Report
import Rules
import Scan
import Store

struct ScanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Memeriksa situs semua kantor dalam satu atau beberapa daftar.",
        discussion: """
            Bila terhenti (Ctrl-C, listrik padam), jalankan perintah yang sama: kantor yang sudah selesai tidak diambil lagi.
            Laporan ditulis ke OUT/<wilayah>/<pemeriksaan>/index.html. Dengan --json tanpa --out hanya berkas JSON yang ditulis.
            """)

    @Argument(help: "Daftar kantor, CSV atau XLSX (kode,nama,jenis,wilayah,url,induk,keterangan).")
    var lists: [String]

    @Option(help: "Folder laporan; bawaan: reports.")
    var out: String?

    @Option(help: "Tulis hasil sebagai JSON (docs/schema/scan.schema.json).")
    var json: String?

    @Option(help: "Daftar host (CSV atau satu per baris) yang ikut dicoba bila namanya cocok; boleh diulang.")
    var register: [String] = []

    @Option(help: "Jeda sebelum kantor yang gagal dicoba sekali lagi, dalam detik.")
    var pause = 20.0

    @Flag(help: "Dengan --queue: didahulukan dari semua yang sudah direncanakan.")
    var urgent = false

    @Flag(help: "Dengan --queue: tidak menunggu sampai selesai.")
    var noWait = false

    @OptionGroup var storage: StoreOptions
    @OptionGroup var queues: QueueOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) { try await scan() }
    }

    private func scan() async throws {
        let session = try Session(speech)
        let targets = try session.readLists(lists)
        let store = try await storage.openRounds()
        let lock = try storage.lock(store)
        defer { withExtendedLifetime(lock) {} }
        let clock = network.clock
        let fetcher = try network.fetcher(session.book, clock)
        var options = try network.scanOptions(session.book)
        if !storage.store.contains("://") { options.study = StudyFolder(path: storage.store + "-tidak-terbaca") }
        options.secondPassPause = network.now == nil ? pause : 1800
        options.register = try session.readRegisters(register)
        if options.controlHosts.isEmpty {
            speech.tell(
                "Penjaga jaringan sendiri tidak aktif: sebutkan host pembanding dengan --control.",
                "The own-network guard is off: name control hosts with --control.")
        }
        network.tellMissingTools(speech)
        let progress = ScanProgress(speech: speech, labels: session.book.statuses)
        let flow = ScanFlow(
            book: session.book, fetcher: fetcher, detector: try session.detector(), store: store, clock: clock,
            options: options, watch: progress.show)
        let shared = try await sharing(flow, targets, options)
        let (all, names) = (targets, lists)
        let work = Task {
            if let shared { return try await shared.run() }
            return try await flow.run(all, lists: names)
        }
        let interrupt = Interrupt { work.cancel() }
        let result = await work.result
        withExtendedLifetime(interrupt) {}
        await fetcher.shutdown()
        await options.readers?.stop()
        try await finish(result, session, store)
    }

    /// Reports what there is: a round that was cut short leaves a valid file too.
    private func finish(_ result: Result<ScanRecord, any Error>, _ session: Session, _ store: any ScanStore)
        async throws
    {
        switch result {
        case .success(let scan) where noWait && queues.queue != nil: Terminal.out(scan.id)
        case .success(let scan):
            try await report(try await SnapshotBuilder(book: session.book, store: store).snapshot(of: scan.id), session)
        case .failure(let error) where error is CancellationError:
            if let json, let snapshot = try? await SnapshotBuilder(book: session.book, store: store).snapshot() {
                try session.writeJSON(snapshot, to: json)
            }
            throw Exit(
                .interrupted,
                speech(
                    "Dihentikan. Yang sudah selesai tersimpan di \(storage.store); jalankan perintah yang sama untuk melanjutkan.",
                    "Stopped. What is finished is kept in \(storage.store); run the same command to go on."))
        case .failure(let error): throw error
        }
    }

    private func report(_ snapshot: ScanSnapshot, _ session: Session) async throws {
        if let json { try session.writeJSON(snapshot, to: json) }
        var index: String?
        if out != nil || json == nil {
            index = try session.writeReport(snapshot, out: out ?? "reports").first { $0.hasSuffix("index.html") }
        }
        guard !speech.quiet else { return }
        for line in Summary(snapshot: snapshot, book: session.book, language: speech.lang).lines { Terminal.out(line) }
        if let index { Terminal.out(speech("Laporan: \(index)", "Report: \(index)")) }
    }
}
