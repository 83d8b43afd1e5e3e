import Testing

@testable import Report

struct DefangTests {
    @Test(arguments: [
        ("https://judi.example.com/slot?a=1", "hxxps[:]//judi[.]example[.]com/slot?a=1"),
        ("Situs dinsos.contoh.go.id disusupi.", "Situs dinsos[.]contoh[.]go[.]id disusupi."),
        ("HTTP://X.COM", "hxxp[:]//X[.]COM"),
    ])
    func defangs(text: String, expected: String) { #expect(Defang.text(text) == expected) }
}
