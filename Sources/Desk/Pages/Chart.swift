import Model
import Report

/// Small drawings made on the server.
enum Chart {
    /// Colours of the statuses; the shapes of the badges beside them carry the meaning without colour.
    private static let colours: [OfficeStatus: String] = [
        .active: "#0b6b3a", .section: "#0f5f6b", .offDomain: "#8a5200", .socialOnly: "#6a3d9a",
        .placeholder: "#7a4b00", .compromised: "#8e0b3d", .blocked: "#444b57", .unreachable: "#8a909a",
        .missing: "#a61b12", .unknown: "#c3c8d0",
    ]

    /// One stacked bar of the statuses.
    static func bar(_ counts: [OfficeStatus: Int], label: String) -> Markup {
        let all = max(1, counts.values.reduce(0, +))
        var x = 0
        var parts = Markup()
        for status in OfficeStatus.allCases {
            guard let count = counts[status], count > 0 else { continue }
            let width = count * 1600 / all
            parts += "<rect x=\"\(x)\" width=\"\(width)\" height=\"120\" fill=\"\(colours[status] ?? "#000")\"/>"
            x += width
        }
        return """
            <svg viewBox="0 0 1600 120" width="160" height="12" preserveAspectRatio="none" role="img" \
            aria-label="\(label)">\(parts)</svg>
            """
    }

    /// A line of shares (0 to 1), oldest first.
    static func line(_ shares: [Double], label: String) -> Markup {
        guard shares.count > 1 else { return "" }
        let points = shares.enumerated().map { index, share in
            "\(index * 240 / (shares.count - 1)),\(58 - Int(share * 54))"
        }.joined(separator: " ")
        return """
            <svg viewBox="0 0 240 60" width="240" height="60" role="img" aria-label="\(label)">\
            <path d="M0 59H240" stroke="#cfd6df"/>\
            <polyline points="\(points)" fill="none" stroke="#0b6b3a" stroke-width="2"/></svg>
            """
    }
}
