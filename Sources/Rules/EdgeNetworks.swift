import Model

/// Content delivery networks: whose addresses speak for many sites of different owners.
public struct EdgeNetwork: Sendable, Hashable {
    public var name: String
    /// CIDR, as the operator publishes them.
    public var ranges: [String]

    static let file = "shared-edges.yaml"

    static func read(_ folder: RuleFolder, log: ProblemLog) -> [EdgeNetwork] {
        guard let node = folder.yaml(file, log: log) else { return [] }
        node.allowOnly("source", "verified", "networks")
        let _: Verification? = node.choice("verified")
        return (node.required("networks")?.list ?? []).map { network in
            network.allowOnly("name", "ranges")
            let ranges = network.strings("ranges")
            for range in ranges where !isRange(range) {
                network.fail("'\(range)' is no address range like 203.0.113.0/24 or 2001:db8::/32")
            }
            return EdgeNetwork(name: network.string("name"), ranges: ranges)
        }
    }

    private static func isRange(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let bits = Int(parts[1]) else { return false }
        if parts[0].contains(":") {
            return (8...128).contains(bits)
                && parts[0].utf8.allSatisfy { $0 == 58 || (48...57).contains($0) || (97...102).contains($0) }
        }
        let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return (8...32).contains(bits) && numbers.count == 4 && !numbers.contains(nil)
    }
}
