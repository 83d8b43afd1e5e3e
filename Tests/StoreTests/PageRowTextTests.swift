import Model
import Testing

@testable import Store

/// The hand-written row beside what Swift's own encoders say.
@Suite struct PageRowTextTests {
    private static let address = WebAddress("https://dinkes.example.go.id/a?b=\"c\"")!
    private static let finding = Finding(
        item: .biaya, state: .present, strength: 0.35, place: "di bawah judul “Biaya”",
        quotation: "Gratis \u{1F600} \"'\\\n\u{1}", rule: "biaya.1", imageOnly: true, means: .ocr, confidence: 0.875,
        target: address)

    /// Every field of every value filled.
    private static var full: PageRecord {
        var reading = PageReading(
            kind: .serviceStandard, condition: .normal,
            signs: [ConditionSign(condition: .gambling, rule: "g.1", quotation: "slot")], findings: [finding, finding],
            services: [ServiceReading(name: "KTP", place: "judul", isNamed: false, items: [finding])], textLength: 17)
        reading.electronic = [
            ElectronicService(
                kind: .whatsApp, address: address, place: "menu", quotation: "WA", rule: "e.1", page: address)
        ]
        reading.accessibility = [
            AccessibilityFact(check: .imageText, failures: 2, looked: 3, places: ["a.jpg", "b\t.jpg"], page: address)
        ]
        var template = TemplatePrint()
        template.platform = "wordpress"
        template.theme = "astra"
        template.sketch = [1, 4_294_967_295]
        template.hints = ["elementor"]
        reading.template = template
        let hop = Hop(address: address, status: 301, location: "/a", ip: "127.0.0.1")
        return PageRecord(
            requested: address, address: address, status: 200, title: "Dinas", sha256: "ab", ip: "127.0.0.1",
            etag: "\"v1\"", lastModified: "kemarin", bytes: 5, fetchedAt: Timestamp(milliseconds: 1_764_000_000_000),
            contentType: "text/html", notes: ["cut_stalled", "x"], reading: reading,
            exchange: HTTPExchange(
                head: "HTTP/1.1 200 OK\r\n\r\n", milliseconds: 4, trail: [hop, hop], notModified: true))
    }

    private static var bare: PageRecord {
        PageRecord(
            requested: address, address: address, status: 200, title: "", sha256: "", bytes: 0,
            fetchedAt: Timestamp(milliseconds: 0), reading: PageReading(kind: .other, condition: .normal))
    }

    @Test(arguments: [full, bare])
    func isWhatTheEncodersWrite(page: PageRecord) throws {
        let text = PageRowText.text(page)
        #expect(text == (try JSON.text(page)))
        let again: PageRecord = try JSON.value(text)
        #expect(PageRowText.text(again) == text)
        let read = try #require(PageRowReader.page(text))
        #expect(PageRowText.text(read) == text)
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"requested\":1}", "{\"requested\":\"http://a.id/\",\"neu\":1}", "{\"title\":\"\\u12",
        "{\"notes\":[\"a\",]}",
    ])
    func givesUpOnOtherRows(text: String) { #expect(PageRowReader.page(text) == nil) }

    /// A row cut anywhere is no row.
    @Test func givesUpOnHalfARow() {
        let text = PageRowText.text(Self.full)
        for length in stride(from: 0, to: text.utf8.count, by: 7) {
            #expect(PageRowReader.page(String(decoding: text.utf8.prefix(length), as: UTF8.self)) == nil)
        }
    }

    /// A field more: write it in `PageRowText`, fill it in `full`, then raise the number.
    @Test func noFieldIsForgotten() {
        let page = Self.full
        let reading = page.reading
        func fields(_ value: Any?) -> Int { value.map { Mirror(reflecting: $0).children.count } ?? -1 }
        #expect(fields(page) == 14)
        #expect(fields(reading) == 9)
        #expect(fields(reading.signs.first) == 3)
        #expect(fields(reading.findings.first) == 10)
        #expect(fields(reading.services.first) == 4)
        #expect(fields(reading.electronic?.first) == 6)
        #expect(fields(reading.accessibility?.first) == 5)
        #expect(fields(reading.template) == 4)
        #expect(fields(page.exchange) == 4)
        #expect(fields(page.exchange?.trail.first) == 4)
    }
}
