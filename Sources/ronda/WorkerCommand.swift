import ArgumentParser
import Fleet
import Foundation
import Model
import Scan
import Store

struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Mengerjakan bagian-bagian pemeriksaan bersama, sampai dihentikan.",
        discussion: """
            Perlu --store postgres://... dan --queue nats://...; jumlah pekerja bebas, di mesin mana pun. Ctrl-C atau SIGTERM: \
            kantor yang sedang diperiksa diselesaikan, sisanya dikembalikan, paling lama satu menit. Catatan kerja berupa \
            satu objek JSON per baris di galat baku. Kata sandi basis data: berkas ~/.pgpass atau PGPASSFILE, bukan di URL.
            """)

    @Option(help: "Nama pekerja ini; bawaan: nama mesin dan nomor proses.")
    var name: String?

    @Option(help: "Bagian yang dikerjakan serentak.")
    var slots = 4

    @Option(help: "Kantor serentak per bagian.")
    var offices = 2

    @Option(help: "Halaman setelah mana suatu bagian dipotong pada batas kantor.")
    var slicePages = 500

    @Option(help: "Tulis angka Prometheus ke berkas ini (textfile collector).")
    var metrics: String?

    @Option(help: "Percobaan tanpa kemajuan sebelum suatu bagian dianggap mati.")
    var attempts = 5

    @OptionGroup var storage: StoreOptions
    @OptionGroup var queues: QueueOptions
    @OptionGroup(title: "Network") var network: NetworkOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) { try await work() }
    }

    private func work() async throws {
        let session = try Session(speech)
        let queue = try queues.opened()
        let clock = network.clock
        var settings = WorkerSettings(
            name: name ?? "\(ProcessInfo.processInfo.hostName)-\(ProcessInfo.processInfo.processIdentifier)")
        settings.slots = max(1, slots)
        settings.offices = max(1, offices)
        settings.delay = network.delay
        settings.attempts = max(1, attempts)
        settings.slicePages = max(1, slicePages)
        settings.metricsFile = metrics
        let means = Worker.Means(
            book: session.book, detector: try session.detector(), clock: clock,
            fetch: try network.fetchSettings(session.book),
            options: try network.scanOptions(session.book))
        let store = try await storage.openShared(connections: settings.slots + 3)
        let log = WorkLog(worker: settings.name, now: { clock.now() }, write: Terminal.error)
        let worker = Worker(store, queue, means, settings, log: log)
        let interrupt = Interrupt { worker.stop() }
        await worker.run()
        withExtendedLifetime(interrupt) {}
    }
}
