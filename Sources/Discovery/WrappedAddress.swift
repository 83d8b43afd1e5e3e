import Model

/// The address inside an address: links through a counter, a search engine or a "you are leaving us" page.
enum WrappedAddress {
    /// The address that a link's query carries whole, as in `/keluar?url=https%3A%2F%2Fdinkes...`; the link's own without
    /// one. Nothing is fetched for it.
    static func opened(_ address: WebAddress) -> WebAddress {
        if let meant = miswritten(address) { return meant }
        guard let query = address.query else { return address }
        for part in query.split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, names.contains(sides[0].lowercased()) else { continue }
            let value = decoded(sides[1])
            if value.hasPrefix("http://") || value.hasPrefix("https://"), let inner = WebAddress(value) { return inner }
            if isGovernmentHost(value), let inner = WebAddress("http://" + value) { return inner }
        }
        return address
    }

    private static let names: Set<String> = [
        "url", "u", "q", "to", "link", "href", "target", "goto", "go", "dest", "destination", "redirect", "redirect_to",
        "redirect_url", "r", "site", "situs", "web", "website", "tujuan", "out",
    ]

    /// What an anchor means whose address lacks its scheme (`href="dinkes.x.go.id"` leads to a page of the portal's own) or
    /// has two (`http://http://dinkes...`).
    private static func miswritten(_ address: WebAddress) -> WebAddress? {
        if address.host == "http" || address.host == "https" {
            let rest = address.path.drop { $0 == "/" || $0 == ":" }
            return rest.contains(".") ? WebAddress("\(address.host)://\(rest)") : nil
        }
        let parts = address.path.split(separator: "/")
        guard let at = parts.firstIndex(where: { isGovernmentHost(String($0).lowercased()) }),
            parts[at].contains(".go.id")
        else { return nil }
        return WebAddress("http://" + parts[at...].joined(separator: "/"))
    }

    /// `dinkes.x.go.id/`, written without a scheme.
    private static func isGovernmentHost(_ text: String) -> Bool {
        let host = text.prefix { $0 != "/" }
        return host.hasSuffix(".go.id")
            && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
