import Model
import Testing

@testable import Report

struct TextFragmentTests {
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
