import Model
import Testing

@testable import Fetch

/// What the fetcher remembers, and for how long.
@Suite struct MemoryTests {
    private func outcome(_ host: String, _ kind: DNSOutcome.Kind = .nxdomain) -> DNSOutcome {
        DNSOutcome(host: host, kind: kind)
    }

    @Test func anAnswerIsGivenUntilItIsTooOld() {
        var memory = NameMemory()
        memory.keep(outcome("a.go.id"), of: "a.go.id", until: 60, now: 0)
        #expect(memory.answer(of: "a.go.id", now: 59)?.kind == .nxdomain)
        #expect(memory.answer(of: "a.go.id", now: 60) == nil)
        #expect(memory.answer(of: "b.go.id", now: 0) == nil)
    }

    @Test func namesThatAreTooOldAreLetGo() {
        var memory = NameMemory()
        // Every second a thousand names that live for ten: never much more than what lives, of a hundred thousand.
        var most = 0
        for second in 0..<100 {
            for name in 0..<1_000 {
                let host = "\(second)-\(name).go.id"
                memory.keep(outcome(host), of: host, until: Double(second + 10), now: Double(second))
            }
            most = max(most, memory.count)
            #expect(memory.answer(of: "\(second)-0.go.id", now: Double(second)) != nil)
        }
        #expect(most <= 22_000)
    }

    @Test func onlyFailuresAreForgotten() {
        var memory = NameMemory()
        for (host, kind) in [("a", DNSOutcome.Kind.servfail), ("b", .timeout), ("c", .nxdomain), ("d", .addresses)] {
            memory.keep(outcome(host, kind), of: host, until: 10, now: 0)
        }
        memory.forgetFailures()
        #expect(["a", "b", "c", "d"].map { memory.answer(of: $0, now: 1) != nil } == [false, false, true, true])
    }

    @Test func aCertificateIsLookedAtAnewAfterHalfAnHour() {
        var memory = TLSMemory()
        #expect(!memory.knows("https://a.go.id", now: 0))
        memory.keep(TLSFacts(problem: .expired), .unverified, of: "https://a.go.id", now: 100)
        #expect(memory.knows("https://a.go.id", now: 1_899))
        #expect(memory.mode(of: "https://a.go.id", now: 1_899) == .unverified)
        // It may have been renewed: the next connection verifies it, and its facts are read again.
        #expect(!memory.knows("https://a.go.id", now: 1_900))
        #expect(memory.mode(of: "https://a.go.id", now: 1_900) == .verified)
    }
}
