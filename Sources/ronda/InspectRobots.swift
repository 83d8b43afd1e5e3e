import ArgumentParser
import Model
import Parse

/// `ronda inspect robots`: what a robots.txt allows.
struct InspectRobots: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "robots", abstract: "Apakah sebuah robots.txt mengizinkan suatu alamat (RFC 9309).")

    @OptionGroup var options: InspectOptions

    @Option(help: "Nama perayap (product token).")
    var agent = "RondaBot"

    @Option(help: "Alamat yang ditanyakan.")
    var url: String?

    @Argument(help: "Berkas robots.txt; - untuk masukan standar.")
    var file: String?

    func run() async throws {
        try await Exit.guarding(options.speech.lang) {
            if options.batch { return await InspectRun.batch(RobotsStage()) }
            guard let file, let url else { throw InspectRun.nothingGiven(options.speech) }
            let question = InspectQuestion([
                "body_base64": try InspectRun.bytes(file), "agent": .string(agent), "url": .string(url),
            ])
            try await InspectRun.one(question, RobotsStage(), options, lines: lines)
        }
    }

    private func lines(_ answer: [String: InspectJSON]) -> [String] {
        let speech = options.speech
        let allowed = speech("Boleh diakses oleh \(agent).", "\(agent) may ask for it.")
        let refused = speech("Tidak boleh diakses oleh \(agent).", "\(agent) may not ask for it.")
        var lines = [answer["allowed"] == .bool(true) ? allowed : refused]
        if case .number(let seconds) = answer["crawl_delay"] {
            lines.append(speech("Jeda yang diminta: \(seconds) detik", "Delay asked for: \(seconds) seconds"))
        }
        return lines + (answer["sitemaps"]?.asArray ?? []).map { "Sitemap: " + $0.asText }
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
            "sitemaps": .texts(policy.sitemaps),
        ]
    }
}
