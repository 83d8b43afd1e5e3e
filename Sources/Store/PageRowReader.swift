import Model

/// What a repeat round asks of a page's row.
struct PageHead {
    var address: WebAddress
    var sha256: String
    var etag: String?
    var lastModified: String?
}

extension PageHead {
    init(_ page: PageRecord) {
        self.init(address: page.address, sha256: page.sha256, etag: page.etag, lastModified: page.lastModified)
    }
}

/// Reads the row of a page back, as `PageRowText` wrote it.
///
/// Nil for rows of another shape (older rounds, fields it does not know): those are read by Foundation's decoder.
enum PageRowReader {
    typealias Unexpected = JSONCursor.Unexpected

    static func page(_ text: String) -> PageRecord? {
        var cursor = JSONCursor(text)
        guard let page = try? page(&cursor), (try? cursor.end()) != nil else { return nil }
        return page
    }

    /// Where a page stood and what a repeat request sends along: the fields in front of its reading, which is most of a row
    /// and is not read (an eighth of a repeat scan). Nil for rows in another order.
    static func head(_ row: [UInt8]) -> PageHead? {
        var cursor = JSONCursor(row)
        var address: WebAddress?
        var sha256: String?
        var (etag, lastModified) = (String?.none, String?.none)
        var isWhole = false
        try? cursor.object { row, key throws(Unexpected) in
            switch key {
            case "address": address = try Self.address(&row)
            case "sha256": sha256 = try row.string()
            case "etag": etag = try row.string()
            case "lastModified": lastModified = try row.string()
            case "status", "bytes": _ = try row.int()
            case "requested", "title", "ip", "fetchedAt", "contentType": _ = try row.string()
            default:
                isWhole = key == "notes" || key == "reading"
                throw Unexpected()
            }
        }
        guard isWhole, let address, let sha256 else { return nil }
        return PageHead(address: address, sha256: sha256, etag: etag, lastModified: lastModified)
    }

    private static func page(_ cursor: inout JSONCursor) throws(Unexpected) -> PageRecord {
        var requested: WebAddress?
        var address: WebAddress?
        var sha256: String?
        var reading: PageReading?
        var fetchedAt: Timestamp?
        var status: Int?
        var bytes: Int?
        var title: String?
        var contentType: String?
        var notes: [String]?
        var (ip, etag, lastModified) = (String?.none, String?.none, String?.none)
        var exchange: HTTPExchange?
        try cursor.object { row, key throws(Unexpected) in
            switch key {
            case "requested": requested = try Self.address(&row)
            case "address": address = try Self.address(&row)
            case "status": status = try row.int()
            case "title": title = try row.string()
            case "sha256": sha256 = try row.string()
            case "ip": ip = try row.string()
            case "etag": etag = try row.string()
            case "lastModified": lastModified = try row.string()
            case "bytes": bytes = try row.int()
            case "fetchedAt": fetchedAt = try Self.known(Timestamp(iso8601: try row.string()))
            case "contentType": contentType = try row.string()
            case "notes": notes = try row.list { row throws(Unexpected) in try row.string() }
            case "reading": reading = try Self.reading(&row)
            case "exchange": exchange = try Self.exchange(&row)
            default: throw Unexpected()
            }
        }
        guard let requested, let address, let status, let title, let sha256, let bytes, let fetchedAt, let contentType,
            let notes, let reading
        else { throw Unexpected() }
        return PageRecord(
            requested: requested, address: address, status: status, title: title, sha256: sha256, ip: ip, etag: etag,
            lastModified: lastModified, bytes: bytes, fetchedAt: fetchedAt, contentType: contentType, notes: notes,
            reading: reading, exchange: exchange)
    }

    private static func reading(_ cursor: inout JSONCursor) throws(Unexpected) -> PageReading {
        var kind: PageKind?
        var condition: SiteCondition?
        var reading = PageReading(kind: .other, condition: .normal)
        var parts = 0
        try cursor.object { row, key throws(Unexpected) in
            switch key {
            case "kind": kind = try Self.choice(&row)
            case "condition": condition = try Self.choice(&row)
            case "signs": reading.signs = try row.list { row throws(Unexpected) in try Self.sign(&row) }
            case "findings": reading.findings = try row.list { row throws(Unexpected) in try Self.finding(&row) }
            case "services": reading.services = try row.list { row throws(Unexpected) in try Self.service(&row) }
            case "textLength": reading.textLength = try row.int()
            case "electronic": reading.electronic = try row.list { row throws(Unexpected) in try Self.electronic(&row) }
            case "accessibility": reading.accessibility = try row.list { row throws(Unexpected) in try Self.fact(&row) }
            case "template": reading.template = try Self.template(&row)
            default: throw Unexpected()
            }
            if key == "signs" || key == "findings" || key == "services" || key == "textLength" { parts += 1 }
        }
        guard let kind, let condition, parts == 4 else { throw Unexpected() }
        reading.kind = kind
        reading.condition = condition
        return reading
    }

    private static func sign(_ cursor: inout JSONCursor) throws(Unexpected) -> ConditionSign {
        var condition: SiteCondition?
        var rule: String?
        var quotation: String?
        try cursor.object { row, key throws(Unexpected) in
            switch key {
            case "condition": condition = try Self.choice(&row)
            case "rule": rule = try row.string()
            case "quotation": quotation = try row.string()
            default: throw Unexpected()
            }
        }
        guard let condition, let rule, let quotation else { throw Unexpected() }
        return ConditionSign(condition: condition, rule: rule, quotation: quotation)
    }

    private static func finding(_ cursor: inout JSONCursor) throws(Unexpected) -> Finding {
        var finding = Finding(item: .produk, state: .unknown, strength: 0, place: "", quotation: "", rule: "")
        var parts = 0
        try cursor.object { row, key throws(Unexpected) in
            parts += 1
            switch key {
            case "item": finding.item = try Self.known(Self.items[try row.string()])
            case "state": finding.state = try Self.choice(&row)
            case "strength": finding.strength = try row.double()
            case "place": finding.place = try row.string()
            case "quotation": finding.quotation = try row.string()
            case "rule": finding.rule = try row.string()
            case "imageOnly": finding.imageOnly = try row.bool()
            case "means":
                finding.means = try Self.choice(&row)
                parts -= 1
            case "confidence":
                finding.confidence = try row.double()
                parts -= 1
            case "target":
                finding.target = try Self.address(&row)
                parts -= 1
            default: throw Unexpected()
            }
        }
        guard parts == 7 else { throw Unexpected() }
        return finding
    }

    private static func service(_ cursor: inout JSONCursor) throws(Unexpected) -> ServiceReading {
        var service = ServiceReading(name: "", place: "")
        var parts = 0
        try cursor.object { row, key throws(Unexpected) in
            parts += 1
            switch key {
            case "name": service.name = try row.string()
            case "place": service.place = try row.string()
            case "isNamed": service.isNamed = try row.bool()
            case "items": service.items = try row.list { row throws(Unexpected) in try Self.finding(&row) }
            default: throw Unexpected()
            }
        }
        guard parts == 4 else { throw Unexpected() }
        return service
    }

    private static func electronic(_ cursor: inout JSONCursor) throws(Unexpected) -> ElectronicService {
        var service = ElectronicService(kind: .oss, place: "", quotation: "", rule: "")
        var parts = 0
        try cursor.object { row, key throws(Unexpected) in
            parts += 1
            switch key {
            case "kind": service.kind = try Self.choice(&row)
            case "place": service.place = try row.string()
            case "quotation": service.quotation = try row.string()
            case "rule": service.rule = try row.string()
            case "address":
                service.address = try Self.address(&row)
                parts -= 1
            case "page":
                service.page = try Self.address(&row)
                parts -= 1
            default: throw Unexpected()
            }
        }
        guard parts == 4 else { throw Unexpected() }
        return service
    }

    private static func fact(_ cursor: inout JSONCursor) throws(Unexpected) -> AccessibilityFact {
        var fact = AccessibilityFact(check: .title, failures: 0, looked: 0)
        var parts = 0
        try cursor.object { row, key throws(Unexpected) in
            parts += 1
            switch key {
            case "check": fact.check = try Self.choice(&row)
            case "failures": fact.failures = try row.int()
            case "looked": fact.looked = try row.int()
            case "places": fact.places = try row.list { row throws(Unexpected) in try row.string() }
            case "page":
                fact.page = try Self.address(&row)
                parts -= 1
            default: throw Unexpected()
            }
        }
        guard parts == 4 else { throw Unexpected() }
        return fact
    }

    private static func template(_ cursor: inout JSONCursor) throws(Unexpected) -> TemplatePrint {
        var print = TemplatePrint()
        var parts = 0
        try cursor.object { row, key throws(Unexpected) in
            parts += 1
            switch key {
            case "platform": print.platform = try row.string()
            case "theme": print.theme = try row.string()
            case "sketch":
                print.sketch = try row.list { row throws(Unexpected) in
                    try Self.known(UInt32(exactly: try row.int()))
                }
            case "hints":
                print.hints = try row.list { row throws(Unexpected) in try row.string() }
                parts -= 1
            default: throw Unexpected()
            }
        }
        guard parts == 3 else { throw Unexpected() }
        return print
    }

    private static func exchange(_ cursor: inout JSONCursor) throws(Unexpected) -> HTTPExchange {
        var exchange = HTTPExchange(head: "")
        var parts = 0
        try cursor.object { row, key throws(Unexpected) in
            parts += 1
            switch key {
            case "head": exchange.head = try row.string()
            case "milliseconds": exchange.milliseconds = try row.int()
            case "trail": exchange.trail = try row.list { row throws(Unexpected) in try Self.hop(&row) }
            case "notModified": exchange.notModified = try row.bool()
            default: throw Unexpected()
            }
        }
        guard parts == 4 else { throw Unexpected() }
        return exchange
    }

    private static func hop(_ cursor: inout JSONCursor) throws(Unexpected) -> Hop {
        var address: WebAddress?
        var status: Int?
        var (location, ip) = (String?.none, String?.none)
        try cursor.object { row, key throws(Unexpected) in
            switch key {
            case "address": address = try Self.address(&row)
            case "status": status = try row.int()
            case "location": location = try row.string()
            case "ip": ip = try row.string()
            default: throw Unexpected()
            }
        }
        guard let address, let status else { throw Unexpected() }
        return Hop(address: address, status: status, location: location, ip: ip)
    }

    // MARK: Values

    private static func address(_ cursor: inout JSONCursor) throws(Unexpected) -> WebAddress {
        try known(WebAddress(try cursor.string()))
    }

    private static func choice<Value: RawRepresentable>(
        _ cursor: inout JSONCursor
    ) throws(Unexpected) -> Value where Value.RawValue == String {
        try known(Value(rawValue: try cursor.string()))
    }

    private static func known<Value>(_ value: Value?) throws(Unexpected) -> Value {
        guard let value else { throw Unexpected() }
        return value
    }

    /// By name; comparing with each of 25 names in turn took longer than all the rest of a finding.
    private static let items = Dictionary(uniqueKeysWithValues: ItemKey.allCases.map { ($0.rawValue, $0) })
}
