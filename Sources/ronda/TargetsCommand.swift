import ArgumentParser
import Foundation
import Model
import Rules
import Targets

/// `ronda targets`: checks, drafts and imports lists of offices.
struct TargetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "targets",
        abstract: "Periksa, susun, dan impor daftar instansi. (Check, draft and import lists of offices.)",
        subcommands: [Lint.self, Draft.self, Import.self])

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Periksa daftar: berkas:baris:kolom. (Check lists.)",
            discussion: "Kode keluar: 0 tanpa galat, 1 ada galat, 2 tidak dapat dijalankan.")

        @Argument(help: "Daftar CSV atau XLSX. (CSV or XLSX lists.)", completion: .file(extensions: ["csv", "xlsx"]))
        var files: [String]
        @Flag(help: "Peringatan dihitung sebagai galat. (Warnings count as errors.)") var strict = false
        @Flag(help: "Keluaran JSON. (JSON output.)") var json = false
        @Option(help: "Bahasa: id atau en.") var lang: Language = .id

        func run() throws {
            let list = try ListCommands.read(files, lang)
            ProblemPrinter(json: json, language: lang)
                .show(list.problems, subject: files.joined(separator: " "), offices: list.targets.count)
            if list.hasErrors || (strict && !list.problems.isEmpty) { throw ExitCode(1) }
        }
    }

    struct Draft: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Susun daftar awal satu wilayah dari register. (Draft the list of a region.)",
            discussion: "Baris berketerangan 'susunan umum' belum dikonfirmasi: sesuaikan sebelum dipakai.")

        @Option(help: "Kode wilayah Kemendagri, misalnya 61.12. (Region code.)") var wilayah: String
        @Option(help: "Berkas CSV yang ditulis; bila kosong, ke layar. (File to write.)", completion: .file())
        var out: String?
        @Option(help: "Bahasa: id atau en.") var lang: Language = .id

        func run() throws {
            let targets: [Target]
            do throws(TargetsError) {
                targets = try TargetDraft.draft(region: wilayah, book: ListCommands.book())
            } catch {
                throw CommandTrouble.cannotRun(error.sentence(lang))
            }
            guard let out else { return print(TargetListWriter.csv(targets), terminator: "") }
            try ListCommands.write(targets, to: out, lang)
            print(lang == .id ? "\(targets.count) baris ditulis ke \(out)" : "\(targets.count) rows written to \(out)")
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Baca daftar buatan sendiri dan tulis dalam bentuk baku. (Read any list, write it in the usual form.)",
            discussion: "Kode keluar: 0 tanpa galat, 1 ada baris yang tidak terbaca, 2 tidak dapat dijalankan.")

        @Argument(help: "Daftar CSV atau XLSX.", completion: .file(extensions: ["csv", "xlsx"])) var file: String
        @Option(help: "Berkas CSV yang ditulis. (File to write.)", completion: .file()) var out: String?
        @Flag(help: "Hanya tampilkan apa yang akan ditulis. (Only show what would be written.)") var dryRun = false
        @Option(help: "Bahasa: id atau en.") var lang: Language = .id

        func validate() throws {
            if out == nil, !dryRun {
                throw ValidationError("berikan --out BERKAS atau --dry-run (give --out FILE or --dry-run)")
            }
        }

        func run() throws {
            let list = try ListCommands.read([file], lang)
            ProblemPrinter(json: false, language: lang).show(list.problems, subject: file, offices: list.targets.count)
            if dryRun {
                print(CommandText.safe(ListCommands.preview(list.targets)))
            } else if let out {
                try ListCommands.write(list.targets, to: out, lang)
            }
            if list.hasErrors { throw ExitCode(1) }
        }
    }
}

/// What the list commands share: reading with all rules, writing whole or not at all.
enum ListCommands {
    static func book() throws(TargetsError) -> RuleBook {
        do throws(RulesError) {
            return try RuleBook.bundled()
        } catch {
            throw TargetsError.rules(error.description)
        }
    }

    static func read(_ files: [String], _ language: Language) throws -> TargetList {
        do throws(TargetsError) {
            return try TargetListReader.read(paths: files, book: book(), language: language)
        } catch {
            throw CommandTrouble.cannotRun(error.sentence(language))
        }
    }

    static func write(_ targets: [Target], to path: String, _ language: Language) throws {
        do {
            try Data(TargetListWriter.csv(targets).utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandTrouble.cannotRun(
                language == .id
                    ? "\(path) tidak dapat ditulis; periksa apakah foldernya ada dan masih ada ruang"
                    : "cannot write \(path); check that the folder exists and that there is space")
        }
    }

    /// The first columns of every row, aligned.
    static func preview(_ targets: [Target]) -> String {
        let rows =
            [["KODE", "JENIS", "WILAYAH", "NAMA", "URL"]]
            + targets.map { [$0.code, $0.kind, $0.region, $0.name, $0.listed ?? "-"] }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }.joined(separator: "  ")
                + "  " + row[4]
        }.joined(separator: "\n")
    }
}
