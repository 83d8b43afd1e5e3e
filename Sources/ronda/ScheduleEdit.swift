import ArgumentParser
import Foundation
import Model
import Rounds
import Schedule
import Store

struct ScheduleEdit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Mengubah jadwal yang ada; yang tidak disebut tetap, juga riwayatnya. (Change a schedule.)")

    @Argument(help: "Nama jadwal.")
    var name: String

    @Option(help: "Kapan, seperti pada `add`.")
    var when: String?

    @Option(help: "Zona waktu: WIB, WITA atau WIT.")
    var zone: String?

    @Option(help: "Daftar kantor sebagai pengganti daftar semula; boleh diulang.")
    var list: [String] = []

    @Option(help: "Halaman paling banyak per situs; 0 tanpa batas.")
    var maxPages: Int?

    @Option(help: "Sebar waktu mulai sekian menit; 0 tidak disebar.")
    var jitter: Int?

    @Option(help: "Hanya mulai di antara jam-jam ini, misalnya 20.00-05.00; 'bebas' menghapusnya.")
    var window: String?

    @Option(help: "Jam suatu wilayah sendiri sebagai pengganti yang semula; boleh diulang; 'tidak-ada' menghapusnya.")
    var windowOf: [String] = []

    @Option(help: "Hari tanpa pemeriksaan sebagai pengganti yang semula; boleh diulang; 'tidak-ada' menghapusnya.")
    var freeze: [String] = []

    @Flag(inversion: .prefixedNo, help: "Mulai pada saat acak di dalam --window, tanpa pemberitahuan.")
    var unannounced: Bool?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        if !(0...1440).contains(jitter ?? 0) || (maxPages ?? 0) < 0 {
            throw ValidationError("--jitter: 0 sampai 1440 menit; --max-pages: 0 atau lebih.")
        }
    }

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try await storage.openRounds(existing: true)
            let lines = ScheduleLines(speech)
            var schedule = try await lines.find(name, store)
            let before = schedule
            schedule.when = when ?? schedule.when
            schedule.zone = zone?.uppercased() ?? schedule.zone
            schedule.maxPages = maxPages ?? schedule.maxPages
            schedule.jitterMinutes = jitter ?? schedule.jitterMinutes
            schedule.unannounced = unannounced ?? schedule.unannounced
            if !list.isEmpty {
                let targets = try Session(speech).readLists(list)
                schedule.lists = list.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
                schedule.regions = Set(targets.map(\.region)).sorted()
                schedule.onlyRegions = nil
            }
            let plan: SchedulePlan
            do {
                if let window { schedule.window = window == "bebas" ? nil : try DayWindowReader.window(window) }
                if !windowOf.isEmpty {
                    schedule.regionWindows = try DayWindowReader.regional(all: windowOf.filter { $0 != "tidak-ada" })
                }
                if !freeze.isEmpty {
                    schedule.frozen = []
                    for days in freeze where days != "tidak-ada" {
                        schedule.frozen.append(try DayWindowReader.days(days))
                    }
                }
                plan = try SchedulePlan(schedule)
            } catch let error as ScheduleError {
                throw Exit(.usage, id: error.id, en: error.en)
            }
            // What the new times would have been before now is not made up for.
            if schedule.when != before.when || schedule.zone != before.zone { schedule.createdAt = Clock.now() }
            try await store.keep(schedule)
            lines.next(plan, 3)
        }
    }
}
