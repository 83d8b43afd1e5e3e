import ArgumentParser
import Foundation
import Model
import Rounds
import Schedule
import Store

struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Jadwal pemeriksaan: kapan, daftar mana, dan apa yang sudah dijalankan.",
        discussion: """
            Contoh:
              ronda schedule add kubu-raya 'setiap Senin 01.00 WIB' targets/6112-kubu-raya.csv
              ronda schedule add diam-diam 'bulanan' daftar.csv --unannounced --window 20.00-05.00
              ronda schedule edit kubu-raya --when 'setiap Selasa 02.00' --window 20.00-05.00
              ronda schedule run --keep                jalan terus dan periksa tepat waktu (atau pakai `ronda serve`)
              ronda schedule run                       kerjakan yang sudah jatuh tempo, lalu selesai (untuk systemd timer)
            """,
        subcommands: [
            ScheduleAdd.self, ScheduleEdit.self, ScheduleList.self, ScheduleNext.self, SchedulePause.self,
            ScheduleResume.self,
            ScheduleRemove.self, ScheduleRun.self, ScheduleLog.self,
        ])
}

struct ScheduleAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Menambah jadwal, atau mengganti yang bernama sama.")

    @Argument(help: "Nama pendek: huruf kecil, angka, tanda hubung.")
    var name: String

    @Argument(help: "Kapan: 'setiap Senin 01.00 WIB', 'bulanan', 'setiap tanggal 1 dan 15', atau cron '0 1 * * 1'.")
    var when: String

    @Argument(help: "Daftar kantor, CSV atau XLSX.")
    var lists: [String]

    @Option(help: "Zona waktu: WIB, WITA atau WIT.")
    var zone = "WIB"

    @Option(help: "Halaman paling banyak per situs; 0 tanpa batas.")
    var maxPages = 40

    @Option(help: "Sebar waktu mulai sekian menit, agar tidak semua mulai serentak.")
    var jitter = 0

    @Option(help: "Hanya mulai di antara jam-jam ini, misalnya 20.00-05.00.")
    var window: String?

    @Option(help: "Jam suatu wilayah sendiri, misalnya 61.12=22.00-04.00 atau 61=21.00-04.00; boleh diulang.")
    var windowOf: [String] = []

    @Option(help: "Hari tanpa pemeriksaan, misalnya 2026-12-24..2027-01-02; boleh diulang.")
    var freeze: [String] = []

    @Flag(help: "Mulai pada saat acak di dalam --window, tanpa pemberitahuan.")
    var unannounced = false

    @Option(help: "Nama yang menambah.")
    var by = NSUserName()

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        let allowed = name.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
        if name.isEmpty || name.utf8.count > 60 || !allowed {
            throw ValidationError("Nama jadwal: huruf kecil, angka dan tanda hubung saja, paling panjang 60.")
        }
        if jitter < 0 || jitter > 1440 || maxPages < 0 {
            throw ValidationError("--jitter: 0 sampai 1440 menit; --max-pages: 0 atau lebih.")
        }
    }

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try Session(speech)
            let targets = try session.readLists(lists)
            var schedule = RoundSchedule(
                id: name, when: when, zone: zone.uppercased(), lists: lists.map(absolute),
                seed: UInt64.random(in: .min ... .max), createdAt: Clock.now(), createdBy: by)
            schedule.regions = Set(targets.map(\.region)).sorted()
            schedule.maxPages = maxPages
            schedule.jitterMinutes = jitter
            schedule.unannounced = unannounced
            let plan: SchedulePlan
            do {
                schedule.window = try window.map(DayWindowReader.window)
                schedule.regionWindows = windowOf.isEmpty ? nil : try DayWindowReader.regional(all: windowOf)
                for days in freeze { schedule.frozen.append(try DayWindowReader.days(days)) }
                plan = try SchedulePlan(schedule)
            } catch let error as ScheduleError {
                throw Exit(.usage, id: error.id, en: error.en)
            }
            try await storage.openRounds().keep(schedule)
            ScheduleLines(speech).next(plan, 3)
        }
    }

    /// A scheduler may be started in another folder.
    private func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}

struct ScheduleList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Jadwal yang ada.")

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let schedules = try await storage.openRounds(existing: true).schedules()
            if schedules.isEmpty { Terminal.out(speech("Belum ada jadwal.", "No schedule yet.")) }
            for schedule in schedules { try ScheduleLines(speech).line(schedule) }
        }
    }
}

struct ScheduleNext: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Waktu-waktu berikutnya suatu jadwal.")

    @Argument(help: "Nama jadwal; tanpa nama: semua.")
    var name: String?

    @Option(help: "Banyaknya.")
    var count = 5

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try await storage.openRounds(existing: true)
            let lines = ScheduleLines(speech)
            let schedules = if let name { [try await lines.find(name, store)] } else { try await store.schedules() }
            for schedule in schedules { lines.next(try lines.plan(schedule), max(1, count)) }
        }
    }
}

struct SchedulePause: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pause", abstract: "Menghentikan jadwal sementara.")

    @Argument(help: "Nama jadwal.")
    var name: String

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            try await ScheduleLines(speech).change(name, try await storage.openRounds(existing: true)) {
                $0.paused = true
            }
        }
    }
}

struct ScheduleResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "resume", abstract: "Menjalankan lagi jadwal.")

    @Argument(help: "Nama jadwal.")
    var name: String

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            // What fell due while it was paused is not made up for: the schedule counts from now.
            try await ScheduleLines(speech).change(name, try await storage.openRounds(existing: true)) {
                $0.paused = false
                $0.createdAt = Clock.now()
            }
        }
    }
}

struct ScheduleRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Menghapus jadwal; riwayatnya tetap.")

    @Argument(help: "Nama jadwal.")
    var name: String

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try await storage.openRounds(existing: true)
            _ = try await ScheduleLines(speech).find(name, store)
            try await store.removeSchedule(name)
        }
    }
}

struct ScheduleLog: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Apa yang terjadi dengan tiap waktu yang jatuh tempo.")

    @Argument(help: "Nama jadwal; tanpa nama: semua.")
    var name: String?

    @Option(help: "Banyaknya baris.")
    var count = 30

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            for firing in try await storage.openRounds(existing: true).firings(of: name, limit: max(1, count)) {
                Terminal.out(ScheduleLines(speech).line(firing))
            }
        }
    }
}
