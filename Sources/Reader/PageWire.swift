import Model

/// A parsed page as bytes. A field added to ParsedPage must be added here; a test counts them.
enum PageWire {
    static func put(_ page: ParsedPage, _ wire: inout WireWriter) {
        wire.put(page.address)
        wire.put(page.encoding)
        wire.put(page.title)
        wire.put(page.language) { $0.put($1) }
        wire.put(page.description) { $0.put($1) }
        wire.put(page.generator) { $0.put($1) }
        wire.put(list: page.platforms) { $0.put($1) }
        wire.put(page.canonical) { $0.put($1) }
        wire.put(page.refresh) {
            $0.put($1.seconds)
            $0.put($1.address)
        }
        wire.put(page.noFollow)
        wire.put(page.text)
        wire.put(list: page.blocks, put)
        wire.put(list: page.links, put)
        wire.put(list: page.images, put)
        wire.put(list: page.frames) { $0.put($1) }
        wire.put(list: page.dates) {
            $0.put(Int($1.at.milliseconds))
            $0.put($1.source.rawValue)
            $0.put($1.text)
        }
        wire.put(list: page.notes) {
            $0.put($1.kind.rawValue)
            $0.put($1.detail)
        }
        wire.put(page.elementCount)
        wire.put(page.scriptBytes)
        wire.put(page.scriptCount)
        wire.put(page.hiddenText)
        wire.put(page.scriptText)
        wire.put(list: page.alternates) { $0.put($1) }
        put(page.markup, &wire)
        put(page.template, &wire)
        wire.put(page.passwordFields)
    }

    static func take(_ wire: inout WireReader) throws -> ParsedPage {
        var page = ParsedPage(address: try wire.address(), encoding: try wire.string(), title: try wire.string())
        page.language = try wire.optional { try $0.string() }
        page.description = try wire.optional { try $0.string() }
        page.generator = try wire.optional { try $0.string() }
        page.platforms = try wire.list { try $0.string() }
        page.canonical = try wire.optional { try $0.address() }
        page.refresh = try wire.optional { ParsedPage.Refresh(seconds: try $0.int(), address: try $0.address()) }
        page.noFollow = try wire.bool()
        page.text = try wire.data()
        let length = page.text.count
        page.blocks = try wire.list { try block(&$0, textLength: length) }
        page.links = try wire.list(link)
        page.images = try wire.list(image)
        page.frames = try wire.list { try $0.address() }
        page.dates = try wire.list {
            let at = Timestamp(milliseconds: Int64(try $0.int()))
            return PageDate(at: at, source: try $0.text(PageDate.Source.self), text: try $0.string())
        }
        page.notes = try wire.list {
            ParseNote(kind: try $0.text(ParseNote.Kind.self), detail: try $0.string())
        }
        page.elementCount = try wire.int()
        page.scriptBytes = try wire.int()
        page.scriptCount = try wire.int()
        page.hiddenText = try wire.data()
        page.scriptText = try wire.data()
        page.alternates = try wire.list { try $0.address() }
        page.markup = try markup(&wire)
        page.template = try template(&wire)
        page.passwordFields = try wire.int()
        try check(page)
        return page
    }

    private static func put(_ wire: inout WireWriter, _ block: Block) {
        wire.put(Int(block.kind.rawValue) | Int(block.zone.rawValue) << 4 | Int(block.level) << 8)
        wire.put(Int(block.marks.rawValue))
        wire.put(block.text.lowerBound)
        wire.put(block.text.count)
        for value in [block.heading, block.table, block.row, block.column, block.panel] { wire.put(Int(value)) }
        wire.put(block.links.lowerBound)
        wire.put(block.links.count)
    }

    private static func block(_ wire: inout WireReader, textLength: Int) throws -> Block {
        let head = try wire.int()
        let marks = try wire.int()
        let text = try range(&wire, within: textLength)
        guard let kind = Block.Kind(rawValue: UInt8(head & 15)), let zone = Block.Zone(rawValue: UInt8(head >> 4 & 15)),
            let level = UInt8(exactly: head >> 8), let bits = UInt16(exactly: marks)
        else { throw WireReader.Garbled() }
        var block = Block(kind: kind, text: text, level: level, zone: zone, marks: Block.Marks(rawValue: bits))
        block.heading = try wire.int32()
        block.table = try wire.int32()
        block.row = try wire.int32()
        block.column = try wire.int32()
        block.panel = try wire.int32()
        block.links = try range(&wire, within: Int(Int32.max))
        return block
    }

    private static func range(_ wire: inout WireReader, within limit: Int) throws -> Range<Int> {
        let start = try wire.int()
        let count = try wire.int()
        guard start >= 0, count >= 0, start <= limit, count <= limit - start else { throw WireReader.Garbled() }
        return start..<(start + count)
    }

    private static func put(_ wire: inout WireWriter, _ link: Link) {
        wire.put(link.address)
        wire.put(link.text)
        wire.put(Int(link.zone.rawValue) << 1 | (link.noFollow ? 1 : 0))
        wire.put(Int(link.block))
        wire.put(Int(link.after))
    }

    private static func link(_ wire: inout WireReader) throws -> Link {
        let address = try wire.address()
        let text = try wire.string()
        let marks = try wire.int()
        guard let zone = UInt8(exactly: marks >> 1).flatMap(Block.Zone.init) else { throw WireReader.Garbled() }
        return Link(
            address: address, text: text, zone: zone, block: try wire.int32(), noFollow: marks & 1 == 1,
            after: try wire.int32())
    }

    private static func put(_ wire: inout WireWriter, _ image: Image) {
        wire.put(image.address) { $0.put($1) }
        wire.put(image.fileName)
        wire.put(image.alt)
        wire.put(Int(image.zone.rawValue))
        wire.put(Int(image.after))
        wire.put(Int(image.position))
    }

    private static func image(_ wire: inout WireReader) throws -> Image {
        let address = try wire.optional { try $0.address() }
        let name = try wire.string()
        let alt = try wire.string()
        guard let zone = UInt8(exactly: try wire.int()).flatMap(Block.Zone.init) else { throw WireReader.Garbled() }
        return Image(
            address: address, fileName: name, alt: alt, zone: zone, after: try wire.int32(), position: try wire.int32())
    }

    private static func put(_ markup: PageMarkup, _ wire: inout WireWriter) {
        wire.put(markup.viewport) { $0.put($1) }
        wire.put(markup.imageCount)
        wire.put(markup.imagesWithoutAlt)
        wire.put(list: markup.imagesWithoutAltNames) { $0.put($1) }
        wire.put(markup.fieldCount)
        wire.put(markup.fieldsWithoutLabel)
        wire.put(list: markup.fieldsWithoutLabelNames) { $0.put($1) }
    }

    private static func markup(_ wire: inout WireReader) throws -> PageMarkup {
        var markup = PageMarkup()
        markup.viewport = try wire.optional { try $0.string() }
        markup.imageCount = try wire.int()
        markup.imagesWithoutAlt = try wire.int()
        markup.imagesWithoutAltNames = try wire.list { try $0.string() }
        markup.fieldCount = try wire.int()
        markup.fieldsWithoutLabel = try wire.int()
        markup.fieldsWithoutLabelNames = try wire.list { try $0.string() }
        return markup
    }

    static func put(_ template: TemplatePrint, _ wire: inout WireWriter) {
        wire.put(template.platform)
        wire.put(template.theme)
        wire.put(list: template.sketch) { $0.put(Int($1)) }
        wire.put(template.hints) { $0.put(list: $1) { $0.put($1) } }
    }

    static func template(_ wire: inout WireReader) throws -> TemplatePrint {
        var template = TemplatePrint()
        template.platform = try wire.string()
        template.theme = try wire.string()
        template.sketch = try wire.list {
            guard let value = UInt32(exactly: try $0.int()) else { throw WireReader.Garbled() }
            return value
        }
        template.hints = try wire.optional { try $0.list { try $0.string() } }
        return template
    }

    /// Whatever points into a list points into it: later stages index without asking.
    private static func check(_ page: ParsedPage) throws {
        // Counts are added up and dates reckoned with: neither may be near the end of what a number holds.
        let counts = [page.elementCount, page.scriptBytes, page.scriptCount, page.passwordFields]
        guard counts.allSatisfy({ (0...Int(Int32.max)).contains($0) }),
            page.dates.allSatisfy({ $0.at.milliseconds.magnitude < 1_000_000_000_000_000 })
        else { throw WireReader.Garbled() }
        let blocks = -1..<page.blocks.count
        func points(_ index: Int32) -> Bool { blocks.contains(Int(index)) }
        var textEnd = 0
        for (index, block) in page.blocks.enumerated() {
            // Blocks follow one another, and headings own what comes after them: no cycle, no overlap.
            guard block.heading < Int32(index), points(block.heading), points(block.panel), block.panel != Int32(index),
                block.text.lowerBound >= textEnd, block.links.upperBound <= page.links.count, block.level <= 100,
                block.table >= -1, block.table < 100_000, (0...100_000).contains(block.row),
                (0...100_000).contains(block.column)
            else { throw WireReader.Garbled() }
            textEnd = block.text.upperBound
        }
        guard page.links.allSatisfy({ points($0.block) }),
            page.images.allSatisfy({ points($0.after) && (0...page.blocks.count).contains(Int($0.position)) })
        else { throw WireReader.Garbled() }
    }
}
