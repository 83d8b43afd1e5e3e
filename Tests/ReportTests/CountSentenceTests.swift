import Model
import Rules
import Testing

@testable import Report

struct CountSentenceTests {
    private func numbers(
        opd: Int = 36, missing: Int = 0, proven: Int = 0, moved: Int = 0, puskesmas: Int = 0, without: Int = 0,
        withoutProven: Int = 0, undecided: Int = 0, previous: Bool = true
    ) -> CountSentence {
        var numbers = CountSentence.Numbers()
        numbers.opdTotal = opd
        numbers.opdMissing = missing
        numbers.opdMissingProven = proven
        numbers.opdNowGoID = moved
        numbers.puskesmasTotal = puskesmas
        numbers.puskesmasMissing = without
        numbers.puskesmasMissingProven = withoutProven
        numbers.undecided = undecided
        numbers.hasPrevious = previous
        return CountSentence(numbers: numbers)
    }

    @Test func saysTheSentenceThatStartedTheProject() {
        let sentence = numbers(missing: 11, proven: 11, moved: 2, puskesmas: 12, without: 12, withoutProven: 12)
        #expect(
            sentence.text(.id)
                == "11 OPD belum memiliki situs web, 2 OPD yang sebelumnya tidak memakai .go.id kini sudah memakainya, "
                + "dan 12 dari 12 puskesmas belum memiliki situs.")
        #expect(
            sentence.text(.en)
                == "11 OPD have no website, 2 OPD that had no .go.id address now have one, "
                + "and 12 of 12 puskesmas have no site.")
        #expect(sentence.proofText(.id) == "Dari 23 ketiadaan itu, semuanya sudah terbukti.")
    }

    @Test func saysProvenAndNotProvenApart() {
        let sentence = numbers(missing: 11, proven: 9, puskesmas: 12, without: 3, withoutProven: 0)
        #expect(
            sentence.proofText(.id)
                == "Dari 14 ketiadaan itu, 9 sudah terbukti dan 5 belum terbukti; yang belum terbukti perlu diperiksa lagi pada hari lain."
        )
    }

    @Test func leavesOutWhatCannotBeSaid() {
        #expect(
            numbers(opd: 0, puskesmas: 4, without: 1, withoutProven: 1, previous: true).text(.id)
                == "1 dari 4 puskesmas belum memiliki situs.")
        #expect(
            numbers(missing: 1, proven: 1, puskesmas: 4, previous: false).text(.id)
                == "1 OPD belum memiliki situs web dan tidak ada puskesmas dari 4 yang tercatat belum memiliki situs.")
        #expect(numbers(opd: 0).text(.id) == "Daftar ini tidak memuat OPD maupun puskesmas.")
        #expect(numbers(previous: false).proofText(.id) == "Ini putaran pertama, sehingga belum ada pembanding.")
    }

    @Test func whatIsNotProvenIsAPresumption() {
        #expect(
            numbers(missing: 3, puskesmas: 4, without: 1, previous: false).text(.id)
                == "3 OPD diduga belum memiliki situs web dan 1 dari 4 puskesmas diduga belum memiliki situs.")
        #expect(
            numbers(missing: 3, proven: 2, previous: false).text(.en)
                == "3 OPD seem to have no website (2 of them proven).")
    }

    @Test func beginsWithACapital() {
        #expect(numbers(previous: false).text(.id) == "Tidak ada OPD yang tercatat belum memiliki situs web.")
    }

    @Test func countsTheSample() {
        let numbers = CountSentence(SampleSnapshot.full).numbers
        #expect(numbers.opdTotal == 14)
        #expect(numbers.opdMissing == 3)
        #expect(numbers.opdMissingProven == 2)
        #expect(numbers.opdNowGoID == 1)
        #expect(numbers.puskesmasTotal == 2)
        #expect(numbers.puskesmasMissing == 1)
        #expect(numbers.puskesmasMissingProven == 1)
        // blocked, unknown, and the unreachable one without proof
        #expect(numbers.undecided == 3)
    }

    @Test(arguments: [
        (OfficeStatus?.some(.missing), DomainClass?.some(.missing), true), (.offDomain, .nonCompliant, true),
        (.socialOnly, .missing, true), (.placeholder, .nonCompliant, true), (.placeholder, .compliant, false),
        (.active, .wrongClass, true), (.active, .compliant, false), (.section, .compliantShared, false),
        // A round that could not look saw no absence.
        (.unreachable, .missing, false), (.unknown, .missing, false), (.blocked, .nonCompliant, false),
        (nil, nil, false),
    ])
    func movedOnlyWhenTheRoundBeforeSawNoGoID(before: OfficeStatus?, domain: DomainClass?, counts: Bool) {
        var office = SampleSnapshot.active
        office.previousStatus = before
        office.previousDomainClass = domain
        #expect(CountSentence.counts(office, for: .opdNowGoID) == counts)
    }

    @Test(arguments: [
        (OfficeStatus.section, DomainClass.compliantShared), (.active, .nonCompliant), (.placeholder, .compliant),
        (.unreachable, .compliant),
    ])
    func movedOnlyToALivingGoIDSiteOfItsOwn(status: OfficeStatus, domain: DomainClass) {
        var office = SampleSnapshot.movedToGoID
        office.verdict.status = status
        office.verdict.domainClass = domain
        #expect(!CountSentence.counts(office, for: .opdNowGoID))
    }

    @Test func nothingProvenIsSaid() {
        let sentence = numbers(missing: 2, puskesmas: 3, without: 3, undecided: 1, previous: false)
        #expect(
            sentence.proofText(.id)
                == "Dari 5 ketiadaan itu, semuanya belum terbukti; yang belum terbukti perlu diperiksa lagi pada hari lain. "
                + "1 instansi belum dapat dipastikan (tidak terjangkau, menolak pemeriksa, atau belum dapat diperiksa) "
                + "dan tidak dihitung sebagai belum memiliki situs. Ini putaran pertama, sehingga belum ada pembanding."
        )
    }

    @Test func eachNumberLinksToItsRows() {
        let sentence = CountSentence(SampleSnapshot.full)
        let anchors = (sentence.parts(.id) + sentence.proofParts(.id)).compactMap { part -> String? in
            if case .count(_, let anchor) = part { anchor } else { nil }
        }
        #expect(
            anchors == [
                "opd-belum", "opd-kini-go-id", "puskesmas-belum", "daftar-missing", "belum-terbukti", "belum-pasti",
            ])
    }
}
