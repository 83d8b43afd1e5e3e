import Model
import Testing

@Suite struct HTTPExchangeTests {
    private static func page(head: [UInt8], trail: [Hop] = []) throws -> FetchedPage {
        let address = try #require(WebAddress("https://dinkes.example.go.id/"))
        return FetchedPage(
            requested: address, address: address, status: 200, trail: trail, headers: [], head: head, body: [],
            sha256: "", httpVersion: "1.1", at: Timestamp(milliseconds: 0), milliseconds: 7)
    }

    @Test func everyByteOfAHeaderBlockComesBack() throws {
        let head = Array("HTTP/1.1 200 OK\r\nServer: ".utf8) + Array(UInt8(0)...255) + [13, 10, 13, 10]
        let exchange = try #require(HTTPExchange(Self.page(head: head)))
        #expect(exchange.headBytes == head)
        #expect(exchange.milliseconds == 7)
    }

    @Test(arguments: [0, HTTPExchange.headLimit + 1]) func noHeadOrHalfAHeadIsNone(count: Int) throws {
        #expect(try HTTPExchange(Self.page(head: [UInt8](repeating: 65, count: count))) == nil)
    }

    @Test func aTextThatNeverWasBytesGivesNone() { #expect(HTTPExchange(head: "\u{100}").headBytes == nil) }
}
