/// Buttons and anchors that lead somewhere, and do not say where: only a script knows.
public enum DeadControls {
    /// Longest tag that is read, in bytes.
    private static let longestTag = 600
    private static let tags: [[UInt8]] = ["a", "button", "div", "li", "tr", "td", "span", "img"].map { Array($0.utf8) }

    /// Buttons, anchors without an address, and elements that hear a click, by their tags; those of menus and forms among
    /// them, so a few say nothing.
    public static func count(in body: [UInt8]) -> Int {
        var count = 0
        var at = 0
        while let open = body[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = open + 1
            let end = min(body.count, at + longestTag)
            guard let close = body[at..<end].firstIndex(of: UInt8(ascii: ">")) else { continue }
            if isDead(body[at..<close].map(lower)) { count += 1 }
            at = close + 1
        }
        return count
    }

    /// - Parameter tag: what stands between the angle brackets, in lower case.
    private static func isDead(_ tag: [UInt8]) -> Bool {
        let name = tag.prefix { (0x61...0x7A).contains($0) }
        guard tags.contains(where: { name.elementsEqual($0) }),
            name.count == tag.count || isBlank(tag[name.count]) || tag[name.count] == UInt8(ascii: "/")
        else {
            return false
        }
        switch name.count {
        case 1: return !leads(tag)
        case 6: return !holds(tag, "submit")
        default: return holds(tag, "onclick") || holds(tag, "@click")
        }
    }

    /// An anchor with an address that is one.
    private static func leads(_ tag: [UInt8]) -> Bool {
        guard let found = tag.indices.first(where: { tag[$0...].starts(with: "href".utf8) }) else { return false }
        let value = tag[(found + 4)...].drop { isBlank($0) || $0 == UInt8(ascii: "=") }
            .drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            .prefix { !isBlank($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        return !value.isEmpty && value.first != UInt8(ascii: "#") && !value.starts(with: "javascript:".utf8)
    }

    private static func holds(_ tag: [UInt8], _ word: String) -> Bool {
        tag.indices.contains { tag[$0...].starts(with: word.utf8) }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 32 }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
