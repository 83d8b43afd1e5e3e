import ArgumentParser
import Fleet
import Foundation
import Messages
import Model
import Rounds
import Scan
import Store

struct ScheduleRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Mengerjakan jadwal yang sudah jatuh tempo.",
        discussion: """
            Tanpa --keep: kerjakan yang jatuh tempo, lalu selesai (cocok untuk systemd timer atau cron).
            Beberapa penjadwal boleh hidup bersama: tiap waktu hanya dikerjakan satu kali. Ctrl-C menghentikan dengan rapi;
            putaran yang terhenti dilanjutkan oleh penjadwal berikutnya.
            """)

    @Flag(help: "Jalan terus.")
    var keep = false

    @Option(help: "Folder laporan.")
    var out = "reports"

    @OptionGroup(title: "Messages") var messages: MessageOptions
    @OptionGroup var storage: StoreOptions
    @OptionGroup var queues: QueueOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let keeper = try await keeper()
            let courier = try messages.courier(try await storage.openRounds())
            let task = Task { try await work(keeper, courier) }
            let interrupt = Interrupt { task.cancel() }
            defer { withExtendedLifetime(interrupt) {} }
            do { try await task.value } catch let error as CancellationError {
                await keeper.stop()
                throw error
            }
        }
    }

    private func keeper() async throws -> RoundKeeper {
        let session = try Session(speech)
        let store = try await storage.openDesk()
        var maker = RoundMaker(session: session, store: store, network: network, out: out)
        if let queue = queues.open() {
            maker.share = RoundStarter(store: try await storage.openShared(connections: 2), queue: queue)
        }
        let lines = ScheduleLines(speech)
        let progress = ScanProgress(speech: speech, labels: session.book.statuses)
        return RoundKeeper(
            store, name: "\(ProcessInfo.processInfo.hostName)-\(ProcessInfo.processInfo.processIdentifier)",
            now: Clock.now,
            tell: { event in
                switch event {
                case .started(let firing), .ended(let firing), .refused(let firing), .takenOver(let firing),
                    .interrupted(let firing), .lost(let firing):
                    if !lines.speech.quiet { Terminal.error(lines.line(firing)) }
                case .unreadable(let schedule, let error):
                    Terminal.error("ronda: \(schedule.id): \(lines.speech(error.id, error.en))")
                case .storeFailed(let error): Terminal.error("ronda: \(error)")
                }
            },
            make: { [messages, maker] schedule in
                let scan = try await maker.make(schedule, watch: progress.show)
                try await messages.post(scan, session, store)
                return scan
            })
    }

    private func work(_ keeper: RoundKeeper, _ courier: Courier) async throws {
        let post = keep ? Task { await courier.deliverForEver() } : nil
        defer { post?.cancel() }
        repeat {
            try await keeper.look()
            if keep {
                try await Task.sleep(for: .seconds(5))
            } else {
                try await waitForWork(keeper)
            }
            if !keep { try await courier.deliver() }
        } while keep
    }

    /// Signs of life while the round is made.
    private func waitForWork(_ keeper: RoundKeeper) async throws {
        while await keeper.isBusy {
            try await Task.sleep(for: .seconds(1))
            try await keeper.look()
        }
    }
}

/// The machine's clock; schedules are about real time.
enum Clock {
    static func now() -> Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
