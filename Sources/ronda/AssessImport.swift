import ArgumentParser
import Assess
import Digest
import Foundation
import Model
import Rules

struct AssessImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Baca formulir penilai (CSV atau XLSX, urutan kolom bebas).",
        discussion: """
            Kolom dikenali dari judulnya: indikator (komponen, variabel, dimensi), lokus atau kode, produk, nilai. Baris
            “total” berisi nilai akhir dari penilai. Baris yang tidak dapat dipakai disebut berkas:baris:kolom; baris lain
            tetap masuk. Formulir terbaru yang menilai suatu kantor menggantikan yang lama. Kode keluar 1: ada baris galat.
            """)

    @Argument(help: "Formulir.")
    var formulir: String

    @Option(help: "Penilaian; bawaan: yang terbaru.")
    var penilaian: String?

    @Option(help: "Kode kantor, bila seluruh formulir tentang satu kantor.")
    var kantor: String?

    @Option(help: "Jam percobaan (ISO 8601).")
    var now: String?

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try await AssessSession(storage, speech)
            let assessment = try await session.assessment(penilaian)
            if let kantor, !assessment.loci.contains(where: { $0.code == kantor }) {
                throw Exit(
                    .usage, id: "\(kantor) bukan lokus penilaian \(assessment.id).",
                    en: "\(kantor) is no locus of the assessment \(assessment.id).")
            }
            guard let data = FileManager.default.contents(atPath: formulir) else {
                throw Exit(
                    .usage, id: "\(formulir) tidak dapat dibaca; periksa nama berkas dan izinnya.",
                    en: "\(formulir) cannot be read; check the path and that you may read it.")
            }
            let bytes = [UInt8](data)
            let reader = FormReader(
                edition: try await session.edition(of: assessment), loci: assessment.loci, book: session.book,
                language: speech.lang)
            let (rows, problems) = try session.wording {
                try reader.read(FormFile(bytes, name: formulir), office: kantor)
            }
            let form = AssessorForm(
                number: 0, name: (formulir as NSString).lastPathComponent, sha256: SHA256.hex(bytes),
                importedAt: AssessSession.clock(now).now(), office: kantor, rows: rows)
            let kept = try await session.store.add(form, data: bytes, to: assessment.id)
            for problem in problems { Terminal.error(CommandText.safe(problem.description)) }
            let scored = rows.count { $0.score != nil && $0.indicator != nil && $0.office != nil }
            Terminal.out(
                speech(
                    "\(assessment.id): formulir \(kept.number), \(rows.count) baris, \(scored) bernilai",
                    "\(assessment.id): form \(kept.number), \(rows.count) rows, \(scored) with a score"))
            if problems.contains(where: { $0.severity == .error }) { throw Exit(.findings, "") }
        }
    }
}
