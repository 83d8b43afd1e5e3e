import Model
import Testing

@testable import Judge

/// Absence is proven by repetition over days, and nothing else.
struct OfficeProofTests {
    static func round(
        _ status: OfficeStatus, day: Double, tries: Int = 1, reason: String = "nxdomain_all", up: Bool = true
    ) -> PastRound {
        PastRound(
            at: Samples.time(0, day: day), status: status, reason: reason,
            tries: (0..<tries).map { Samples.time(Double($0) * 6, day: day) }, ownNetworkUp: up)
    }

    /// A round of today in which the listed name was unknown in `tries` passes, six minutes apart.
    static func today(tries: Int = 1, gap: Double = 6) -> SiteRecord {
        Samples.record(
            (0..<tries).map { Samples.attempt(.noSuchName, minutes: 1 + Double($0) * gap, dns: .nxdomain) })
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var tries: Int
        var gap: Double = 6
        var history: [PastRound]
        var attempts: Int
        var days: Int
        var proven: Bool
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "one round proposes only", tries: 1, history: [], attempts: 1, days: 1, proven: false),
        Case(name: "three passes of one day", tries: 3, history: [], attempts: 3, days: 1, proven: false),
        Case(
            name: "two days, two tries", tries: 1, history: [round(.missing, day: -2)], attempts: 2, days: 2,
            proven: false),
        Case(
            name: "two days, two passes each", tries: 2, history: [round(.missing, day: -2, tries: 2)], attempts: 4,
            days: 2, proven: true),
        Case(
            name: "three days", tries: 1, history: [round(.missing, day: -1), round(.missing, day: -2)], attempts: 3,
            days: 3, proven: true),
        Case(
            name: "retries within seconds are one try", tries: 4, gap: 0.2, history: [round(.missing, day: -1)],
            attempts: 2, days: 2, proven: false),
        Case(
            name: "seen active in between", tries: 1,
            history: [
                round(.missing, day: -1), round(.active, day: -2, reason: "site_ok"),
                round(.missing, day: -3, tries: 3),
            ], attempts: 2, days: 2, proven: false),
        Case(
            name: "unreachable in between breaks the series", tries: 2,
            history: [round(.unreachable, day: -1, reason: "timeout"), round(.missing, day: -2, tries: 3)], attempts: 2,
            days: 1, proven: false),
        Case(
            name: "own network down counts neither way", tries: 2,
            history: [round(.missing, day: -1, up: false), round(.missing, day: -2, tries: 1)], attempts: 3, days: 2,
            proven: true),
        Case(
            name: "an unknown round counts neither way", tries: 2,
            history: [round(.unknown, day: -1, tries: 0, reason: "cancelled"), round(.missing, day: -2)], attempts: 3,
            days: 2, proven: true),
        Case(
            name: "a round without counted tries counts neither way", tries: 2,
            history: [round(.unreachable, day: -1, tries: 0, reason: "shared_server_down"), round(.missing, day: -2)],
            attempts: 3, days: 2, proven: true),
        Case(
            name: "history in any order", tries: 1,
            history: [round(.missing, day: -2), round(.active, day: -9), round(.missing, day: -1)], attempts: 3,
            days: 3,
            proven: true),
        Case(
            name: "rounds of the future are not history", tries: 1,
            history: [round(.missing, day: 1), round(.missing, day: 2)], attempts: 1, days: 1, proven: false),
    ]

    @Test(arguments: cases)
    func proof(_ given: Case) {
        let verdict = Samples.judged(Self.today(tries: given.tries, gap: given.gap), history: given.history)
        #expect(verdict.status == .missing)
        #expect(verdict.proof.attempts == given.attempts)
        #expect(verdict.proof.days.count == given.days)
        #expect(verdict.proof.proven == given.proven)
    }

    @Test("Days are days in Western Indonesia: 23:30 and 00:30 WIB are two")
    func daysAreWIB() {
        // 16:30Z and 17:30Z of one UTC day.
        let late = PastRound(
            at: Samples.time(870), status: .missing, reason: "nxdomain_all", tries: [Samples.time(870)])
        var record = Samples.record([
            Samples.attempt(.noSuchName, minutes: 930, dns: .nxdomain),
            Samples.attempt(.noSuchName, minutes: 940, dns: .nxdomain),
        ])
        record.startedAt = Samples.time(925)
        record.finishedAt = Samples.time(945)
        let proof = Samples.judged(record, history: [late]).proof
        #expect(proof.days == ["2026-11-20", "2026-11-21"])
        #expect(proof.proven)
    }

    @Test("Without the portal an absence is proposed, not proven")
    func portalUnread() {
        var record = Self.today(tries: 2)
        record.portalRead = false
        let verdict = Samples.judged(record, history: [Self.round(.missing, day: -1, tries: 3)])
        #expect(verdict.status == .missing)
        #expect(!verdict.proof.proven)
    }

    @Test("Unreachable for long is proven as unreachable, whatever the kind of silence")
    func longUnreachable() {
        let record = Samples.record([Samples.attempt(.unreachable, failure: .connectRefused)])
        let history = [
            Self.round(.unreachable, day: -1, reason: "timeout"), Self.round(.unreachable, day: -5, reason: "reset"),
        ]
        let verdict = Samples.judged(record, history: history)
        #expect(verdict.status == .unreachable)
        #expect(verdict.proof.proven)
        #expect(verdict.proof.days.count == 3)
    }

    @Test("A seen site proves itself; a blocked one proves nothing")
    func otherStates() {
        let active = Samples.record([Samples.attempt(.site)], site: Samples.site(), pages: [Samples.page()])
        #expect(Samples.judged(active).proof.proven)
        let blocked = Samples.record([Samples.attempt(.blocked, status: 403)])
        #expect(!Samples.judged(blocked, history: [Self.round(.blocked, day: -1, tries: 5)]).proof.proven)
    }

    @Test("The round that goes into history keeps the tries of its strongest candidate")
    func pastRoundOfAttempts() {
        let attempts = [
            Samples.attempt(.noSuchName, minutes: 1), Samples.attempt(.noSuchName, minutes: 20),
            Samples.attempt(.noSuchName, at: "dikes.kuburayakab.go.id", reason: .namingRule, minutes: 40),
            Samples.attempt(.notCounted, minutes: 60, failure: .ownNetworkDown),
        ]
        let verdict = Samples.judged(Samples.record(attempts))
        let round = PastRound(at: Samples.time(), verdict: verdict, attempts: attempts)
        #expect(round.tries == [Samples.time(1), Samples.time(20)])
        #expect(PastRound(at: Samples.time(), verdict: verdict, attempts: attempts, ownNetworkUp: false).tries.isEmpty)
    }

    @Test("The gap is five minutes, to the second", arguments: [(299.0, 1), (300, 2)])
    func gap(_ seconds: Double, _ tries: Int) {
        let attempts = [
            Samples.attempt(.noSuchName, minutes: 1), Samples.attempt(.noSuchName, minutes: 1 + seconds / 60),
        ]
        #expect(OfficeProof.tries(of: attempts).count == tries)
    }

    @Test("Tries are the same from the memory and from a store, which keeps seconds")
    func triesOfWholeSeconds() {
        let hosts = (0..<8).map { "dinkes\($0).kuburayakab.go.id" }
        // The first tries lie within one second, the later ones in two; the earliest host of the memory is not that of the store.
        let attempts = hosts.enumerated().flatMap { number, host in
            [1, 10].map { minute in
                let late = minute == 10 && number == 0 ? 1.5 : 0.1 * Double(number)
                return Samples.attempt(.noSuchName, at: host, reason: .namingRule, minutes: minute + late / 60)
            }
        }
        let stored = attempts.map { attempt in
            var attempt = attempt
            attempt.at = Timestamp(iso8601: attempt.at.iso8601) ?? attempt.at
            return attempt
        }
        let tries = OfficeProof.tries(of: attempts)
        #expect(tries == [Samples.time(1), Samples.time(10)])
        #expect(OfficeProof.tries(of: stored) == tries)
    }
}
