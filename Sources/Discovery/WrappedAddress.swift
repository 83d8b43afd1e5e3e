import Model

/// The address inside an address: links through a counter, a search engine or a "you are leaving us" page.
enum WrappedAddress {
    /// The address that a link's query carries whole, as in `/keluar?url=https%3A%2F%2Fdinkes...`; the link's own without
    /// one. Nothing is fetched for it.
    static func opened(_ address: WebAddress) -> WebAddress {
        if let meant = miswritten(address) ?? coded(address) { return meant }
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

    /// An address within the address that is written in base64 (RFC 4648), as counters of clicks do: it begins with the
    /// letters of `http`.
    private static func coded(_ address: WebAddress) -> WebAddress? {
        let parts = address.requestTarget.split { "/?&=".contains($0) }
        for part in parts where part.hasPrefix("aHR0c") && part.utf8.count >= 16 {
            guard let text = base64(part), text.hasPrefix("http://") || text.hasPrefix("https://"),
                let inner = WebAddress(text)
            else { continue }
            return inner
        }
        return nil
    }

    private static func base64(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var (bits, count): (UInt32, Int) = (0, 0)
        for byte in decoded(text).utf8 where byte != UInt8(ascii: "=") {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            default: return nil
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static let names: Set<String> = [
        "url", "u", "q", "to", "link", "href", "target", "goto", "go", "dest", "destination", "redirect", "redirect_to",
        "redirect_url", "r", "site", "situs", "web", "website", "tujuan", "out",
    ]

    /// What an anchor means whose address lacks its scheme (`href="dinkes.x.go.id"` leads to a page of the portal's own) or
    /// has two (`http://http://dinkes...`).
    private static func miswritten(_ address: WebAddress) -> WebAddress? {
        // The root's dot at the end of a name (RFC 1034, 3.1) is another host to most servers.
        if address.host.hasSuffix(".") {
            let host = String(address.host.dropLast())
            return host.contains(".") ? WebAddress("\(address.scheme)://\(host)\(address.requestTarget)") : nil
        }
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
