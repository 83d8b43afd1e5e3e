/// Networks whose every address speaks for very many sites of different owners: content delivery networks.
///
/// Elsewhere one IP address is one server, and politeness counts by it. At such a network two addresses stand before
/// thousands of sites, and the machines behind them are the owners': there it counts by registrable domain. So that a
/// whole network is not asked without bound either, its domains share a number of places, each as if it were a server.
public struct SharedEdges: Sendable {
    /// One network by its published ranges.
    public struct Network: Sendable {
        public var name: String
        /// CIDR, IPv4 or IPv6.
        public var ranges: [String]

        public init(name: String, ranges: [String]) {
            self.name = name
            self.ranges = ranges
        }
    }

    /// Places of one network: with two connections each, 32 at once at most.
    public static let places = 16

    private var ranges: [(range: AddressRange, name: String)] = []

    public init() {}

    /// Ranges that cannot be read are left out; `isRange` says so beforehand.
    public init(_ networks: [Network]) {
        for network in networks {
            for text in network.ranges {
                if let range = AddressRange(text) { ranges.append((range, network.name)) }
            }
        }
    }

    /// Whether a text is an address range in CIDR form.
    public static func isRange(_ text: String) -> Bool { AddressRange(text) != nil }

    /// What politeness counts by: the address, or `cdn:NAME:PLACE` for a domain behind a shared network.
    ///
    /// - Parameter domain: registrable domain of the host; asked only where it is needed.
    public func key(of address: String, domain: () -> String) -> String {
        guard !ranges.isEmpty, let bytes = IPAddress(address)?.bytes,
            let name = ranges.first(where: { $0.range.contains(bytes) })?.name
        else { return address }
        // FNV-1a: the same place for a domain on every worker.
        let hash = domain().utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "cdn:\(name):\(hash % UInt64(Self.places))"
    }
}

/// A block of addresses: the first `bits` bits are given (RFC 4632, RFC 4291 section 2.3).
struct AddressRange: Sendable {
    private let prefix: [UInt8]
    private let bits: Int

    init(_ text: String, _ bits: Int) {
        prefix = IPAddress(text)?.bytes ?? []
        self.bits = bits
    }

    /// `203.0.113.0/24`; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let bytes = IPAddress(parts[0])?.bytes, let bits = Int(parts[1]),
            (1...bytes.count * 8).contains(bits)
        else { return nil }
        (prefix, self.bits) = (bytes, bits)
    }

    func contains(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == prefix.count else { return false }
        let whole = bits / 8
        guard bytes[..<whole] == prefix[..<whole] else { return false }
        let rest = bits % 8
        return rest == 0 || bytes[whole] >> (8 - rest) == prefix[whole] >> (8 - rest)
    }
}
