import ArgumentParser
import Fetch
import Model
import Rules

/// `ronda inspect dns`: what the name servers say about a host.
struct InspectDNS: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dns", abstract: "Jawaban server nama tentang sebuah host.",
        discussion: "nxdomain: nama tidak ada; nodata: nama ada tanpa alamat; servfail dan timeout: belum diketahui.")

    @OptionGroup var options: InspectOptions
    @OptionGroup(title: "Network") var network: NetworkOptions

    @Argument(help: "Nama host.")
    var host: String?

    func run() async throws {
        try await Exit.guarding(options.speech.lang) {
            let fetcher = try network.fetcher(try RuleBook.bundled(), network.clock)
            if options.batch {
                await InspectRun.batch(DNSStage(fetcher: fetcher))
            } else if let host {
                let question = InspectQuestion(["host": .string(host)])
                try await InspectRun.one(question, DNSStage(fetcher: fetcher), options) { lines(.object($0)) }
            } else {
                throw InspectRun.nothingGiven(options.speech)
            }
            await fetcher.shutdown()
        }
    }

    private func lines(_ answer: InspectJSON) -> [String] {
        ["\(answer["host"].asText): \(answer["kind"].asText)"] + answer["addresses"].asArray.map { "  " + $0.asText }
            + answer["aliases"].asArray.map { "  CNAME " + $0.asText }
    }
}

/// `{"host"}` to `{"kind", "addresses", "aliases", "milliseconds"}`.
struct DNSStage: InspectStage {
    let fetcher: Fetcher

    func answer(_ question: InspectQuestion) async throws -> [String: InspectJSON] {
        let outcome = await fetcher.resolve(try question.required("host"))
        return [
            "host": .string(outcome.host), "kind": .string(outcome.kind.rawValue),
            "addresses": .texts(outcome.addresses), "aliases": .texts(outcome.aliases),
            "milliseconds": .count(outcome.milliseconds),
        ]
    }
}
