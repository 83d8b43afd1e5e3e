import ArgumentParser
import Model

/// `ronda inspect url`: a link as a browser resolves it.
struct InspectURL: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "url", abstract: "Resolve a link as a browser does (WHATWG URL Standard).")

    @OptionGroup var options: InspectOptions

    @Option(help: "The address of the page the link stands on.")
    var base: String?

    @Argument(help: "The link.")
    var link: String?

    func run() async throws {
        if options.batch { return await InspectRun.batch(URLStage()) }
        guard let link else { throw ValidationError("Give a link, or --batch with JSON lines on standard input.") }
        let question = InspectQuestion(["href": .string(link), "base": .text(base)])
        try await InspectRun.one(question, URLStage(), options) { answer in
            guard case .string(let url) = answer["url"] else {
                return [options.lang == .id ? "Bukan alamat http(s)." : "No http(s) address."]
            }
            return [url]
        }
    }
}

/// `{"base", "href"}` to `{"url"}` or `{"failure": true}`.
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
