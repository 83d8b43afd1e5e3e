import Detect
import Model
import Parse
import Testing

@testable import Reader

@Suite struct WireTests {
    private func full() throws -> PageAnswer {
        let book = try #require(ReadingSamples.book)
        var answer = PageWork(try Detector(book.detection)).read(ReadingSamples.request())
        answer.page.refresh = .init(seconds: 3, address: ReadingSamples.address)
        answer.page.notes = [ParseNote(kind: .truncated, detail: "x")]
        answer.reading.signs = [ConditionSign(condition: .gambling, rule: "r", quotation: "slot")]
        answer.reading.findings.append(
            Finding(
                item: .biaya, state: .unknown, strength: 0.4, place: "p", quotation: "q", rule: "r", imageOnly: true,
                means: .ocr, confidence: 0.5, target: ReadingSamples.address))
        answer.office = .init(means: .word, notes: ["docx"], isWhole: false)
        return answer
    }

    @Test func `an answer comes out as it went in`() throws {
        let answer = try full()
        let frame = ReaderWire.frame(answer)
        #expect(ReaderWire.length(frame.prefix(4)) == frame.count - 4)
        var back = try ReaderWire.answer(Array(frame.dropFirst(4)))
        back.wire = nil
        // Every field by its description: a field the wire forgot differs.
        #expect(String(reflecting: back) == String(reflecting: answer))
        #expect(!answer.page.links.isEmpty && !answer.page.images.isEmpty && !answer.page.frames.isEmpty)
        #expect(!answer.page.dates.isEmpty && !answer.page.hiddenText.isEmpty && !answer.reading.findings.isEmpty)
    }

    @Test func `a request comes out as it went in`() throws {
        var request = ReadingSamples.request()
        request.isHome = true
        request.status = 404
        request.onlyCrawlPart = true
        #expect(try ReaderWire.request(Array(ReaderWire.frame(request).dropFirst(4))) == request)
    }

    @Test func `a document goes out as the page it was made into, and is judged as such`() throws {
        let book = try #require(ReadingSamples.book)
        let detector = try Detector(book.detection)
        let page = try full().page
        let request = PageRequest(document: page, status: 200)
        let back = try ReaderWire.request(Array(ReaderWire.frame(request).dropFirst(4)))
        #expect(back == request && back.address == page.address)
        let reading = PageWork(detector).read(back).reading
        #expect(
            String(reflecting: reading) == String(reflecting: detector.read(page, status: 200, isHome: false).masked()))
        #expect(!reading.findings.isEmpty)
    }

    /// A field added to one of these types must be added to the wire.
    @Test func `the wire knows every field`() throws {
        let answer = try full()
        func fields(_ value: Any) -> Int { Mirror(reflecting: value).children.count }
        #expect(fields(answer.page) == 26)
        #expect(fields(try #require(answer.page.blocks.first)) == 11)
        #expect(fields(try #require(answer.page.links.first)) == 6)
        #expect(fields(try #require(answer.page.images.first)) == 6)
        #expect(fields(try #require(answer.page.dates.first)) == 3)
        #expect(fields(answer.reading) == 9)
        #expect(fields(answer.page.markup) == 7 && fields(answer.page.template) == 4)
        #expect(fields(try #require(answer.reading.findings.first)) == 10)
        #expect(fields(ServiceReading(name: "", place: "")) == 4)
        #expect(fields(try #require(answer.reading.signs.first)) == 3)
    }

    @Test func `a kept reading comes back as it was, and cut anywhere it is none`() throws {
        let answer = try full()
        let kept = KeptReading(
            page: answer.page.crawlPart, reading: answer.reading, notes: ["a"], document: "whole", size: 7,
            contentType: "text/html")
        let bytes = kept.bytes
        #expect(String(reflecting: try #require(KeptReading(bytes))) == String(reflecting: kept))
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 100)) {
            #expect(KeptReading(Array(bytes[..<length])) == nil)
        }
        #expect(KeptReading(bytes + [0]) == nil)
    }

    @Test func `what a reader sent is kept as what it sent would be written`() throws {
        var request = ReadingSamples.request()
        request.onlyCrawlPart = true
        let book = try #require(ReadingSamples.book)
        let frame = ReaderWire.frame(PageWork(try Detector(book.detection)).read(request))
        // The answer stands between other bytes, as in the buffer of a pool.
        let answer = try ReaderWire.answer([7] + frame + [9], 5..<(frame.count + 1))
        func kept(_ wire: [UInt8]?) -> [UInt8] {
            KeptReading(
                page: answer.page, reading: answer.reading, notes: ["a"], document: nil, size: 7,
                contentType: "text/html", wire: wire
            ).bytes
        }
        #expect(answer.wire != nil && kept(answer.wire) == kept(nil))
    }

    @Test func `an answer cut anywhere is refused, never trusted`() throws {
        let bytes = Array(ReaderWire.frame(try full()).dropFirst(4))
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
            #expect(throws: WireReader.Garbled.self) { try ReaderWire.answer(Array(bytes[..<length])) }
        }
    }

    /// Flipped bytes either give a page whose indices hold, or are refused; nothing traps.
    @Test(arguments: 0..<8)
    func `a damaged answer never points outside its page`(seed: Int) throws {
        let book = try #require(ReadingSamples.book)
        let bytes = Array(ReaderWire.frame(try full()).dropFirst(4))
        let detector = try Detector(book.detection)
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func random() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        for _ in 0..<300 {
            var damaged = bytes
            for _ in 0...(random() % 4) { damaged[random() % damaged.count] = UInt8(random() & 0xFF) }
            guard let answer = try? ReaderWire.answer(damaged) else { continue }
            for block in answer.page.blocks { _ = answer.page.text(of: block) }
            _ = detector.read(answer.page, status: 200, isHome: false)
        }
    }

    @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 300, Int(Int32.max), Int.max, Int.min])
    func `whole numbers`(value: Int) throws {
        var wire = WireWriter()
        wire.put(value)
        var reader = WireReader(wire.bytes)
        #expect(try reader.int() == value && reader.isAtEnd)
    }

    @Test func `a text that comes again is written once, and read byte for byte as it was`() throws {
        let texts = ["Biaya: Rp 0", "", "caf\u{E9}", "cafe\u{301}", "x", String(repeating: "long ", count: 400)]
        var wire = WireWriter()
        for text in texts + texts { wire.put(shared: text) }
        var reader = WireReader(wire.bytes)
        for text in texts + texts { #expect(Array(try reader.shared().utf8) == Array(text.utf8)) }
        #expect(reader.isAtEnd)
        // The long one is too long to be kept; of the others the second time costs two bytes at most.
        #expect(wire.bytes.count < 4100)
    }

    @Test(arguments: [1, 200, 256, 257, -1, Int.max])
    func `a place where no text stands is refused`(place: Int) {
        var wire = WireWriter()
        wire.put(place)
        var reader = WireReader(wire.bytes)
        #expect(throws: WireReader.Garbled.self) { try reader.shared() }
    }

    /// Two bytes that stand for a thousand, a million times, would be a gigabyte of text.
    @Test func `a text said again without end is refused`() throws {
        let text = String(repeating: "a", count: 1000)
        var known = SharedTexts()
        #expect(known.place(of: text) == nil)
        let second = known.place(of: text)
        let place = try #require(second)
        var wire = WireWriter()
        wire.put(shared: text)
        for _ in 0..<4001 { wire.put(place + 1) }
        var reader = WireReader(wire.bytes)
        #expect(throws: WireReader.Garbled.self) { while !reader.isAtEnd { _ = try reader.shared() } }
    }

    @Test func `who writes stops before who reads refuses`() throws {
        let text = String(repeating: "b", count: 1000)
        var wire = WireWriter()
        for _ in 0..<5000 { wire.put(shared: text) }
        var reader = WireReader(wire.bytes)
        for _ in 0..<5000 { #expect(try reader.shared() == text) }
        #expect(reader.isAtEnd)
    }

    @Test(arguments: [
        "https://a.go.id/", "http://[::1]:8080/a%20b?c=d&e#f", "https://u:p@x.go.id/a?#", "http://1.2.3.4/",
    ])
    func `addresses`(text: String) throws {
        let address = try #require(WebAddress(text))
        var wire = WireWriter()
        wire.put(address)
        var reader = WireReader(wire.bytes)
        #expect(try reader.address() == address)
    }

    @Test(arguments: [
        ("ftp", "a.id", "/"), ("https", "", "/"), ("https", "A.id", "/"), ("https", "a.id/x", "/"),
        ("https", "a.id", ""),
        ("https", "a.id", "/a b"), ("https", "a.id", "/a\nHost: b"), ("https", "a.id", "/a?b"),
        ("https", "a@b.id", "/"),
    ])
    func `parts that are no address are refused`(scheme: String, host: String, path: String) {
        #expect(
            WebAddress(
                serialised: scheme, host: host, port: nil, credentials: nil, path: path, query: nil, fragment: nil)
                == nil)
    }
}
