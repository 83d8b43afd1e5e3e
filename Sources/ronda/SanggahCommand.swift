import ArgumentParser
import Digest
import Foundation
import Model
import Report
import Rules
import Scan
import Store

/// `ronda sanggah`: a list is shown to those it names, they may object, then it is published. All of it is kept.
struct SanggahCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sanggah",
        abstract: "Masa sanggah: pratinjau daftar, sanggahan, lalu penerbitan. (Preview, objections, publication.)",
        discussion: """
            1. ronda sanggah pratinjau --oleh NAMA --batas 2026-12-01   surat dan daftar bercap PRATINJAU
            2. ronda object KODE --by NAMA --note ISI                   mencatat sanggahan atas satu baris
               ronda sanggah impor sanggahan.csv               beberapa sekaligus (kolom kode, oleh, isi; boleh url, waktu)
               ronda object --answer NOMOR --accept --by NAMA --note ISI   menjawabnya (atau --dismiss)
            3. ronda sanggah terbit NOMOR --oleh NAMA --urut 12 --tanggal 2026-12-02   menerbitkan
            Yang tidak ada dalam pratinjau tidak dapat diterbitkan; sanggahan yang belum dijawab menahan penerbitan.
            """,
        subcommands: [Pratinjau.self, Peringkat.self, Impor.self, Terbit.self, Daftar.self, Periksa.self])

    struct Pratinjau: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Buat pratinjau dan buka masa sanggah. (Open.)")

        @Option(help: "Nama dan jabatan yang membuka masa sanggah.") var oleh: String
        @Option(help: "Hari terakhir menyanggah, misalnya 2026-12-01.") var batas: String
        @Option(help: "Folder pratinjau.") var out = "pratinjau"
        @Option(help: "Pemeriksaan yang dipakai; bawaan: yang terbaru.") var scan: String?
        @Option(help: "Kode wilayah, bila pemeriksaan memuat beberapa.") var wilayah: String?
        @Option(help: "Jam percobaan (ISO 8601); bawaan: jam mesin.") var now: String?
        @OptionGroup var form: LetterCommand.FormOptions
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
                let snapshot = try await SnapshotBuilder(book: session.book, store: store)
                    .snapshot(of: scan, asOf: at).narrowed(to: wilayah, speech)
                let stamp = "PRATINJAU · masa sanggah sampai \(batas.prefix(10)) · belum untuk disebarluaskan"
                let writer = LetterWriter(book: session.book, form: try form.form(speech, stamp: stamp))
                let named = writer.named(snapshot)
                guard !named.isEmpty else {
                    throw Exit(
                        .findings, id: "Belum ada baris yang terbukti, sehingga tidak ada yang dapat disanggah.",
                        en: "No row is proven yet, so there is nothing to object to.")
                }
                let result = LetterCommand.Daftar.writing { () throws(ReportError) in
                    try writer.writeList(snapshot: snapshot, to: out)
                }
                try session.show(result)
                let files = try SanggahCommand.digests(result)
                let copy = try SanggahCommand.copy(in: out)
                let kept = try await store.add(
                    Publication(
                        kind: .preview, scan: snapshot.scan.id, region: wilayah, by: oleh, at: at, deadline: deadline,
                        named: named, files: files, sha256: SHA256.hex(copy)), copy: copy)
                Terminal.out(
                    speech(
                        "Pratinjau \(kept.id): \(named.count) instansi, dapat disanggah sampai \(batas.prefix(10)).",
                        "Preview \(kept.id): \(named.count) offices, open to objections until \(batas.prefix(10))."))
            }
        }
    }

    struct Terbit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Terbitkan daftar setelah masa sanggah. (Publish.)",
            discussion: "Kode keluar 1 bila masa sanggah belum berakhir atau ada sanggahan yang belum dijawab.")

        @Argument(help: "Nomor pratinjau.") var pratinjau: Int
        @Option(help: "Nama dan jabatan yang menerbitkan.") var oleh: String
        @Option(help: "Folder terbitan.") var out = "terbitan"
        @Option(help: "Jam percobaan (ISO 8601); bawaan: jam mesin.") var now: String?
        @OptionGroup var form: LetterCommand.FormOptions
        @OptionGroup var storage: StoreOptions
        @OptionGroup var speech: SpeechOptions

        func validate() throws {
            try SanggahCommand.check(now)
            if form.urut == nil || form.tanggal == nil {
                throw ValidationError("Terbitan bernomor dan bertanggal: sebutkan --urut dan --tanggal.")
            }
        }

        func run() async throws {
            try await Exit.guarding(speech.lang) {
                let session = try Session(speech)
                let store = try await storage.openDesk(existing: true)
                let at = SanggahCommand.moment(now)
                let preview = try await ready(store, at)
                let record = try await SanggahCommand.record(preview, store, at)
                try refuseOpen(record)
                guard preview.subject != .ranking else {
                    return try await publishRanking(preview, record, session, store, at: at)
                }
                let form = try form.form(speech)
                let writer = LetterWriter(book: session.book, form: form)
                let snapshot = writer.naming(
                    only: preview.named,
                    try await SnapshotBuilder(book: session.book, store: store).snapshot(of: preview.scan, asOf: at)
                        .narrowed(to: preview.region, speech))
                let number = writer.number(snapshot)
                guard try await store.publications().allSatisfy({ $0.kind != .final || $0.number != number }) else {
                    throw Exit(
                        .usage, id: "Nomor \(number) sudah dipakai terbitan lain; beri --urut yang lain.",
                        en: "The number \(number) is that of another publication; give another --urut.")
                }
                let result = LetterCommand.Daftar.writing { () throws(ReportError) in
                    var result = try writer.writeList(snapshot: snapshot, to: out)
                    let path = out + "/sanggahan.csv"
                    try record.write(region: snapshot.scan.regions.first, language: .id, to: path)
                    result.files.append(path)
                    return result
                }
                try session.show(result)
                let files = try SanggahCommand.digests(result)
                let copy = try SanggahCommand.copy(in: out)
                let kept = try await store.add(
                    Publication(
                        kind: .final, scan: preview.scan, region: preview.region, by: oleh, at: at, preview: preview.id,
                        number: number, date: form.date, named: writer.named(snapshot), files: files,
                        sha256: SHA256.hex(copy)), copy: copy)
                Terminal.out(
                    speech(
                        "Terbitan \(kept.id), nomor \(number): \(kept.named.count) instansi; SHA-256 daftar \(kept.sha256).",
                        "Publication \(kept.id), number \(number): \(kept.named.count) offices; SHA-256 \(kept.sha256)."
                    ))
            }
        }

        private func ready(_ store: any DeskStore, _ now: Timestamp) async throws -> Publication {
            let all = try await store.publications()
            guard let preview = all.first(where: { $0.id == pratinjau && $0.kind == .preview }) else {
                throw Exit(
                    .usage, id: "Tidak ada pratinjau nomor \(pratinjau); lihat `ronda sanggah daftar`.",
                    en: "There is no preview number \(pratinjau); see `ronda sanggah daftar`.")
            }
            if let deadline = preview.deadline, now < deadline {
                throw Exit(
                    .findings, id: "Masa sanggah pratinjau \(pratinjau) belum berakhir (sampai \(deadline.iso8601)).",
                    en: "The objection period of preview \(pratinjau) has not ended (until \(deadline.iso8601)).")
            }
            return preview
        }

        private func refuseOpen(_ record: ObjectionRecord) throws {
            guard !record.open.isEmpty else { return }
            let numbers = record.open.map { String($0.id) }.joined(separator: ", ")
            throw Exit(
                .findings,
                id:
                    "Sanggahan \(numbers) belum dijawab; jawab dengan `ronda object --answer NOMOR` sebelum menerbitkan.",
                en:
                    "Objections \(numbers) wait for an answer; answer with `ronda object --answer NUMBER` before publishing."
            )
        }
    }

    struct Daftar: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pratinjau, sanggahan, dan terbitan yang tercatat. (What is kept.)")

        @Option(help: "Jam percobaan (ISO 8601); bawaan: jam mesin.") var now: String?
        @OptionGroup var storage: StoreOptions
        @OptionGroup var speech: SpeechOptions

        func validate() throws { try SanggahCommand.check(now) }

        func run() async throws {
            try await Exit.guarding(speech.lang) {
                let store = try await storage.openDesk(existing: true)
                let at = SanggahCommand.moment(now)
                for kept in try await store.publications() {
                    Terminal.out(PlainText.clean(line(kept, at), limit: 600))
                    guard kept.kind == .preview else { continue }
                    for said in try await SanggahCommand.record(kept, store, at).rows.flatMap(\.objections) {
                        Terminal.out("    " + PlainText.clean(line(said), limit: 600))
                    }
                }
            }
        }

        private func line(_ kept: Publication, _ now: Timestamp) -> String {
            switch kept.kind {
            case .preview:
                let isOpen = kept.deadline.map { now < $0 } ?? false
                return speech(
                    "Pratinjau \(kept.id), \(kept.at.iso8601), \(kept.by): \(kept.named.count) \(rows(kept)), masa sanggah \(isOpen ? "terbuka" : "berakhir") (\(kept.deadline?.iso8601 ?? "-"))",
                    "Preview \(kept.id), \(kept.at.iso8601), \(kept.by): \(kept.named.count) \(rows(kept)), \(isOpen ? "open" : "ended") (\(kept.deadline?.iso8601 ?? "-"))"
                )
            case .final:
                return speech(
                    "Terbitan \(kept.id), nomor \(kept.number), \(kept.at.iso8601), \(kept.by): \(kept.named.count) \(rows(kept)) dari pratinjau \(kept.preview ?? 0), SHA-256 \(kept.sha256)",
                    "Publication \(kept.id), number \(kept.number), \(kept.at.iso8601), \(kept.by): \(kept.named.count) \(rows(kept)) of preview \(kept.preview ?? 0), SHA-256 \(kept.sha256)"
                )
            }
        }

        private func rows(_ kept: Publication) -> String {
            kept.subject == .ranking
                ? speech("wilayah (peringkat)", "regions (ranking)") : speech("instansi", "offices")
        }

        private func line(_ said: HumanStatement) -> String {
            let outcome =
                said.answer.map {
                    "\($0.outcome == .accepted ? speech("diterima", "accepted") : speech("ditolak", "dismissed")) (\($0.by): \($0.note))"
                } ?? speech("belum dijawab", "not answered")
            return "\(said.id) \(said.office) \(said.by): \(said.note): \(outcome)"
        }
    }

    struct Periksa: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cocokkan berkas di folder dengan sidik yang tercatat. (Compare files with the kept digests.)",
            discussion: "Kode keluar 1 bila ada berkas yang berubah atau hilang.")

        @Argument(help: "Nomor pratinjau atau terbitan.") var nomor: Int
        @Argument(help: "Folder berkasnya.") var folder: String
        @OptionGroup var storage: StoreOptions
        @OptionGroup var speech: SpeechOptions

        func run() async throws {
            try await Exit.guarding(speech.lang) {
                let store = try await storage.openDesk(existing: true)
                guard let kept = try await store.publications().first(where: { $0.id == nomor }) else {
                    throw Exit(
                        .usage, id: "Tidak ada terbitan nomor \(nomor).", en: "There is no publication \(nomor).")
                }
                var changed = 0
                for file in kept.files {
                    let bytes = FileManager.default.contents(atPath: folder + "/" + file.name).map { [UInt8]($0) }
                    let word =
                        bytes == nil
                        ? speech("hilang", "missing")
                        : bytes.map(SHA256.hex) == file.sha256 ? speech("sama", "same") : speech("berubah", "changed")
                    if bytes.map(SHA256.hex) != file.sha256 { changed += 1 }
                    Terminal.out("\(word)  \(file.name)")
                }
                let copy = try await store.copy(ofPublication: nomor) ?? []
                if SHA256.hex(copy) != kept.sha256 {
                    throw Exit(
                        .store, id: "Salinan dalam penyimpanan tidak cocok dengan sidiknya.",
                        en: "The copy in the store does not match its digest.")
                }
                if changed > 0 { throw Exit(.findings, "") }
            }
        }
    }

    // MARK: Shared

    static func check(_ now: String?) throws {
        if let now, Timestamp(iso8601: now) == nil { throw ValidationError("--now: waktu ISO 8601, bukan '\(now)'.") }
    }

    static func moment(_ now: String?) -> Timestamp {
        now.flatMap { Timestamp(iso8601: $0) }
            ?? Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    static func record(_ preview: Publication, _ store: any DeskStore, _ now: Timestamp) async throws -> ObjectionRecord
    {
        let regions = preview.named.map { Target(code: $0, name: "Wilayah \($0)", kind: "portal", region: $0) }
        return ObjectionRecord(
            preview: preview,
            targets: preview.subject == .ranking ? regions : try await store.targets(of: preview.scan),
            statements: try await store.statements(of: nil), now: now)
    }

    /// Name and digest of every file that was written.
    static func digests(_ result: Result<WrittenFiles, ReportError>) throws(Exit) -> [Publication.File] {
        guard case .success(let written) = result else { return [] }
        var files: [Publication.File] = []
        for path in written.files {
            files.append(.init(name: (path as NSString).lastPathComponent, sha256: SHA256.hex(try bytes(path))))
        }
        return files
    }

    static func copy(in folder: String) throws(Exit) -> [UInt8] { try bytes(folder + "/daftar-tanpa-situs.json") }

    static func bytes(_ path: String) throws(Exit) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Exit(.store, id: "\(path) tidak dapat dibaca kembali.", en: "\(path) cannot be read back.")
        }
        return [UInt8](data)
    }
}
