import Model

/// The link that opens a page at the quoted words (`#:~:text=`, WICG Scroll to Text Fragment).
package enum TextFragment {
    /// `address` with a text directive for `quotation`; without one when nothing is quoted.
    package static func link(_ address: WebAddress, quotation: String) -> String {
        let words = quotedWords(quotation)
        guard !words.isEmpty else { return address.description }
        let directive = ":~:text=" + target(words)
        return address.description + (address.fragment == nil ? "#" : "") + directive
    }

    /// The longest stretch of the page's own words: an ellipsis or bar is ours, not the page's.
    private static func quotedWords(_ quotation: String) -> [Substring] {
        let stretches = PlainText.clean(quotation).split { $0 == "…" || $0 == "|" }
        let longest = stretches.max { $0.count < $1.count } ?? ""
        return longest.split(separator: " ")
    }

    /// A short quotation whole, a long one as its first and last words, which survives a changed line break between.
    private static func target(_ words: [Substring]) -> String {
        guard words.count > 8 else { return encode(words.joined(separator: " ")) }
        return encode(words.prefix(4).joined(separator: " ")) + "," + encode(words.suffix(4).joined(separator: " "))
    }

    /// Percent-encodes all but letters, digits, `.`, `_` and `~`: `-`, `,` and `&` have a meaning in the directive.
    private static func encode(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x7E:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result.append("%")
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
        return result
    }
}
