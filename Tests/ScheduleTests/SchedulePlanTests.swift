import Model
import Testing

@testable import Schedule

@Suite struct SchedulePlanTests {
    private func time(_ text: String) throws -> Timestamp { try #require(Timestamp(iso8601: text)) }

    private func schedule(_ when: String, _ change: (inout RoundSchedule) throws -> Void = { _ in }) throws
        -> SchedulePlan
    {
        var schedule = RoundSchedule(
            id: "s", when: when, zone: "WIB", lists: ["a.csv"], seed: 7, createdAt: try time("2026-03-01T00:00:00Z"),
            createdBy: "tes")
        try change(&schedule)
        return try SchedulePlan(schedule)
    }

    @Test func onlyTheLatestOfWhatWasMissedStarts() throws {
        let decision = try schedule("setiap hari 01.00").decide(
            answered: time("2026-03-01T18:00:00Z"), now: time("2026-03-05T00:00:00Z"))
        #expect(decision.start?.iso8601 == "2026-03-04T18:00:00Z")
        #expect(decision.missed.map(\.iso8601) == ["2026-03-02T18:00:00Z", "2026-03-03T18:00:00Z"])
    }

    @Test func nothingIsDueBetweenDueTimesOrWhilePaused() throws {
        let plan = try schedule("setiap hari 01.00")
        #expect(
            try plan.decide(answered: time("2026-03-01T18:00:00Z"), now: time("2026-03-02T17:59:59Z")) == DueDecision())
        let paused = try schedule("setiap hari 01.00") { $0.paused = true }
        #expect(
            try paused.decide(answered: time("2026-03-01T18:00:00Z"), now: time("2026-03-09T00:00:00Z"))
                == DueDecision())
    }

    @Test func frozenDaysHaveNoRound() throws {
        let plan = try schedule("setiap hari 01.00") { $0.frozen = [DayRange(first: "2026-03-04", last: "2026-03-05")] }
        let decision = try plan.decide(answered: time("2026-03-01T18:00:00Z"), now: time("2026-03-05T00:00:00Z"))
        #expect(decision.start?.iso8601 == "2026-03-02T18:00:00Z")
        #expect(decision.frozen.map(\.iso8601) == ["2026-03-03T18:00:00Z", "2026-03-04T18:00:00Z"])
    }

    @Test func aRoundOfTheDayWaitsForTheNight() throws {
        let plan = try schedule("setiap hari 12.00") { $0.window = DayWindow(from: 20 * 60, until: 5 * 60) }
        #expect(try plan.start(of: time("2026-03-02T05:00:00Z")).iso8601 == "2026-03-02T13:00:00Z")
        #expect(try plan.start(of: time("2026-03-01T18:00:00Z")).iso8601 == "2026-03-01T18:00:00Z")
    }

    @Test func unannouncedRoundsStayInsideTheWindowAndDiffer() throws {
        let window = DayWindow(from: 20 * 60, until: 5 * 60)
        let plan = try schedule("setiap hari 12.00") {
            $0.window = window
            $0.unannounced = true
        }
        let starts = try (1...40).map { day in
            plan.start(of: try time("2026-03-01T05:00:00Z").adding(seconds: Double(day) * 86_400))
        }
        for start in starts {
            let local = start.civil(offsetHours: 7)
            #expect(window.wait(at: local.hour * 60 + local.minute) == 0)
        }
        #expect(Set(starts.map { $0.milliseconds % 86_400_000 }).count > 25)
        let other = try schedule("setiap hari 12.00") {
            $0.window = window
            $0.unannounced = true
            $0.seed = 8
        }
        #expect(try plan.start(of: time("2026-03-02T05:00:00Z")) != other.start(of: time("2026-03-02T05:00:00Z")))
    }

    @Test func jitterIsBoundedAndTheSameForAll() throws {
        let plan = try schedule("setiap hari 01.00") { $0.jitterMinutes = 10 }
        let same = try schedule("setiap hari 01.00") { $0.jitterMinutes = 10 }
        for day in 0..<30 {
            let due = try time("2026-03-01T18:00:00Z").adding(seconds: Double(day) * 86_400)
            #expect((0...600).contains(plan.start(of: due).seconds(since: due)))
            #expect(plan.start(of: due) == same.start(of: due))
        }
    }

    @Test func nextTellsTheStartsThatAreStillToCome() throws {
        let plan = try schedule("setiap hari 12.00") { $0.window = DayWindow(from: 20 * 60, until: 5 * 60) }
        let next = plan.next(2, after: try time("2026-03-02T06:00:00Z"))
        #expect(next.map(\.start.iso8601) == ["2026-03-02T13:00:00Z", "2026-03-03T13:00:00Z"])
    }

    @Test func unannouncedWithoutWindowIsRefused() {
        #expect(throws: ScheduleError.self) { try schedule("setiap hari 12.00") { $0.unannounced = true } }
        #expect(throws: ScheduleError.self) { try schedule("setiap hari 12.00") { $0.zone = "GMT" } }
    }

    @Test(arguments: [("20.00-05.00", 1200, 300), ("8-16", 480, 960), ("22:30-4:15", 1350, 255)])
    func windowsAreRead(text: String, from: Int, until: Int) throws {
        #expect(try DayWindowReader.window(text) == DayWindow(from: from, until: until))
    }

    @Test(arguments: ["20.00", "24.00-05.00", "a-b", "20.60-05.00", ""])
    func wrongWindowsAreRefused(text: String) {
        #expect(throws: ScheduleError.self) { try DayWindowReader.window(text) }
    }

    @Test func hoursOfRegionsAreRead() throws {
        let windows = try DayWindowReader.regional(all: ["61.12=22.00-04.00", " 61 = 21-4", "61.12=23.00-04.00"])
        #expect(windows == ["61.12": DayWindow(from: 1380, until: 240), "61": DayWindow(from: 1260, until: 240)])
        let hours = try #require(RoundHours(usual: DayWindow(from: 0, until: 60), ofRegions: windows))
        #expect(hours.window(of: "61.12")?.from == 1380, "its own")
        #expect(hours.window(of: "61.71")?.from == 1260, "the province's")
        #expect(hours.window(of: "62.01")?.from == 0, "the usual ones")
        #expect(RoundHours(usual: nil) == nil)
    }

    @Test(arguments: [
        "61.12", "6112=22.00-04.00", "61.12=", "=22.00-04.00", "61.12.01=22.00-04.00", "61.x2=22.00-04.00",
    ])
    func wrongHoursOfRegionsAreRefused(text: String) {
        #expect(throws: ScheduleError.self) { try DayWindowReader.regional(text) }
    }

    @Test func daysAreRead() throws {
        #expect(try DayWindowReader.days("2026-12-24..2027-01-02") == DayRange(first: "2026-12-24", last: "2027-01-02"))
        #expect(try DayWindowReader.days("2026-12-24") == DayRange(first: "2026-12-24", last: "2026-12-24"))
        #expect(throws: ScheduleError.self) { try DayWindowReader.days("2026-12-24..2026-12-01") }
        #expect(throws: ScheduleError.self) { try DayWindowReader.days("besok") }
    }
}
