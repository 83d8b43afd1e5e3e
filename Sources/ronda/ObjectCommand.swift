import ArgumentParser
import Model
import Rules
import Store

struct ObjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "object",
        abstract: "Mencatat sanggahan atas satu baris, atau menjawabnya.",
        discussion: """
            Baris yang disanggah keluar dari surat sampai sanggahannya dijawab. Alamat dari --url dicoba pada pemeriksaan
            berikutnya. Menjawab: ronda object --answer 3 --accept --by NAMA --note KETERANGAN (atau --dismiss).
            """)

    @Argument(help: "Kode kantor, atau kode wilayah bila menyanggah peringkat; tidak perlu bila menjawab.")
    var kode: String?

    @OptionGroup var statement: StatementOptions

    @Option(help: "Alamat situs menurut penyanggah.")
    var url: String?

    @Option(help: "Pemeriksaan yang dimaksud; bawaan: yang terbaru.")
    var scan: String?

    @Option(help: "Nomor sanggahan yang dijawab.")
    var answer: Int?

    @Flag(help: "Sanggahan diterima: baris tetap di luar surat.")
    var accept = false

    @Flag(help: "Sanggahan ditolak: baris dihitung lagi.")
    var dismiss = false

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    mutating func validate() throws {
        if answer == nil {
            if kode == nil { throw ValidationError("Sebutkan kode kantor, atau --answer NOMOR untuk menjawab.") }
            if accept || dismiss { throw ValidationError("--accept dan --dismiss hanya bersama --answer NOMOR.") }
        } else {
            if kode != nil || url != nil { throw ValidationError("--answer tidak memerlukan kode kantor atau --url.") }
            if accept == dismiss { throw ValidationError("--answer memerlukan salah satu: --accept atau --dismiss.") }
        }
        if let url, Self.address(url) == nil {
            throw ValidationError("--url: alamat seperti https://dinkes.contohkab.go.id, bukan '\(url)'.")
        }
    }

    private static func address(_ text: String) -> WebAddress? {
        WebAddress(text.contains("://") ? text : "https://\(text)/").flatMap { $0.host.contains(".") ? $0 : nil }
    }

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let store = try await storage.openRounds(existing: true)
            if let answer { return try await reply(to: answer, store) }
            let subject = try await StatementSubject.find(kode ?? "", scan: scan, mayBeRegion: true, in: store, speech)
            let said = try await subject.keep(.object, statement, address: url.flatMap(Self.address), in: store)
            Terminal.out(
                speech(
                    "Sanggahan \(said.id) tercatat untuk \(subject.target.name); barisnya keluar dari surat sampai dijawab.",
                    "Objection \(said.id) kept for \(subject.target.name); its row enters no letter until it is answered."
                ))
        }
    }

    private func reply(to id: Int, _ store: any RoundStore) async throws {
        guard let said = try await store.statements(of: nil).first(where: { $0.id == id }), said.kind == .object else {
            throw Exit(.usage, speech("Tidak ada sanggahan nomor \(id).", "There is no objection number \(id)."))
        }
        let outcome: HumanStatement.Outcome = accept ? .accepted : .dismissed
        _ = try await store.answer(
            statement: id,
            with: .init(by: statement.by, at: statement.at, note: statement.note, outcome: outcome))
        Terminal.out(
            speech(
                "Sanggahan \(id) (\(said.office)) \(accept ? "diterima" : "ditolak").",
                "Objection \(id) (\(said.office)) \(accept ? "accepted" : "dismissed")."))
    }
}
