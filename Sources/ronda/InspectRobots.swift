import ArgumentParser
import Model
import Parse

/// `ronda inspect robots`: what a robots.txt allows.
struct InspectRobots: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "robots", abstract: "Say whether a robots.txt allows an address (RFC 9309).")

    @OptionGroup var options: InspectOptions

    @Option(help: "Product token of the crawler.")
    var agent = "ronda"

    @Option(help: "The address asked for.")
    var url: String?

    @Argument(help: "File with the robots.txt, - for standard input.")
    var file: String?

    func run() async throws {
        if options.batch { return await InspectRun.batch(RobotsStage()) }
        guard let file, let url else {
            throw ValidationError("Give a robots.txt file and --url ADDRESS, or --batch with JSON lines.")
        }
        let question = InspectQuestion([
            "body_base64": InspectRun.base64(try InspectRun.bytes(file)), "agent": .string(agent), "url": .string(url),
        ])
        try await InspectRun.one(question, RobotsStage(), options, lines: lines)
    }

    private func lines(_ answer: [String: InspectJSON]) -> [String] {
        let isAllowed = answer["allowed"] == .bool(true)
        var lines: [String]
        switch options.lang {
        case .id: lines = [isAllowed ? "Boleh diakses oleh \(agent)." : "Tidak boleh diakses oleh \(agent)."]
        case .en: lines = [isAllowed ? "\(agent) may ask for it." : "\(agent) may not ask for it."]
        }
        if case .number(let seconds) = answer["crawl_delay"] {
            lines.append(
                options.lang == .id
                    ? "Jeda yang diminta: \(seconds) detik" : "Delay asked for: \(seconds) seconds")
        }
        if case .array(let sitemaps) = answer["sitemaps"] {
            for case .string(let sitemap) in sitemaps { lines.append("Sitemap: " + sitemap) }
        }
        return lines
    }
}

/// `{"body" or "body_base64", "agent", "url"}` to `{"allowed", "crawl_delay", "sitemaps"}`.
struct RobotsStage: InspectStage {
    func answer(_ question: InspectQuestion) throws -> [String: InspectJSON] {
        let policy = RobotsPolicy(body: try question.body())
        let agent = try question.required("agent")
        let address = try question.address("url")
        return [
            "allowed": .bool(policy.allows(agent: agent, address: address)),
            "crawl_delay": policy.crawlDelay(agent: agent).map(InspectJSON.number) ?? .null,
            "sitemaps": .array(policy.sitemaps.map(InspectJSON.string)),
        ]
    }
}
