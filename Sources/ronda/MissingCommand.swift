import ArgumentParser
import Model
import Report
import Rules
import Scan
import Store

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

    @Option(help: "Bandingkan dengan pemeriksaan ini, atau dengan yang terakhir sampai tanggal ini (ISO 8601).")
    var since: String?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try Session(speech)
            let store = try await storage.openRounds(existing: true)
            var snapshot = try await SnapshotBuilder(book: session.book, store: store).snapshot(of: scan)
            if let wilayah {
                snapshot.offices.removeAll { $0.target.region != wilayah }
                snapshot.scan.regions = [wilayah]
            }
            for line in MissingList(snapshot: snapshot, book: session.book, language: speech.lang).lines {
                Terminal.out(line)
            }
            if let since {
                let builder = SnapshotBuilder(book: session.book, store: store)
                let earlier = try await builder.snapshot(of: try await self.scan(since, before: snapshot.scan, store))
                let changes = MissingChanges(from: earlier, to: snapshot, book: session.book, language: speech.lang)
                for line in changes.lines { Terminal.out(line) }
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

    /// The scan with this id, or the last one that ended by this day and before the newer scan began.
    private func scan(_ since: String, before newer: ScanRecord, _ store: any ScanStore) async throws -> String {
        let scans = try await store.scans()
        if scans.contains(where: { $0.id == since }) { return since }
        let end = Timestamp(iso8601: since).map { $0.adding(seconds: since.count == 10 ? 86_400 : 0) }
        let earlier = scans.last { scan in
            guard let end, let finished = scan.finishedAt else { return false }
            return finished < end && scan.startedAt < newer.startedAt
                && !Set(scan.regions).isDisjoint(with: newer.regions)
        }
        guard let earlier else {
            throw Exit(
                .usage,
                speech(
                    "Tidak ada pemeriksaan '\(since)' atau yang selesai sampai tanggal itu; lihat `ronda status`.",
                    "There is no scan '\(since)', nor one that ended by that day; see `ronda status`."))
        }
        return earlier.id
    }
}
