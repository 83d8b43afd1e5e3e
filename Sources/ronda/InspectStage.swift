import ArgumentParser
import Foundation

/// One stage that can be asked: a question in, an answer out; lines for people beside it.
protocol InspectStage: Sendable {
    func answer(_ question: InspectQuestion) async throws -> [String: InspectJSON]
}

/// What every `inspect` command takes.
struct InspectOptions: ParsableArguments {
    @Flag(help: "Baca satu objek JSON per baris dari masukan standar, jawab satu per baris.")
    var batch = false

    @Flag(help: "Jawab dalam JSON juga untuk satu masukan.")
    var json = false

    @OptionGroup var speech: SpeechOptions
}

/// Runs a stage over standard input or over one question.
enum InspectRun {
    /// Answers every line in order; a line that cannot be answered says so, and the next one follows.
    static func batch(_ stage: some InspectStage) async {
        while let line = readLine(strippingNewline: true) {
            if line.allSatisfy(\.isWhitespace) { continue }
            Terminal.out(await answer(line, stage))
        }
    }

    private static func answer(_ line: String, _ stage: some InspectStage) async -> String {
        let question: InspectQuestion
        do { question = try InspectQuestion(line: line) } catch {
            return InspectJSON.object(["error": .string(error.description)]).line
        }
        var answer: [String: InspectJSON]
        do { answer = try await stage.answer(question) } catch { answer = ["error": .string("\(error)")] }
        answer["id"] = question.fields["id"]
        return InspectJSON.object(answer).line
    }

    /// One question; the readable form goes out unless JSON was asked for.
    static func one(
        _ question: InspectQuestion, _ stage: some InspectStage, _ options: InspectOptions,
        lines: ([String: InspectJSON]) -> [String]
    ) async throws {
        let answer = try await stage.answer(question)
        if options.json {
            Terminal.out(InspectJSON.object(answer).line)
        } else {
            lines(answer).forEach(Terminal.out)
        }
    }

    /// What to say when neither an input nor --batch was given.
    static func nothingGiven(_ speech: SpeechOptions) -> Exit {
        Exit(
            .usage,
            speech(
                "Beri satu masukan, atau --batch dengan baris JSON di masukan standar; lihat --help.",
                "Give one input, or --batch with JSON lines on standard input; see --help."))
    }

    /// The bytes of a file, or of standard input for `-`.
    static func bytes(_ path: String) throws(InspectError) -> InspectJSON {
        if path == "-" { return .string(FileHandle.standardInput.readDataToEndOfFile().base64EncodedString()) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InspectError("cannot read the file \(path); check that it exists and that you may read it")
        }
        return .string(data.base64EncodedString())
    }
}
