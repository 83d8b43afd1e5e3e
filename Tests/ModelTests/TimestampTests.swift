import Testing

@testable import Model

@Suite struct TimestampTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-03-02T01:00:00Z", 1_772_413_200),
            ("2026-03-02T08:00:00+07:00", 1_772_413_200),
            ("2026-03-02T080000", nil), ("2024-02-29", 1_709_164_800), ("1969-12-31T23:59:59Z", -1),
            ("2026-03-02T01:00:00.5Z", 1_772_413_200), ("2023-02-29", nil), ("2026-13-01", nil), ("kemarin", nil),
            ("", nil),
            ("2026-03-02T25:00:00Z", nil), ("2026-03-02T01:00:00+99:00", nil), ("2026-03-02T01:00:00Zx", nil),
        ] as [(String, Int?)])
    func readsRFC3339(text: String, seconds: Int?) {
        let read = Timestamp(iso8601: text).map {
            Int(($0.milliseconds - ($0.milliseconds % 1000 + 1000) % 1000) / 1000)
        }
        #expect(read == seconds)
    }

    @Test(arguments: ["1970-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "2024-02-29T12:30:05Z", "2100-03-01T00:00:00Z"])
    func writesWhatItRead(text: String) {
        #expect(Timestamp(iso8601: text)?.iso8601 == text)
    }

    @Test func theSpanBetweenTheEndsOfTimeIsANumber() {
        let span = Timestamp(milliseconds: .max).seconds(since: Timestamp(milliseconds: .min))
        #expect(span > 1.8e16 && span < 1.9e16)
    }

    @Test func daysBelongToAZone() throws {
        let late = try #require(Timestamp(iso8601: "2026-03-01T20:00:00Z"))
        #expect(late.civil().dateText == "2026-03-01")
        #expect(late.civil(offsetHours: 7).dateText == "2026-03-02")
        #expect(late.civil(offsetHours: 9).hour == 5)
    }

    /// A server may ask for any pause; reckoning with it ends nothing.
    @Test(
        arguments: [
            (9.3e18, true), (-.infinity, true), (.infinity, true), (.nan, false), (0.0004, false), (60, true),
        ] as [(Double, Bool)])
    func movesWithinWhatAClockHolds(seconds: Double, moves: Bool) {
        for start in [Timestamp(milliseconds: 0), Timestamp(milliseconds: .max), Timestamp(milliseconds: .min)] {
            let moved = start.adding(seconds: seconds)
            let atTheEnd = start.milliseconds == (seconds > 0 ? .max : .min)
            #expect((moved != start) == (moves && !atTheEnd))
        }
    }

    @Test func everyDayOfFourCenturiesHasItsNumber() {
        for day in stride(from: -80_000, through: 80_000, by: 1) {
            let (year, month, dayOfMonth) = CivilTime.date(daysSinceEpoch: day)
            #expect(CivilTime.daysSinceEpoch(year: year, month: month, day: dayOfMonth) == day)
        }
    }
}
