import Model

/// Addresses that stand in running text and are no links: a table with a column "Website", a list in a document.
public enum WrittenAddresses {
    /// Addresses read from one page at most.
    static let limit = 500
    /// Longest words before an address that may name whose it is, in bytes.
    private static let nameLimit = 120

    /// One link per address, under the words that stand before it in its block; in document order.
    public static func links(in page: ParsedPage) -> [Link] {
        var found: [Link] = []
        for (index, block) in page.blocks.enumerated() where found.count < limit {
            guard page.text[block.text].contains(UInt8(ascii: ".")) else { continue }
            let linked = Set(
                block.links.compactMap { page.links.indices.contains($0) ? page.links[$0].address.host : nil })
            for (address, words) in addresses(in: page.text(of: block)) where !linked.contains(address.host) {
                found.append(Link(address: address, text: words, zone: block.zone, block: Int32(index)))
            }
        }
        return found
    }

    /// Addresses of a text, each with the words since the one before.
    static func addresses(in text: String) -> [(address: WebAddress, words: String)] {
        var found: [(WebAddress, String)] = []
        var words: [Substring] = []
        for token in text.split(whereSeparator: \.isWhitespace) {
            if let address = address(token) {
                found.append((address, String(words.joined(separator: " ").suffix(nameLimit))))
                words = []
            } else {
                words.append(token)
            }
        }
        return found
    }

    /// A token that is an address: with a scheme, with `www.`, or a host below a suffix that offices use.
    private static func address(_ token: Substring) -> WebAddress? {
        var text = token.drop { "([<\"'".contains($0) }
        while let last = text.last, ")]>\"',;.:".contains(last) { text.removeLast() }
        guard text.utf8.count >= 6, !text.contains("@") else { return nil }
        let lower = text.lowercased()
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return WebAddress(String(text)) }
        let host = lower.prefix { $0 != "/" && $0 != "?" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(isLabel), let last = labels.last else { return nil }
        let isHost =
            lower.hasPrefix("www.") || (last == "id" && labels.count >= 3) || endings.contains(String(last))
            || shorteners.contains(String(host)) && host.endIndex < lower.endIndex
        return isHost ? WebAddress("http://" + String(text)) : nil
    }

    private static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty && label.utf8.count <= 63 && label.first != "-"
            && label.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || (48...57).contains($0.value))
            }
    }

    /// Hosts of link pages and shorteners under endings that are words else.
    private static let shorteners: Set<String> = [
        "linktr.ee", "lynk.id", "bio.link", "linkr.bio", "s.id", "bit.ly", "t.me", "msha.ke", "beacons.ai",
    ]

    /// Top-level names that are not also words or file endings of a text.
    private static let endings: Set<String> = ["com", "net", "org", "id", "info", "io"]
}
