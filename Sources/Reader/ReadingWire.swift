import Model

/// What the rules made of a page, as bytes. A field added to these types must be added here; a test counts them.
enum ReadingWire {
    static func put(_ reading: PageReading, _ wire: inout WireWriter) {
        wire.put(reading.kind.rawValue)
        wire.put(reading.condition.rawValue)
        wire.put(list: reading.signs) {
            $0.put($1.condition.rawValue)
            $0.put($1.rule)
            $0.put($1.quotation)
        }
        wire.put(list: reading.findings, put)
        wire.put(list: reading.services) {
            $0.put(shared: $1.name)
            $0.put(shared: $1.place)
            $0.put($1.isNamed)
            $0.put(list: $1.items, put)
        }
        wire.put(reading.textLength)
        wire.put(reading.electronic) { $0.put(list: $1, put) }
        wire.put(reading.accessibility) { $0.put(list: $1, put) }
        wire.put(reading.template) { PageWire.put($1, &$0) }
    }

    static func take(_ wire: inout WireReader) throws -> PageReading {
        var reading = PageReading(
            kind: try wire.text(PageKind.self), condition: try wire.text(SiteCondition.self))
        reading.signs = try wire.list {
            ConditionSign(
                condition: try $0.text(SiteCondition.self), rule: try $0.string(), quotation: try $0.string())
        }
        reading.findings = try wire.list(finding)
        reading.services = try wire.list {
            ServiceReading(
                name: try $0.shared(), place: try $0.shared(), isNamed: try $0.bool(), items: try $0.list(finding))
        }
        reading.textLength = try wire.int()
        reading.electronic = try wire.optional { try $0.list(electronic) }
        reading.accessibility = try wire.optional { try $0.list(accessibility) }
        reading.template = try wire.optional { try PageWire.template(&$0) }
        return reading
    }

    private static func put(_ wire: inout WireWriter, _ service: ElectronicService) {
        wire.put(service.kind.rawValue)
        wire.put(service.address) { $0.put($1) }
        wire.put(shared: service.place)
        wire.put(shared: service.quotation)
        wire.put(shared: service.rule)
        wire.put(service.page) { $0.put($1) }
    }

    private static func electronic(_ wire: inout WireReader) throws -> ElectronicService {
        ElectronicService(
            kind: try wire.text(ElectronicService.Kind.self), address: try wire.optional { try $0.address() },
            place: try wire.shared(), quotation: try wire.shared(), rule: try wire.shared(),
            page: try wire.optional { try $0.address() })
    }

    private static func put(_ wire: inout WireWriter, _ fact: AccessibilityFact) {
        wire.put(fact.check.rawValue)
        wire.put(fact.failures)
        wire.put(fact.looked)
        wire.put(list: fact.places) { $0.put($1) }
        wire.put(fact.page) { $0.put($1) }
    }

    private static func accessibility(_ wire: inout WireReader) throws -> AccessibilityFact {
        AccessibilityFact(
            check: try wire.text(AccessibilityFact.Check.self), failures: try wire.int(), looked: try wire.int(),
            places: try wire.list { try $0.string() }, page: try wire.optional { try $0.address() })
    }

    private static let items = ItemKey.allCases
    private static let states = ItemState.allCases

    private static func put(_ wire: inout WireWriter, _ finding: Finding) {
        wire.put(finding.item.index)
        wire.put(states.firstIndex(of: finding.state) ?? states.count)
        wire.put(finding.strength)
        wire.put(shared: finding.place)
        wire.put(shared: finding.quotation)
        wire.put(shared: finding.rule)
        wire.put(finding.imageOnly)
        wire.put(finding.means) { $0.put($1.rawValue) }
        wire.put(finding.confidence) { $0.put($1) }
        wire.put(finding.target) { $0.put($1) }
    }

    private static func finding(_ wire: inout WireReader) throws -> Finding {
        Finding(
            item: try wire.one(of: items), state: try wire.one(of: states), strength: try wire.double(),
            place: try wire.shared(), quotation: try wire.shared(), rule: try wire.shared(),
            imageOnly: try wire.bool(), means: try wire.optional { try $0.text(ReadMeans.self) },
            confidence: try wire.optional { try $0.double() }, target: try wire.optional { try $0.address() })
    }
}
