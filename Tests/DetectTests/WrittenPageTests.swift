import Model
import Testing

/// What the rules find on every written page, against what a reader finds.
@Suite("Written pages")
struct WrittenPageTests {
    /// Pages that are still answered wrong in one item or more; docs/accuracy.md says how many.
    static let wrong: Set<String> = ["informal", "c-bkpsdm", "e-13", "e-18"]

    @Test(arguments: WrittenPage.all)
    func everyItem(_ page: WrittenPage) {
        let reading = TestRules.shared.read(page.html, path: page.path, isHome: page.path == "/")
        let found = Set(WrittenPage.items.values.filter { reading.state(of: $0) == .present }).subtracting(page.open)
        withKnownIssue(isIntermittent: false) {
            #expect(found == page.present.subtracting(page.open), "\(reading.findings.filter { $0.state == .present })")
        } when: {
            Self.wrong.contains(page.name)
        }
    }

    @Test("every page has a name of its own, and there are enough of them")
    func names() {
        #expect(Set(WrittenPage.all.map(\.name)).count == WrittenPage.all.count)
        #expect(WrittenPage.all.count >= 260)
        #expect(WrittenPage.all.count { $0.present.isEmpty } >= 70)
    }
}
