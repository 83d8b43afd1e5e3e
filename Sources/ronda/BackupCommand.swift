import ArgumentParser
import Foundation
import Model
import Store

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Menyalin penyimpanan selagi dipakai; salinannya diperiksa keutuhannya. (Backup while running.)",
        discussion:
            "Memulihkan: hentikan ronda, taruh salinan itu di tempat penyimpanan, hapus berkas -wal dan -shm yang lama."
    )

    @Argument(help: "Berkas salinan; tidak boleh sudah ada.")
    var out: String

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            guard !storage.store.contains("://") else {
                throw Exit(
                    .usage, id: "PostgreSQL dicadangkan dengan alatnya sendiri: pg_dump -Fc (docs/operations.md).",
                    en: "PostgreSQL is backed up by its own tool: pg_dump -Fc (docs/operations.md).")
            }
            guard !FileManager.default.fileExists(atPath: out) else {
                throw Exit(
                    .usage, id: "\(out) sudah ada; sebutkan berkas baru.", en: "\(out) exists; name a new file.")
            }
            try await storage.openExisting().backUp(to: out)
            let copy: SQLiteStore
            do throws(StoreError) { copy = try SQLiteStore(path: out) } catch { throw Exit(error) }
            if let fault = try await copy.fault() {
                throw Exit(
                    .store, id: "Salinan \(out) tidak utuh: \(fault)", en: "The copy \(out) is not whole: \(fault)")
            }
            let altered = try await copy.firstAlteredStatement()
            guard altered == nil else {
                throw Exit(
                    .store, id: "Pernyataan \(altered ?? 0) dalam penyimpanan pernah diubah.",
                    en: "The statement \(altered ?? 0) of the store was altered.")
            }
            let scans = try await copy.scans().count
            Terminal.out(speech("\(out): \(scans) pemeriksaan, utuh", "\(out): \(scans) scans, whole"))
        }
    }
}
