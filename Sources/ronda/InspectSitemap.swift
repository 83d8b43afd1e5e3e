import ArgumentParser
import Model
import Parse

/// `ronda inspect sitemap`: which addresses a sitemap or feed names.
struct InspectSitemap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitemap", abstract: "Alamat yang disebut sebuah sitemap, umpan RSS/Atom, atau daftar teks.")

    @OptionGroup var options: InspectOptions

    @Option(help: "Alamat asal berkas.")
    var url = "https://localhost/sitemap.xml"

    @Option(help: "Content-Type-nya.")
    var contentType: String?

    @Argument(help: "Berkas sitemap; - untuk masukan standar.")
    var file: String?

    func run() async throws {
        try await Exit.guarding(options.speech.lang) {
            if options.batch { return await InspectRun.batch(SitemapStage()) }
            guard let file else { throw InspectRun.nothingGiven(options.speech) }
            let question = InspectQuestion([
                "body_base64": try InspectRun.bytes(file), "url": .string(url), "content_type": .text(contentType),
            ])
            try await InspectRun.one(question, SitemapStage(), options, lines: lines)
        }
    }

    private func lines(_ answer: [String: InspectJSON]) -> [String] {
        let answer = InspectJSON.object(answer)
        let addresses = answer["locs"].asArray.map(\.asText)
        let kind = answer["kind"].asText
        let gap = answer["complete"] == .bool(true) ? "" : options.speech(", tidak lengkap", ", incomplete")
        return [
            options.speech(
                "Jenis: \(kind), \(addresses.count) alamat\(gap)", "Kind: \(kind), \(addresses.count) addresses\(gap)")
        ] + addresses
    }
}

/// `{"url", "content_type", "body" or "body_base64"}` to `{"kind", "locs", "complete", "lastmod"}`.
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
            "locs": .texts(sitemap.entries.map(\.address.description)), "lastmod": .object(times),
        ]
    }
}
