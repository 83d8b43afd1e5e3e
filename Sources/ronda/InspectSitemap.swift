import ArgumentParser
import Model
import Parse

/// `ronda inspect sitemap`: which addresses a sitemap or feed names.
struct InspectSitemap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitemap", abstract: "List the addresses of a sitemap, a feed or a text list.")

    @OptionGroup var options: InspectOptions

    @Option(help: "Where the file came from.")
    var url = "https://localhost/sitemap.xml"

    @Option(help: "Its Content-Type.")
    var contentType: String?

    @Argument(help: "File with the sitemap, - for standard input.")
    var file: String?

    func run() async throws {
        if options.batch { return await InspectRun.batch(SitemapStage()) }
        guard let file else { throw ValidationError("Give a sitemap file, or --batch with JSON lines.") }
        let question = InspectQuestion([
            "body_base64": InspectRun.base64(try InspectRun.bytes(file)), "url": .string(url),
            "content_type": .text(contentType),
        ])
        try await InspectRun.one(question, SitemapStage(), options, lines: lines)
    }

    private func lines(_ answer: [String: InspectJSON]) -> [String] {
        guard case .string(let kind) = answer["kind"], case .array(let addresses) = answer["locs"] else { return [] }
        let isComplete = answer["complete"] == .bool(true)
        let head =
            options.lang == .id
            ? "Jenis: \(kind), \(addresses.count) alamat\(isComplete ? "" : ", tidak lengkap")"
            : "Kind: \(kind), \(addresses.count) addresses\(isComplete ? "" : ", incomplete")"
        return [head] + addresses.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
}

/// `{"url", "content_type", "body_base64"}` to `{"kind", "locs", "complete", "lastmod"}`.
struct SitemapStage: InspectStage {
    func answer(_ question: InspectQuestion) throws -> [String: InspectJSON] {
        let sitemap = SitemapParser.parse(
            try question.body(), address: try question.address("url"), contentType: question.string("content_type"))
        var times: [String: InspectJSON] = [:]
        for entry in sitemap.entries {
            if let time = entry.lastModified { times[entry.address.description] = .string(time.iso8601) }
        }
        return [
            "kind": .string(sitemap.kind.rawValue), "complete": .bool(sitemap.complete),
            "locs": .array(sitemap.entries.map { .string($0.address.description) }), "lastmod": .object(times),
        ]
    }
}
