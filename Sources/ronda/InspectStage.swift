import ArgumentParser
import Foundation
import Model
import Rules

/// One stage that can be asked: a question in, an answer out; lines for people beside it.
protocol InspectStage: Sendable {
    func answer(_ question: InspectQuestion) async throws -> [String: InspectJSON]
}

/// What every `inspect` command takes.
struct InspectOptions: ParsableArguments {
    @Flag(help: "Read one JSON object a line, answer one a line.")
    var batch = false

    @Option(help: "Language of the readable form: id or en.")
    var lang: Language = .id

    @Flag(help: "Answer in JSON also for one input.")
    var json = false
}

extension Language: ExpressibleByArgument {}

/// Runs a stage over standard input or over one question.
enum InspectRun {
    /// Answers every line in order; a line that cannot be answered says so, and the next one follows.
    static func batch(_ stage: some InspectStage) async {
        while let line = readLine(strippingNewline: true) {
            if line.allSatisfy(\.isWhitespace) { continue }
            print(await answer(line, stage))
            fflush(nil)
        }
    }

    private static func answer(_ line: String, _ stage: some InspectStage) async -> String {
        do {
            let question = try InspectQuestion(line: line)
            var answer: [String: InspectJSON]
            do {
                answer = try await stage.answer(question)
            } catch {
                answer = ["error": .string("\(error)")]
            }
            answer["id"] = question.fields["id"]
            return InspectJSON.object(answer).line
        } catch {
            return InspectJSON.object(["error": .string("\(error)")]).line
        }
    }

    /// One question; the readable form goes out unless JSON was asked for.
    static func one(
        _ question: InspectQuestion, _ stage: some InspectStage, _ options: InspectOptions,
        lines: ([String: InspectJSON]) -> [String]
    ) async throws {
        let answer = try await stage.answer(question)
        if options.json {
            print(InspectJSON.object(answer).line)
        } else {
            lines(answer).forEach { print($0) }
        }
    }

    /// The bytes of a file, or of standard input for `-`.
    static func bytes(_ path: String) throws(InspectError) -> [UInt8] {
        if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InspectError("cannot read the file \(path); check that it exists and that you may read it")
        }
        return [UInt8](data)
    }

    static func base64(_ bytes: [UInt8]) -> InspectJSON { .string(Data(bytes).base64EncodedString()) }
}
