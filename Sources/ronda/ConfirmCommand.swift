import ArgumentParser
import Model
import Rules
import Store

struct ConfirmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Mencatat bahwa seseorang membenarkan keadaan satu kantor.",
        discussion: """
            Baris yang dikonfirmasi dihitung terbukti selama statusnya tetap dan konfirmasinya berlaku (bawaan 180 hari).
            Catatan hanya ditambah, tidak pernah dihapus.
            """)

    static let daysInForce = 180.0

    @Argument(help: "Kode kantor.")
    var kode: String

    @OptionGroup var statement: StatementOptions

    @Option(help: "Berlaku sampai tanggal ini (ISO 8601).")
    var until: String?

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
            let book = try Session(speech).book
            let store = try await storage.openRounds(existing: true)
            let subject = try await StatementSubject.find(kode, scan: scan, in: store, speech)
            guard let status = subject.status else { return }
            let label = book.statuses.label(status, speech.lang)
            guard status.mayEnterLetter else {
                throw Exit(
                    .usage,
                    speech(
                        "Status kantor itu '\(label)'; hanya keadaan yang dapat masuk surat yang perlu dikonfirmasi.",
                        "The status of that office is '\(label)'; only what may enter the letter needs to be confirmed."
                    ))
            }
            let end =
                try StatementOptions.time(until, "--until")
                ?? statement.at.adding(seconds: Self.daysInForce * 86_400)
            let said = try await subject.keep(.confirm, statement, until: end, in: store)
            Terminal.out(
                speech(
                    "Konfirmasi \(said.id) tercatat: \(subject.target.name), \(label), berlaku sampai \(end.iso8601).",
                    "Confirmation \(said.id) kept: \(subject.target.name), \(label), valid until \(end.iso8601)."))
        }
    }
}
