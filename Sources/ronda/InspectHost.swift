import ArgumentParser
import Model
import Rules

/// `ronda inspect host`: what an address says by itself.
struct InspectHost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "host", abstract: "Apa yang dikatakan sebuah alamat: tingkat, jenis kantor, wilayah, domain.",
        discussion: "Tidak ada yang dicari di jaringan: nama yang baik belum berarti situsnya ada.")

    @OptionGroup var options: InspectOptions

    @Option(help: "Jenis kantor pemilik alamat: kesehatan, puskesmas, portal ...")
    var kind: String?

    @Option(help: "Kode wilayah kantor: 61.12.")
    var region: String?

    @Argument(help: "Host, host:port, atau alamat, seperti dalam sebuah daftar.")
    var host: String?

    func run() async throws {
        try await Exit.guarding(options.speech.lang) {
            let stage = HostStage(book: try RuleBook.bundled())
            if options.batch { return await InspectRun.batch(stage) }
            guard let host else { throw InspectRun.nothingGiven(options.speech) }
            let question = InspectQuestion([
                "host": .string(host), "office": .object(["kind": .text(kind), "region": .text(region)]),
            ])
            try await InspectRun.one(question, stage, options) { lines(.object($0), stage.book) }
        }
    }

    private func lines(_ answer: InspectJSON, _ book: RuleBook) -> [String] {
        let speech = options.speech
        let region = answer["region"].asText
        let place = book.regions.region(region).map { "\(region) \($0.fullName)" } ?? region
        let kind = book.nomenclature.kind(answer["kind"].asText)?.names.first ?? answer["kind"].asText
        return [
            (speech("Tingkat", "Level"), answer["class"].asText), (speech("Bentuk", "Form"), answer["form"].asText),
            (speech("Jenis kantor", "Kind of office"), kind), (speech("Wilayah", "Region"), place),
            (speech("Domain terdaftar", "Registrable domain"), answer["registrable"].asText),
        ].map { "\($0.0): \($0.1.isEmpty ? "-" : $0.1)" }
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
