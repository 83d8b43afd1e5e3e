import ArgumentParser
import Cage
import Reader
import Scan

/// The command line. One file per subcommand; texts that people read are in Bahasa Indonesia, `--lang en` for English.
struct RondaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ronda",
        abstract: "Memeriksa apakah kantor pemerintah daerah memublikasikan standar pelayanannya di situs .go.id.",
        discussion: """
            Mulai di sini:
              ronda demo                                 contoh lengkap, tanpa internet
              ronda targets draft --wilayah 61.12        menyusun daftar kantor suatu daerah
              ronda scan targets/6112-kubu-raya.csv      memeriksa daftar itu
              ronda missing                              daftar kantor tanpa situs, dengan buktinya
              ronda check https://dinkes.contoh.go.id    satu situs, untuk admin kantor itu sendiri

            Kode keluar: 0 berhasil; 1 ada temuan atau kekurangan; 2 masukan keliru; 3 penyimpanan gagal;
            4 jaringan sendiri putus; 5 belum dapat dipastikan (check); 64 salah tulis perintah; 130 dihentikan (jalankan lagi untuk melanjutkan).

            Every message in English: add --lang en to a subcommand.
            """,
        version: Ronda.version,
        // One a line: two that add a command do not meet.
        subcommands: [
            DemoCommand.self,
            ScanCommand.self,
            CheckCommand.self,
            ReportCommand.self,
            MissingCommand.self,
            LetterCommand.self,
            AccountCommand.self,
            ConfirmCommand.self,
            DeadCommand.self,
            DiffCommand.self, EvidenceCommand.self, AssessCommand.self,
            EvalCommand.self,
            ExplainCommand.self,
            InspectCommand.self,
            MessageCommand.self,
            NoteCommand.self,
            ObjectCommand.self,
            RejudgeCommand.self,
            RulesCommand.self,
            SanggahCommand.self,
            ScheduleCommand.self,
            ServeCommand.self,
            StatusCommand.self,
            StoreCommand.self,
            TargetsCommand.self,
            VacuumCommand.self,
            BackupCommand.self,
            WorkerCommand.self,
        ])
}

/// Where the process starts. Roles that lock themselves in are taken before any other thread exists.
@main
struct Entry {
    @MainActor static func main() async {
        let words = CommandLine.arguments.dropFirst()
        if words.starts(with: OwnProgram.toolRole) { OwnProgram.runTool(words.dropFirst(2)) }
        if words.starts(with: OwnProgram.pagesRole) { ReaderLoop.run(words.dropFirst(2)) }
        await RondaCommand.main()
    }
}
