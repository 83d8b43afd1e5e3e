import Model

/// Ways to another page that are no anchors: an option of a select list that jumps, a button with an address in its
/// attributes, an `onclick` that opens one.
///
/// No script is run: an address counts only where it stands as it is in the tag, under the words the tag shows.
public enum MarkupLinks {
    /// Links read from one body at most.
    static let limit = 400
    /// Bytes of one tag, and of the words behind it, at most.
    private static let tagLimit = 2_048
    private static let textLimit = 400

    /// The links of a body's tags, in order.
    public static func links(in body: [UInt8], page: WebAddress) -> [Link] {
        var found: [Link] = []
        var at = 0
        while found.count < limit, let start = body[at...].firstIndex(of: UInt8(ascii: "<")) {
            guard start + 1 < body.count, Self.isLetter(body[start + 1]), let end = tagEnd(body, from: start) else {
                at = start + 1
                continue
            }
            at = end + 1
            guard let target = target(of: body[start...end]), let address = WebAddress(target, base: page) else {
                continue
            }
            let name = name(of: body[(start + 1)...end])
            let isDrawn = name == "a" && holds(body[start...end], "xlink:href")
            let isTorn = name == "a" && (isDrawn || !holds(body[start...end], "title"))
            var text =
                name == "a" && !isTorn ? title(of: body[start...end]) : words(behind: end + 1, of: name, in: body)
            if name != "a" || isTorn, LinkSurroundings.saysNothing(text) {
                let before = words(before: start, in: body)
                if !before.isEmpty { text = before }
            }
            found.append(Link(address: address, text: text, zone: .navigation))
        }
        return found
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// The `>` that ends a tag, quoted values passed over.
    private static func tagEnd(_ body: [UInt8], from start: Int) -> Int? {
        var quote: UInt8?
        for at in start..<min(body.count, start + tagLimit) {
            let byte = body[at]
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return at
            }
        }
        return nil
    }

    private static func name(of tag: some Collection<UInt8>) -> String {
        String(decoding: tag.prefix { isLetter($0) }, as: UTF8.self).lowercased()
    }

    /// The address a tag carries outside `href`; nil for most tags.
    private static func target(of tag: ArraySlice<UInt8>) -> String? {
        let name = name(of: tag.dropFirst())
        let isOption = name == "option"
        let isForm = name == "form" || holds(tag, "formaction")
        // A link of a drawing (SVG 1.1, section 17.1).
        if name == "a", holds(tag, "xlink:href") { return drawnValue(String(decoding: tag, as: UTF8.self)) }
        let isTitled = name == "a" && holds(tag, "title")
        if name == "a", holds(tag, "href"), let torn = tornValue(String(decoding: tag, as: UTF8.self)) { return torn }
        guard isOption || isForm || isTitled || holds(tag, "data-") || holds(tag, "onclick") else { return nil }
        let text = String(decoding: tag, as: UTF8.self)
        let value =
            isOption
            ? optionValue(text)
            : isForm
                ? formValue(text)
                : dataValue(text) ?? clickValue(text)
                    ?? (isTitled ? titledValue(text) : nil)
        guard let value else { return nil }
        let plain = String(value).replacing("&amp;", with: "&")
        if plain.hasPrefix("http://") || plain.hasPrefix("https://") || plain.hasPrefix("/") { return plain }
        return plain.prefix { $0 != "/" }.lowercased().hasSuffix(".go.id") ? "http://" + plain : nil
    }

    /// A button that opens another page is a form without fields: only one that asks for it, and never one that sends.
    private static func formValue(_ tag: String) -> Substring? {
        guard tag.firstMatch(of: /\bmethod\s*=\s*["']?post/.ignoresCase()) == nil else { return nil }
        return tag.firstMatch(of: /\b(?:form)?action\s*=\s*["']?([^"'\s>]{2,300})/.ignoresCase())?.output.1
    }

    private static func drawnValue(_ tag: String) -> String? {
        tag.firstMatch(of: /\bxlink:href\s*=\s*["']?([^"'\s>]{2,300})/.ignoresCase()).map {
            String($0.output.1).replacing("&amp;", with: "&")
        }
    }

    /// The address of an anchor that bears a title: short words shown, the full name in the title.
    private static func titledValue(_ tag: String) -> Substring? {
        tag.firstMatch(of: /\bhref\s*=\s*["']?([^"'\s>]{2,300})/.ignoresCase())?.output.1
    }

    /// An address with blanks where none may stand (`http:// dinkes.x.go.id`): no browser opens it, a reader does.
    private static func tornValue(_ tag: String) -> String? {
        guard
            let torn = tag.firstMatch(of: /\bhref\s*=\s*["']\s*(https?:\/\/)\s+([^"'\s>]{4,300})\s*["']/.ignoresCase())
        else { return nil }
        return torn.output.1.lowercased() + torn.output.2
    }

    private static func title(of tag: ArraySlice<UInt8>) -> String {
        let text = String(decoding: tag, as: UTF8.self)
        guard let found = text.firstMatch(of: /\btitle\s*=\s*(?:"([^"]{2,200})"|'([^']{2,200})')/.ignoresCase()) else {
            return ""
        }
        return String(found.output.1 ?? found.output.2 ?? "").replacing("&amp;", with: "&")
    }

    private static func optionValue(_ tag: String) -> Substring? {
        tag.firstMatch(of: /\bvalue\s*=\s*["']?([^"'\s>]{2,300})/.ignoresCase())?.output.1
    }

    private static func dataValue(_ tag: String) -> Substring? {
        tag.firstMatch(of: /\bdata-(?:href|url|link|target-url)\s*=\s*["']?([^"'\s>]{2,300})/.ignoresCase())?.output.1
    }

    private static func clickValue(_ tag: String) -> Substring? {
        let call = /\bonclick\s*=.{0,80}?(?:location|open)[^'"`&]{0,30}(?:['"`]|&quot;|&#39;)([^'"`&\s]{2,300})/
        return tag.firstMatch(of: call.ignoresCase())?.output.1
    }

    private static func holds(_ tag: ArraySlice<UInt8>, _ word: String) -> Bool {
        let word = Array(word.utf8)
        guard tag.count > word.count else { return false }
        return (tag.startIndex...(tag.endIndex - word.count)).contains { start in
            tag[start] | 0x20 == word[0] && word.indices.allSatisfy { tag[start + $0] | 0x20 == word[$0] | 0x20 }
        }
    }

    /// The words that stand before a tag in the same card: back to the end of the way before.
    private static func words(before start: Int, in body: [UInt8]) -> String {
        let near = String(decoding: body[max(0, start - textLimit)..<start], as: UTF8.self)
        let ends = ["</button>", "</form>", "</a>", "</option>", "</select>", "</script>", "</nav>", "<body"]
        let from = ends.compactMap { near.ranges(of: $0).last?.upperBound }.max() ?? near.startIndex
        // A card begins with its heading, whatever stands before it.
        let heading = near[from...].matches(of: /<h[1-6]\b/.ignoresCase()).last?.range.lowerBound
        let text = near[(heading ?? from)...].replacing(/<[^>]*>/, with: " ").replacing(/^[^<]*>/, with: " ")
        let plain = text.replacing("&amp;", with: "&").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return String(plain.suffix(160))
    }

    /// What stands between a tag and its end tag, tags within left out.
    private static func words(behind start: Int, of name: String, in body: [UInt8]) -> String {
        var text: [UInt8] = []
        var at = start
        while at < body.count, text.count < textLimit, at - start < tagLimit {
            if body[at] == UInt8(ascii: "<") {
                let rest = body[(at + 1)...].prefix(name.utf8.count + 1)
                if rest.first == UInt8(ascii: "/"), Self.name(of: Array(rest.dropFirst())) == name { break }
                if name == "option" { break }
                guard let end = tagEnd(body, from: at) else { break }
                text.append(32)
                at = end + 1
            } else {
                text.append(body[at])
                at += 1
            }
        }
        let plain = String(decoding: text, as: UTF8.self).replacing("&amp;", with: "&")
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
