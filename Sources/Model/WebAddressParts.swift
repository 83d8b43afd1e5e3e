extension WebAddress {
    /// Takes the parts of an address that was serialised before, from a process that is not trusted: nil when they are no
    /// address as this type writes them. Much cheaper than reading the text anew.
    package init?(
        serialised scheme: String, host: String, port: Int?, credentials: String?, path: String, query: String?,
        fragment: String?
    ) {
        guard scheme == "http" || scheme == "https", !host.isEmpty, host.utf8.allSatisfy(Self.isOfHost),
            path.utf8.first == UInt8(ascii: "/"), Self.isPrintable(path, without: { $0 == 0x3F || $0 == 0x23 }),
            port.map({ (1...65_535).contains($0) }) ?? true,
            Self.isPrintable(credentials ?? "", without: { [0x2F, 0x3F, 0x23, 0x40].contains($0) }),
            Self.isPrintable(query ?? "", without: { $0 == 0x23 }),
            Self.isPrintable(fragment ?? "", without: { _ in false })
        else { return nil }
        self.init(
            scheme: scheme, host: host, port: port, credentials: credentials, path: path, query: query,
            fragment: fragment)
    }

    /// Printable ASCII without capitals and what ends a host or is forbidden in one (WHATWG, "forbidden host code point").
    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x30...0x3A, 0x2D, 0x2E, 0x5B, 0x5D, 0x5F, 0x7E: true
        case 0x21, 0x22, 0x24...0x2C, 0x3B, 0x3D, 0x60, 0x7B, 0x7D: true
        default: false
        }
    }

    private static func isPrintable(_ text: String, without excluded: (UInt8) -> Bool) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !excluded($0) }
    }
}
