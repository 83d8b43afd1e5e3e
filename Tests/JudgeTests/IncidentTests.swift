import Model
import Testing

@testable import Judge

/// Trouble that is nobody's guilt.
struct IncidentTests {
    static func office(_ number: Int, _ attempts: [Attempt]) -> SiteRecord {
        Samples.record(
            attempts,
            target: Target(code: "6112-\(number)", name: "Dinas \(number)", kind: "kesehatan", region: "61.12"))
    }

    static func silent(
        _ number: Int, ip: String = "203.0.113.7", failure: FailureKind = .connectTimeout, minutes: Double = 1
    ) -> SiteRecord {
        office(
            number,
            [
                Samples.attempt(
                    .unreachable, at: "o\(number).kuburayakab.go.id", minutes: minutes, failure: failure,
                    dns: .addresses, ip: ip)
            ])
    }

    static func alive(_ number: Int, ip: String = "203.0.113.7", minutes: Double = 1) -> SiteRecord {
        office(
            number,
            [Samples.attempt(.site, at: "o\(number).kuburayakab.go.id", minutes: minutes, status: 200, ip: ip)])
    }

    @Test("Three offices of one server failing together are one incident")
    func sharedServer() {
        let records = [Self.silent(1, minutes: 1), Self.silent(2, minutes: 4), Self.silent(3, minutes: 9)]
        let incidents = IncidentFinder.incidents(in: records)
        #expect(incidents.map(\.kind) == [.sharedServerDown])
        #expect(incidents.first?.subject == "203.0.113.7")
        #expect(incidents.first?.offices == ["6112-1", "6112-2", "6112-3"])
        #expect(incidents.first?.startedAt == Samples.time(1))
        #expect(incidents.first?.endedAt == Samples.time(9))
        for record in records {
            let verdict = Samples.judged(record, incidents: incidents)
            #expect(verdict.status == .unreachable)
            #expect(verdict.reason == "shared_server_down")
            #expect(verdict.reasonValues["server"] == "203.0.113.7")
            #expect(verdict.proof.attempts == 0, "an incident is no proof against the office")
        }
    }

    static let noIncident: [(String, [SiteRecord])] = [
        (
            "many offices that depend on one site, as puskesmas on their Dinkes",
            (1...4).map { number in
                office(
                    number,
                    [
                        Samples.attempt(
                            .unreachable, at: "dinkes.kuburayakab.go.id", reason: .sisterLink,
                            failure: .connectTimeout, dns: .addresses, ip: "203.0.113.7")
                    ])
            }
        ),
        ("two are a coincidence", [silent(1), silent(2)]),
        ("different servers", [silent(1), silent(2), silent(3, ip: "203.0.113.8")]),
        (
            "the server answers others meanwhile",
            [silent(1, minutes: 1), alive(4, minutes: 3), silent(2, minutes: 4), silent(3, minutes: 9)]
        ),
        (
            "one office trying three names of its own",
            [
                office(
                    1,
                    ["a", "b", "c"].map {
                        Samples.attempt(
                            .unreachable, at: "\($0).kuburayakab.go.id", failure: .connectTimeout, ip: "203.0.113.7")
                    })
            ]
        ),
        (
            "403 is an answer",
            (1...3).map { number in
                office(number, [Samples.attempt(.blocked, at: "o\(number).x.go.id", status: 403, ip: "203.0.113.7")])
            }
        ),
    ]

    @Test(arguments: noIncident)
    func noSharedServer(_ name: String, _ records: [SiteRecord]) {
        #expect(IncidentFinder.incidents(in: records).isEmpty, "\(name)")
    }

    @Test("A server that answered before it fell is still one incident")
    func fellInTheMiddle() {
        let records = [
            Self.alive(9, minutes: 0.5), Self.silent(1, minutes: 4), Self.silent(2, minutes: 5),
            Self.silent(3, failure: .connectRefused, minutes: 6),
        ]
        #expect(IncidentFinder.incidents(in: records).map(\.kind) == [.sharedServerDown])
    }

    @Test("5xx of one server for three offices is an incident too")
    func badGateway() {
        let records = (1...3).map { number in
            Self.office(
                number, [Samples.attempt(.unreachable, at: "o\(number).x.go.id", status: 502, ip: "203.0.113.7")])
        }
        #expect(IncidentFinder.incidents(in: records).map(\.kind) == [.sharedServerDown])
    }

    static func nameless(_ number: Int, _ failure: FailureKind, domain: String = "kuburayakab.go.id") -> SiteRecord {
        office(
            number, [Samples.attempt(.unreachable, at: "o\(number).\(domain)", failure: failure, dns: .servfail)])
    }

    @Test(
        "Three hosts under one domain without a name server are one incident",
        arguments: [FailureKind.dnsServFail, .dnsTimeout])
    func nameServer(_ failure: FailureKind) {
        let records = (1...3).map { Self.nameless($0, failure) }
        let incidents = IncidentFinder.incidents(in: records)
        #expect(incidents.map(\.kind) == [.nameServerDown])
        #expect(incidents.first?.subject == "kuburayakab.go.id")
        let verdict = Samples.judged(records[0], incidents: incidents)
        #expect(verdict.status == .unreachable)
        #expect(verdict.reason == "name_server_down")
        #expect(verdict.proof.attempts == 0)
    }

    @Test("NXDOMAIN is an answer, and other domains are other servers")
    func noNameServerIncident() {
        let answers = (1...3).map { number in
            Self.office(
                number,
                [
                    Samples.attempt(
                        .noSuchName, at: "o\(number).kuburayakab.go.id", failure: .dnsNXDomain, dns: .nxdomain)
                ])
        }
        #expect(IncidentFinder.incidents(in: answers).isEmpty)
        let scattered = ["a.go.id", "b.go.id", "c.go.id"].enumerated().map {
            Self.nameless($0.offset, .dnsServFail, domain: $0.element)
        }
        #expect(IncidentFinder.incidents(in: scattered).isEmpty)
    }

    // MARK: - Our own network

    @Test("Records made while our network was down form stretches, and judge nobody")
    func ownNetwork() {
        var records = (1...3).map { Self.office($0, [Samples.attempt(.noSuchName)]) }
        for index in records.indices { records[index].ownNetworkUp = false }
        records[2].startedAt = Samples.time(90)
        records[2].finishedAt = Samples.time(99)
        let incidents = IncidentFinder.incidents(in: records)
        #expect(incidents.map(\.kind) == [.ownNetworkDown, .ownNetworkDown])
        #expect(incidents.map(\.offices) == [["6112-1", "6112-2"], ["6112-3"]])
        for record in records {
            let verdict = Samples.judged(record, incidents: incidents)
            #expect(verdict.status == .unknown)
            #expect(verdict.reason == "own_network_down")
        }
    }

    static let results: [Attempt.Result] = Attempt.Result.allCases

    @Test("With our network down no answer at all is held against an office", arguments: results)
    func ownNetworkJudgesNobody(_ result: Attempt.Result) {
        var record = Samples.record([Samples.attempt(result)])
        record.ownNetworkUp = false
        #expect(Samples.judged(record).status == .unknown)
    }

    @Test("An incident of our network covers only the offices of its time")
    func ownNetworkElsewhere() {
        let record = Samples.record([Samples.attempt(.noSuchName, dns: .nxdomain)])
        let before = Incident(
            kind: .ownNetworkDown, subject: "", startedAt: Samples.time(-60), endedAt: Samples.time(-30))
        let during = Incident(
            kind: .ownNetworkDown, subject: "", startedAt: Samples.time(10), endedAt: Samples.time(12))
        let open = Incident(kind: .ownNetworkDown, subject: "", startedAt: Samples.time(-5))
        #expect(Samples.judged(record, incidents: [before]).status == .missing)
        #expect(Samples.judged(record, incidents: [during]).status == .unknown)
        #expect(Samples.judged(record, incidents: [open]).status == .unknown)
    }

    @Test("A page that was really received stays seen, but nothing on it is called absent")
    func seenBeforeTheCut() {
        var record = Samples.record(
            [Samples.attempt(.site)], site: Samples.site(),
            pages: [Samples.page("/", [Samples.finding(.visiMisi, .present)])])
        record.ownNetworkUp = false
        let verdict = Samples.judged(record)
        #expect(verdict.status == .active)
        #expect(verdict.items[ItemKey.visiMisi.index].state == .present)
        #expect(verdict.items[ItemKey.biaya.index].state == .unknown)
        #expect(verdict.items[ItemKey.biaya.index].reason == "own_network_down")
    }

    @Test("But an adverse word about a site is not said while our network is down")
    func adverseWhileDown() {
        var record = Samples.record(
            [Samples.attempt(.site)], site: Samples.site(), pages: [Samples.page(condition: .maintenance)])
        record.ownNetworkUp = false
        #expect(Samples.judged(record).status == .unknown)
    }

    @Test("A wildcard is one incident of the region")
    func wildcard() {
        var records = (1...2).map { Self.office($0, [Samples.attempt(.otherOwner)]) }
        for index in records.indices { records[index].wildcardDNS = true }
        let incidents = IncidentFinder.incidents(in: records)
        #expect(incidents.map(\.kind) == [.wildcardDNS])
        #expect(incidents.first?.offices == ["6112-1", "6112-2"])
    }
}
