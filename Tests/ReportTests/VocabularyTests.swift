import Model
import Rules
import Testing

@testable import Report

/// The words of the real rule book as reports use them.
struct VocabularyTests {
    @Test(arguments: Language.allCases)
    func everyCaseHasItsWords(_ language: Language) throws {
        let words = Vocabulary(try RuleBook.bundled(), language)
        for status in OfficeStatus.allCases {
            #expect(words.label(status) != status.rawValue)
            #expect(words.label(status).first?.isUppercase == true)
            #expect(!words.meaning(status).isEmpty)
        }
        for item in ItemKey.allCases {
            #expect(words.item(item).name != item.rawValue)
            #expect(!words.item(item).law.isEmpty && !words.item(item).why.isEmpty)
        }
        for kind in FailureKind.allCases { #expect(words.label(kind) != kind.rawValue) }
        // In English a word may be its own key.
        for result in Attempt.Result.allCases { #expect(language == .en || words.label(result) != result.rawValue) }
    }

    @Test func languagesDiffer() throws {
        let book = try RuleBook.bundled()
        #expect(Vocabulary(book, .id).label(OfficeStatus.missing) == "Belum memiliki situs")
        #expect(Vocabulary(book, .en).label(OfficeStatus.missing) == "Has no site")
    }

    @Test(arguments: Language.allCases)
    func writesAReportWithThem(_ language: Language) throws {
        let folder = try TemporaryFolder()
        try ReportWriter(book: RuleBook.bundled(), language: language).write(
            snapshot: SampleSnapshot.full, to: folder.path)
        let page = try folder.read("index.html")
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
        #expect(page.contains(">3 OPD</a>"))
        #expect(page.contains("UU 25/2009 Pasal 21 huruf b"))
    }
}
