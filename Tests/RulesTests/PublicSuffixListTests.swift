import Testing

@testable import Rules

@Suite struct PublicSuffixListTests {
    private static let list = try? RuleBook.bundled().suffixes

    @Test(arguments: [
        ("dinkes.contohkab.go.id", "contohkab.go.id"), ("CONTOHKAB.GO.ID", "contohkab.go.id"),
        ("contohkab.go.id.", "contohkab.go.id"), ("a.b.sukamaju.desa.id", "sukamaju.desa.id"),
        ("dinkescontoh.blogspot.com", "dinkescontoh.blogspot.com"), ("x.y.contoh.id", "contoh.id"),
        ("a.b.tidakadatld", "b.tidakadatld"), ("a.contoh.kop.id", "contoh.kop.id"),
    ])
    func registrable(_ host: String, _ domain: String) throws {
        #expect(try #require(Self.list).registrable(host) == domain)
    }

    @Test(arguments: ["go.id", "id", "kop.id", "", ".", ".go.id", "a..go.id", "10.0.0.1", "[::1]", "::1", "desa.id"])
    func nobodyCanRegister(_ host: String) throws {
        #expect(try #require(Self.list).registrable(host) == nil)
    }

    @Test func aMissingFileIsSaid() {
        #expect(throws: RulesError.self) { try PublicSuffixList(path: "/tidak/ada.dat") }
    }
}
