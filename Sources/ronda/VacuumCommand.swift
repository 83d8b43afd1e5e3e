import ArgumentParser
import Foundation
import Model
import Store

struct VacuumCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vacuum",
        abstract: "Menghapus isi halaman putaran lama menurut aturan penyimpanan. (Retention.)",
        discussion: """
            Penilaian, kutipan, dan sidik SHA-256 disimpan selamanya; yang dihapus adalah halaman dan isinya dari putaran yang
            lebih lama daripada --rounds putaran terbaru tiap wilayah. Kantor yang pernah disanggah, dibenarkan, dijelaskan, atau
            dimuat dalam surat yang tercatat tidak disentuh. Tanpa --yes hanya dihitung.
            """)

    @Option(help: "Putaran terbaru tiap wilayah yang isinya disimpan.")
    var rounds = 6

    @Flag(help: "Benar-benar menghapus.")
    var yes = false

    @Flag(help: "Kembalikan ruang kosong kepada cakram; penulis lain menunggu selama itu.")
    var compact = false

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        if rounds < 1 { throw ValidationError("--rounds: 1 atau lebih.") }
    }

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try await storage.openDesk(existing: true)
            var open = Set(try await store.statements(of: nil).map(\.office))
            for publication in try await store.publications() { open.formUnion(publication.named) }
            let pruned = try await store.prune(Retention(rounds: rounds, openCases: open), really: yes)
            if yes, compact { try await store.compact() }
            let size = "\(pruned.bytes / 1_000_000) MB"
            Terminal.out(
                speech(
                    "\(yes ? "Dihapus" : "Akan dihapus"): \(pruned.pages) halaman, \(pruned.bodies) isi (\(size)); \(open.count) kantor dengan kasus tidak disentuh.",
                    "\(yes ? "Removed" : "Would be removed"): \(pruned.pages) pages, \(pruned.bodies) bodies (\(size)); \(open.count) offices with cases left alone."
                ))
        }
    }
}
