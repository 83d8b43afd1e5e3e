import ArgumentParser
import Evidence
import Foundation
import Model
import Report
import Rules
import Scan

struct EvidenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Paket bukti per kantor: ZIP yang dapat diperiksa orang lain, terbuka tanpa internet.",
        discussion: """
            Setiap ZIP adalah BagIt bag (RFC 8493): bukti.html untuk dibaca, halaman penentu sebagai WARC 1.1, salinan
            yang aman dibuka, fakta DNS/TLS/HTTP, temuan, setiap percobaan, dan daftar SHA-256. Isinya membuktikan apa
            yang diterima dan kapan, tidak lebih.
            """)

    @Option(help: "Folder paket bukti.")
    var out: String?

    @Option(help: "Periksa paket bukti yang sudah ada: utuh atau berubah sejak dibuat; boleh diulang.")
    var check: [String] = []

    @Option(help: "Kode kantor; boleh diulang; bawaan: semua kantor dalam pemeriksaan.")
    var office: [String] = []

    @Option(help: "Pemeriksaan yang dipakai; bawaan: yang terbaru.")
    var scan: String?

    @Option(help: "Waktu pembuatan paket (ISO 8601), untuk percobaan; bawaan: jam mesin.")
    var now: String?

    @Flag(help: "Tanpa gambar tempat kutipan (gambar dibuat bila Chromium terpasang).")
    var noPictures = false

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        if out == nil, check.isEmpty { throw ValidationError("Sebutkan --out FOLDER, atau --check PAKET.zip.") }
    }

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            if !check.isEmpty { try checkBags() }
            guard let out else { return }
            let session = try Session(speech)
            let store = try await storage.openRounds(existing: true)
            do {
                var reader = try await CaseReader(book: session.book, store: store, scan: scan)
                reader.book = session.book.including(portals: reader.scan.portals)
                try Folder.make(out)
                let clock = now.flatMap { Timestamp(iso8601: $0) }.map(RunClock.rehearsal) ?? .system()
                let bags = EvidenceBag(
                    book: session.book, language: speech.lang, tool: Ronda.version, madeAt: clock.now(),
                    pictures: noPictures ? nil : .chromium())
                for code in office.isEmpty ? reader.offices : office {
                    Terminal.out(try await bags.write(reader.office(code), to: out))
                }
            } catch let error as EvidenceError {
                throw Exit(.usage, error.sentence(speech.lang))
            } catch let error as ReportError {
                throw Exit(.store, error.sentence(speech.lang))
            }
        }
    }

    /// Says of each bag whether it is whole; findings when one is not.
    private func checkBags() throws {
        var altered = false
        for path in check {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Exit(
                    .usage, id: "\(path) tidak dapat dibaca; sebutkan berkas ZIP paket bukti.",
                    en: "\(path) cannot be read; name the ZIP file of an evidence bag.")
            }
            let result = BagCheck(zip: [UInt8](data))
            if result.faults.isEmpty {
                Terminal.out(
                    speech(
                        "\(path): utuh, \(result.files) berkas, \(result.records) rekaman WARC",
                        "\(path): whole, \(result.files) files, \(result.records) WARC records"))
            }
            for fault in result.faults { Terminal.out("\(path): \(fault.sentence(speech.lang))") }
            altered = altered || !result.faults.isEmpty
        }
        if altered { throw Exit(.findings, "") }
    }
}
