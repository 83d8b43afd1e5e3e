import Testing

@testable import Detect

@Suite struct PrivateDataTests {
    @Test(arguments: [
        ("KTP nomor 6171010203040506", "KTP nomor …"), ("6171-0102-0304-0506 dan", "… dan"),
        ("NIK: 617101 020304 0506.", "NIK: …."), ("DB_PASSWORD=sangatrahasia123 x", "DB_PASSWORD=… x"),
        ("\"token\": \"abc def\"", "\"token\": \"… def\""), ("APP_KEY=base64:AbC=", "APP_KEY=…"),
    ])
    func hidesNumbersOfPeopleAndSecrets(text: String, masked: String) { #expect(PrivateData.masked(text) == masked) }

    @Test(arguments: [
        "Telepon (0561) 123450, WA 0812-3456-7890", "NIP 198001012006041001", "Rp 1.000.000.000.000", "2024 2025 2026",
        "Password: minimal 8 karakter", "rekening 12345678901234567", "token listrik PLN", "",
        "Fotokopi KTP (1 lembar)",
    ])
    func leavesTheRest(text: String) { #expect(PrivateData.masked(text) == text) }
}
