import Model

/// The stored markup of a page with its quoted words coloured, for a picture that loads and runs nothing.
enum PageHighlight {
    /// The body behind a policy that forbids everything but its own inline styles, and the items whose words were found.
    static func page(_ body: [UInt8], contentType: String, findings: [Finding]) -> (html: [UInt8], items: [ItemKey]) {
        let flat = FlatMarkup(body)
        var places: [(range: Range<Int>, item: ItemKey)] = []
        for finding in findings {
            let marks = QuotedPlaces([finding], in: flat.text).marks
            places += marks.map { ($0.range, finding.item) }
        }
        places.sort { $0.range.lowerBound < $1.range.lowerBound }
        var html = head(contentType)
        var at = 0
        for place in places {
            for piece in flat.pieces(of: place.range) where piece.lowerBound >= at {
                html += body[at..<piece.lowerBound] + open + body[piece] + close
                at = piece.upperBound
            }
        }
        return (html + body[at...], Set(places.map(\.item)).sorted())
    }

    private static let open = Array(
        "<mark style=\"background:#ffe27a;color:#1a1d21;outline:2px solid #8a6d00\">".utf8)
    private static let close = Array("</mark>".utf8)

    /// The charset that HTTP gave is lost in a file, so it is written before the page's own words about it.
    private static func head(_ contentType: String) -> [UInt8] {
        let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'"
        let charset =
            contentType.lowercased().split(separator: "charset=").dropFirst().first
            .map { $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } } ?? ""
        let meta = charset.isEmpty ? "" : "<meta charset=\"\(charset)\">"
        return Array(
            "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\(meta)".utf8)
    }
}

/// The words between the tags of a page, each byte with its place in the markup.
private struct FlatMarkup {
    private(set) var text: [UInt8] = []
    /// For each byte of `text` its offset in the markup.
    private var offsets: [Int] = []

    init(_ body: [UInt8]) {
        var at = 0
        var hidden: [UInt8]?
        while at < body.count {
            if body[at] == 0x3C {
                let end = body[at...].firstIndex(of: 0x3E) ?? body.count - 1
                let name = Self.name(body[at...end])
                if let closing = hidden {
                    if name == [0x2F] + closing { hidden = nil }
                } else if Self.silent.contains(name) {
                    hidden = name
                }
                blank(at)
                at = end + 1
            } else {
                if hidden == nil { add(body[at], at) }
                at += 1
            }
        }
    }

    private static let silent: Set<[UInt8]> = [Array("script".utf8), Array("style".utf8), Array("title".utf8)]

    private static func name(_ tag: ArraySlice<UInt8>) -> [UInt8] {
        tag.dropFirst().prefix { $0 == 0x2F || (0x41...0x5A).contains($0 & 0xDF) }.map { $0 == 0x2F ? $0 : $0 | 0x20 }
    }

    /// White space is folded as the parser folds it.
    private mutating func add(_ byte: UInt8, _ offset: Int) {
        if byte == 32 || (9...13).contains(byte) { return blank(offset) }
        text.append(byte)
        offsets.append(offset)
    }

    private mutating func blank(_ offset: Int) {
        guard let last = text.last, last != 32 else { return }
        text.append(32)
        offsets.append(offset)
    }

    /// The stretches of markup without a tag in them that a stretch of words covers.
    func pieces(of range: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        for place in range where text[place] != 32 {
            let offset = offsets[place]
            if let last = pieces.last, offset - last.upperBound <= 1, !crossesTag(last.upperBound, offset, place) {
                pieces[pieces.count - 1] = last.lowerBound..<offset + 1
            } else {
                pieces.append(offset..<offset + 1)
            }
        }
        return pieces
    }

    /// A blank that stands for a tag lies at the tag's own offset.
    private func crossesTag(_ end: Int, _ next: Int, _ place: Int) -> Bool {
        next > end && place > 0 && text[place - 1] == 32 && offsets[place - 1] != end
    }
}
