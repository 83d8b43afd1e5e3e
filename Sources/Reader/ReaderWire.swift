import Model

/// Requests and answers between the pool and a reader: four bytes of length, then the value.
enum ReaderWire {
    /// Longest frame either side accepts: a body of 40 MB with its head, an answer to it.
    static let frameLimit = 64_000_000

    static func frame(_ request: PageRequest) -> [UInt8] {
        var wire = WireWriter(frameReserving: request.body.count + 300)
        wire.put(request.address)
        wire.put(request.contentType) { $0.put($1) }
        wire.put(request.status)
        wire.put(request.isHome)
        wire.put(request.onlyCrawlPart)
        wire.put(request.isDocument)
        wire.put(request.body)
        return wire.frame()
    }

    static func request(_ bytes: [UInt8]) throws -> PageRequest {
        var wire = WireReader(bytes)
        let address = try wire.address()
        let type = try wire.optional { try $0.string() }
        let status = try wire.int()
        let isHome = try wire.bool()
        let onlyCrawlPart = try wire.bool()
        let isDocument = try wire.bool()
        var request = PageRequest(
            body: try wire.data(), address: address, contentType: type, status: status, isHome: isHome)
        request.onlyCrawlPart = onlyCrawlPart
        request.isDocument = isDocument
        return request
    }

    static func frame(_ answer: PageAnswer) -> [UInt8] {
        var wire = WireWriter(frameReserving: answer.page.text.count * 2 + 4000)
        PageWire.put(answer.page, &wire)
        ReadingWire.put(answer.reading, &wire)
        wire.put(answer.office) {
            $0.put($1.means.rawValue)
            $0.put(list: $1.notes) { $0.put($1) }
            $0.put($1.isWhole)
        }
        return wire.frame()
    }

    /// - Parameter range: where the answer stands in the bytes; all of them unless told.
    static func answer(_ bytes: [UInt8], _ range: Range<Int>? = nil) throws -> PageAnswer {
        var wire = WireReader(bytes, range)
        let start = wire.at
        var answer = PageAnswer(page: try PageWire.take(&wire), reading: try ReadingWire.take(&wire))
        answer.wire = Array(bytes[start..<wire.at])
        answer.office = try wire.optional {
            PageAnswer.Office(
                means: try $0.text(ReadMeans.self), notes: try $0.list { try $0.string() }, isWhole: try $0.bool())
        }
        guard wire.isAtEnd else { throw WireReader.Garbled() }
        return answer
    }

    static func length(_ head: some Collection<UInt8>) -> Int { head.reversed().reduce(0) { $0 << 8 | Int($1) } }
}
