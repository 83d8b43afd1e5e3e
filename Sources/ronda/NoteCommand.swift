import ArgumentParser
import Model
import Rules
import Store

struct NoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Mencatat penjelasan suatu kantor (patuh atau jelaskan), dengan masa berlaku.",
        discussion: "Barisnya tetap ada; penjelasan tercetak di sampingnya sampai masa berlakunya habis.")

    @Argument(help: "Kode kantor.")
    var kode: String

    @OptionGroup var statement: StatementOptions

    @Option(help: "Penjelasan berlaku sampai tanggal ini (ISO 8601).")
    var until: String

    @Option(help: "Pemeriksaan yang dimaksud; bawaan: yang terbaru.")
    var scan: String?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    mutating func validate() throws {
        if let end = try StatementOptions.time(until, "--until"), end <= statement.at {
            throw ValidationError("--until: tanggal yang belum lewat.")
        }
    }

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try await storage.openRounds(existing: true)
            let subject = try await StatementSubject.find(kode, scan: scan, in: store, speech)
            let end = try StatementOptions.time(until, "--until")
            let said = try await subject.keep(.explain, statement, until: end, in: store)
            Terminal.out(
                speech(
                    "Penjelasan \(said.id) tercatat untuk \(subject.target.name), berlaku sampai \(until).",
                    "Explanation \(said.id) kept for \(subject.target.name), valid until \(until)."))
        }
    }
}
