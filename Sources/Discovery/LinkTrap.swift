import Model

/// Addresses that breed without end: calendars, repeating paths, endless queries.
enum LinkTrap {
    static let maxPathBytes = 400
    static let maxQueryBytes = 200
    static let maxSegments = 12

    static func isTrap(_ address: WebAddress) -> Bool {
        if address.path.utf8.count > maxPathBytes || (address.query?.utf8.count ?? 0) > maxQueryBytes { return true }
        let segments = address.path.split(separator: "/")
        return segments.count > maxSegments || repeats(segments) || isCalendar(address)
    }

    /// The same segment three times, or two segments repeated after each other (`/a/b/a/b`).
    private static func repeats(_ segments: [Substring]) -> Bool {
        var counts: [Substring: Int] = [:]
        for segment in segments {
            counts[segment, default: 0] += 1
            if counts[segment] == 3 { return true }
        }
        guard segments.count >= 4 else { return false }
        for start in 0...(segments.count - 4) {
            if segments[start] == segments[start + 2], segments[start + 1] == segments[start + 3] { return true }
        }
        return false
    }

    /// A month or day of a calendar, as a query or below a calendar path.
    private static func isCalendar(_ address: WebAddress) -> Bool {
        if let query = address.query?.lowercased() {
            for name in ["ical=", "tribe-bar-date=", "outlook-ical=", "calendar=", "cal_month=", "yearid="]
            where query.contains(name) { return true }
            if query.contains("month=") && query.contains("year=")
                || query.contains("bulan=") && query.contains("tahun=")
            {
                return true
            }
        }
        let path = address.path.lowercased()
        guard
            path.contains("calendar") || path.contains("kalender") || path.contains("agenda") || path.contains("event")
        else { return false }
        return path.split(separator: "/").contains { $0.count >= 4 && $0.allSatisfy { $0.isNumber || $0 == "-" } }
    }
}
