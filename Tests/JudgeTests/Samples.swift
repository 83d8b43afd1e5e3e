import Model
import Rules

@testable import Judge

/// Literals for one office in one round. Times are minutes after 2026-11-20T02:00Z (09:00 WIB).
enum Samples {
    static let book: RuleBook = {
        do { return try RuleBook.bundled() } catch { fatalError("\(error)") }
    }()
    static let judge = OfficeJudge(book)
    static let dinkes = Target(code: "6112-01", name: "Dinas Kesehatan", kind: "kesehatan", region: "61.12")
    static let host = "dinkes.kuburayakab.go.id"

    static func time(_ minutes: Double = 0, day: Double = 0) -> Timestamp {
        Timestamp(milliseconds: 1_795_140_000_000).adding(seconds: minutes * 60 + day * 86_400)
    }

    static func address(_ text: String) -> WebAddress {
        guard let address = WebAddress(text.hasPrefix("http") ? text : "https://" + text) else {
            fatalError("not an address: \(text)")
        }
        return address
    }

    static func attempt(
        _ result: Attempt.Result, at host: String = host, reason: Candidate.Reason = .listed, minutes: Double = 1,
        day: Double = 0, status: Int? = nil, failure: FailureKind? = nil, dns: DNSOutcome.Kind? = nil,
        ip: String? = nil,
        condition: SiteCondition? = nil, final: String? = nil
    ) -> Attempt {
        let address = address(host)
        return Attempt(
            candidate: Candidate(address: address, reason: reason), at: time(minutes, day: day),
            dns: dns.map { DNSOutcome(host: address.host, kind: $0, addresses: ip.map { [$0] } ?? []) }, status: status,
            finalAddress: final.map(Self.address), failure: failure, ip: ip, result: result, condition: condition)
    }

    static func record(
        _ attempts: [Attempt] = [], site: FoundSite? = nil, pages: [PageRecord] = [],
        coverage: SiteRecord.Coverage = .complete, target: Target = dinkes, day: Double = 0
    ) -> SiteRecord {
        SiteRecord(
            target: target, attempts: attempts, site: site, pages: pages, coverage: site == nil ? .notRead : coverage,
            startedAt: time(0, day: day), finishedAt: time(30, day: day))
    }

    static func site(
        _ host: String = host, reason: Candidate.Reason = .listed, form: FoundSite.Form = .own, final: String? = nil,
        tls: TLSFacts? = nil
    ) -> FoundSite {
        FoundSite(
            candidate: Candidate(address: address(host), reason: reason), address: address(final ?? host), form: form,
            identity: 0.9, tls: tls)
    }

    static func page(
        _ path: String = "/", kind: PageKind = .home, condition: SiteCondition = .normal, _ findings: [Finding] = [],
        status: Int = 200
    ) -> PageRecord {
        let address = address(host + path)
        return PageRecord(
            requested: address, address: address, status: status, title: "", sha256: String(repeating: "a", count: 64),
            ip: "203.0.113.7", bytes: 1000, fetchedAt: time(2),
            reading: PageReading(kind: kind, condition: condition, findings: findings))
    }

    static func finding(
        _ item: ItemKey, _ state: ItemState, strength: Double = 0.8, quote: String = "kutipan", imageOnly: Bool = false
    ) -> Finding {
        Finding(
            item: item, state: state, strength: strength, place: "isi", quotation: quote, rule: "uji",
            imageOnly: imageOnly)
    }

    static func judged(
        _ record: SiteRecord, history: [PastRound] = [], incidents: [Incident] = []
    ) -> Verdict { judge.judge(record, history: history, incidents: incidents) }
}
