import Testing

@testable import Report

struct PlainTextTests {
    @Test(arguments: [
        ("Dinas Kesehatan", "Dinas Kesehatan"),
        ("  dua\t spasi \n baris ", "dua spasi baris"),
        ("\u{1B}[31mmerah\u{1B}[0m", "merah"),
        ("\u{1B}]0;judul\u{07}isi", "isi"),
        ("\u{9B}2Jisi", "isi"),
        ("a\u{202E}b\u{2066}c\u{200F}d\u{200B}e\u{FEFF}f\u{AD}g", "abcdefg"),
        ("nol\u{0}bel\u{7}del\u{7F}", "nolbeldel"),
        ("\u{E0041}tag", "tag"),
        ("Café Ünïcode 漢字 ✓", "Café Ünïcode 漢字 ✓"),
        ("", ""),
        ("\u{1B}", ""),
    ])
    func cleans(text: String, expected: String) { #expect(PlainText.clean(text) == expected) }

    @Test func bounds() {
        let long = String(repeating: "a", count: 10_000)
        #expect(PlainText.clean(long).unicodeScalars.count == PlainText.displayLimit + 1)
        #expect(PlainText.clean(long).hasSuffix("a…"))
        #expect(PlainText.clean(String(repeating: "é", count: 10), limit: 10) == String(repeating: "é", count: 10))
        // One letter under a thousand accents is one character, but a thousand scalars.
        #expect(PlainText.clean("e" + String(repeating: "\u{301}", count: 1_000)).unicodeScalars.count <= 301)
    }
}
