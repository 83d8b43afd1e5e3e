import ArgumentParser
import Report
import Rules
import Scan

struct MissingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missing",
        abstract: "Daftar kantor tanpa situs .go.id, dengan bukti setiap baris.",
        discussion: "Hanya baris yang terbukti masuk daftar; sisanya disebut terpisah sebagai belum terbukti.")

    @Option(help: "Folder tempat daftar ditulis sebagai CSV, XLSX dan HTML; tanpa ini hanya dicetak.")
    var out: String?

    @Option(help: "Pemeriksaan yang dipakai; bawaan: yang terbaru.")
    var scan: String?

    @Option(help: "Kode wilayah, bila pemeriksaan memuat beberapa.")
    var wilayah: String?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try Session(speech)
            let store = try storage.openExisting()
            var snapshot = try await SnapshotBuilder(book: session.book, store: store).snapshot(of: scan)
            if let wilayah {
                snapshot.offices.removeAll { $0.target.region != wilayah }
                snapshot.scan.regions = [wilayah]
            }
            for line in MissingList(snapshot: snapshot, book: session.book, language: speech.lang).lines {
                Terminal.out(line)
            }
            guard let out else { return }
            do throws(ReportError) {
                let writer = ReportWriter(book: session.book, language: speech.lang)
                for path in try writer.writeMissing(snapshot: snapshot, to: out) { Terminal.out(path) }
            } catch {
                throw Exit(.store, error.sentence(speech.lang))
            }
        }
    }
}
