import ArgumentParser
import Model
import Rules

/// `ronda inspect host`: what an address says by itself.
struct InspectHost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "host", abstract: "Say what a host name tells: level, kind of office, region, registrable domain.",
        discussion: "Nothing is looked up: a good name is no proof of a site.")

    @OptionGroup var options: InspectOptions

    @Option(help: "Kind of the office whose address it is: kesehatan, puskesmas, portal ...")
    var kind: String?

    @Option(help: "Code of the region of the office: 61.12.")
    var region: String?

    @Argument(help: "A host, host:port or address, as a list holds it.")
    var host: String?

    func run() async throws {
        let stage = HostStage(book: try RuleBook.bundled())
        if options.batch { return await InspectRun.batch(stage) }
        guard let host else { throw ValidationError("Give a host, or --batch with JSON lines.") }
        var office: [String: InspectJSON] = [:]
        office["kind"] = kind.map(InspectJSON.string)
        office["region"] = region.map(InspectJSON.string)
        let question = InspectQuestion(["host": .string(host), "office": .object(office)])
        try await InspectRun.one(question, stage, options) { lines($0, stage.book) }
    }

    private func lines(_ answer: [String: InspectJSON], _ book: RuleBook) -> [String] {
        func value(_ key: String) -> String {
            if case .string(let text) = answer[key] { return text }
            return "-"
        }
        let names =
            options.lang == .id
            ? ["Tingkat", "Bentuk", "Jenis", "Wilayah", "Domain terdaftar"]
            : ["Level", "Form", "Kind", "Region", "Registrable domain"]
        let region = value("region")
        let place = book.regions.region(region).map { "\(region) \($0.fullName)" } ?? region
        let values = [value("class"), value("form"), value("kind"), place, value("registrable")]
        return zip(names, values).map { "\($0): \($1)" }
    }
}

/// `{"host" or "url", "office"?}` to `{"class", "form", "kind", "region", "registrable"}`.
struct HostStage: InspectStage {
    let book: RuleBook

    func answer(_ question: InspectQuestion) throws -> [String: InspectJSON] {
        guard let host = question.string("host") ?? question.string("url") else {
            throw InspectError("'host' or 'url' is missing or no text")
        }
        var office: OfficeHint?
        if case .object(let fields) = question.fields["office"] {
            let hint = InspectQuestion(fields)
            office = OfficeHint(kind: hint.string("kind"), region: hint.string("region"))
        }
        let judgement = book.domains.judge(host: host, office: office)
        return [
            "host": .string(judgement.host), "class": .string(judgement.domainClass.rawValue),
            "form": .string(judgement.form), "kind": .text(judgement.kind), "region": .text(judgement.region),
            "registrable": .text(registrable(host) ?? judgement.registrable),
        ]
    }

    /// Of a bare name in the script it was given in; an address is judged by its host.
    private func registrable(_ text: String) -> String? {
        text.contains { "/:?#@\\%[] ".contains($0) } ? nil : book.suffixes.registrable(text)
    }
}
