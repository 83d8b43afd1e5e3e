import Model

/// Links of a page while it is read: addresses are resolved at the end, when the base address is known.
struct LinkCollector {
    struct Pending {
        var href: Range<Int>
        var text: Range<Int>
        /// `title` or `aria-label`, when the anchor has no text and no image.
        var name: Range<Int>
        var zone: Block.Zone
        var block: Int32
        var noFollow: Bool
        /// Last block before the anchor.
        var after: Int32
        var image: [UInt8] = []
    }

    private(set) var pending: [Pending] = []
    private(set) var bytes: [UInt8] = []
    /// Of the open anchor.
    private var spaceWaits = false
    private var isOpen = false
    private static let textLimit = 400

    var count: Int { pending.count }
    /// Links whose text or content has begun: an anchor that just opened does not belong to the block before.
    var countWithText: Int {
        guard isOpen, let last = pending.last, last.text.isEmpty else { return pending.count }
        return pending.count - 1
    }

    mutating func open(
        href: ArraySlice<UInt8>, name: ArraySlice<UInt8>, zone: Block.Zone, noFollow: Bool, after: Int32
    ) -> Int32 {
        let hrefRange = store(href)
        let nameRange = store(name)
        pending.append(
            Pending(
                href: hrefRange, text: bytes.count..<bytes.count, name: nameRange, zone: zone, block: -1,
                noFollow: noFollow, after: after))
        isOpen = true
        spaceWaits = false
        return Int32(pending.count - 1)
    }

    private mutating func store(_ slice: ArraySlice<UInt8>) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: slice)
        return start..<bytes.count
    }

    /// Text inside the open anchor; `block` is the block that text goes to.
    mutating func addText(_ text: Span<UInt8>, block: Int32) {
        guard isOpen, let last = pending.indices.last else { return }
        var folder = WhitespaceFolder()
        var i = 0
        while i < text.count {
            let width = folder.whitespaceWidth(text, at: i, text[i])
            if width > 0 {
                if width != WhitespaceFolder.nothing { spaceWaits = true }
                i += folder.consumed
                continue
            }
            if pending[last].text.isEmpty { pending[last].block = block }
            if pending[last].text.count < Self.textLimit {
                if spaceWaits, !pending[last].text.isEmpty { bytes.append(32) }
                bytes.append(text[i])
                pending[last].text = pending[last].text.lowerBound..<bytes.count
            }
            spaceWaits = false
            i += 1
        }
    }

    /// A block boundary inside the anchor.
    mutating func breakText() { spaceWaits = true }

    /// The alt text of an image inside the open anchor.
    mutating func addImage(alt: ArraySlice<UInt8>) {
        guard isOpen, let last = pending.indices.last, pending[last].image.isEmpty else { return }
        pending[last].image = Array(alt.trimmed)
    }

    mutating func close() { isOpen = false }

    /// Resolves every link; answers the links and, for each pending one, how many were kept before it.
    func resolve(base: WebAddress) -> (links: [Link], keptBefore: [Int]) {
        var links: [Link] = []
        links.reserveCapacity(pending.count)
        var kept: [Int] = [0]
        kept.reserveCapacity(pending.count + 1)
        for item in pending {
            if let address = WebAddress(utf8: bytes[item.href], base: base) {
                links.append(
                    Link(
                        address: address, text: text(of: item), zone: item.zone, block: item.block,
                        noFollow: item.noFollow, after: item.after))
            }
            kept.append(links.count)
        }
        return (links, kept)
    }

    private func text(of item: Pending) -> String {
        if !item.text.isEmpty { return String(decoding: bytes[item.text], as: UTF8.self) }
        if !item.image.isEmpty { return String(decoding: item.image, as: UTF8.self) }
        return String(decoding: bytes[item.name].trimmed, as: UTF8.self)
    }
}
