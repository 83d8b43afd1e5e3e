import Model
import Report

/// The facts of a bag as JSON: what was asked, what answered, what was found.
struct EvidenceFacts {
    let office: OfficeCase
    let tool: String
    let rulesHash: String
    let madeAt: Timestamp
    var pictures = PicturesTaken(state: .notAsked)

    /// `temuan.json`: the verdict and each item with its evidence; names as in scan.schema.json.
    var findings: JSON {
        let verdict = office.verdict
        return .object([
            ("schema", .text("ronda/evidence-findings/1")), ("scan", .text(office.scan.id)),
            ("kode", .text(office.record.target.code)), ("nama", .text(office.record.target.name)),
            ("wilayah", .text(office.record.target.region)), ("status", .text(verdict.status.rawValue)),
            ("status_reason", .text(verdict.reason)),
            ("confirmed", .flag(verdict.proof.proven)), ("condition", .text(verdict.condition.rawValue)),
            ("coverage", .text(office.record.coverage.rawValue)),
            ("items", .list(verdict.items.map(item))),
        ])
    }

    private func item(_ item: ItemVerdict) -> JSON {
        .object([
            ("key", .text(item.item.rawValue)), ("state", .text(item.state.rawValue)), ("reason", .text(item.reason)),
            ("evidence", .list(item.evidence.map { .object(ScanValues.evidence($0).map(masked)) })),
        ])
    }

    private func masked(_ member: (String, JSON)) -> (String, JSON) {
        guard case .text(let text) = member.1, member.0 != "sha256" else { return member }
        return (member.0, .text(IdentityMask.mask(text)))
    }

    /// `fakta.json`: names, connections, certificates and pages.
    var network: JSON {
        let record = office.record
        return .object([
            ("schema", .text("ronda/evidence-facts/1")), ("scan", .text(office.scan.id)),
            ("started_at", .text(record.startedAt.iso8601)), ("finished_at", .text(record.finishedAt.iso8601)),
            ("own_network_up", .flag(record.ownNetworkUp)), ("wildcard_dns", .flag(record.wildcardDNS)),
            ("portal_read", record.portalRead.map { .flag($0) } ?? .null),
            ("site", .optional(record.site?.address.description)),
            ("tls", (office.verdict.tls ?? record.site?.tls).map(tls) ?? .null),
            ("request_headers", .list((office.scan.requestHeaders ?? []).map { .text($0) })),
            ("pages", .list(record.pages.map(page))),
            ("other_answers", .list((record.answers ?? []).map(page))),
            ("unread", .list(record.unread.map(unread))), ("pictures", pictures.json),
        ])
    }

    private func tls(_ facts: TLSFacts) -> JSON {
        .object([
            ("problem", .optional(facts.problem?.rawValue)), ("subject", .optional(facts.subject)),
            ("issuer", .optional(facts.issuer)), ("not_after", .optional(facts.notAfter?.iso8601)),
        ])
    }

    private func page(_ page: PageRecord) -> JSON {
        .object([
            ("url", .text(page.address.description)), ("requested", .text(page.requested.description)),
            ("http_status", .number(page.status)), ("fetched_at", .text(page.fetchedAt.iso8601)),
            ("ip", .optional(page.ip)), ("content_type", .text(page.contentType)), ("bytes", .number(page.bytes)),
            ("sha256", .text(page.sha256)), ("title", .text(IdentityMask.mask(page.title))),
            ("kind", .text(page.reading.kind.rawValue)), ("condition", .text(page.reading.condition.rawValue)),
            ("notes", .list(page.notes.map { .text($0) })),
            ("headers_kept", .flag(page.exchange != nil)),
            ("milliseconds", .optional(page.exchange?.milliseconds)),
            ("not_modified", .flag(page.exchange?.notModified ?? false)),
            ("hops", .list((page.exchange?.trail ?? []).map(Self.hop))),
        ])
    }

    private func unread(_ page: UnreadPage) -> JSON {
        .object([
            ("url", .text(page.address.description)), ("http_status", .optional(page.status)),
            ("failure", .optional(page.failure?.rawValue)),
        ])
    }

    /// `percobaan.json`: every attempt of this round and of earlier ones, and the control hosts at those times.
    var attempts: JSON {
        let this = round(
            office.scan.id, at: office.record.finishedAt, status: office.verdict.status, office.record.attempts,
            up: office.record.ownNetworkUp)
        let proof = office.verdict.proof
        return .object([
            ("schema", .text("ronda/evidence-attempts/1")),
            (
                "proof",
                .object([
                    ("proven", .flag(proof.proven)), ("attempts", .number(proof.attempts)),
                    ("days", .list(proof.days.map { .text($0) })), ("first", .optional(proof.first?.iso8601)),
                    ("last", .optional(proof.last?.iso8601)),
                ])
            ),
            (
                "rounds",
                .list(
                    [this]
                        + office.rounds.map {
                            round(
                                $0.scan, at: $0.finishedAt, status: $0.verdict.status, $0.attempts, up: $0.ownNetworkUp)
                        })
            ),
            ("incidents", .list(office.scan.incidents.filter(concerns).map(incident))),
        ])
    }

    private func round(
        _ scan: String, at time: Timestamp, status: OfficeStatus, _ attempts: [Attempt], up: Bool
    ) -> JSON {
        .object([
            ("scan", .text(scan)), ("finished_at", .text(time.iso8601)), ("status", .text(status.rawValue)),
            ("own_network_up", .flag(up)), ("attempts", .list(attempts.map(ScanValues.attempt))),
            ("control_hosts", .list((office.controls[scan] ?? []).map(control))),
        ])
    }

    private func control(_ check: ControlCheck) -> JSON {
        .object([
            ("at", .text(check.at.iso8601)), ("up", .flag(check.up)), ("answered", .optional(check.answered)),
            ("asked", .list(check.asked.map { .text($0) })),
        ])
    }

    private func concerns(_ incident: Incident) -> Bool { incident.offices.contains(office.record.target.code) }

    private func incident(_ incident: Incident) -> JSON {
        .object([
            ("kind", .text(incident.kind.rawValue)), ("subject", .text(incident.subject)),
            ("started_at", .text(incident.startedAt.iso8601)), ("ended_at", .optional(incident.endedAt?.iso8601)),
        ])
    }

    private static func hop(_ hop: Hop) -> JSON {
        .object([
            ("url", .text(hop.address.description)), ("http_status", .number(hop.status)),
            ("location", .optional(hop.location)), ("ip", .optional(hop.ip)),
        ])
    }

    /// `pernyataan.json`: what people said of the office; personal numbers masked.
    var statements: JSON {
        .object([
            ("schema", .text("ronda/evidence-statements/1")),
            ("statements", .list(office.statements.map(statement))),
        ])
    }

    private func statement(_ said: HumanStatement) -> JSON {
        let answer = said.answer.map { answer in
            JSON.object([
                ("outcome", .text(answer.outcome.rawValue)), ("by", .text(IdentityMask.mask(answer.by))),
                ("at", .text(answer.at.iso8601)), ("note", .text(IdentityMask.mask(answer.note))),
            ])
        }
        return .object([
            ("id", .number(said.id)), ("kind", .text(said.kind.rawValue)), ("scan", .optional(said.scan)),
            ("status", .optional(said.status?.rawValue)), ("by", .text(IdentityMask.mask(said.by))),
            ("at", .text(said.at.iso8601)), ("note", .text(IdentityMask.mask(said.note))),
            ("address", .optional(said.address?.description)), ("expires", .optional(said.expires?.iso8601)),
            ("answer", answer ?? .null),
        ])
    }

    /// `versi.json`: which program and rules saw and judged.
    var versions: JSON {
        .object([
            ("schema", .text("ronda/evidence-versions/1")), ("scan_tool", .text("ronda \(office.scan.toolVersion)")),
            ("bag_tool", .text("ronda \(tool)")), ("scan_rules_sha256", .text(office.scan.rulesHash)),
            ("rules_sha256_now", .text(rulesHash)), ("made_at", .text(madeAt.iso8601)),
            ("lists", .list(office.scan.lists.map { .text($0) })),
            ("formats", .list(["BagIt 1.0 (RFC 8493)", "WARC 1.1 (ISO 28500:2017)"].map { .text($0) })),
        ])
    }
}
