import Model

/// The row of a page as JSON, field by field.
///
/// The same bytes as `JSON.text` writes, by test; through Swift's encoders a row of 8.7 KB cost 300 us, the dearest
/// thing after detection, and so it costs 40. Whoever adds a field to one of these values adds it here: the test counts.
struct PageRowText {
    private var bytes: [UInt8] = []

    static func text(_ page: PageRecord) -> String { String(decoding: bytes(page), as: UTF8.self) }

    static func bytes(_ page: PageRecord) -> [UInt8] {
        var row = PageRowText()
        row.bytes.reserveCapacity(12_000)
        row.write(page)
        return row.bytes
    }

    private mutating func write(_ page: PageRecord) {
        object { row in
            row.field("requested", page.requested)
            row.field("address", page.address)
            row.field("status", page.status)
            row.field("title", page.title)
            row.field("sha256", page.sha256)
            row.field("ip", page.ip)
            row.field("etag", page.etag)
            row.field("lastModified", page.lastModified)
            row.field("bytes", page.bytes)
            row.field("fetchedAt", page.fetchedAt.iso8601)
            row.field("contentType", page.contentType)
            row.list("notes", page.notes) { $0.string($1) }
            row.key("reading")
            row.write(page.reading)
            if let exchange = page.exchange {
                row.key("exchange")
                row.write(exchange)
            }
        }
    }

    private mutating func write(_ reading: PageReading) {
        object { row in
            row.field("kind", reading.kind.rawValue)
            row.field("condition", reading.condition.rawValue)
            row.list("signs", reading.signs) { row, sign in
                row.object {
                    $0.field("condition", sign.condition.rawValue)
                    $0.field("rule", sign.rule)
                    $0.field("quotation", sign.quotation)
                }
            }
            row.list("findings", reading.findings) { $0.write($1) }
            row.list("services", reading.services) { $0.write($1) }
            row.field("textLength", reading.textLength)
            if let electronic = reading.electronic { row.list("electronic", electronic) { $0.write($1) } }
            if let accessibility = reading.accessibility { row.list("accessibility", accessibility) { $0.write($1) } }
            if let template = reading.template {
                row.key("template")
                row.write(template)
            }
        }
    }

    private mutating func write(_ finding: Finding) {
        object { row in
            row.field("item", finding.item.rawValue)
            row.field("state", finding.state.rawValue)
            row.field("strength", finding.strength)
            row.field("place", finding.place)
            row.field("quotation", finding.quotation)
            row.field("rule", finding.rule)
            row.field("imageOnly", finding.imageOnly)
            row.field("means", finding.means?.rawValue)
            if let confidence = finding.confidence, confidence.isFinite { row.field("confidence", confidence) }
            if let target = finding.target { row.field("target", target) }
        }
    }

    private mutating func write(_ service: ServiceReading) {
        object { row in
            row.field("name", service.name)
            row.field("place", service.place)
            row.field("isNamed", service.isNamed)
            row.list("items", service.items) { $0.write($1) }
        }
    }

    private mutating func write(_ service: ElectronicService) {
        object { row in
            row.field("kind", service.kind.rawValue)
            if let address = service.address { row.field("address", address) }
            row.field("place", service.place)
            row.field("quotation", service.quotation)
            row.field("rule", service.rule)
            if let page = service.page { row.field("page", page) }
        }
    }

    private mutating func write(_ fact: AccessibilityFact) {
        object { row in
            row.field("check", fact.check.rawValue)
            row.field("failures", fact.failures)
            row.field("looked", fact.looked)
            row.list("places", fact.places) { $0.string($1) }
            if let page = fact.page { row.field("page", page) }
        }
    }

    private mutating func write(_ print: TemplatePrint) {
        object { row in
            row.field("platform", print.platform)
            row.field("theme", print.theme)
            row.list("sketch", print.sketch) { $0.plain(String($1)) }
            if let hints = print.hints { row.list("hints", hints) { $0.string($1) } }
        }
    }

    private mutating func write(_ exchange: HTTPExchange) {
        object { row in
            row.field("head", exchange.head)
            row.field("milliseconds", exchange.milliseconds)
            row.list("trail", exchange.trail) { row, hop in
                row.object {
                    $0.field("address", hop.address)
                    $0.field("status", hop.status)
                    $0.field("location", hop.location)
                    $0.field("ip", hop.ip)
                }
            }
            row.field("notModified", exchange.notModified)
        }
    }

    // MARK: Marks and values

    private mutating func object(_ content: (inout PageRowText) -> Void) {
        bytes.append(123)
        content(&self)
        bytes.append(125)
    }

    private mutating func list<Element>(
        _ name: String, _ values: [Element], _ write: (inout PageRowText, Element) -> Void
    ) {
        key(name)
        bytes.append(91)
        for index in values.indices {
            if index > 0 { bytes.append(44) }
            write(&self, values[index])
        }
        bytes.append(93)
    }

    private mutating func key(_ name: String) {
        if bytes.last != 123 { bytes.append(44) }
        bytes.append(34)
        // A literal: nothing is copied or counted for it. As StaticString its description was a fifth of a row.
        bytes.append(contentsOf: name.utf8)
        bytes.append(34)
        bytes.append(58)
    }

    private mutating func field(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    /// Nothing for nil.
    private mutating func field(_ name: String, _ value: String?) {
        if let value { field(name, value) }
    }

    private mutating func field(_ name: String, _ value: WebAddress) { field(name, value.description) }

    private mutating func field(_ name: String, _ value: Int) {
        key(name)
        plain(String(value))
    }

    private mutating func field(_ name: String, _ value: Double) {
        key(name)
        plain(value.description)
    }

    private mutating func field(_ name: String, _ value: Bool) {
        key(name)
        plain(value ? "true" : "false")
    }

    private mutating func plain(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func string(_ text: String) {
        bytes.append(34)
        JSON.append(text, to: &bytes)
        bytes.append(34)
    }
}
