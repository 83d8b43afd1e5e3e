import Model
import Rules
import Testing

/// Every way to fail has its cause and advice in both languages, and says whether to ask again.
@Suite struct FailureTextsTests {
    private static let book = Result { try RuleBook.bundled() }

    @Test func thereAreAtLeastThirtyClasses() throws {
        let texts = try Self.book.get().failures
        let causes = Set(FailureKind.allCases.map { texts.cause($0, .id) })
        #expect(causes.count >= 30, "classes that people can tell apart")
        #expect(causes.count == FailureKind.allCases.count, "no two classes with the same words")
    }

    @Test(arguments: FailureKind.allCases, Language.allCases)
    func eachSaysWhatHappenedAndWhatToDo(kind: FailureKind, language: Language) throws {
        let texts = try Self.book.get().failures
        #expect(texts.cause(kind, language).count > 15 && texts.cause(kind, language) != kind.rawValue)
        #expect(texts.advice(kind, language).count > 15)
        #expect(!(texts.isPermanent(kind) && texts.shouldRetry(kind)), "what lasts is not asked again at once")
    }
}
