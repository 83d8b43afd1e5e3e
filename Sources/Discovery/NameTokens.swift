/// Text as comparable words: lower case, accents and punctuation gone.
enum NameTokens {
    /// Words of letters and digits; everything else separates. `Kec.` becomes `kec`, `Pol-PP` two words.
    static func words(_ text: String) -> [String] { words(text, boundaries: false) }

    /// As `words`, with `,` for a comma or slash and `|` where a bracket, dash, colon or line end ends a phrase.
    static func phrases(_ text: String) -> [String] { words(text, boundaries: true) }

    private static func words(_ text: String, boundaries: Bool) -> [String] {
        var out: [String] = []
        var word: [UInt8] = []
        func flush() {
            if !word.isEmpty { out.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if let letter = folded(scalar) {
                word.append(letter)
            } else if scalar == "'" || scalar == "\u{2019}" || scalar == "`" {
                continue  // Qur'an, Ma'arif
            } else if scalar == "&", boundaries {
                flush()
                out.append("dan")
            } else {
                let stoodAlone = word.isEmpty
                flush()
                if scalar == "-", !stoodAlone { continue }  // Satpol-PP
                if boundaries, scalar == "," || scalar == "/", let last = out.last, last != "|", last != "," {
                    out.append(",")
                } else if boundaries, isBoundary(scalar), out.last != "|" {
                    out.append("|")
                }
            }
        }
        flush()
        return out
    }

    private static func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ";", ":", "|", "(", ")", "[", "]", "\n", "\u{2013}", "\u{2014}", "\u{00B7}", "\u{2022}", "»",
            "«", ">",
            "\"", "\u{201C}", "\u{201D}", "!", "?", "-":
            true
        default: false
        }
    }

    /// Lower-case ASCII letter or digit of a scalar; nil for a separator.
    private static func folded(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: UInt8(scalar.value)
        case 0x41...0x5A: UInt8(scalar.value + 32)
        case 0xC0...0xC5, 0xE0...0xE5: UInt8(ascii: "a")
        case 0xC8...0xCB, 0xE8...0xEB: UInt8(ascii: "e")
        case 0xCC...0xCF, 0xEC...0xEF: UInt8(ascii: "i")
        case 0xD2...0xD6, 0xF2...0xF6: UInt8(ascii: "o")
        case 0xD9...0xDC, 0xF9...0xFC: UInt8(ascii: "u")
        case 0xC7, 0xE7: UInt8(ascii: "c")
        case 0xD1, 0xF1: UInt8(ascii: "n")
        default: nil
        }
    }
}
