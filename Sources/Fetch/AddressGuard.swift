/// Says which addresses a public site can have: the IANA special-purpose registries (RFC 6890) are refused.
///
/// Asked twice: of what the name servers said, and again of the address the socket is opened for, so that a name that
/// changes in between gains nothing.
struct AddressGuard: Sendable {
    var allowPrivate: Bool

    func permits(_ address: IPAddress) -> Bool { allowPrivate || !Self.isSpecial(address) }

    /// Not globally reachable: private, loopback, link-local, metadata, CGNAT, documentation, multicast, reserved.
    static func isSpecial(_ address: IPAddress) -> Bool {
        if !address.isIPv6 { return special4.contains { $0.contains(address.bytes) } }
        if let inner = embedded(address.bytes) { return isSpecial(inner) }
        return special6.contains { $0.contains(address.bytes) }
    }

    /// The IPv4 address inside a mapped (::ffff:0:0/96), compatible, NAT64 (64:ff9b::/96) or 6to4 (2002::/16) address.
    private static func embedded(_ bytes: [UInt8]) -> IPAddress? {
        let head = Array(bytes[0..<12])
        let zeros = [UInt8](repeating: 0, count: 12)
        if head == Array(zeros[0..<10]) + [255, 255] || head == [0, 0x64, 0xff, 0x9b] + Array(zeros[0..<8]) {
            return IPAddress(bytes: Array(bytes[12..<16]))
        }
        if head == zeros, bytes[12] != 0 { return IPAddress(bytes: Array(bytes[12..<16])) }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return IPAddress(bytes: Array(bytes[2..<6])) }
        return nil
    }

    private static let special4 = [
        AddressRange("0.0.0.0", 8), AddressRange("10.0.0.0", 8), AddressRange("100.64.0.0", 10),
        AddressRange("127.0.0.0", 8),
        AddressRange("169.254.0.0", 16), AddressRange("172.16.0.0", 12), AddressRange("192.0.0.0", 24),
        AddressRange("192.0.2.0", 24),
        AddressRange("192.88.99.0", 24), AddressRange("192.168.0.0", 16), AddressRange("198.18.0.0", 15),
        AddressRange("198.51.100.0", 24), AddressRange("203.0.113.0", 24), AddressRange("224.0.0.0", 4),
        AddressRange("240.0.0.0", 4),
    ]

    private static let special6 = [
        AddressRange("::", 96), AddressRange("64:ff9b:1::", 48), AddressRange("100::", 64), AddressRange("2001::", 23),
        AddressRange("2001:db8::", 32), AddressRange("3fff::", 20), AddressRange("5f00::", 16),
        AddressRange("fc00::", 7),
        AddressRange("fe80::", 10), AddressRange("fec0::", 10), AddressRange("ff00::", 8),
    ]
}
