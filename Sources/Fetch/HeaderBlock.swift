import Model

/// Reads the header block of an answer from its bytes.
enum HeaderBlock {
    /// Every header line in order, names in lower case; the status line and broken lines are left out.
    static func parse(_ bytes: [UInt8]) -> [Header] {
        var headers: [Header] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
            let line = trimmed(bytes[start..<end])
            if start > 0, !line.isEmpty {
                if bytes[start] == 32 || bytes[start] == 9, !headers.isEmpty {
                    headers[headers.count - 1].value += " " + text(line)
                } else if let colon = line.firstIndex(of: 58) {
                    let name = line[..<colon].map { (65...90).contains($0) ? $0 | 0x20 : $0 }
                    headers.append(
                        Header(name: text(trimmed(name[...])), value: text(trimmed(line[(colon + 1)...]))))
                }
            }
            start = end + 1
        }
        return headers
    }

    /// Seconds that a Retry-After asks for: a number, or a date (RFC 9110, 10.2.3); nil when it says neither.
    static func retryAfter(_ value: String, now: Timestamp) -> Double? {
        if let seconds = Int(value) { return seconds >= 0 ? Double(seconds) : nil }
        return CalendarText.read(value).map { max(0, $0.seconds(since: now)) }
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        while let last = line.last, last == 13 || last == 32 || last == 9 { line = line.dropLast() }
        while let first = line.first, first == 32 || first == 9 { line = line.dropFirst() }
        return line
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
