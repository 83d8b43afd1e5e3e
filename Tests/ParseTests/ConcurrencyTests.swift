import Model
import Testing

@testable import Parse

@Suite struct ConcurrencyTests {
    /// Many pages at once, from the first moment on, give what one page gives.
    @Test(.timeLimit(.minutes(1))) func readsOnManyThreadsAtOnce() async throws {
        let address = try #require(WebAddress("https://dinkes.example.go.id/"))
        let body = Array("<title>Dinas</title><h1>Layanan</h1><ul><li>KTP<li>KK</ul><a href=/biaya>Biaya</a>".utf8)
        let texts = await withTaskGroup(of: String.self) { group in
            for _ in 0..<400 {
                group.addTask { PageParser.parse(body, address: address, contentType: nil).plainText }
            }
            return await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(texts == ["Layanan\nKTP\nKK\nBiaya"])
    }
}
