import ArgumentParser
import Parse

/// `ronda inspect charset`: the encoding a page is read in, and why.
struct InspectCharset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charset", abstract: "Pengodean huruf sebuah halaman, dan alasannya.")

    @OptionGroup var options: InspectOptions

    @Option(help: "Content-Type halaman itu.")
    var contentType: String?

    @Argument(help: "Berkas halaman; - untuk masukan standar.")
    var file: String?

    func run() async throws {
        try await Exit.guarding(options.speech.lang) {
            if options.batch { return await InspectRun.batch(CharsetStage()) }
            guard let file else { throw InspectRun.nothingGiven(options.speech) }
            let question = InspectQuestion([
                "body_base64": try InspectRun.bytes(file), "content_type": .text(contentType),
            ])
            try await InspectRun.one(question, CharsetStage(), options) { answer in
                let answer = InspectJSON.object(answer)
                return ["\(answer["encoding"].asText) (\(answer["source"].asText))"]
            }
        }
    }
}

/// `{"body" or "body_base64", "content_type"}` to `{"encoding", "source"}`.
struct CharsetStage: InspectStage {
    func answer(_ question: InspectQuestion) throws -> [String: InspectJSON] {
        let choice = Charset.decide(try question.body(), contentType: question.string("content_type"))
        return ["encoding": .string(choice.encoding), "source": .string(choice.source.rawValue)]
    }
}
