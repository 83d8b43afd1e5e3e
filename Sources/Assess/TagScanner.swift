/// Tags of an XML part as they stand, one after the other; comments, CDATA and instructions are passed over.
struct TagScanner {
    struct Tag {
        /// Without prefix.
        var name: String
        /// With its colon; empty when there is none.
        var prefix: String
        var isClosing: Bool
        var isEmpty: Bool
        /// From `<` to behind `>`.
        var range: Range<Int>
        fileprivate var text: String

        /// The value of an attribute as written; nil when it is not there.
        func value(_ attribute: String) -> String? {
            for quote in ["\"", "'"] {
                guard let start = text.range(of: " \(attribute)=\(quote)")?.upperBound,
                    let end = text[start...].firstIndex(of: Character(quote))
                else { continue }
                return String(text[start..<end])
            }
            return nil
        }
    }

    private let xml: [UInt8]
    private var at = 0

    init(_ xml: [UInt8]) { self.xml = xml }

    mutating func next() -> Tag? {
        while let start = xml[at...].firstIndex(of: 0x3C) {
            if xml[start...].starts(with: Array("<!--".utf8)) {
                skip(from: start, behind: "-->")
            } else if xml[start...].starts(with: Array("<![CDATA[".utf8)) {
                skip(from: start, behind: "]]>")
            } else if xml[start...].starts(with: Array("<?".utf8)) || xml[start...].starts(with: Array("<!".utf8)) {
                skip(from: start, behind: ">")
            } else {
                return tag(from: start)
            }
        }
        return nil
    }

    private mutating func skip(from start: Int, behind end: String) {
        let sign = Array(end.utf8)
        var place = start
        while place < xml.count, !xml[place...].starts(with: sign) { place += 1 }
        at = min(xml.count, place + sign.count)
    }

    /// A `>` inside a quoted value ends no tag.
    private mutating func tag(from start: Int) -> Tag? {
        var place = start + 1
        var quote: UInt8 = 0
        while place < xml.count, quote != 0 || xml[place] != 0x3E {
            if quote == 0, xml[place] == 0x22 || xml[place] == 0x27 {
                quote = xml[place]
            } else if xml[place] == quote {
                quote = 0
            }
            place += 1
        }
        guard place < xml.count else {
            at = xml.count
            return nil
        }
        at = place + 1
        let text = String(decoding: xml[start...place], as: UTF8.self)
        let isClosing = text.hasPrefix("</")
        let full = text.dropFirst(isClosing ? 2 : 1).prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        let parts = full.split(separator: ":")
        return Tag(
            name: String(parts.last ?? ""), prefix: parts.count == 2 ? parts[0] + ":" : "", isClosing: isClosing,
            isEmpty: text.hasSuffix("/>"), range: start..<place + 1,
            text: text.replacing("\n", with: " ").replacing("\t", with: " ").replacing("\r", with: " "))
    }
}
