import ArgumentParser
import Model
import Report
import Rules
import Scan
import Store

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Sebelum dan sesudah: dua pemeriksaan atau dua tanggal, kantor demi kantor dan wilayah demi wilayah.",
        discussion: """
            A dan B ialah nomor pemeriksaan (`ronda report --list`) atau tanggal seperti 2026-11-08: keadaan setiap
            kantor menurut pemeriksaan selesai yang terakhir sampai tanggal itu. Yang tidak dapat diperiksa pada salah
            satunya tidak dihitung membaik ataupun memburuk. Peringkat hanya dibuat bila diminta dengan --ranking.
            """)

    @Argument(help: "Pemeriksaan atau tanggal lama; bawaan: yang kedua terbaru.")
    var before: String?

    @Argument(help: "Pemeriksaan atau tanggal baru; bawaan: yang terbaru.")
    var after: String?

    @Option(help: "Kode wilayah; 61 mencakup 61.12.")
    var wilayah: String?

    @Option(help: "Folder untuk perbandingan.html, .pdf, .csv dan .json; tanpa ini hanya dicetak.")
    var out: String?

    @Flag(help: "Urutkan wilayah menurut kenaikannya.")
    var ranking = false

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try Session(speech)
            let store = try await storage.openRounds(existing: true)
            let (old, new) = try moments(try await store.scans())
            let comparison = try await MomentReader(store: store, book: session.book).compare(
                old, with: new, region: wilayah)
            guard !comparison.offices.isEmpty else {
                throw Exit(
                    .usage, id: "Tidak ada kantor yang dapat dibandingkan pada kedua waktu itu.",
                    en: "There is no office to compare at those two moments.")
            }
            let writer = ComparisonWriter(comparison, book: session.book, language: speech.lang)
            writer.lines.forEach(Terminal.out)
            guard let out else { return }
            try session.show(
                LetterCommand.Daftar.writing { () throws(ReportError) in try writer.write(ranking: ranking, to: out) })
        }
    }

    private func moments(_ scans: [ScanRecord]) throws -> (MomentReader.Moment, MomentReader.Moment) {
        let finished = scans.filter { $0.finishedAt != nil }
        guard finished.count > 1 else {
            throw Exit(
                .usage,
                speech(
                    "Perbandingan memerlukan dua pemeriksaan yang selesai.", "A comparison needs two finished scans."))
        }
        let old = try before.map { try moment($0, finished) } ?? .init(scan: finished[finished.count - 2])
        return (old, try after.map { try moment($0, finished) } ?? .init(scan: finished[finished.count - 1]))
    }

    private func moment(_ name: String, _ scans: [ScanRecord]) throws -> MomentReader.Moment {
        if let scan = scans.first(where: { $0.id == name }) { return .init(scan: scan) }
        guard name.count == 10, let day = Timestamp(iso8601: name) else {
            throw Exit(
                .usage,
                speech(
                    "Tidak ada pemeriksaan selesai bernama \(name), dan itu bukan tanggal seperti 2026-11-08.",
                    "There is no finished scan \(name), and it is no date like 2026-11-08."))
        }
        // The day ends at midnight of the western zone (WIB), the last of the country to end it.
        let end = day.adding(seconds: 86_400 - 7 * 3600)
        let until = scans.filter { scan in scan.finishedAt.map { $0 <= end } ?? false }
        guard !until.isEmpty else {
            throw Exit(
                .usage, speech("Sampai \(name) belum ada pemeriksaan yang selesai.", "No scan had ended by \(name)."))
        }
        return .init(name: name, scans: until)
    }
}

/// Reads what was known of every office at a moment.
struct MomentReader {
    /// One scan, or every finished scan up to a date.
    struct Moment {
        let name: String
        /// Oldest first.
        let scans: [ScanRecord]

        init(name: String, scans: [ScanRecord]) {
            self.name = name
            self.scans = scans.sorted { $0.startedAt < $1.startedAt }
        }

        init(scan: ScanRecord) { self.init(name: scan.id, scans: [scan]) }
    }

    let store: any RoundStore
    let book: RuleBook

    private typealias Known = (targets: [Target], verdicts: [String: Verdict], used: [ScanRecord])

    func compare(_ old: Moment, with new: Moment, region: String?) async throws -> Comparison {
        let before = try await known(at: old)
        let after = try await known(at: new)
        let listed = Set(after.targets.map(\.code))
        let targets = (after.targets + before.targets.filter { !listed.contains($0.code) }).filter { target in
            region.map { target.region == $0 || target.region.hasPrefix($0 + ".") } ?? true
        }
        let offices = targets.map {
            Comparison.Office(target: $0, before: before.verdicts[$0.code], after: after.verdicts[$0.code])
        }.filter { $0.before != nil || $0.after != nil }
        return Comparison(
            before: side(old, before.used), after: side(new, after.used), offices: offices,
            regionNames: names(offices, portals: (before.used + after.used).flatMap(\.portals)))
    }

    /// The newest verdict of each office; lists are followed from the newest scan back.
    private func known(at moment: Moment) async throws -> Known {
        var known: Known = ([], [:], [])
        for scan in moment.scans.reversed() {
            let targets = try await store.targets(of: scan.id).filter { known.verdicts[$0.code] == nil }
            guard !targets.isEmpty else { continue }
            let verdicts = try await store.verdicts(of: scan.id)
            let found = targets.filter { verdicts[$0.code] != nil }
            guard !found.isEmpty else { continue }
            for target in found { known.verdicts[target.code] = verdicts[target.code] }
            known.targets += found
            known.used.append(scan)
        }
        return known
    }

    private func side(_ moment: Moment, _ used: [ScanRecord]) -> Comparison.Side {
        let last = used.compactMap(\.finishedAt).max() ?? moment.scans[moment.scans.count - 1].startedAt
        return Comparison.Side(name: moment.name, at: last, scans: used.map(\.id))
    }

    private func names(_ offices: [Comparison.Office], portals: [Target]) -> [String: String] {
        let regions = book.including(portals: portals).regions
        let codes = Set(offices.map(\.target.region))
        return Dictionary(
            codes.union(codes.map { String($0.prefix(2)) }).map { ($0, regions.region($0)?.fullName ?? $0) },
            uniquingKeysWith: { first, _ in first })
    }
}
