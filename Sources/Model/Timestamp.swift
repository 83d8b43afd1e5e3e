/// A moment in Coordinated Universal Time, to the millisecond.
///
/// Every stored time is one of these; zones (WIB, WITA, WIT) belong to the display.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// This moment moved by a number of seconds; a wish beyond what a clock can hold (a server's `Retry-After:
    /// 9223372036854775807`) moves it by 292 years at the most, and what is no number does not move it.
    public func adding(seconds: Double) -> Timestamp {
        let wish = seconds.isNaN ? 0 : min(max(seconds * 1000, -Self.longestMove), Self.longestMove)
        let (sum, overflow) = milliseconds.addingReportingOverflow(Int64(wish))
        return Timestamp(milliseconds: overflow ? (wish > 0 ? .max : .min) : sum)
    }

    private static let longestMove = 9.2e12

    /// Seconds from `earlier` to this moment.
    public func seconds(since earlier: Timestamp) -> Double {
        (Double(milliseconds) - Double(earlier.milliseconds)) / 1000
    }

    /// The calendar day and the time of day at an offset from UTC (WIB is 7 hours, WITA 8, WIT 9).
    public func civil(offsetHours: Int = 0) -> CivilTime {
        let total = milliseconds.flooredDivision(by: 1000) + Int64(offsetHours) * 3600
        let days = total.flooredDivision(by: 86_400)
        let rest = Int(total - days * 86_400)
        let (year, month, day) = CivilTime.date(daysSinceEpoch: Int(days))
        return CivilTime(
            year: year, month: month, day: day, hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
    }

    /// `2026-11-22T01:02:03Z` (RFC 3339, seconds).
    public var iso8601: String {
        let t = civil()
        return "\(t.dateText)T\(pad(t.hour)):\(pad(t.minute)):\(pad(t.second))Z"
    }

    /// Reads RFC 3339 text: `2026-11-22`, `2026-11-22T01:02:03Z`, with fraction and offset. Nil when it is none.
    public init?(iso8601 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard byte >= 48, byte <= 57 else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            return value
        }
        guard let year = number(0..<4), bytes.count >= 10, bytes[4] == 45, bytes[7] == 45,
            let month = number(5..<7), (1...12).contains(month),
            let day = number(8..<10), (1...CivilTime.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        var seconds = Int64(CivilTime.daysSinceEpoch(year: year, month: month, day: day)) * 86_400
        var fraction: Int64 = 0
        if bytes.count > 10 {
            guard bytes[10] == 84 || bytes[10] == 116 || bytes[10] == 32, let hour = number(11..<13), hour < 24,
                bytes.count >= 16, bytes[13] == 58, let minute = number(14..<16), minute < 60
            else { return nil }
            seconds += Int64(hour * 3600 + minute * 60)
            var at = 16
            if at < bytes.count, bytes[at] == 58 {
                guard let second = number(17..<19), second <= 60 else { return nil }
                seconds += Int64(second)
                at = 19
                if at < bytes.count, bytes[at] == 46 {
                    at += 1
                    var scale: Int64 = 100
                    while at < bytes.count, bytes[at] >= 48, bytes[at] <= 57 {
                        fraction += Int64(bytes[at] - 48) * scale
                        scale /= 10
                        at += 1
                    }
                }
            }
            if at < bytes.count {
                switch bytes[at] {
                case 90, 122:
                    guard at + 1 == bytes.count else { return nil }
                case 43, 45:
                    let minutesAt = at + 3 < bytes.count && bytes[at + 3] == 58 ? at + 4 : at + 3
                    guard let hours = number((at + 1)..<(at + 3)), hours < 24,
                        let minutes = number(minutesAt..<(minutesAt + 2)), minutes < 60,
                        bytes.count == minutesAt + 2
                    else { return nil }
                    seconds += Int64(hours * 3600 + minutes * 60) * (bytes[at] == 43 ? -1 : 1)
                default: return nil
                }
            }
        }
        self.init(milliseconds: seconds * 1000 + fraction)
    }
}

extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let value = Timestamp(iso8601: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not an RFC 3339 time: \(text)"))
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso8601)
    }
}

/// A calendar day and time of day, without a zone of its own.
public struct CivilTime: Sendable, Hashable {
    public var year: Int
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
    public var day: Int
    public var hour: Int
    public var minute: Int
    public var second: Int

    public init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// `2026-11-22`.
    public var dateText: String { "\(String(year + 10_000).dropFirst())-\(pad(month))-\(pad(day))" }

    /// Days from 1970-01-01 to a day of the proleptic Gregorian calendar.
    public static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that lies a number of days after 1970-01-01.
    public static func date(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension Int64 {
    fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
