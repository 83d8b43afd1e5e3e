import Model
import Testing

@Suite struct StandingTests {
    private static func time(_ day: Int) -> Timestamp {
        Timestamp(iso8601: "2026-03-01T00:00:00Z").map { $0.adding(seconds: Double(day) * 86_400) }
            ?? Timestamp(milliseconds: 0)
    }

    private func said(
        _ kind: HumanStatement.Kind, day: Int, status: OfficeStatus? = .missing, until: Int? = nil,
        answered: (day: Int, outcome: HumanStatement.Outcome)? = nil
    ) -> HumanStatement {
        HumanStatement(
            kind: kind, office: "A", status: status, by: "Siti", at: Self.time(day), note: "-",
            expires: until.map(Self.time),
            answer: answered.map { .init(by: "Budi", at: Self.time($0.day), note: "-", outcome: $0.outcome) })
    }

    private func standing(_ said: [HumanStatement], on day: Int, _ status: OfficeStatus = .missing) -> Standing {
        Standing(said, status: status, at: Self.time(day))
    }

    @Test func aConfirmationHoldsForItsStatusAndItsTime() {
        let confirm = said(.confirm, day: 1, until: 10)
        #expect(standing([confirm], on: 2).confirmation == confirm)
        #expect(standing([confirm], on: 2, .unreachable).confirmation == nil, "another status")
        #expect(standing([confirm], on: 10).confirmation == nil, "its time has run out")
        #expect(standing([confirm], on: 0).confirmation == nil, "not said yet")
    }

    @Test func anObjectionHoldsUntilItIsAnswered() {
        #expect(standing([said(.object, day: 1)], on: 300).isDisputed)
        let dismissed = said(.object, day: 1, answered: (5, .dismissed))
        #expect(standing([dismissed], on: 4).isDisputed, "the answer is yet to come")
        #expect(!standing([dismissed], on: 5).isDisputed)
    }

    @Test func anObjectionThatWasRightHoldsUntilAPersonConfirms() {
        let right = said(.object, day: 1, answered: (5, .accepted))
        #expect(standing([right], on: 400).acceptedObjection == right)
        #expect(standing([said(.confirm, day: 3), right], on: 9).isDisputed, "confirmed before it was settled")
        #expect(!standing([right, said(.confirm, day: 8)], on: 9).isDisputed)
        #expect(standing([right, said(.confirm, day: 8, status: .offDomain)], on: 9).isDisputed, "another status")
    }

    @Test func anExplanationExpires() {
        let note = said(.explain, day: 1, until: 30)
        #expect(standing([note], on: 29).explanation == note)
        #expect(standing([note], on: 30).explanation == nil)
        #expect(standing([note], on: 30).expired == [note])
        #expect(!standing([note], on: 29).isDisputed, "it explains the row and does not take it away")
    }

    @Test(arguments: [
        (OfficeStatus.missing, false, false, false), (.missing, true, false, true), (.missing, false, true, true),
        (.unknown, false, true, false), (.blocked, false, true, false),
    ])
    func onlyWhatMayStandInALetterIsProvenByAPerson(
        status: OfficeStatus, proven: Bool, confirmed: Bool, expected: Bool
    ) {
        var office = OfficeResult(
            target: Target(code: "A", name: "Dinas", kind: "", region: "61.12"),
            verdict: Verdict(
                status: status, reason: "", proof: Proof(proven: proven, attempts: 1, days: []),
                domainClass: .missing, items: []), attempts: [], pagesRead: 0, startedAt: Self.time(1),
            finishedAt: Self.time(1))
        office.asOf = Self.time(9)
        if confirmed { office.statements = [said(.confirm, day: 2, status: status)] }
        #expect(office.isProven == expected)
        office.statements.append(said(.object, day: 3))
        #expect(!office.isProven, "an open objection takes it away")
    }
}
