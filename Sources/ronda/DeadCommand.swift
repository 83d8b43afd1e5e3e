import ArgumentParser
import Store

struct DeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead", abstract: "Bagian pemeriksaan bersama yang gagal terus: lihat, ulangi, atau lepaskan.",
        subcommands: [DeadList.self, DeadRetry.self, DeadDrop.self], defaultSubcommand: DeadList.self)
}

struct DeadList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Sebutkan bagian yang mati.")

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try await storage.openShared(connections: 1)
            for dead in try await store.deadUnits() {
                Terminal.out(
                    "\(dead.unit)  \(dead.kind)  "
                        + speech(
                            "\(dead.offices) kantor, \(dead.attempts) percobaan",
                            "\(dead.offices) offices, \(dead.attempts) attempts") + ": \(dead.error)")
            }
        }
    }
}

struct DeadRetry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Serahkan lagi bagian yang mati kepada pekerja.")

    @Argument(help: "Nama bagian seperti pada `ronda dead list`; tanpa nama: semua.")
    var units: [String] = []

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try await storage.openShared(connections: 1)
            var named: [UnitName] = []
            for text in units { named.append(try DeadDrop.unit(text)) }
            if units.isEmpty { named = try await store.deadUnits().map { $0.unit } }
            for unit in named {
                guard try await store.retry(unit) else { throw DeadDrop.none(unit) }
                Terminal.out(speech("\(unit): diserahkan lagi", "\(unit): given back to the workers"))
            }
        }
    }
}

struct DeadDrop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Lepaskan bagian yang mati: kantornya tetap tanpa hasil pada pemeriksaan ini.")

    @Argument(help: "Nama bagian seperti pada `ronda dead list`.")
    var units: [String]

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try await storage.openShared(connections: 1)
            for text in units {
                let unit = try Self.unit(text)
                guard let offices = try await store.drop(unit) else { throw Self.none(unit) }
                Terminal.out(
                    speech(
                        "\(unit): dilepas, \(offices) kantor tanpa hasil",
                        "\(unit): dropped, \(offices) offices without an outcome"))
            }
        }
    }

    static func unit(_ text: String) throws(Exit) -> UnitName {
        guard let unit = UnitName(text) else {
            throw Exit(.usage, id: "'\(text)' bukan nama bagian.", en: "'\(text)' is no name of a unit.")
        }
        return unit
    }

    static func none(_ unit: UnitName) -> Exit {
        Exit(
            .usage, id: "\(unit) tidak ada di antara bagian mati yang dapat diubah begitu; lihat `ronda dead list`.",
            en: "\(unit) is no dead unit that this can be done to; see `ronda dead list`.")
    }
}
