import Model
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

    @Test(arguments: [
        ("https://judi.example.com/slot?a=1", "hxxps[:]//judi[.]example[.]com/slot?a=1"),
        ("Situs dinsos.contoh.go.id disusupi.", "Situs dinsos[.]contoh[.]go[.]id disusupi."),
        ("HTTP://X.COM", "hxxp[:]//X[.]COM"),
    ])
    func defangs(text: String, expected: String) { #expect(Defang.text(text) == expected) }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+62 811", "'+62 811"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"), ("\r\n@x", "'@x"), ("\u{202E}=1", "'=1"), ("＝1", "'＝1"), ("aman", "aman"), ("", ""),
    ])
    func guardsCells(text: String, expected: String) { #expect(CSV.guarded(text) == expected) }

    @Test func quotesCells() {
        #expect(CSV.row(["a,b", "c \"d\"", "e;f", "=g"]) == "\"a,b\",\"c \"\"d\"\"\",\"e;f\",\"'=g\"\r\n")
    }

    @Test func escapesMarkup() {
        let name = "<b a='1'>\"&\u{202E}"
        let markup: Markup = "<td title=\"\(name)\">\(name)</td>"
        #expect(
            String(decoding: markup.bytes, as: UTF8.self)
                == "<td title=\"&lt;b a=&#39;1&#39;&gt;&quot;&amp;\">&lt;b a=&#39;1&#39;&gt;&quot;&amp;</td>")
    }

    @Test func writesJSON() {
        let value = JSON.object([
            ("a", .text("\"\\\n\t\u{1B}\u{202E}é\u{E0041}")), ("b", .list([.null, .flag(true), .number(-3)])),
        ])
        #expect(
            String(decoding: value.bytes, as: UTF8.self)
                == #"{"a":"\"\\\n\t\u001b\u202eé\udb40\udc41","b":[null,true,-3]}"#)
    }

    @Test(arguments: [
        ("Tarif Rp 0", "https://a.go.id/x#:~:text=Tarif%20Rp%200"),
        ("a-b, c&d", "https://a.go.id/x#:~:text=a%2Db%2C%20c%26d"),
        (
            "… satu dua tiga empat lima enam tujuh delapan sembilan | x",
            "https://a.go.id/x#:~:text=satu%20dua%20tiga%20empat,enam%20tujuh%20delapan%20sembilan"
        ),
        ("", "https://a.go.id/x"),
    ])
    func linksToTheWords(quotation: String, expected: String) {
        #expect(TextFragment.link(SampleSnapshot.address("https://a.go.id/x"), quotation: quotation) == expected)
    }

    @Test func keepsTheFragmentOfAnAddress() {
        let link = TextFragment.link(SampleSnapshot.address("https://a.go.id/#/menu"), quotation: "Biaya")
        #expect(link == "https://a.go.id/#/menu:~:text=Biaya")
    }
}
