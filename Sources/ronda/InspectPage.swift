import ArgumentParser
import Detect
import Model
import Parse
import Rules

/// `ronda inspect page`: what the reader makes of a page, and which services it shows with which components.
struct InspectPage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page", abstract: "Apa yang terbaca dari sebuah halaman: judul, bagian, teks, tautan, gambar.")

    @OptionGroup var options: InspectOptions

    @Option(help: "Alamat asal halaman.")
    var url = "https://localhost/"

    @Option(help: "Content-Type-nya.")
    var contentType: String?

    @Argument(help: "Berkas halaman; - untuk masukan standar.")
    var file: String?

    func run() async throws {
        try await Exit.guarding(options.speech.lang) {
            if options.batch { return await InspectRun.batch(PageStage()) }
            guard let file else { throw InspectRun.nothingGiven(options.speech) }
            let question = InspectQuestion([
                "body_base64": try InspectRun.bytes(file), "url": .string(url), "content_type": .text(contentType),
            ])
            try await InspectRun.one(question, PageStage(), options) { lines(.object($0)) }
        }
    }

    private func lines(_ page: InspectJSON) -> [String] {
        let speech = options.speech
        var lines = [
            speech("Judul", "Title") + ": " + page["title"].asText,
            speech("Jenis halaman", "Page kind") + ": " + page["kind"].asText,
            speech("Keadaan", "Condition") + ": " + page["condition"].asText,
            speech("Bahasa", "Language") + ": " + page["language"].asText,
            speech("Pengodean", "Encoding") + ": " + page["encoding"].asText,
        ]
        for block in page["blocks"].asArray {
            let place = block["path"].asArray.map(\.asText).joined(separator: " > ")
            lines.append("[\(block["kind"].asText)] " + (place.isEmpty ? "" : place + " | ") + block["text"].asText)
        }
        let links = page["links"].asArray
        lines.append(speech("Tautan: \(links.count)", "Links: \(links.count)"))
        lines += links.map { "  \($0["url"].asText)  \($0["text"].asText)" }
        let images = page["images"].asArray
        lines.append(speech("Gambar: \(images.count)", "Images: \(images.count)"))
        lines += images.map { "  \($0["file"].asText)  \($0["alt"].asText)" }
        let services = page["services"].asArray
        if !services.isEmpty { lines.append(speech("Layanan: \(services.count)", "Services: \(services.count)")) }
        for service in services {
            let items = service["items"].asArray.map { "\($0["item"].asText)=\($0["state"].asText)" }
            lines.append("  \(service["name"].asText): " + items.joined(separator: " "))
        }
        for service in page["electronic"].asArray {
            lines.append("+ \(service["kind"].asText): \(service["quotation"].asText) \(service["url"].asText)")
        }
        for check in page["accessibility"].asArray where check["failures"] != .number(0) {
            let places = check["places"].asArray.map(\.asText).joined(separator: "; ")
            lines.append("- \(check["check"].asText) (\(check["criterion"].asText)): \(places)")
        }
        return lines + page["notes"].asArray.map { "! \($0["kind"].asText) \($0["detail"].asText)" }
    }
}

/// `{"body" or "body_base64", "url", "content_type"}` to title, language, headings, blocks, links, images and notes.
struct PageStage: InspectStage {
    /// Nil when the rule files are not there: the page is read all the same.
    private let detector: Detector? = (try? RuleBook.bundledFolder())
        .flatMap { try? DetectionRules.load(folder: $0 + "/detection") }.flatMap { try? Detector($0) }

    func answer(_ question: InspectQuestion) throws -> [String: InspectJSON] {
        let page = PageParser.parse(
            try question.body(), address: try question.address("url"), contentType: question.string("content_type"))
        let reading = detector?.read(page, status: 200, isHome: false)
        return [
            "kind": .text(reading?.kind.rawValue), "condition": .text(reading?.condition.rawValue),
            "signs": .array((reading?.signs ?? []).map(sign)),
            "services": .array((reading?.services ?? []).map(service)),
            "electronic": .array((reading?.electronic ?? []).map(channel)),
            "accessibility": .array((reading?.accessibility ?? []).map(check)),
            "template": .text(reading?.template?.label),
            "url": .string(page.address.description), "encoding": .string(page.encoding), "title": .string(page.title),
            "language": .text(page.language), "description": .text(page.description),
            "generator": .text(page.generator), "canonical": .text(page.canonical?.description),
            "headings": .array(page.blocks.filter { $0.kind == .heading }.map { heading($0, page) }),
            "blocks": .array(page.blocks.map { block($0, page) }),
            "links": .array(page.links.map(link)), "images": .array(page.images.map(image)),
            "notes": .array(
                page.notes.map { .object(["kind": .string($0.kind.rawValue), "detail": .string($0.detail)]) }),
        ]
    }

    private func service(_ service: ServiceReading) -> InspectJSON {
        .object([
            "name": .string(service.name), "place": .string(service.place), "named": .bool(service.isNamed),
            "items": .array(
                service.items.map { finding in
                    .object([
                        "item": .string(finding.item.rawValue), "state": .string(finding.state.rawValue),
                        "rule": .string(finding.rule), "quotation": .string(finding.quotation),
                        "place": .string(finding.place),
                    ])
                }),
        ])
    }

    private func channel(_ service: ElectronicService) -> InspectJSON {
        .object([
            "kind": .string(service.kind.rawValue), "url": .text(service.address?.description),
            "place": .string(service.place), "quotation": .string(service.quotation), "rule": .string(service.rule),
        ])
    }

    private func check(_ fact: AccessibilityFact) -> InspectJSON {
        .object([
            "check": .string(fact.check.rawValue), "criterion": .string(fact.check.criterion),
            "failures": .count(fact.failures), "looked": .count(fact.looked), "places": .texts(fact.places),
        ])
    }

    private func sign(_ sign: ConditionSign) -> InspectJSON {
        .object([
            "condition": .string(sign.condition.rawValue), "rule": .string(sign.rule),
            "quotation": .string(sign.quotation),
        ])
    }

    private func heading(_ block: Block, _ page: ParsedPage) -> InspectJSON {
        .object(["level": .count(Int(block.level)), "text": .string(page.text(of: block))])
    }

    private func block(_ block: Block, _ page: ParsedPage) -> InspectJSON {
        var fields: [String: InspectJSON] = [
            "kind": .string(name(of: block.kind)), "text": .string(page.text(of: block)),
            "zone": .string("\(block.zone)"), "path": .texts(path(of: block, page)),
        ]
        if block.level > 0 { fields["level"] = .count(Int(block.level)) }
        if block.table >= 0 {
            fields["table"] = .count(Int(block.table))
            fields["row"] = .count(Int(block.row))
            fields["column"] = .count(Int(block.column))
        }
        if block.panel >= 0 { fields["panel"] = .string(page.text(of: page.blocks[Int(block.panel)])) }
        return .object(fields)
    }

    /// The headings above a block, outermost first.
    private func path(of block: Block, _ page: ParsedPage) -> [String] {
        var path: [String] = []
        var next = Int(block.heading)
        while page.blocks.indices.contains(next), path.count < 6 {
            path.insert(page.text(of: page.blocks[next]), at: 0)
            next = Int(page.blocks[next].heading)
        }
        return path
    }

    private func link(_ link: Link) -> InspectJSON {
        .object([
            "url": .string(link.address.description), "text": .string(link.text), "zone": .string("\(link.zone)"),
        ])
    }

    private func image(_ image: Image) -> InspectJSON {
        .object([
            "url": .text(image.address?.description), "file": .string(image.fileName), "alt": .string(image.alt),
        ])
    }

    private func name(of kind: Block.Kind) -> String {
        switch kind {
        case .heading: "heading"
        case .paragraph: "paragraph"
        case .listItem: "list_item"
        case .tableCell: "table_cell"
        case .caption: "caption"
        case .label: "label"
        case .formField: "form_field"
        case .other: "other"
        }
    }
}
