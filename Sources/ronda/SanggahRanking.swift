import ArgumentParser
import Digest
import Foundation
import Model
import Report
import Rules
import Scan
import Store

extension SanggahCommand {
    /// `ronda sanggah peringkat`: a ranking of regions is shown to them before it is published.
    struct Peringkat: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Buat pratinjau peringkat wilayah dan buka masa sanggah. (Open, for a ranking.)",
            discussion: """
                Membandingkan dua pemeriksaan. Wilayah menyanggah dengan ronda object KODE_WILAYAH --by NAMA --note ISI;
                wilayah yang sanggahannya diterima tidak diperingkat. Menerbitkan: ronda sanggah terbit NOMOR.
                """)

        @Option(help: "Nama dan jabatan yang membuka masa sanggah.") var oleh: String
        @Option(help: "Hari terakhir menyanggah, misalnya 2026-12-01.") var batas: String
        @Option(help: "Pemeriksaan lama; bawaan: yang kedua terbaru.") var lama: String?
        @Option(help: "Pemeriksaan baru; bawaan: yang terbaru.") var baru: String?
        @Option(help: "Kode wilayah; 61 mencakup 61.12.") var wilayah: String?
        @Option(help: "Folder pratinjau.") var out = "pratinjau"
        @Option(help: "Jam percobaan (ISO 8601); bawaan: jam mesin.") var now: String?
        @OptionGroup var storage: StoreOptions
        @OptionGroup var speech: SpeechOptions

        func validate() throws {
            if Timestamp(iso8601: batas) == nil { throw ValidationError("--batas: tanggal seperti 2026-12-01.") }
            try SanggahCommand.check(now)
        }

        func run() async throws {
            try await Exit.guarding(speech.lang) {
                let session = try Session(speech)
                let store = try await storage.openDesk(existing: true)
                let at = SanggahCommand.moment(now)
                let deadline = try SanggahCommand.deadline(batas, after: at)
                let ranking = try await RankingFiles(
                    earlier: lama, later: baru, region: wilayah, store: store, session: session, speech: speech)
                guard ranking.named.count > 1 else {
                    throw Exit(
                        .usage, id: "Peringkat memerlukan sedikitnya dua wilayah dalam kedua pemeriksaan itu.",
                        en: "A ranking needs at least two regions in both scans.")
                }
                let stamp = "PRATINJAU · masa sanggah sampai \(batas.prefix(10)) · belum untuk disebarluaskan"
                let result = ranking.written(only: nil, stamp: stamp, to: out)
                try session.show(result)
                let copy = try RankingFiles.copy(in: out)
                let kept = try await store.add(
                    Publication(
                        kind: .preview, subject: .ranking, scan: ranking.later, earlier: ranking.earlier,
                        region: wilayah, by: oleh, at: at, deadline: deadline, named: ranking.named,
                        files: try SanggahCommand.digests(result), sha256: SHA256.hex(copy)), copy: copy)
                Terminal.out(
                    speech(
                        "Pratinjau \(kept.id): peringkat \(kept.named.count) wilayah, dapat disanggah sampai \(batas.prefix(10)).",
                        "Preview \(kept.id): a ranking of \(kept.named.count) regions, open to objections until \(batas.prefix(10))."
                    ))
            }
        }
    }

    /// The last day counts whole, by the western zone (WIB), where it ends last.
    static func deadline(_ day: String, after now: Timestamp) throws(Exit) -> Timestamp {
        guard let last = Timestamp(iso8601: day.prefix(10)) else { throw Exit(.usage, "--batas") }
        let deadline = last.adding(seconds: 86_400 - 7 * 3600)
        guard deadline > now else {
            throw Exit(
                .usage, id: "--batas \(day) sudah lewat; beri waktu untuk menyanggah.",
                en: "--batas \(day) has passed; leave time to object.")
        }
        return deadline
    }
}

/// A ranking of regions between two rounds, as files.
struct RankingFiles {
    let earlier: String
    let later: String
    private let writer: ComparisonWriter

    /// - Throws: `Exit` when there are no two finished rounds of those names.
    init(
        earlier: String?, later: String?, region: String?, store: any DeskStore, session: Session, speech: SpeechOptions
    ) async throws {
        let finished = try await store.scans().filter { $0.finishedAt != nil }
        guard let new = later.map({ id in finished.first { $0.id == id } }) ?? finished.last,
            let old = earlier.map({ id in finished.first { $0.id == id } })
                ?? finished.last(where: { $0.startedAt < new.startedAt }), old.id != new.id
        else {
            throw Exit(
                .usage, id: "Peringkat memerlukan dua pemeriksaan yang selesai; lihat `ronda report --list`.",
                en: "A ranking needs two finished scans; see `ronda report --list`.")
        }
        self.earlier = old.id
        self.later = new.id
        let comparison = try await MomentReader(store: store, book: session.book).compare(
            .init(scan: old), with: .init(scan: new), region: region)
        writer = ComparisonWriter(comparison, book: session.book, language: speech.lang)
    }

    /// Codes of the regions in the order of the ranking.
    var named: [String] { writer.ranked }

    func written(only: Set<String>?, stamp: String, to folder: String) -> Result<WrittenFiles, ReportError> {
        LetterCommand.Daftar.writing { () throws(ReportError) in
            try writer.write(ranking: true, only: only, stamp: stamp, to: folder)
        }
    }

    static func copy(in folder: String) throws(Exit) -> [UInt8] {
        try SanggahCommand.bytes(folder + "/perbandingan.json")
    }
}

extension SanggahCommand.Terbit {
    /// Publishes a ranking whose time of objections has ended; regions whose objection was accepted are not ranked.
    func publishRanking(
        _ preview: Publication, _ record: ObjectionRecord, _ session: Session, _ store: any DeskStore, at: Timestamp
    ) async throws {
        let ranking = try await RankingFiles(
            earlier: preview.earlier, later: preview.scan, region: preview.region, store: store, session: session,
            speech: speech)
        let shown = preview.named.filter { code in !record.accepted.contains(code) }
        let number = form.urut ?? ""
        let stamp = "TERBITAN nomor \(number) · \(form.tanggal ?? "")"
        let result = ranking.written(only: Set(shown), stamp: stamp, to: out).flatMap { files in
            LetterCommand.Daftar.writing { () throws(ReportError) in
                var files = files
                let path = out + "/sanggahan.csv"
                try record.write(region: preview.named.first, language: .id, to: path)
                files.files.append(path)
                return files
            }
        }
        try session.show(result)
        let copy = try RankingFiles.copy(in: out)
        let kept = try await store.add(
            Publication(
                kind: .final, subject: .ranking, scan: preview.scan, earlier: preview.earlier, region: preview.region,
                by: oleh, at: at, preview: preview.id, number: number, named: shown,
                files: try SanggahCommand.digests(result), sha256: SHA256.hex(copy)), copy: copy)
        Terminal.out(
            speech(
                "Terbitan \(kept.id), nomor \(number): peringkat \(shown.count) wilayah; SHA-256 \(kept.sha256).",
                "Publication \(kept.id), number \(number): a ranking of \(shown.count) regions; SHA-256 \(kept.sha256)."
            ))
    }
}
