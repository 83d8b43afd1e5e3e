import ArgumentParser
import Desk
import Fleet
import Foundation
import Messages
import Model
import Rounds
import Scan
import Store

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Meja kerja di peramban, API JSON, dan penjadwal dalam satu proses.",
        discussion: """
            Buat akun pertama dahulu:  ronda account admin --role admin --store ronda.db
            Bawaan hanya terbuka bagi mesin ini sendiri (127.0.0.1); untuk jaringan, pasang proxy https di depannya dan pakai
            --secure-cookies. Ctrl-C berhenti dengan rapi; putaran yang terhenti dilanjutkan saat dijalankan lagi.
            """)

    @Option(help: "Alamat yang dilayani.")
    var host = "127.0.0.1"

    @Option(help: "Nomor port; 0 memilih yang kosong.")
    var port = 8080

    @Flag(help: "Siapa pun boleh membaca, tanpa temuan situs yang disusupi.")
    var `public` = false

    @Flag(help: "Cookie hanya lewat https.")
    var secureCookies = false

    @Option(help: "Folder daftar kantor yang boleh dipakai jadwal.")
    var lists: String?

    @Option(help: "Folder laporan putaran terjadwal.")
    var out = "reports"

    @Option(help: "Jeda sebelum kantor yang gagal dicoba sekali lagi, dalam detik.")
    var pause = 20.0

    @Flag(help: "Tanpa penjadwal: hanya meja kerja.")
    var deskOnly = false

    @OptionGroup var queues: QueueOptions
    @OptionGroup(title: "Messages") var messages: MessageOptions
    @OptionGroup var storage: StoreOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port: 0 sampai 65535.") }
    }

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try Session(speech)
            let store = try await storage.openDesk()
            if try await store.people().isEmpty, !self.public {
                throw Exit(
                    .usage,
                    id: "Belum ada akun; buat dengan `ronda account NAMA --role admin --store \(storage.store)`.",
                    en:
                        "There is no account yet; make one with `ronda account NAME --role admin --store \(storage.store)`."
                )
            }
            let board = ProgressBoard()
            let desk = try DeskServer(settings, book: session.book, store: store, board: board, now: Clock.now)
            let keeper = deskOnly ? nil : try await scheduler(session, store, board)
            try await serve(desk, keeper, try messages.courier(store))
        }
    }

    private var settings: DeskServer.Settings {
        var settings = DeskServer.Settings()
        settings.host = host
        settings.port = port
        settings.language = speech.lang
        settings.publicReading = self.public
        settings.secureCookies = secureCookies
        settings.lists = lists
        settings.version = Ronda.version
        return settings
    }

    /// The desk stops on a signal; the scheduler is told then, and leaves its round to be resumed.
    private func serve(_ desk: DeskServer, _ keeper: RoundKeeper?, _ courier: Courier) async throws {
        let speech = speech
        let host = host
        let schedule = Task {
            while let keeper, !Task.isCancelled {
                do {
                    try await keeper.look()
                } catch {
                    Terminal.error("ronda: \(error)")
                }
                try await Task.sleep(for: .seconds(2))
            }
        }
        // Beside it: a mail server that hangs must not keep the scheduler from its signs of life.
        let post = keeper == nil ? nil : Task { await courier.deliverForEver() }
        defer {
            schedule.cancel()
            post?.cancel()
        }
        do {
            try await desk.run { port in
                speech.tell("Meja kerja: http://\(host):\(port)/", "The desk: http://\(host):\(port)/")
            }
        } catch {
            throw Exit(
                .usage, id: "Tidak dapat melayani di \(host):\(port): \(error)",
                en: "Cannot serve at \(host):\(port): \(error)")
        }
        schedule.cancel()
        await keeper?.stop()
    }

    private func scheduler(
        _ session: Session, _ store: any DeskStore, _ board: ProgressBoard
    ) async throws -> RoundKeeper {
        var maker = RoundMaker(session: session, store: store, network: network, pause: pause, out: out)
        if let queue = queues.open() {
            maker.share = RoundStarter(store: try await storage.openShared(connections: 2), queue: queue)
        }
        let lines = ScheduleLines(speech)
        let (speech, messages) = (speech, messages)
        return RoundKeeper(
            store, name: "\(ProcessInfo.processInfo.hostName)-\(ProcessInfo.processInfo.processIdentifier)",
            now: Clock.now,
            tell: { event in
                if case .ended(let firing) = event { board.post(lines.line(firing)) }
                if case .storeFailed(let error) = event { Terminal.error("ronda: \(error)") }
            },
            make: { [maker] schedule in
                let scan = try await maker.make(schedule) { event in
                    if let line = Self.line(event, speech) { board.post("\(schedule.id): \(line)") }
                }
                try await messages.post(scan, session, store)
                return scan
            })
    }

    private static func line(_ event: ScanEvent, _ speech: SpeechOptions) -> String? {
        switch event {
        case .opened(_, let total, let remaining):
            speech("\(total - remaining) dari \(total) kantor", "\(total - remaining) of \(total) offices")
        case .finished(let office, _, _, let done, let total):
            speech(
                "\(done) dari \(total) kantor, terakhir \(office.name)",
                "\(done) of \(total) offices, last \(office.name)")
        case .suspended: speech("jaringan sendiri putus; menunggu", "own network is down; waiting")
        case .resumed: speech("jaringan kembali", "network is back")
        case .secondPass(let offices, _):
            speech("\(offices) kantor dicoba sekali lagi", "\(offices) offices are tried once more")
        case .closed: speech("selesai", "done")
        default: nil
        }
    }
}
