import ArgumentParser
import Demo
import Model
import Report
import Rules
import Scan

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Contoh lengkap tanpa internet: kabupaten rekaan diperiksa dua kali, laporan ditulis.",
        discussion: """
            Kabupaten Tanjung Rambai tidak ada. Situs-situsnya dilayani di komputer ini saja (127.66.0.0/16) selama \
            pemeriksaan berlangsung. Putaran kedua berjarak sepuluh hari dari yang pertama menurut jam contoh.
            """)

    @Option(help: "Folder hasil: ronda.db, daftar kantor dan laporan.")
    var out = "demo-out"

    @Flag(
        help:
            "Hanya menyajikan situs contoh sampai dihentikan (atau sepuluh menit); pilihan untuk `ronda serve` dicetak."
    )
    var farm = false

    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            if farm { try await serve() } else { try await demo() }
        }
    }

    /// One option a line, so that a script can hand them on.
    private func serve() async throws {
        let farm = try DemoFarm(round: 2, folder: out)
        defer { farm.stop() }
        farm.options.forEach(Terminal.out)
        Terminal.out("")
        let waiting = Task { try await Task.sleep(for: .seconds(600)) }
        let interrupt = Interrupt { waiting.cancel() }
        try? await waiting.value
        withExtendedLifetime(interrupt) {}
    }

    private func demo() async throws {
        let session = try Session(speech)
        let detector = try session.detector()
        let progress = ScanProgress(speech: speech, labels: session.book.statuses)
        let run = DemoRun(book: session.book, language: speech.lang) {
            [book = session.book] fetcher, store, clock, options in
            ScanFlow(
                book: book, fetcher: fetcher, detector: detector, store: store, clock: clock, options: options,
                watch: progress.show)
        }
        let rounds = try await run.run(out: out)
        for (number, round) in rounds.enumerated() { show(round, number: number + 1) }
        guard let last = rounds.last else { return }
        if !speech.quiet { show(last, session) }
        if !rounds.allSatisfy(\.confusion.isPerfect) { throw Exit(.findings, "") }
    }

    /// The confusion matrix of one round.
    private func show(_ round: DemoRun.Round, number: Int) {
        guard !speech.quiet || !round.confusion.isPerfect else { return }
        let time = round.snapshot.scan.startedAt.civil(offsetHours: 7).dateText
        let seconds = Int(round.seconds.rounded())
        Terminal.out(
            speech(
                "Putaran \(number), \(time) (\(seconds) detik): status sebenarnya terhadap penilaian",
                "Round \(number), \(time) (\(seconds) seconds): true status against judgement"))
        Terminal.out(round.confusion.text(speech.lang))
        Terminal.out("")
    }

    /// The sentence with its proof, where the report lies, and how to do it in earnest.
    private func show(_ last: DemoRun.Round, _ session: Session) {
        let summary = Summary(snapshot: last.snapshot, book: session.book, language: speech.lang)
        summary.lines.forEach(Terminal.out)
        Terminal.out("")
        if let index = last.files.first { Terminal.out(speech("Buka laporan: \(index)", "Open the report: \(index)")) }
        Terminal.out(speech("Untuk daerah sungguhan, jalankan:", "For a real region, run:"))
        Terminal.out(
            "  \(CommandLine.arguments[0]) scan targets/6112-kubu-raya.csv --contact nama@instansi.go.id --store ronda.db --out reports"
        )
    }
}
