import Model
import Testing

@Suite struct PrivateDataTests {
    @Test(arguments: [
        ("KTP nomor 6171010203040506", "KTP nomor …"), ("6171-0102-0304-0506 dan", "… dan"),
        ("NIK: 617101 020304 0506.", "NIK: …."), ("DB_PASSWORD=sangatrahasia123 x", "DB_PASSWORD=… x"),
        ("NIK 61.71.01.02.03.04.0506", "NIK …"), ("DB_PASSWORD | hunter2 x", "DB_PASSWORD | … x"),
        ("SECRET_KEY=abc", "SECRET_KEY=…"), ("AWS_SECRET_ACCESS_KEY: abc", "AWS_SECRET_ACCESS_KEY: …"),
        ("$db[\"password\"] = 'abc';", "$db[\"password\"] = '…';"),
        ("mysql://root:rahasia@10.0.0.5/db", "mysql://root:…@10.0.0.5/db"),
        ("Authorization: Bearer eyJhbGciOi.x", "Authorization: Bearer …"),
        ("-----BEGIN RSA PRIVATE KEY----- MIIE x -----END RSA", "-----BEGIN RSA PRIVATE KEY-----…-----END RSA"),
        ("\"token\": \"abc def\"", "\"token\": \"… def\""), ("APP_KEY=base64:AbC=", "APP_KEY=…"),
    ])
    func hidesNumbersOfPeopleAndSecrets(text: String, masked: String) { #expect(PrivateData.masked(text) == masked) }

    @Test(arguments: [
        "Telepon (0561) 123450, WA 0812-3456-7890", "NIP 198001012006041001", "Rp 1.000.000.000.000", "2024 2025 2026",
        "Password: minimal 8 karakter", "rekening 12345678901234567", "token listrik PLN", "",
        "Fotokopi KTP (1 lembar)", "https://a.go.id/x?y=1", "surel a@b.go.id", "bearer bonds", "Pukul 08:00-15:00",
    ])
    func leavesTheRest(text: String) { #expect(PrivateData.masked(text) == text) }

    @Test(arguments: [
        ("https://a.go.id/x?nik=6171010203040506&y=2", "https://a.go.id/x?nik=%E2%80%A6&y=2"),
        ("https://a.go.id/x?token=abc&y=2", "https://a.go.id/x?token=%E2%80%A6&y=2"),
        ("https://a.go.id/w/6171010203040506/", "https://a.go.id/w/%E2%80%A6/"),
        // No day and month in it: the number of a post.
        ("https://a.go.id/post/6171019999040506", "https://a.go.id/post/6171019999040506"),
        ("https://a.go.id/berita?id=12", "https://a.go.id/berita?id=12"),
    ])
    func addresses(text: String, masked: String) throws {
        #expect(PrivateData.masked(try #require(WebAddress(text))).description == masked)
    }

    @Test func nothingOfAReadingIsLeftOut() throws {
        let nik = "6171010203040506"
        var reading = PageReading(kind: .home, condition: .normal)
        let finding = Finding(
            item: .biaya, state: .present, strength: 1, place: "judul " + nik, quotation: "KTP " + nik, rule: "r")
        reading.findings = [finding]
        reading.signs = [ConditionSign(condition: .gambling, rule: "r", quotation: nik)]
        reading.services = [ServiceReading(name: nik, place: nik, items: [finding])]
        reading.electronic = [
            ElectronicService(
                kind: .whatsApp, address: WebAddress("https://wa.me/62?text=" + nik), place: nik, quotation: nik,
                rule: "r", page: WebAddress("https://a.go.id/?nik=" + nik))
        ]
        reading.accessibility = [
            AccessibilityFact(check: .imageText, failures: 1, looked: 1, places: [nik + ".jpg"])
        ]
        #expect(String(reflecting: reading).contains(nik))
        #expect(!String(reflecting: reading.masked()).contains(nik))
    }
}
