import Model

/// What the address cell of a list holds.
enum DomainCell: Sendable, Equatable {
    /// Nothing, or a word for nothing.
    case none
    case email
    /// No browser would take it, or no name server knows such a name.
    case badSyntax
    /// Host in lower case without trailing dot and `www.`.
    case address(host: String, address: WebAddress)

    init(_ text: String, noneWords: Set<String>) {
        let cell = text.trimmed
        if cell.isEmpty || noneWords.contains(cell.lowercased()) {
            self = .none
            return
        }
        // A word without dot or colon is no address: "sedang dibangun", "Dinkes".
        guard cell.contains(where: { ".:。．｡".contains($0) }) else {
            self = .none
            return
        }
        let start = cell.prefix(6).lowercased()
        let hasScheme = cell.contains("://") || ["//", "http:", "https:"].contains { start.hasPrefix($0) }
        let authority = cell.prefix { !"/?#\\".contains($0) }
        if !hasScheme, authority.contains("@") {
            self = .email
            return
        }
        let link = cell.hasPrefix("//") ? "http:" + cell : hasScheme ? cell : "http://" + cell
        guard let address = WebAddress(link) else {
            self = .badSyntax
            return
        }
        var host = address.host
        if host.hasSuffix(".") { host.removeLast() }
        while host.hasPrefix("www."), host.dropFirst(4).contains(".") { host.removeFirst(4) }
        let isUsable = address.hasLiteralHost || host.contains(".") && Self.isHostName(host)
        self = isUsable ? .address(host: host, address: address) : .badSyntax
    }

    /// Letters, digits and hyphens, 1 to 63 a label, no hyphen at an edge (RFC 1123, section 2.1).
    static func isHostName(_ host: String) -> Bool {
        host.utf8.count <= 253
            && host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                    && label.allSatisfy { byte in
                        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
                    }
            }
    }
}

extension String {
    /// Without white space at the ends.
    fileprivate var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
