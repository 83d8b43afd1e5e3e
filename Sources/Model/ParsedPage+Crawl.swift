extension ParsedPage {
    /// What a crawl goes on from when the page's own reading is done: links, frames, notes, and images with the heading that
    /// each stands under. No text: of a page of 30 KB this is a fifth, and a crawl holds many.
    ///
    /// One empty block stands for "there was text".
    public var crawlPart: ParsedPage {
        var part = ParsedPage(
            address: address, title: title, refresh: refresh, noFollow: noFollow, frames: frames, notes: notes,
            elementCount: elementCount)
        part.links = links.map { Link(address: $0.address, text: $0.text, zone: $0.zone, noFollow: $0.noFollow) }
        var headings: [Int32: Int32] = [:]
        for image in images where image.address != nil && image.zone != .navigation && image.zone != .footer {
            var kept = image
            kept.position = 0
            kept.after = -1
            if let heading = heading(before: image) {
                kept.after = headings[heading] ?? part.append(heading: blocks[Int(heading)], of: self)
                headings[heading] = kept.after
            }
            part.images.append(kept)
        }
        if part.blocks.isEmpty, !blocks.isEmpty { part.blocks = [Block(kind: .other, text: 0..<0)] }
        return part
    }

    /// The block that heads what stands where the image does; nil when none does.
    public func heading(before image: Image) -> Int32? {
        guard blocks.indices.contains(Int(image.after)) else { return nil }
        let block = blocks[Int(image.after)]
        if block.kind == .heading { return image.after }
        return blocks.indices.contains(Int(block.heading)) ? block.heading : nil
    }

    private mutating func append(heading: Block, of page: ParsedPage) -> Int32 {
        let start = text.count
        text += page.text[heading.text]
        blocks.append(Block(kind: .heading, text: start..<text.count))
        return Int32(blocks.count - 1)
    }
}
