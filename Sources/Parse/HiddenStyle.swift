/// Whether an inline style takes an element out of sight.
enum HiddenStyle {
    /// True for display:none, visibility:hidden, font-size:0 and positions off the screen.
    ///
    /// `opacity:0` does not count: pages animated by scripts are served with it on all of their content.
    static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        guard style.count > 5, !isOverlay(style) else { return false }
        if isNothing(style) || isOwnColour(style) { return true }
        var at = style.startIndex
        while at < style.endIndex {
            let end = style[at...].firstIndex(of: 59) ?? style.endIndex
            if let colon = style[at..<end].firstIndex(of: 58),
                hides(style[at..<colon].trimmed, style[(colon + 1)..<end].trimmed)
            {
                return true
            }
            at = end + 1
        }
        return false
    }

    /// A closed window over the page: fixed to the screen, shown by a click.
    private static func isOverlay(_ style: ArraySlice<UInt8>) -> Bool {
        style.has("position") && style.has("fixed") && style.has("z-index") && !style.has(":-") && !style.has(": -")
    }

    /// A box of one unit or none whose overflow is cut off.
    private static func isNothing(_ style: ArraySlice<UInt8>) -> Bool {
        guard style.has("overflow"), style.has("hidden"), let width = value(of: "width", style),
            let height = value(of: "height", style)
        else { return false }
        return width.leadingNumber ?? 9 <= 1 && height.leadingNumber ?? 9 <= 1 && !width.has("%") && !height.has("%")
    }

    /// Letters in the colour of their own ground, or transparent ones.
    private static func isOwnColour(_ style: ArraySlice<UInt8>) -> Bool {
        guard style.has("color"), let letters = value(of: "color", style) else { return false }
        let ground = value(of: "background-color", style) ?? value(of: "background", style)
        guard let ground else { return false }
        return letters.count == ground.count && zip(letters, ground).allSatisfy { $0.lowered == $1.lowered }
    }

    /// The value of one property; the last of several counts.
    private static func value(of name: String, _ style: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var found: ArraySlice<UInt8>?
        for part in style.split(separator: 59) {
            guard let colon = part.firstIndex(of: 58), part[..<colon].trimmed.isWord(name) else { continue }
            found = part[(colon + 1)...].trimmed
        }
        return found
    }

    private static func hides(_ property: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Bool {
        guard let first = property.first?.lowered else { return false }
        switch first {
        case 100: return property.isWord("display") && value.starts(withWord: "none")
        case 118: return property.isWord("visibility") && value.starts(withWord: "hidden")
        case 102: return property.isWord("font-size") && isZero(value)
        case 116: return (property.isWord("text-indent") || property.isWord("top")) && isFarAway(value)
        case 108: return property.isWord("left") && isFarAway(value)
        case 114: return property.isWord("right") && isFarAway(value)
        case 109: return (property.isWord("margin-left") || property.isWord("margin-top")) && isFarAway(value)
        default: return false
        }
    }

    private static func isZero(_ value: ArraySlice<UInt8>) -> Bool {
        guard let first = value.first, first == 48 else { return false }
        // 0.9em is small, not hidden.
        return !value.dropFirst().contains { $0.isDigit && $0 != 48 }
    }

    /// Minus 500 units or more.
    private static func isFarAway(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.first == 45, let number = value.dropFirst().leadingNumber else { return false }
        return number >= 500
    }
}
