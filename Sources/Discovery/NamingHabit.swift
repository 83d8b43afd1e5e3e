import Model

/// How a region writes the labels of its offices: `dis`..., `din`..., `dinas`..., as the links of its portal show.
struct NamingHabit: Sendable, Hashable, Codable {
    private static let heads = ["dinas", "dis", "din"]

    /// Hosts seen per head.
    private var counts: [String: Int] = [:]

    init(hosts: some Sequence<String>) {
        for host in Set(hosts) {
            let label = host.hasPrefix("www.") ? host.dropFirst(4) : host[...]
            if let head = Self.head(of: label) { counts[head, default: 0] += 1 }
        }
    }

    /// Factor for a label: 1 where the portal shows too little, up to 3 for the region's own head, down to a half for
    /// the others.
    func factor(_ label: String) -> Double {
        let total = counts.values.reduce(0, +)
        guard total >= 3, let head = Self.head(of: label[...]) else { return 1 }
        return max(0.5, 3 * Double(counts[head] ?? 0) / Double(total))
    }

    private static func head(of label: some StringProtocol) -> String? {
        let left = label.prefix { $0 != "." }
        return heads.first { left.hasPrefix($0) && left.count >= $0.count + 3 }
    }
}
