import Model
import Rules

/// Undoes what spreadsheets do to texts, codes and addresses.
enum CellText {
    /// Without surrounding blanks (no-break ones too), `="61.12"` unwrapped, blanks and line breaks inside made one blank.
    static func clean(_ text: String) -> String {
        let visible = String(
            String.UnicodeScalarView(text.unicodeScalars.filter { !invisible.contains($0) && !isControl($0) }))
        var words = visible.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if words.hasPrefix("=\""), words.hasSuffix("\""), words.count >= 3 {
            words = String(words.dropFirst(2).dropLast())
        }
        // The apostrophe that keeps Excel from reading a formula; our own writer sets it.
        if words.hasPrefix("'"), let second = words.dropFirst().first, guarded.contains(second) { words.removeFirst() }
        return words
    }

    /// Signs that make a spreadsheet read a cell as a formula (OWASP, CSV injection).
    static let guarded: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

    /// Ways to write "there is none".
    static func isNone(_ text: String) -> Bool {
        let word = text.lowercased().filter { $0.isLetter || $0.isNumber }
        return word.isEmpty || noneWords.contains(word)
    }

    /// `6.112E+01`: a code that a spreadsheet took for a number, and whose digits are lost.
    static func isScientific(_ text: String) -> Bool {
        let upper = text.uppercased()
        guard let e = upper.firstIndex(of: "E"), e != upper.startIndex else { return false }
        let exponent = upper[upper.index(after: e)...]
        guard let sign = exponent.first, sign == "+" || sign == "-" else { return false }
        let digits = exponent.dropFirst()
        return !digits.isEmpty && digits.allSatisfy(\.isNumber)
            && upper[..<e].allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
    }

    private static let noneWords: Set<String> = [
        "belumada", "belum", "tidakada", "tdkada", "na", "nihil", "kosong", "tidakpunya", "belumpunya", "none", "null",
        "belummemiliki", "tidakmemiliki", "belumtersedia", "tidaktersedia", "belumadawebsite", "tidakadawebsite", "0",
        "x",
        "belumadasitus", "tidakadasitus", "nil",
    ]

    private static let invisible: Set<Unicode.Scalar> = [
        "\u{FEFF}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{AD}",
    ]

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 32 && scalar != "\n" && scalar != "\t" && scalar != "\r"
    }
}
