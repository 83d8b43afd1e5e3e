import ArgumentParser
import Model

/// `ronda inspect url`: a link as a browser resolves it.
struct InspectURL: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "url", abstract: "Tautan sebagaimana peramban membacanya (WHATWG URL Standard).")

    @OptionGroup var options: InspectOptions

    @Option(help: "Alamat halaman tempat tautan itu berada.")
    var base: String?

    @Argument(help: "Tautannya.")
    var link: String?

    func run() async throws {
        try await Exit.guarding(options.speech.lang) {
            if options.batch { return await InspectRun.batch(URLStage()) }
            guard let link else { throw InspectRun.nothingGiven(options.speech) }
            let question = InspectQuestion(["href": .string(link), "base": .text(base)])
            try await InspectRun.one(question, URLStage(), options) { answer in
                if case .string(let url) = answer["url"] { return [url] }
                return [options.speech("Bukan alamat http(s).", "No http(s) address.")]
            }
        }
    }
}

/// `{"base", "href"}` to `{"url", "crawl_key"}` or `{"failure": true}`.
struct URLStage: InspectStage {
    func answer(_ question: InspectQuestion) throws -> [String: InspectJSON] {
        let href = try question.required("href")
        var base: WebAddress?
        if let text = question.string("base") {
            guard let address = WebAddress(text) else { return ["failure": .bool(true)] }
            base = address
        }
        guard let address = WebAddress(href, base: base) else { return ["failure": .bool(true)] }
        return ["url": .string(address.description), "crawl_key": .string(address.crawlKey)]
    }
}
