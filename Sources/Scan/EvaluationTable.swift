import Foundation
import Model

extension Evaluation {
    /// The figures as lines for a terminal.
    public func table() -> String {
        var lines = ["\(Self.pad("key", 22)) present  precision  recall     F1   hits  false  missed"]
        for item in ItemKey.allCases {
            let score = score([item])
            lines.append(Self.row(item.rawValue, score))
        }
        lines.append(Self.row("micro (17 keys)", score(Self.measured)))
        lines.append(Self.row("micro (all keys)", score(ItemKey.allCases)))
        lines.append("three-way accuracy (17 keys): \(Self.figure(threeWayAccuracy(Self.measured)))")
        lines.append("page kind accuracy: \(Self.figure(kindAccuracy))")
        lines.append("site condition accuracy: \(Self.figure(conditionAccuracy))")
        lines.append("pages: \(rows.count), sites: \(Set(rows.map(\.page.site)).count)")
        return lines.joined(separator: "\n")
    }

    /// Every page-item pair that is wrong, and every wrong page kind.
    public func confusions() -> [String] {
        var lines: [String] = []
        for item in ItemKey.allCases {
            for row in rows where !row.isImageOnly(item) && row.label(item) != row.state(item) {
                let finding = row.reading.findings.first { $0.item == item && $0.state == row.state(item) }
                let why = finding.map { " [\($0.rule)] \($0.quotation.prefix(110))" } ?? ""
                lines.append("\(item.rawValue): \(row.label(item)) -> \(row.state(item)) \(row.page.id)\(why)")
            }
        }
        for row in rows where row.page.kind != row.reading.kind {
            lines.append("page kind: \(row.page.kind.rawValue) -> \(row.reading.kind.rawValue) \(row.page.id)")
        }
        for row in rows where !Self.conditionRight(row) {
            lines.append("condition: \(row.page.kind.rawValue) -> \(row.reading.condition.rawValue) \(row.page.id)")
        }
        return lines
    }

    private static func row(_ name: String, _ score: Score) -> String {
        let count = score.hits + score.misses
        return
            "\(pad(name, 22)) \(left(count, 7))  \(figure(score.precision).leading(9))  \(figure(score.recall).leading(6))"
            + "  \(figure(score.f1))  \(left(score.hits, 5))  \(left(score.falseAlarms, 5))  \(left(score.misses, 6))"
    }

    static func figure(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        return "\(thousandths / 1000).\(String(thousandths % 1000 + 1000).dropFirst())"
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func left(_ number: Int, _ width: Int) -> String { String(number).leading(width) }
}

extension String {
    /// Filled with spaces in front.
    fileprivate func leading(_ width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - count)) + self
    }
}
