import Model

/// Writes an address that must not be followed so that no program makes a link of it: `hxxps://contoh[.]com/`.
public enum Defang {
    /// An address as text that cannot be clicked.
    public static func address(_ address: WebAddress) -> String { text(address.description) }

    /// Any text, with its addresses made unusable and its words left readable.
    public static func text(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        var previousIsWord = false
        var scalars = Substring(text).unicodeScalars
        while let scalar = scalars.popFirst() {
            let next = scalars.first
            if scalar == ".", previousIsWord, let next, isWord(next) {
                result += "[.]"
            } else if scalar == ":", next == "/" {
                result += "[:]"
            } else {
                result.unicodeScalars.append(scalar)
            }
            previousIsWord = isWord(scalar)
        }
        return result.replacingHTTP()
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
}

extension String {
    fileprivate func replacingHTTP() -> String {
        var result = ""
        var rest = Substring(self)
        while let character = rest.first {
            if (character == "h" || character == "H"), rest.prefix(4).lowercased() == "http" {
                result += "hxxp"
                rest = rest.dropFirst(4)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result
    }
}
