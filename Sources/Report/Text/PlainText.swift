/// Makes text from the network harmless to look at: in a page, a cell and a terminal.
///
/// Removed are control characters, whole ANSI escape sequences (ECMA-48 CSI and OSC), the Unicode controls that turn
/// the reading direction around or hide (bidi overrides and isolates, zero-width characters, tags). White space of any
/// kind becomes one space. The words themselves are not changed.
public enum PlainText {
    /// Longest text shown in one place, in Unicode scalars; the whole text stays in scan.json.
    public static let displayLimit = 300

    /// One line of harmless text, cut with an ellipsis when it is longer than `limit` scalars.
    public static func clean(_ text: String, limit: Int = displayLimit) -> String {
        if text.utf8.count <= limit, isHarmless(text) { return text }
        var cleaner = Cleaner(limit: limit)
        for scalar in text.unicodeScalars where cleaner.wantsMore { cleaner.take(scalar) }
        return cleaner.finished
    }

    /// Printable ASCII with single inner spaces: the usual case, which needs no copy.
    private static func isHarmless(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            guard byte >= 0x20, byte < 0x7F, !(byte == 0x20 && previous == 0x20) else { return false }
            previous = byte
        }
        return previous != 0x20
    }

    /// Whether a scalar steers the display instead of being read.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}

/// The state of one cleaning.
private struct Cleaner {
    private enum Mode { case text, escape, control, string }

    private let limit: Int
    private var result = ""
    private var count = 0
    private var mode = Mode.text
    private var pendingSpace = false
    private var cut = false

    init(limit: Int) { self.limit = limit }

    var wantsMore: Bool { !cut }

    var finished: String { cut ? result + "…" : result }

    mutating func take(_ scalar: Unicode.Scalar) {
        switch mode {
        case .text: takeText(scalar)
        case .escape: takeEscape(scalar)
        case .control: if (0x40...0x7E).contains(scalar.value) { mode = .text }
        // An operating system command ends with BEL or ST; a line end also stops it, so that it cannot eat a document.
        case .string: if [0x07, 0x0A, 0x1B, 0x5C, 0x9C].contains(scalar.value) { mode = .text }
        }
    }

    private mutating func takeEscape(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "[": mode = .control
        case "]", "P", "^", "_", "X": mode = .string
        default: mode = .text
        }
    }

    private mutating func takeText(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x1B: mode = .escape
        case 0x9B: mode = .control
        case 0x90, 0x9D: mode = .string
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: pendingSpace = true
        default:
            if !PlainText.isInvisible(scalar) { append(scalar) }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        let space = pendingSpace && count > 0
        guard count + (space ? 2 : 1) <= limit else {
            cut = true
            return
        }
        if space { result.unicodeScalars.append(" ") }
        result.unicodeScalars.append(scalar)
        count += space ? 2 : 1
        pendingSpace = false
    }
}
