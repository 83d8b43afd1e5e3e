import Detect
import Fetch
import Model
import Queue
import Rules
import Scan
import Store
import Synchronization

/// One worker: takes units from the broker, does them, acknowledges what the store has committed.
public final class Worker: Sendable {
    /// What the work is done with.
    public struct Means: Sendable {
        public var book: RuleBook
        public var detector: Detector
        public var clock: RunClock
        public var fetch: FetchSettings
        public var options: ScanOptions

        public init(book: RuleBook, detector: Detector, clock: RunClock, fetch: FetchSettings, options: ScanOptions) {
            self.book = book
            self.detector = detector
            self.clock = clock
            self.fetch = fetch
            self.options = options
        }
    }

    let store: PostgresStore
    let queue: JetStream
    let means: Means
    let settings: WorkerSettings
    let log: WorkLog
    let keeper: AddressKeeper
    let fetcher: Fetcher
    let units: UnitsAtWork
    private let rounds = Mutex<[String: (tools: SharedRound, usedAt: ContinuousClock.Instant)]>([:])
    /// What a round knows of its hosts is let go when no unit of it was begun for this long; a slice takes eight minutes.
    private static let roundIdle = Duration.seconds(1200)
    private let counted = Mutex<[String: Int]>([:])
    private let stopping = Mutex(false)
    let outbox = Mutex(OutboxState())

    public init(_ store: PostgresStore, _ queue: JetStream, _ means: Means, _ settings: WorkerSettings, log: WorkLog) {
        self.store = store
        self.queue = queue
        self.means = means
        self.settings = settings
        self.log = log
        let units = UnitsAtWork()
        self.units = units
        keeper = AddressKeeper(store, settings) {
            if units.cancelAll() { log.note("turns_lost", ["why": "leases were not renewed in time"]) }
        }
        var fetch = means.fetch
        fetch.turns = keeper
        let (suffixes, clock) = (means.book.suffixes, means.clock)
        fetcher = Fetcher(fetch, registrable: { suffixes.registrable($0) }, now: { clock.now() })
    }

    /// Finishes the offices under way, gives the rest back, and lets `run` end within a minute.
    public func stop() {
        stopping.withLock { $0 = true }
        log.note("draining")
        Task { [settings, units] in
            try? await Task.sleep(for: .seconds(settings.drain))
            _ = units.cancelAll()
        }
    }

    var isStopping: Bool { stopping.withLock { $0 } }

    /// Works until it is told to stop.
    public func run() async {
        log.note("started", ["slots": "\(settings.slots)"])
        let upkeep = Task { await keepUp() }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<settings.slots { group.addTask { await self.slot() } }
        }
        upkeep.cancel()
        await keeper.stop()
        await fetcher.shutdown()
        try? await store.gone(worker: settings.name)
        log.note("stopped")
        writeMetrics(alive: false)
    }

    // MARK: - One slot

    private func slot() async {
        var idleSince = ContinuousClock.now
        while !isStopping {
            do {
                if let message = try await queue.next(within: 0.5) {
                    await take(message)
                    idleSince = .now
                    continue
                }
            } catch {
                log.trouble("broker", "\(error)")
                try? await Task.sleep(for: .milliseconds(500))
            }
            // A broker between two leaders says nothing for some seconds, and one that is away for longer: what waits
            // stands in the store as well.
            guard .now - idleSince > .seconds(2), !isStopping else { continue }
            await takeWaiting()
            idleSince = .now
        }
    }

    /// Takes a unit that has waited for its message for some seconds, when there is one.
    private func takeWaiting() async {
        do {
            guard let unit = try await store.waiting(longerThan: 2, rulesHash: means.book.hash) else { return }
            try await take(unit, nil)
        } catch {
            log.trouble("store", "\(error)")
        }
    }

    private func take(_ message: QueueMessage) async {
        guard let unit = UnitName(message.text) else {
            log.note("foreign_message", ["text": message.text])
            return message.acknowledge()
        }
        do {
            try await take(unit, message)
        } catch {
            log.trouble("store", "\(error)")
            message.giveBack(after: 2)
            try? await Task.sleep(for: .seconds(1))
        }
    }

    private func take(_ unit: UnitName, _ message: QueueMessage?) async throws {
        let answer = try await store.claim(
            unit, by: settings.name, for: settings.unitLease, rulesHash: means.book.hash, most: settings.attempts)
        switch answer {
        case .over: message?.acknowledge()
        case .later(let seconds): message?.giveBack(after: min(seconds, settings.unitLease + 1))
        case .mine(let claim): await work(claim, message)
        }
    }

    /// Does a unit under its heartbeat; whatever happens, the store knows, or the lease runs out.
    private func work(_ claim: UnitClaim, _ message: QueueMessage?) async {
        let name = claim.fence.unit.description
        log.note("unit_begun", ["unit": name, "epoch": "\(claim.fence.epoch)", "attempt": "\(claim.attempt)"])
        let task = Task { try await self.perform(claim) }
        units.add(name, task)
        let heart = Task { await self.beat(claim.fence, message, task) }
        let result = await task.result
        heart.cancel()
        units.remove(name)
        await conclude(claim, message, result)
    }

    private func conclude(_ claim: UnitClaim, _ message: QueueMessage?, _ result: Result<Void, any Error>) async {
        let name = claim.fence.unit.description
        switch result {
        case .success:
            message?.acknowledge()
            log.note("unit_done", ["unit": name])
            // Beside the slot: a broker without a leader must not hold it.
            Task { await publishDue() }
        case .failure(let error as StoreError) where error.kind == .fenced:
            log.note("unit_refused", ["unit": name, "why": error.description])
            message?.acknowledge()
        case .failure(let over as HoursAreOver):
            log.note("unit_postponed", ["unit": name, "seconds": "\(Int(over.seconds))"])
            try? await store.postpone(claim.fence, for: over.seconds)
            message?.acknowledge()
        case .failure(let error) where error is CancellationError || Self.isStoreAway(error):
            log.note("unit_given_back", ["unit": name, "why": "\(error)"])
            await giveBack(claim.fence)
            message?.giveBack(after: 1)
        case .failure(let error):
            log.note("unit_failed", ["unit": name, "error": "\(error)", "attempt": "\(claim.attempt)"])
            let pause = min(60, Double(1 << min(claim.attempt, 6)))
            try? await store.fail(claim.fence, error: "\(error)", most: settings.attempts, retryAfter: pause)
            // The row says when it is due again; the outbox publishes it then.
            message?.acknowledge()
        }
    }

    /// Gives a unit back. While the store is away this is tried until the unit is anybody's by itself: an attempt that ended
    /// with the store must not count against the unit, or a store that fails five times makes a poison of it.
    private func giveBack(_ fence: UnitFence) async {
        let end = ContinuousClock.now + .seconds(settings.unitLease)
        while true {
            do {
                return try await store.handBack(fence)
            } catch {
                guard Self.isStoreAway(error), .now < end else { return }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// The store's own trouble is no fault of the unit.
    static func isStoreAway(_ error: any Error) -> Bool {
        guard let error = error as? StoreError else { return false }
        return [.cannotOpen, .busy, .diskFull, .readOnly].contains(error.kind)
    }

    /// Signs of life to the store and to the broker; when the store's come too late, the unit is given up by our own clock.
    private func beat(_ fence: UnitFence, _ message: QueueMessage?, _ task: Task<Void, any Error>) async {
        var until = ContinuousClock.now + .seconds(settings.unitLease - AddressKeeper.margin)
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(settings.unitLease / 6))
            if Task.isCancelled { return }
            let asked = ContinuousClock.now
            do {
                guard try await store.renew(fence, for: settings.unitLease) else {
                    log.note("unit_lost", ["unit": fence.unit.description])
                    return task.cancel()
                }
                until = asked + .seconds(settings.unitLease - AddressKeeper.margin)
                message?.isAtWork()
            } catch {
                log.trouble("store", "\(error)")
            }
            if .now > until {
                log.note("unit_lost", ["unit": fence.unit.description, "why": "no sign of life reached the store"])
                return task.cancel()
            }
        }
    }

    // MARK: - One unit

    private func perform(_ claim: UnitClaim) async throws {
        let round = round(of: claim).writing(to: store.fenced(by: claim.fence))
        try await round.waitForNetwork()
        if claim.kind == .turn || claim.kind == .second { await round.beginSecondPass() }
        let scan = claim.scan.id
        switch claim.kind {
        case .survey:
            let offices = try await store.targets(of: scan, region: claim.region)
            let (view, servers) = try await round.survey(claim.region, offices)
            try Task.checkCancellation()
            try await store.finishSurvey(
                claim.fence, region: claim.region, view: view, groups: servers.mapValues { "1/" + $0 },
                stats: statsSinceLast())
        case .first, .second: try await workOffices(claim, round)
        case .turn:
            try await turn(claim, round)
        case .close:
            try await round.close(counted: try await store.unitStats(of: scan))
            try await store.finish(claim.fence, stats: [:])
        }
    }

    /// Chooses the offices of a region that are asked once more. Each region is a unit of its own: no worker holds them all.
    private func turn(_ claim: UnitClaim, _ round: SharedRound) async throws {
        let (scan, region) = (claim.scan.id, claim.region)
        var failed: Set<String> = []
        var last = ""
        while true {
            let some = try await store.offices(ofRegion: region, in: scan, after: last, limit: 100)
            failed.formUnion(some.filter(round.isAskedAgain).map(\.record.target.code))
            guard let code = some.last?.record.target.code else { break }
            last = code
        }
        guard !failed.isEmpty, let view = try await store.view(of: region, in: scan) else {
            return try await store.finishTurn(claim.fence, groups: [:], view: nil, stats: statsSinceLast())
        }
        let again = try await store.targets(of: scan, region: region).filter { failed.contains($0.code) }
        let (servers, known) = try await round.turn(
            region, again: again, view: view, sisters: try await store.sisters(in: region, of: scan),
            offices: { try await self.store.targets(of: scan, region: region) })
        try Task.checkCancellation()
        try await store.finishTurn(
            claim.fence, groups: servers.mapValues { "2/" + $0 }, view: known, stats: statsSinceLast())
    }

    private func workOffices(_ claim: UnitClaim, _ round: SharedRound) async throws {
        let all = try await store.offices(of: claim.fence)
        let shut = WorkerHours(plan: claim.plan, regions: means.book.regions, clock: means.clock)
        let offices = all.filter { shut.wait($0.region) <= 0 }
        if offices.isEmpty, let soonest = all.map({ shut.wait($0.region) }).min() {
            throw HoursAreOver(seconds: soonest)
        }
        let places = Set(offices.map(\.region))
        var views: [String: String] = [:]
        for region in places {
            views[region] = try await store.view(of: region, in: claim.scan.id)
        }
        let fenced = store.fenced(by: claim.fence)
        let end = ContinuousClock.now + .seconds(settings.sliceSeconds)
        let pages = Mutex(0)
        let slicePages = settings.slicePages
        let read = try await round.work(
            on: offices, views: views, again: claim.kind == .second, atOnce: settings.offices,
            goOn: { [weak self] in
                .now < end && pages.withLock { $0 } < slicePages && self?.isStopping == false
                    && places.allSatisfy { shut.wait($0) <= 0 }
            },
            keepSister: { try await fenced.keepSister($1, of: $0, in: claim.scan.id) },
            saved: { count in pages.withLock { $0 += count } })
        try await store.finish(claim.fence, pages: read, stats: statsSinceLast())
    }

    /// The tools of a round are made once for each worker: rules with its portals, robots.txt of its hosts.
    private func round(of claim: UnitClaim) -> SharedRound {
        let known = rounds.withLock { rounds in
            rounds = rounds.filter { .now - $0.value.usedAt < Self.roundIdle }
            rounds[claim.scan.id]?.usedAt = .now
            return rounds[claim.scan.id]?.tools
        }
        if let known { return known }
        var options = means.options
        options.maxPages = claim.plan.maxPages
        options.exhaustive = claim.plan.exhaustive
        options.secondPassPause = claim.plan.secondPassPause
        options.secondPass = claim.plan.secondPass
        options.controlHosts = claim.plan.controlHosts
        options.register = claim.plan.register
        let made = SharedRound(
            book: means.book, fetcher: fetcher, detector: means.detector, store: store, clock: means.clock,
            options: options, scan: claim.scan,
            watch: { [log] event in log.note(event) })
        rounds.withLock { rounds in
            if rounds.count > 4 { rounds = [:] }
            rounds[claim.scan.id] = (made, .now)
        }
        return made
    }

    /// What this worker's network work came to since it was last asked; units that run side by side share it.
    private func statsSinceLast() -> [String: Int] {
        let now = fetcher.counters.stats
        return counted.withLock { counted in
            defer { counted = now }
            return now.merging(counted) { $0 - $1 }
        }
    }
}
