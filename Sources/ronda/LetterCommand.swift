import ArgumentParser
import Foundation
import Model
import Report
import Rules
import Scan
import Store

/// `ronda letter`: official letters from a scan.
struct LetterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Surat dinas dari hasil pemeriksaan: PDF, DOCX, HTML, dengan daftar terlampir. (Official letters.)",
        subcommands: [Daftar.self, Instansi.self, Lint.self, Contoh.self])

    /// What both kinds of letter need.
    struct FormOptions: ParsableArguments {
        @Option(help: "Setelan surat daerah (YAML): kop, pejabat, format nomor; lihat `ronda letter contoh`.")
        var setelan: String?

        @Option(help: "Nomor urut surat; tanpa ini dibiarkan titik-titik.")
        var urut: String?

        @Option(help: "Kode unit dalam nomor surat.")
        var unit: String?

        @Option(help: "Tanggal surat, misalnya 2026-11-23; tanpa ini dibiarkan titik-titik.")
        var tanggal: String?

        @Option(help: "Folder templat surat buatan sendiri; tanpa ini templat bawaan.")
        var templat: String?

        func validate() throws {
            if let tanggal, Timestamp(iso8601: tanggal) == nil {
                throw ValidationError("--tanggal: tanggal ISO seperti 2026-11-23, bukan '\(tanggal)'.")
            }
        }

        func form(_ speech: SpeechOptions, stamp: String? = nil) throws(Exit) -> LetterForm {
            LetterForm(
                settings: try LetterSettings.read(setelan, speech), sequence: urut, unit: unit,
                // Noon, so that the day is the same in every zone of the country.
                date: tanggal.flatMap { Timestamp(iso8601: $0.prefix(10)) }?.adding(seconds: 5 * 3600),
                templates: templat, stamp: stamp)
        }
    }

    struct Daftar: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Surat kepada Kominfo dengan daftar instansi tanpa situs. (The list as an official letter.)",
            discussion: "Hanya baris yang terbukti yang dimuat. Kode keluar 1 bila belum ada baris yang terbukti.")

        @Option(help: "Folder surat.") var out = "surat"
        @Option(help: "Pemeriksaan yang dipakai; bawaan: yang terbaru.") var scan: String?
        @Option(help: "Kode wilayah, bila pemeriksaan memuat beberapa.") var wilayah: String?
        @OptionGroup var form: FormOptions
        @OptionGroup var storage: StoreOptions
        @OptionGroup var speech: SpeechOptions

        func run() async throws {
            try await Exit.guarding(speech.lang) {
                let session = try Session(speech)
                let store = try await storage.openRounds(existing: true)
                let snapshot = try await SnapshotBuilder(book: session.book, store: store).snapshot(of: scan)
                    .narrowed(to: wilayah, speech)
                let writer = LetterWriter(book: session.book, form: try form.form(speech))
                try session.show(
                    Self.writing { () throws(ReportError) in try writer.writeList(snapshot: snapshot, to: out) })
                guard MissingList(snapshot: snapshot, book: session.book, language: speech.lang).provenCount > 0 else {
                    throw Exit(
                        .findings, id: "Belum ada baris yang terbukti; surat itu belum layak dikirim.",
                        en: "No row is proven yet; that letter should not be sent.")
                }
            }
        }

        static func writing(_ work: () throws(ReportError) -> WrittenFiles)
            -> Swift.Result<
                WrittenFiles, ReportError
            >
        {
            do throws(ReportError) { return .success(try work()) } catch { return .failure(error) }
        }
    }

    struct Instansi: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Rancangan surat kepada satu kantor: apa yang kurang, dasar hukumnya, contoh kalimatnya. (Letter to one office.)"
        )

        @Argument(help: "Kode kantor; 'semua' untuk setiap kantor yang dapat disurati.") var kode: String
        @Option(help: "Folder surat.") var out = "surat"
        @Option(help: "Pemeriksaan yang dipakai; bawaan: yang terbaru.") var scan: String?
        @OptionGroup var form: FormOptions
        @OptionGroup var storage: StoreOptions
        @OptionGroup var speech: SpeechOptions

        func run() async throws {
            try await Exit.guarding(speech.lang) {
                let session = try Session(speech)
                let store = try await storage.openRounds(existing: true)
                let snapshot = try await SnapshotBuilder(book: session.book, store: store).snapshot(of: scan)
                let writer = LetterWriter(book: session.book, form: try form.form(speech))
                let codes = kode == "semua" ? writer.addressees(snapshot) : [kode]
                for code in codes {
                    try session.show(
                        Daftar.writing { () throws(ReportError) in
                            try writer.writeOffice(code, snapshot: snapshot, to: out)
                        })
                }
            }
        }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Periksa setelan dan templat surat: berkas:baris:kolom. (Check letter settings and templates.)",
            discussion: "Kode keluar: 0 tanpa galat, 1 ada galat.")

        @Argument(help: "Berkas setelan (YAML).") var file: String
        @Option(help: "Folder templat surat buatan sendiri.") var templat: String?
        @Flag(help: "Keluaran JSON.") var json = false
        @Option(help: "Bahasa: id atau en.") var lang: Language = .id

        func run() throws {
            let problems = LetterSettings.load(path: file).problems + LetterForm.problems(templates: templat)
            ProblemPrinter(json: json, language: lang).show(problems, subject: file)
            if problems.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        }
    }

    struct Contoh: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Tulis contoh setelan dan templat surat untuk disunting. (Write the example settings and templates.)")

        @Option(help: "Folder tujuan.") var out = "."

        func run() throws {
            do throws(ReportError) {
                for path in try LetterForm.writeExamples(to: out) { Terminal.out(path) }
            } catch {
                throw CommandTrouble.cannotRun(error.sentence(.id))
            }
        }
    }
}

extension LetterSettings {
    /// The settings of a file; its problems are printed. Without a file every value stays a blank.
    static func read(_ path: String?, _ speech: SpeechOptions) throws(Exit) -> LetterSettings {
        guard let path else { return LetterSettings() }
        let (settings, problems) = load(path: path)
        for problem in problems { Terminal.error(problem.description) }
        guard let settings else {
            throw Exit(
                .usage, id: "Setelan surat \(path) tidak dapat dipakai; perbaiki di tempat yang disebut di atas.",
                en: "The letter settings \(path) cannot be used; mend them at the places named above.")
        }
        return settings
    }
}

extension Session {
    /// Prints what was written and what could not be; a letter that was refused ends the command.
    func show(_ result: Result<WrittenFiles, ReportError>) throws(Exit) {
        switch result {
        case .success(let written):
            for path in written.files { Terminal.out(path) }
            for notice in written.notices { Terminal.error("ronda: \(notice.sentence(speech.lang))") }
        case .failure(let error):
            if case .noLetter = error { throw Exit(.findings, error.sentence(speech.lang)) }
            if case .wording = error { throw Exit(.usage, error.sentence(speech.lang)) }
            throw Exit(.store, error.sentence(speech.lang))
        }
    }
}

extension ScanSnapshot {
    /// Only the offices of one region and those below it (`61` holds `61.12`); all when nil.
    func narrowed(to region: String?, _ speech: SpeechOptions) throws(Exit) -> ScanSnapshot {
        guard let region else { return self }
        var copy = self
        copy.offices.removeAll { $0.target.region != region && !$0.target.region.hasPrefix(region + ".") }
        guard !copy.offices.isEmpty else {
            throw Exit(
                .usage, id: "Pemeriksaan itu tidak memuat wilayah \(region).",
                en: "That scan holds no region \(region).")
        }
        copy.scan.regions.removeAll { $0 != region && !$0.hasPrefix(region + ".") }
        if copy.scan.regions.isEmpty { copy.scan.regions = [region] }
        return copy
    }
}
