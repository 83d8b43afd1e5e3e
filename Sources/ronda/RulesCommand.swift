import ArgumentParser
import Detect
import Foundation
import Model
import Parse
import Rules

/// `ronda rules`: checks and shows what Ronda knows.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Periksa dan tampilkan aturan. (Check and show the rules.)",
        subcommands: [Lint.self, List.self, Page.self])

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Periksa semua berkas aturan: berkas:baris:kolom. (Check every rule file.)",
            discussion: "Kode keluar: 0 tanpa masalah, 1 ada masalah, 2 tidak dapat dijalankan.")

        @Argument(help: "Folder aturan; bila kosong, yang disertakan dalam Ronda. (Folder of rules.)")
        var folder: String?
        @Flag(help: "Keluaran JSON. (JSON output.)") var json = false
        @Option(help: "Bahasa: id atau en.") var lang: Language = .id

        func run() throws {
            let path: String
            do {
                path = try folder ?? RuleBook.bundledFolder()
            } catch {
                throw CommandTrouble.cannotRun("\(error)")
            }
            let problems = RulesLint.lint(folder: path) + examples(folder: path)
            ProblemPrinter(json: json, language: lang).show(problems, subject: path)
            if problems.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        }

        /// Every detection rule read on its own examples; silent where the rules do not load, which the lint reports.
        private func examples(folder: String) -> [DataProblem] {
            guard let address = WebAddress("https://dinas.contoh.example/contoh"),
                let rules = try? DetectionRules.load(folder: folder + "/detection"),
                let detector = try? Detector(rules)
            else { return [] }
            return RuleExamples(rules, detector: detector) { html in
                PageParser.parse(Array(html.utf8), address: address, contentType: "text/html; charset=utf-8")
            }.problems()
        }
    }

    struct Page: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tulis halaman aturan deteksi (docs/rules.md). (Write the page of the detection rules.)")

        @Argument(help: "Folder aturan; bila kosong, yang disertakan dalam Ronda. (Folder of rules.)")
        var folder: String?

        func run() throws {
            do {
                let path = try folder ?? RuleBook.bundledFolder()
                print(RulePage(try DetectionRules.load(folder: path + "/detection")).text())
            } catch {
                throw CommandTrouble.cannotRun("\(error)")
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tampilkan jenis instansi, butir, dan instrumen. (Show office kinds, items and instruments.)")

        @Flag(help: "Keluaran JSON. (JSON output.)") var json = false
        @Option(help: "Bahasa: id atau en.") var lang: Language = .id

        func run() throws {
            let book: RuleBook
            do throws(RulesError) {
                book = try RuleBook.bundled()
            } catch {
                throw CommandTrouble.cannotRun(error.description)
            }
            let listing = RuleListing(book: book, language: lang)
            print(json ? try listing.json() : listing.table())
        }
    }
}
