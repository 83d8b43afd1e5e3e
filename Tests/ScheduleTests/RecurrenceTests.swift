import Model
import Testing

@testable import Schedule

@Suite struct RecurrenceTests {
    private func nextTexts(_ when: String, _ zone: Zone = .wib, from: String, _ count: Int = 2) throws -> [String] {
        let read = try WhenReader.read(when)
        var at = try #require(Timestamp(iso8601: from))
        return (0..<count).compactMap { _ in
            guard let next = read.recurrence.next(after: at, in: read.zone ?? zone) else { return nil }
            at = next
            return next.iso8601
        }
    }

    /// 2026-03-01 is a Sunday.
    @Test(arguments: [
        ("setiap Senin 01.00 WIB", "2026-03-01T18:00:00Z", "2026-03-08T18:00:00Z"),
        ("tiap senin pukul 01:00 WIT", "2026-03-01T16:00:00Z", "2026-03-08T16:00:00Z"),
        ("setiap hari 23.30", "2026-03-01T16:30:00Z", "2026-03-02T16:30:00Z"),
        ("setiap hari kerja jam 8", "2026-03-02T01:00:00Z", "2026-03-03T01:00:00Z"),
        ("setiap hari Minggu 02.00", "2026-03-07T19:00:00Z", "2026-03-14T19:00:00Z"),
        ("setiap Selasa, Jumat 05.00", "2026-03-02T22:00:00Z", "2026-03-05T22:00:00Z"),
        ("setiap Senin dan Jum'at 05.00", "2026-03-01T22:00:00Z", "2026-03-05T22:00:00Z"),
        ("mingguan", "2026-03-01T18:00:00Z", "2026-03-08T18:00:00Z"),
        ("bulanan", "2026-03-31T18:00:00Z", "2026-04-30T18:00:00Z"),
        ("akhir bulan 03.00 WITA", "2026-03-30T19:00:00Z", "2026-04-29T19:00:00Z"),
        ("triwulanan", "2026-03-31T18:00:00Z", "2026-06-30T18:00:00Z"),
        ("setiap tanggal 5 dan 20 pukul 02.00", "2026-03-04T19:00:00Z", "2026-03-19T19:00:00Z"),
        ("setiap 6 jam", "2026-03-01T05:00:00Z", "2026-03-01T11:00:00Z"),
        ("setiap 30 menit", "2026-03-01T00:30:00Z", "2026-03-01T01:00:00Z"),
        ("every monday 01:00 WIB", "2026-03-01T18:00:00Z", "2026-03-08T18:00:00Z"),
        ("0 1 * * 1", "2026-03-01T18:00:00Z", "2026-03-08T18:00:00Z"),
        ("*/20 7-8 * * mon-fri WIB", "2026-03-02T00:00:00Z", "2026-03-02T00:20:00Z"),
        ("0 0 13 * 5", "2026-03-05T17:00:00Z", "2026-03-12T17:00:00Z"),
        ("0 0 29 2 *", "2028-02-28T17:00:00Z", "2032-02-28T17:00:00Z"),
        ("@monthly", "2026-03-31T17:00:00Z", "2026-04-30T17:00:00Z"),
        ("0 0 * * 7", "2026-03-07T17:00:00Z", "2026-03-14T17:00:00Z"),
    ])
    func dueTimes(when: String, first: String, second: String) throws {
        #expect(try nextTexts(when, from: "2026-03-01T00:00:00Z") == [first, second])
    }

    @Test func aDayThatNeverComesIsNoDueTime() throws {
        #expect(try nextTexts("0 0 30 2 *", from: "2026-03-01T00:00:00Z").isEmpty)
    }

    @Test(arguments: [
        "", "WIB", "kapan-kapan", "setiap minggu", "setiap Senin 25.00", "setiap Senin 01.7", "0 1 * *", "60 * * * *",
        "* 24 * * *", "5-1 * * * *", "*/0 * * * *", "* * 0 * *", "* * * foo *", "setiap 7 menit", "setiap tanggal 32",
        "1,,2 * * * *", "* * * * 8",
    ])
    func whatCannotBeReadIsRefused(text: String) {
        #expect(throws: ScheduleError.self) { try WhenReader.read(text) }
    }
}
