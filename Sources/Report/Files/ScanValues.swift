import Model

/// The values of a round as JSON; names as in docs/schema/scan.schema.json.
package enum ScanValues {
    /// The members of a document's head, its format first.
    package static func scan(_ scan: ScanRecord, previous: PreviousScan?, schema: String) -> [(String, JSON)] {
        [
            ("schema", .text(schema)),
            ("id", .text(scan.id)),
            ("regions", .list(scan.regions.map { .text($0) })),
            ("started_at", .text(scan.startedAt.iso8601)),
            ("finished_at", .optional(scan.finishedAt?.iso8601)),
            ("tool_version", .text(scan.toolVersion)),
            ("rules_hash", .text(scan.rulesHash)),
            ("lists", .list(scan.lists.map { .text($0) })),
            ("previous", previous.map(self.previous) ?? .null),
            ("incidents", .list(scan.incidents.map(incident))),
            ("stats", .object(scan.stats.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })),
        ]
    }

    private static func previous(_ scan: PreviousScan) -> JSON {
        .object([("id", .text(scan.id)), ("finished_at", .text(scan.finishedAt.iso8601))])
    }

    private static func incident(_ incident: Incident) -> JSON {
        .object([
            ("kind", .text(incident.kind.rawValue)),
            ("subject", .text(incident.subject)),
            ("started_at", .text(incident.startedAt.iso8601)),
            ("ended_at", .optional(incident.endedAt?.iso8601)),
            ("offices", .list(incident.offices.map { .text($0) })),
        ])
    }

    package static func office(_ office: OfficeResult) -> JSON {
        let target = office.target
        let verdict = office.verdict
        let members: [(String, JSON)] = [
            ("kode", .text(target.code)),
            ("nama", .text(target.name)),
            ("jenis", .text(target.kind)),
            ("wilayah", .text(target.region)),
            ("induk", .optional(target.parent)),
            ("url_daftar", .optional(target.listed)),
            ("status", .text(verdict.status.rawValue)),
            ("status_reason", .text(verdict.reason)),
            (
                "status_values",
                .object(verdict.reasonValues.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
            ),
            ("confirmed", .flag(office.isProven)),
            ("proof", proof(verdict.proof)),
            ("same_since", .optional(office.sameSince?.iso8601)),
            ("previous_status", .optional(office.previousStatus?.rawValue)),
            ("previous_url", .optional(office.previousAddress?.description)),
            ("previous_domain_class", .optional(office.previousDomainClass?.rawValue)),
            ("site", site(verdict)),
            ("attempts", .list(office.attempts.map(attempt))),
            ("candidates", .list(candidates(office))),
            ("suspects", .list(office.suspects.map { .text($0.description) })),
            ("social_media", .list(office.socialMedia.map { .text($0.description) })),
            ("pages_read", .number(office.pagesRead)),
            ("started_at", .text(office.startedAt.iso8601)),
            ("finished_at", .text(office.finishedAt.iso8601)),
            ("items", .list(verdict.items.map(item))),
            ("suggested_host", .optional(office.suggestedHost)),
            ("reach", office.doors.map { reach($0, at: office.finishedAt) } ?? .null),
            ("services", .list((verdict.services ?? []).map(service))),
            ("statements", .list(office.statements.map(statement))),
        ]
        return .object(members + facts(verdict.facts))
    }

    /// Only of offices whose pages were looked at for them.
    private static func facts(_ facts: SiteFacts?) -> [(String, JSON)] {
        guard let facts else { return [] }
        let template: JSON =
            facts.template.map { .object([("platform", .text($0.platform)), ("theme", .text($0.theme))]) } ?? .null
        return [
            ("electronic_services", .list(facts.electronic.map(service))),
            ("accessibility", .list(facts.accessibility.map(check))), ("template", template),
        ]
    }

    private static func service(_ service: ElectronicService) -> JSON {
        .object([
            ("kind", .text(service.kind.rawValue)), ("url", .optional(service.address?.description)),
            ("place", .text(service.place)), ("quotation", .text(service.quotation)), ("rule", .text(service.rule)),
            ("page", .optional(service.page?.description)),
        ])
    }

    private static func check(_ fact: AccessibilityFact) -> JSON {
        .object([
            ("check", .text(fact.check.rawValue)), ("criterion", .text(fact.check.criterion)),
            ("failures", .number(fact.failures)), ("looked", .number(fact.looked)),
            ("places", .list(fact.places.map { .text($0) })), ("page", .optional(fact.page?.description)),
        ])
    }

    private static func service(_ service: ServiceVerdict) -> JSON {
        .object([
            ("name", .text(service.name)),
            ("others", .text(service.others.rawValue)),
            ("items", .list(service.items.map(item))),
        ])
    }

    private static func reach(_ facts: DoorFacts, at now: Timestamp) -> JSON {
        .object([
            ("doors", .list(facts.doors.map(door))),
            ("canonical", .optional(facts.canonical?.description)),
            ("hsts", .optional(facts.hsts)),
            ("upgrades_to_https", .flag(facts.upgradesToHTTPS)),
            ("certificate_days_left", facts.certificateDaysLeft(at: now).map { .number($0) } ?? .null),
            ("ipv4", .list(facts.ipv4.map { .text($0) })),
            ("ipv6", .list(facts.ipv6.map { .text($0) })),
            ("aliases", .list(facts.aliases.map { .text($0) })),
            ("domain", facts.domain.map(domain) ?? .null),
            ("network", facts.network.map(network) ?? .null),
        ])
    }

    private static func domain(_ facts: DomainFacts) -> JSON {
        .object([
            ("name", .text(facts.domain)), ("name_servers", .list(facts.nameServers.map { .text($0) })),
            ("mail", .list(facts.mail.map { .text($0) })), ("spf", .optional(facts.spf)),
            ("dmarc", .optional(facts.dmarc)), ("unanswered", .list(facts.unanswered.map { .text($0) })),
        ])
    }

    private static func network(_ network: HostingNetwork) -> JSON {
        .object([
            ("number", .number(network.number)), ("country", .text(network.country)), ("name", .text(network.name)),
        ])
    }

    private static func door(_ door: DoorFacts.Door) -> JSON {
        .object([
            ("url", .text(door.address.description)),
            ("http_status", door.status.map { .number($0) } ?? .null),
            ("final_url", .optional(door.final?.description)),
            ("failure", .optional(door.failure?.rawValue)),
            ("tls_problem", .optional(door.tls?.problem?.rawValue)),
        ])
    }

    private static func statement(_ said: HumanStatement) -> JSON {
        .object([
            ("id", .number(said.id)),
            ("kind", .text(said.kind.rawValue)),
            ("scan", .optional(said.scan)),
            ("about_status", .optional(said.status?.rawValue)),
            ("by", .text(said.by)),
            ("at", .text(said.at.iso8601)),
            ("note", .text(said.note)),
            ("url", .optional(said.address?.description)),
            ("expires", .optional(said.expires?.iso8601)),
            ("answer", said.answer.map(answer) ?? .null),
        ])
    }

    private static func answer(_ answer: HumanStatement.Answer) -> JSON {
        .object([
            ("by", .text(answer.by)), ("at", .text(answer.at.iso8601)), ("note", .text(answer.note)),
            ("outcome", .text(answer.outcome.rawValue)),
        ])
    }

    private static func proof(_ proof: Proof) -> JSON {
        .object([
            ("attempts", .number(proof.attempts)),
            ("days", .list(proof.days.map { .text($0) })),
            ("first", .optional(proof.first?.iso8601)),
            ("last", .optional(proof.last?.iso8601)),
        ])
    }

    private static func site(_ verdict: Verdict) -> JSON {
        .object([
            ("url", .optional(verdict.siteAddress?.description)),
            ("final_url", .optional(verdict.finalAddress?.description)),
            ("domain_class", .text(verdict.domainClass.rawValue)),
            ("condition", .text(verdict.condition.rawValue)),
            ("tls_problem", .optional(verdict.tls?.problem?.rawValue)),
        ])
    }

    package static func attempt(_ attempt: Attempt) -> JSON {
        .object([
            ("url", .text(attempt.candidate.address.description)),
            ("reason", .text(attempt.candidate.reason.rawValue)),
            ("detail", .text(attempt.candidate.detail)),
            ("at", .text(attempt.at.iso8601)),
            ("dns", attempt.dns.map(names) ?? .null),
            ("http_status", .optional(attempt.status)),
            ("final_url", .optional(attempt.finalAddress?.description)),
            ("failure", .optional(attempt.failure?.rawValue)),
            ("tls_problem", .optional(attempt.tls?.problem?.rawValue)),
            ("trail", .list(attempt.trail.map(hop))),
            ("ip", .optional(attempt.ip)),
            ("sha256", .optional(attempt.sha256)),
            ("result", .text(attempt.result.rawValue)),
            ("note", .text(attempt.note)),
        ])
    }

    private static func names(_ dns: DNSOutcome) -> JSON {
        .object([
            ("host", .text(dns.host)),
            ("kind", .text(dns.kind.rawValue)),
            ("addresses", .list(dns.addresses.map { .text($0) })),
            ("aliases", .list(dns.aliases.map { .text($0) })),
        ])
    }

    private static func hop(_ hop: Hop) -> JSON {
        .object([
            ("url", .text(hop.address.description)),
            ("status", .number(hop.status)),
            ("location", .optional(hop.location)),
            ("ip", .optional(hop.ip)),
        ])
    }

    /// Each address once, in the order tried, with the first reason for it.
    private static func candidates(_ office: OfficeResult) -> [JSON] {
        var seen: Set<WebAddress> = []
        return office.attempts.map(\.candidate).filter { seen.insert($0.address).inserted }.map { candidate in
            .object([
                ("url", .text(candidate.address.description)),
                ("reason", .text(candidate.reason.rawValue)),
                ("detail", .text(candidate.detail)),
            ])
        }
    }

    private static func item(_ item: ItemVerdict) -> JSON {
        .object([
            ("key", .text(item.item.rawValue)),
            ("state", .text(item.state.rawValue)),
            ("reason", .text(item.reason)),
            ("evidence", .list(item.evidence.map { .object(evidence($0)) })),
        ])
    }

    /// The members of one piece of evidence; findings carry them too.
    package static func evidence(_ evidence: Evidence) -> [(String, JSON)] {
        [
            ("url", .text(evidence.address.description)),
            ("quote", .text(evidence.finding.quotation)),
            ("place", .text(evidence.finding.place)),
            ("sha256", .text(evidence.sha256)),
            ("fetched_at", .text(evidence.fetchedAt.iso8601)),
            ("http_status", .number(evidence.status)),
            ("ip", .optional(evidence.ip)),
            ("rule", .text(evidence.finding.rule)),
            ("image_only", .flag(evidence.finding.imageOnly)),
        ] + recognition(evidence.finding)
    }

    /// How words were read that stand in no page, and how surely; left out for ordinary text.
    private static func recognition(_ finding: Finding) -> [(String, JSON)] {
        var members: [(String, JSON)] = []
        if let means = finding.means { members.append(("read_by", .text(means.rawValue))) }
        if let confidence = finding.confidence {
            members.append(("confidence_percent", .number(Int((confidence * 100).rounded()))))
        }
        return members
    }
}
