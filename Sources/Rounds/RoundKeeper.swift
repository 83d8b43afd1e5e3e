import Model
import Schedule
import Store

/// One scheduler: looks at the schedules of a store and makes the rounds that are due.
public actor RoundKeeper {
    /// Makes the round of a schedule and gives the id of its scan.
    public typealias Making = @Sendable (RoundSchedule) async throws -> String

    private let store: any ScheduleStore & RequestStore
    private let name: String
    private let now: @Sendable () -> Timestamp
    private let make: Making
    private let tell: @Sendable (RoundEvent) -> Void
    private var work: (firing: RoundFiring, task: Task<Void, Never>)?
    /// A look at one office that somebody asked for; it waits for no round.
    private var errand: (firing: RoundFiring, task: Task<Void, Never>)?

    /// Seconds without a sign of life after which an open round is taken over.
    static let silence = 180.0
    /// How far a due time may lie ahead of the clock and still count as answered: what other clocks may differ.
    static let skew = 300.0

    /// - Parameter name: of this scheduler, unlike any other; `host-pid` and the like.
    public init(
        _ store: any ScheduleStore & RequestStore, name: String, now: @escaping @Sendable () -> Timestamp,
        tell: @escaping @Sendable (RoundEvent) -> Void = { _ in }, make: @escaping Making
    ) {
        self.store = store
        self.name = name
        self.now = now
        self.tell = tell
        self.make = make
    }

    /// Whether a round is being made.
    public var isBusy: Bool { work != nil || errand != nil }

    /// Looks once: gives a sign of life, answers what is due, starts at most one round.
    public func look() async throws(StoreError) {
        try await lookAtRequests()
        if let work {
            if try await !store.beat(work.firing, at: now()) {
                // Another took it over while we gave no sign of life: two must not make it.
                tell(.lost(work.firing))
                work.task.cancel()
            }
        } else if let silent = try await store.takeOver(
            silentSince: now().adding(seconds: -Self.silence), by: name, at: now())
        {
            tell(.takenOver(silent))
            let schedules = try await store.schedules()
            if let schedule = schedules.first(where: { $0.id == silent.schedule }) ?? Self.office(of: silent) {
                begin(silent, schedule)
            } else {
                var gone = silent
                gone.state = .failed
                gone.note = "the schedule was removed"
                _ = try await store.close(gone)
            }
        }
        for schedule in try await store.schedules() {
            // While busy, only the schedule at work is asked: its due times are refused, those of others wait.
            if let work, work.firing.schedule != schedule.id { continue }
            try await answer(schedule)
        }
    }

    /// Cancels what is at work, so that it can be resumed, and waits for it to end.
    public func stop() async {
        for work in [work, errand].compactMap(\.self) {
            work.task.cancel()
            await work.task.value
        }
    }

    /// Waits until what is at work, if anything, has ended by itself.
    public func finishWork() async {
        await errand?.task.value
        await work?.task.value
    }

    /// What people asked for comes before what the calendar asks: an office at once, a schedule when no round is open.
    private func lookAtRequests() async throws(StoreError) {
        if let errand {
            if try await !store.beat(errand.firing, at: now()) {
                tell(.lost(errand.firing))
                errand.task.cancel()
            }
        } else if let request = try await store.takeRequest(.office) {
            let schedule = RoundSchedule.office(
                request.subject, region: request.region, at: request.at, by: request.by)
            let firing = row(schedule, request.at, .running)
            if try await store.take(firing) == .mine { begin(firing, schedule, errand: true) }
        }
        guard work == nil, let request = try await store.takeRequest(.schedule),
            let schedule = try await store.schedules().first(where: { $0.id == request.subject })
        else { return }
        let firing = row(schedule, request.at, .running)
        switch try await store.take(firing) {
        case .mine: begin(firing, schedule)
        case .refused: tell(.refused(firing))
        case .taken: break
        }
    }

    /// The schedule behind a look at one office; its region is known to the store only.
    private static func office(of firing: RoundFiring) -> RoundSchedule? {
        guard firing.schedule.hasPrefix(RoundSchedule.officeScheme) else { return nil }
        let code = String(firing.schedule.dropFirst(RoundSchedule.officeScheme.count))
        return .office(code, region: "", at: firing.at, by: firing.scheduler)
    }

    private func answer(_ schedule: RoundSchedule) async throws(StoreError) {
        let plan: SchedulePlan
        do { plan = try SchedulePlan(schedule) } catch { return tell(.unreadable(schedule, error)) }
        let moment = now()
        let answered =
            try await store.lastAnswered(schedule.id, notAfter: moment.adding(seconds: Self.skew)) ?? schedule.createdAt
        let decision = plan.decide(answered: max(answered, schedule.createdAt), now: moment)
        for due in decision.missed { try await store.note(row(schedule, due, .missed)) }
        for due in decision.frozen { try await store.note(row(schedule, due, .frozen)) }
        guard let due = decision.start else { return }
        let firing = row(schedule, due, .running)
        switch try await store.take(firing) {
        case .mine: begin(firing, schedule)
        case .refused: tell(.refused(firing))
        case .taken: break
        }
    }

    private func row(_ schedule: RoundSchedule, _ due: Timestamp, _ state: RoundFiring.State) -> RoundFiring {
        RoundFiring(schedule: schedule.id, due: due, state: state, scheduler: name, at: now())
    }

    private func begin(_ firing: RoundFiring, _ schedule: RoundSchedule, errand isErrand: Bool = false) {
        tell(.started(firing))
        let make = make
        let task = Task {
            var end = firing
            do {
                end.scan = try await make(schedule)
                end.state = .done
            } catch is CancellationError {
                // Left open and silent: whoever looks next goes on with it.
                return self.leave(firing)
            } catch {
                end.state = .failed
                end.note = "\(error)"
            }
            await self.end(end)
        }
        if isErrand { errand = (firing, task) } else { work = (firing, task) }
    }

    private func leave(_ firing: RoundFiring) {
        tell(.interrupted(firing))
        forget(firing)
    }

    private func forget(_ firing: RoundFiring) {
        if work?.firing.schedule == firing.schedule { work = nil }
        if errand?.firing.schedule == firing.schedule { errand = nil }
    }

    private func end(_ firing: RoundFiring) async {
        var firing = firing
        firing.aliveAt = now()
        do {
            if try await store.close(firing) { tell(.ended(firing)) } else { tell(.lost(firing)) }
        } catch {
            // The row stays open; it will be taken over, and the finished scan is found finished.
            tell(.storeFailed(error))
        }
        forget(firing)
    }
}

/// What a keeper tells its observer.
public enum RoundEvent: Sendable {
    case started(RoundFiring)
    case ended(RoundFiring)
    case refused(RoundFiring)
    case takenOver(RoundFiring)
    case interrupted(RoundFiring)
    case lost(RoundFiring)
    case unreadable(RoundSchedule, ScheduleError)
    case storeFailed(StoreError)
}
