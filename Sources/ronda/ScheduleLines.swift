import Model
import Schedule
import Store

/// How schedules are shown and looked up by the `schedule` commands.
struct ScheduleLines {
    let speech: SpeechOptions

    init(_ speech: SpeechOptions) { self.speech = speech }

    /// `kubu-raya  setiap Senin 01.00 WIB  berikutnya Senin, ...`.
    func line(_ schedule: RoundSchedule) throws {
        let plan: SchedulePlan
        do { plan = try SchedulePlan(schedule) } catch {
            return Terminal.out("\(schedule.id)  \(speech(error.id, error.en))")
        }
        let state =
            schedule.paused
            ? speech("dihentikan sementara", "paused")
            : plan.next(1, after: Clock.now()).first.map { next in
                speech("berikutnya ", "next ") + moment(next, plan)
            } ?? speech("tidak akan jatuh tempo lagi", "never due again")
        Terminal.out("\(schedule.id)  '\(schedule.when)'  \(state)  \(schedule.lists.joined(separator: " "))")
    }

    func next(_ plan: SchedulePlan, _ count: Int) {
        for due in plan.next(count, after: Clock.now()) { Terminal.out("\(plan.schedule.id)  \(moment(due, plan))") }
    }

    /// An unannounced start is told to nobody, only its window.
    private func moment(_ due: DueTime, _ plan: SchedulePlan) -> String {
        let english = speech.lang == .en
        guard plan.schedule.unannounced else { return plan.zone.text(due.start, english: english) }
        return speech("tanpa pemberitahuan, sesudah ", "unannounced, after ")
            + plan.zone.text(due.due, english: english)
    }

    func plan(_ schedule: RoundSchedule) throws(Exit) -> SchedulePlan {
        do { return try SchedulePlan(schedule) } catch { throw Exit(.usage, id: error.id, en: error.en) }
    }

    func line(_ firing: RoundFiring) -> String {
        let state =
            switch firing.state {
            case .running: speech("sedang berjalan", "running")
            case .done: speech("selesai", "done")
            case .failed: speech("gagal", "failed")
            case .missed: speech("terlewat (tidak ada penjadwal yang hidup)", "missed (no scheduler ran)")
            case .refused: speech("ditolak (putaran sebelumnya belum selesai)", "refused (the round before is open)")
            case .frozen: speech("hari tanpa pemeriksaan", "a day without rounds")
            }
        let parts = [firing.due.iso8601, firing.schedule, state, firing.scan ?? "", firing.note]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    func find(_ name: String, _ store: any ScheduleStore) async throws -> RoundSchedule {
        guard let schedule = try await store.schedules().first(where: { $0.id == name }) else {
            throw Exit(
                .usage, id: "Tidak ada jadwal '\(name)'; `ronda schedule list` menyebutkan yang ada.",
                en: "There is no schedule '\(name)'; `ronda schedule list` names them.")
        }
        return schedule
    }

    func change(_ name: String, _ store: any ScheduleStore, _ change: (inout RoundSchedule) -> Void) async throws {
        var schedule = try await find(name, store)
        change(&schedule)
        try await store.keep(schedule)
        try line(schedule)
    }
}
