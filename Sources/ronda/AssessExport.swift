import ArgumentParser
import Assess
import Foundation
import Model
import Report
import Rules

struct AssessExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Tulis formulir penilai kembali dengan keadaan, tautan, kutipan, tanggal, dan hash di samping kolomnya.",
        discussion: """
            Kolom penilai tidak diubah: CSV tetap byte demi byte, XLSX tetap sel, gaya, rumus, dan lembar lainnya. Bila
            belum ada formulir, ditulis formulir kosong (CSV) menurut instrumen.
            """)

    @Argument(help: "Penilaian; bawaan: yang terbaru.")
    var penilaian: String?

    @Option(help: "Folder tujuan.")
    var out: String

    @Option(help: "Nomor formulir; bawaan: semua.")
    var formulir: [Int] = []

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try await AssessSession(storage, speech)
            let assessment = try await session.assessment(penilaian)
            let filler = FormFiller(
                edition: try await session.edition(of: assessment),
                findings: try await session.store.attachments(of: assessment.id), book: session.book,
                language: speech.lang)
            let forms = try await session.store.forms(of: assessment.id).filter {
                formulir.isEmpty || formulir.contains($0.number)
            }
            do {
                try Folder.make(out)
                if forms.isEmpty {
                    try write(filler.blank(assessment.loci), to: "\(out)/\(assessment.id)-kosong.csv")
                }
                for form in forms {
                    guard let bytes = try await session.store.formData(form.number, of: assessment.id) else { continue }
                    let filled = try session.wording {
                        try filler.fill(FormFile(bytes, name: form.name), rows: form.inOffice)
                    }
                    let name = form.name as NSString
                    try write(
                        filled,
                        to:
                            "\(out)/\(name.deletingPathExtension)-\(form.number)-terisi.\(name.pathExtension.lowercased())"
                    )
                }
            } catch let error as ReportError {
                throw Exit(.store, error.sentence(speech.lang))
            }
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        var file = try ReportFile(path: path)
        try file.write(bytes)
        try file.finish()
        Terminal.out(path)
    }
}

extension AssessorForm {
    /// The rows with the office of the whole form where they name none.
    fileprivate var inOffice: [Row] {
        rows.map { row in
            var row = row
            row.office = row.office ?? office
            return row
        }
    }
}
