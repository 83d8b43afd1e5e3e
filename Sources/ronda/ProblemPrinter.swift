import ArgumentParser
import Foundation
import Model
import Rules

/// Shows the problems of data files: one line each for people and editors, or JSON.
struct ProblemPrinter {
    let json: Bool
    let language: Language

    /// Prints the problems, then what they come to.
    func show(_ problems: [DataProblem], subject: String, offices: Int? = nil) {
        guard !json else {
            let report = Report(
                subject: subject, offices: offices, errors: count(problems, .error),
                warnings: count(problems, .warning), problems: problems.map(Report.Line.init))
            print((try? CommandJSON.text(report)) ?? "{}")
            return
        }
        for problem in problems {
            print(CommandText.safe("\(problem.place): \(severity(problem)): \(problem.message)"))
        }
        print(CommandText.safe(summary(problems, subject, offices)))
    }

    private func severity(_ problem: DataProblem) -> String {
        switch (problem.severity, language) {
        case (.error, .id): "galat"
        case (.warning, .id): "peringatan"
        case (.error, .en): "error"
        case (.warning, .en): "warning"
        }
    }

    private func summary(_ problems: [DataProblem], _ subject: String, _ offices: Int?) -> String {
        let errors = count(problems, .error)
        let warnings = count(problems, .warning)
        switch language {
        case .id:
            return "\(subject): \(offices.map { "\($0) instansi, " } ?? "")\(errors) galat, \(warnings) peringatan"
        case .en: return "\(subject): \(offices.map { "\($0) offices, " } ?? "")\(errors) errors, \(warnings) warnings"
        }
    }

    private func count(_ problems: [DataProblem], _ severity: DataProblem.Severity) -> Int {
        problems.count { $0.severity == severity }
    }

    private struct Report: Encodable {
        var subject: String
        var offices: Int?
        var errors: Int
        var warnings: Int
        var problems: [Line]

        struct Line: Encodable {
            var file: String
            var line: Int
            var column: Int
            var severity: String
            var message: String

            init(_ problem: DataProblem) {
                file = problem.place.file
                line = problem.place.line
                column = problem.place.column
                severity = problem.severity.rawValue
                message = problem.message
            }
        }
    }
}

/// A command that could not do its job: one sentence on standard error, exit code 2.
enum CommandTrouble {
    static func cannotRun(_ sentence: String) -> ExitCode {
        FileHandle.standardError.write(Data((CommandText.safe("ronda: " + sentence) + "\n").utf8))
        return ExitCode(2)
    }
}

/// Text on its way to a terminal: control characters of a file must not steer it.
enum CommandText {
    static func safe(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 32 && $0 != "\n" || (127...159).contains($0.value) ? "?" : $0 }))
    }
}

/// JSON as every command prints it: sorted keys, readable, slashes as they are.
enum CommandJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
