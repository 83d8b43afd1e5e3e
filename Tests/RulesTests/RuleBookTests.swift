import Model
import Rules
import Testing

@Suite struct RuleBookTests {
    @Test func theRulesOfTheProjectAreSound() throws {
        let book = try RuleBook.bundled()
        #expect(book.regions.all.count == 552)
        #expect(book.items.map(\.key) == ItemKey.allCases)
        #expect(book.hash.count == 64)
    }
}
