import Model
import Rules

/// True against judged, office by office and item by item.
public struct DemoConfusion: Sendable {
    /// One disagreement.
    public struct Wrong: Sendable, Hashable {
        public var code: String
        public var name: String
        /// `status`, `domain`, `reason`, or the key of an item.
        public var what: String
        public var truth: String
        public var judged: String
    }

    /// Offices by true status and judged status.
    public private(set) var counts: [OfficeStatus: [OfficeStatus: Int]] = [:]
    /// Offices whose status, domain class or reason was judged otherwise than it is; offices the scan left out too.
    public private(set) var wrong: [Wrong] = []
    /// Items judged as they are.
    public private(set) var itemsRight = 0
    /// Items judged otherwise.
    public private(set) var itemsWrong: [Wrong] = []
    /// Number of offices whose status is right.
    public private(set) var officesRight = 0
    public let officesTotal: Int

    init(truth: [DemoTruth], offices: [OfficeResult]) {
        officesTotal = truth.count
        let judged = Dictionary(offices.map { ($0.target.code, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        for row in truth {
            guard let verdict = judged[row.code] else {
                note(row, "status", row.status.rawValue, "-")
                continue
            }
            compare(row, verdict)
        }
    }

    /// Every office has its true status, for the true reason, and its true domain class.
    public var isPerfect: Bool { wrong.isEmpty }

    private mutating func compare(_ row: DemoTruth, _ verdict: Verdict) {
        counts[row.status, default: [:]][verdict.status, default: 0] += 1
        if row.status == verdict.status {
            officesRight += 1
        } else {
            note(row, "status", row.status.rawValue, verdict.status.rawValue)
        }
        if let domain = row.domain, domain != verdict.domainClass {
            note(row, "domain", domain.rawValue, verdict.domainClass.rawValue)
        }
        if let reason = row.reason, row.status == verdict.status, reason != verdict.reason {
            note(row, "reason", reason, verdict.reason)
        }
        let states = Dictionary(verdict.items.map { ($0.item, $0.state) }, uniquingKeysWith: { first, _ in first })
        for (item, state) in row.items.sorted(by: { $0.key < $1.key }) {
            let seen = states[item] ?? .unknown
            if seen == state {
                itemsRight += 1
            } else {
                itemsWrong.append(
                    Wrong(
                        code: row.code, name: row.name, what: item.rawValue, truth: state.rawValue,
                        judged: seen.rawValue))
            }
        }
    }

    private mutating func note(_ row: DemoTruth, _ what: String, _ truth: String, _ judged: String) {
        wrong.append(Wrong(code: row.code, name: row.name, what: what, truth: truth, judged: judged))
    }
}

extension DemoConfusion {
    /// A table with a row per true status and a column per judged status, then the rows that disagree.
    public func text(_ language: Language) -> String {
        let isIndonesian = language == .id
        let judged = OfficeStatus.allCases.filter { column in counts.values.contains { ($0[column] ?? 0) > 0 } }
        var lines = [Self.row(isIndonesian ? "benar\\dinilai" : "true\\judged", judged.map(\.rawValue))]
        for status in OfficeStatus.allCases {
            guard let row = counts[status] else { continue }
            lines.append(Self.row(status.rawValue, judged.map { row[$0].map(String.init) ?? "." }))
        }
        let items = itemsRight + itemsWrong.count
        lines.append(
            isIndonesian
                ? "kantor dinilai benar: \(officesRight) dari \(officesTotal); butir dinilai benar: \(itemsRight) dari \(items)"
                : "offices right: \(officesRight) of \(officesTotal); items right: \(itemsRight) of \(items)")
        let (becomes, judgedAs) = isIndonesian ? ("sebenarnya", "dinilai") : ("is", "judged")
        lines += wrong.map { "  \($0.code) \($0.name): \($0.what) \(becomes) \($0.truth), \(judgedAs) \($0.judged)" }
        return lines.joined(separator: "\n")
    }

    private static func row(_ head: String, _ cells: [String]) -> String {
        ([head] + cells).map { $0 + String(repeating: " ", count: max(1, 14 - $0.count)) }.joined()
    }
}
