import ArgumentParser
import Assess
import Model
import Rules

struct AssessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Penilaian menurut instrumen bertanggal: lampirkan temuan, isi formulir penilai, jumlahkan nilainya.",
        discussion: """
            Urutan kerja:
              ronda assess new --edisi 2023 --wilayah 61.12     penilaian baru dengan lokusnya
              ronda assess attach                               lampirkan temuan pemeriksaan terbaru
              ronda assess import FORMULIR.xlsx                 baca formulir penilai (CSV atau XLSX)
              ronda assess export --out FOLDER                  formulir yang sama, bukti di samping kolom penilai
              ronda assess score                                jumlah nilai penilai menurut instrumen

            Temuan situs tidak pernah dijadikan nilai. Yang tidak diketahui ditulis “belum diketahui”.
            """,
        subcommands: [
            AssessNew.self, AssessAttach.self, AssessImport.self, AssessExport.self, AssessScore.self, AssessShow.self,
            AssessList.self, AssessOfficial.self,
        ], defaultSubcommand: AssessShow.self)
}

struct AssessList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Penilaian yang ada.")

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) {
            let session = try await AssessSession(storage, speech)
            for assessment in try await session.store.assessments() {
                let forms = try await session.store.forms(of: assessment.id).count
                Terminal.out(
                    "\(assessment.id)  \(assessment.region)  \(assessment.loci.count) lokus  \(forms) formulir  "
                        + "\(assessment.createdAt.iso8601)  \(assessment.packFile) \(assessment.pack.prefix(12))")
            }
        }
    }
}
