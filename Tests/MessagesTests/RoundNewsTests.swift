import Model
import Testing

@testable import Messages

@Suite struct RoundNewsTests {
    private let end = Timestamp(milliseconds: 1_795_140_000_000)
    private let office = Target(code: "A1", name: "Dinas Kesehatan", kind: "kesehatan", region: "61.12")

    private func verdict(_ status: OfficeStatus, proven: Bool = false, certificate days: Double? = nil) -> Verdict {
        Verdict(
            status: status, reason: "x",
            proof: Proof(proven: proven, attempts: 4, days: ["2026-11-20", "2026-11-22"], last: end),
            finalAddress: WebAddress("https://dinkes.contoh.go.id/"), domainClass: .compliant,
            tls: days.map { TLSFacts(notAfter: end.adding(seconds: $0 * 86_400)) }, items: [])
    }

    private func news(_ now: Verdict, _ history: [Verdict], badRounds: Int = 2) -> RoundNews {
        var news = RoundNews(badRounds: badRounds)
        news.add(office, now, history: history, finished: end, before: end.adding(seconds: -86_400))
        return news
    }

    @Test(arguments: 2...4) func aFallIsToldOnceAfterAsManyBadRoundsAsAsked(rounds: Int) {
        let good = [verdict(.active), verdict(.active), verdict(.active)]
        let told = (0...5).map { earlier in
            let bad = Array(repeating: verdict(.unreachable), count: earlier)
            return news(verdict(.unreachable), bad + good, badRounds: rounds).regressed.map(\.detail)
        }
        #expect(told == (0...5).map { $0 + 1 == rounds ? ["3"] : [] })
    }

    /// A site that is well has no tries behind its proof: what counts is when the round before ended.
    @Test func aCertificateIsToldOnceForASiteThatIsWell() {
        var before = verdict(.active, certificate: 9)
        before.proof = Proof(proven: true, attempts: 0, days: [])
        #expect(news(verdict(.active, certificate: 9), [before]).certificates.isEmpty)
    }

    @Test func aSiteThatIsThereNowIsNews() {
        #expect(news(verdict(.active), [verdict(.missing)]).provided.count == 1)
        #expect(news(verdict(.active), [verdict(.active)]).isEmpty)
        #expect(news(verdict(.active), [verdict(.unreachable)]).isEmpty, "a site that answers again was never gone")
    }

    @Test func anAbsenceIsNewsOnceAndOnlyWhenProven() {
        #expect(news(verdict(.missing), []).isEmpty)
        #expect(news(verdict(.missing, proven: true), [verdict(.missing)]).missing.count == 1)
        #expect(news(verdict(.missing, proven: true), [verdict(.missing, proven: true)]).isEmpty)
    }

    @Test func oneBadNightIsNoNewsAndTheSecondIsToldOnce() {
        let good = [verdict(.active), verdict(.active), verdict(.active)]
        #expect(news(verdict(.unreachable), good).isEmpty)
        #expect(news(verdict(.unreachable), [verdict(.unreachable)] + good).regressed.count == 1)
        #expect(news(verdict(.unreachable), [verdict(.unreachable), verdict(.unreachable)] + good).isEmpty)
        #expect(news(verdict(.unreachable), [verdict(.unreachable), verdict(.active)]).isEmpty, "never long good")
        #expect(news(verdict(.blocked), [verdict(.blocked)] + good).isEmpty, "blocked is not down")
    }

    @Test func certificatesAreToldWhenTheyEnterTheirLastDays() {
        #expect(news(verdict(.active, certificate: 10), [verdict(.active, certificate: 20)]).certificates.count == 1)
        #expect(news(verdict(.active, certificate: 9), [verdict(.active, certificate: 10)]).isEmpty)
        #expect(news(verdict(.active, certificate: 30), []).isEmpty)
    }

    @Test func hackedSitesAreForPrivateReceiversAndNeverALink() {
        let told = news(verdict(.compromised), [verdict(.active)])
        #expect(told.compromised.count == 1)
        let open = Digest(told, region: "X", lead: "Satu.", scan: "s", isPrivate: false, english: false)
        #expect(!open.body.contains("Dinas Kesehatan") && !open.body.contains("disusupi"))
        let secret = Digest(told, region: "X", lead: "Satu.", scan: "s", isPrivate: true, english: false)
        #expect(secret.body.contains("dinkes[.]contoh[.]go[.]id"))
    }

    @Test func noNameCanBeginAHeader() {
        let evil = Target(code: "A", name: "Dinas\r\nBcc: x@y.z\n", kind: "", region: "")
        var news = RoundNews()
        news.add(evil, verdict(.active), history: [verdict(.missing)], finished: end, before: nil)
        let digest = Digest(news, region: "A\r\nBcc: q", lead: "L", scan: "s", isPrivate: false, english: true)
        #expect(!digest.subject.contains("\n") && !digest.subject.contains("\r"))
        #expect(!digest.body.contains("\nBcc"))
    }
}
