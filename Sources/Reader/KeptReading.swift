import Model

/// What reading a body gave, as bytes that the next round understands: where the crawl goes on from it, and what the rules
/// said. A page that answers 304 then costs neither parsing nor judging, and its body need not be unpacked.
///
/// Read back like everything on the wire: what does not fit is no reading.
public struct KeptReading: Sendable {
    /// The crawl part of the page, see `ParsedPage.crawlPart`.
    public var page: ParsedPage
    public var reading: PageReading
    /// What was doubtful about reading it.
    public var notes: [String]
    /// Nil for a page; for a document how much of it was read, as its reader calls it.
    public var document: String?
    /// Of the body.
    public var size: Int
    public var contentType: String
    /// Page and reading as bytes already, see `PageAnswer.wire`.
    private var wire: [UInt8]?

    /// Goes up when the bytes are written otherwise: those of another form are not read, and the page is read anew.
    public static let form = 2

    /// - Parameter wire: page and reading as they came from a reader, when that is what is kept.
    public init(
        page: ParsedPage, reading: PageReading, notes: [String], document: String?, size: Int, contentType: String,
        wire: [UInt8]? = nil
    ) {
        self.wire = wire
        self.page = page
        self.reading = reading
        self.notes = notes
        self.document = document
        self.size = size
        self.contentType = contentType
    }

    public var bytes: [UInt8] {
        var writer = WireWriter(reserving: (wire?.count ?? 8000) + 200)
        writer.put(size)
        writer.put(contentType)
        writer.put(document) { $0.put($1) }
        writer.put(list: notes) { $0.put($1) }
        if let wire { return writer.bytes + wire }
        PageWire.put(page, &writer)
        ReadingWire.put(reading, &writer)
        return writer.bytes
    }

    /// Nil when the bytes are no kept reading.
    public init?(_ bytes: [UInt8]) {
        var wire = WireReader(bytes)
        do {
            size = try wire.int()
            contentType = try wire.string()
            document = try wire.optional { try $0.string() }
            notes = try wire.list { try $0.string() }
            page = try PageWire.take(&wire)
            reading = try ReadingWire.take(&wire)
        } catch { return nil }
        guard wire.isAtEnd else { return nil }
    }
}

/// A reading at rest: a tenth of the memory that its values take.
public enum RestingReading {
    public static func bytes(of reading: PageReading) -> [UInt8] {
        var wire = WireWriter(reserving: 8000)
        ReadingWire.put(reading, &wire)
        return wire.bytes
    }

    /// Nil when the bytes are no reading.
    public static func reading(_ bytes: [UInt8]) -> PageReading? {
        var wire = WireReader(bytes)
        guard let reading = try? ReadingWire.take(&wire), wire.isAtEnd else { return nil }
        return reading
    }
}
