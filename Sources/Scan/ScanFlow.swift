import Detect
import Discovery
import Fetch
import Judge
import Model
import Rules
import Store

/// THE flow: one round over a list of offices.
///
///   open or resume -> own network up? -> portals -> every office: find, read, judge, save
///   -> second try of what failed -> incidents -> judge what they touch -> close
public struct ScanFlow: Sendable {
    var tools: ScanTools
    var judge: OfficeJudge
    private let watch: @Sendable (ScanEvent) -> Void

    public init(
        book: RuleBook, fetcher: Fetcher, detector: Detector, store: any ScanStore, clock: RunClock,
        options: ScanOptions, watch: @escaping @Sendable (ScanEvent) -> Void = { _ in }
    ) {
        tools = ScanTools(
            book: book, fetcher: fetcher, detector: detector, store: store, clock: clock, options: options)
        judge = OfficeJudge(book)
        self.watch = watch
    }

    /// Makes the round, or goes on with one that was cut short over the same list.
    ///
    /// - Throws: `ScanError`, `StoreError`; `CancellationError` when the task is cancelled, after which the same call
    ///   resumes: finished offices are not fetched again.
    @discardableResult
    public func run(_ targets: [Target], lists: [String] = []) async throws -> ScanRecord {
        // The shared portal of the puskesmas is no office either.
        let portals = targets.filter { Nomenclature.portalKinds.contains($0.kind) }
        let offices = targets.filter { !Nomenclature.portalKinds.contains($0.kind) }
        guard !offices.isEmpty else {
            throw ScanError(.noTargets, "The list names no office; write at least one row with a name.")
        }
        return try await knowing(portals: portals, hosts: addressesOfObjections()).round(offices, targets, lists)
    }

    private func round(_ offices: [Target], _ targets: [Target], _ lists: [String]) async throws -> ScanRecord {
        var scan = try await open(targets: targets, offices: offices, lists: lists)
        try await waitForOwnNetwork()
        let regions = try await surveyPortals(of: scan, offices)
        let neighbours = try await firstPass(scan, offices, regions)
        try await secondPass(scan, offices, regions, neighbours)
        scan.incidents = try await judgeIncidents(of: scan)
        try await close(&scan)
        return scan
    }

    /// The same flow, knowing the regions that the list's portals bring along.
    func knowing(portals: [Target], hosts: [RegisteredHost]) -> ScanFlow {
        var flow = self
        flow.tools = tools.knowing(portals: portals, hosts: hosts)
        flow.judge = OfficeJudge(flow.tools.book)
        return flow
    }

    /// The addresses that people gave when they objected: the next round asks them.
    func addressesOfObjections() async throws -> [RegisteredHost] {
        try await tools.store.statements(of: nil).compactMap { said in
            guard said.kind == .object, let address = said.address else { return nil }
            return RegisteredHost(address: address, office: said.office, origin: "sanggahan nomor \(said.id)")
        }
    }

    private func open(targets: [Target], offices: [Target], lists: [String]) async throws -> ScanRecord {
        if let cutShort = try await tools.store.unfinishedScan(over: offices),
            cutShort.rulesHash == tools.book.hash
        {
            let remaining = try await tools.store.remainingTargets(of: cutShort.id)
            watch(.opened(cutShort, total: offices.count, remaining: remaining.count))
            return cutShort
        }
        let scan = try await draft(targets, lists: lists)
        try await tools.store.begin(scan, targets: offices)
        watch(.opened(scan, total: offices.count, remaining: offices.count))
        return scan
    }

    /// A round over these targets as it is written down when it begins; nothing is stored.
    func draft(_ targets: [Target], lists: [String]) async throws -> ScanRecord {
        let now = tools.clock.now()
        let regions = Set(targets.map(\.region)).sorted()
        return ScanRecord(
            id: try await freeName(for: regions, at: now), regions: regions, startedAt: now,
            toolVersion: tools.options.toolVersion, rulesHash: tools.book.hash, lists: lists,
            portals: targets.filter { Nomenclature.portalKinds.contains($0.kind) },
            requestHeaders: tools.fetcher.requestHeaders)
    }

    /// `20260302T010000Z-6112`, with a running number when the store has that already.
    private func freeName(for regions: [String], at now: Timestamp) async throws -> String {
        let time = now.iso8601.filter { $0 != "-" && $0 != ":" }
        let region = regions.count == 1 ? regions[0].filter(\.isNumber) : "\(regions.count)wilayah"
        let stem = region.isEmpty ? time : "\(time)-\(region)"
        let taken = Set(try await tools.store.scans().map(\.id))
        if !taken.contains(stem) { return stem }
        return (2...).lazy.map { "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem
    }

    private func surveyPortals(of scan: ScanRecord, _ offices: [Target]) async throws -> [String: RegionView] {
        var views: [String: RegionView] = [:]
        for region in scan.regions {
            try Task.checkCancellation()
            watch(.surveying(region: region))
            views[region] = try await survey(region, of: scan, offices)
        }
        return views
    }

    /// One region's portal; asked again when it was our own network that failed.
    func survey(_ region: String, of scan: ScanRecord, _ offices: [Target]) async throws -> RegionView {
        let survey = PortalSurvey(tools: tools)
        let portals = scan.portals.filter { $0.region == region }
        let here = offices.filter { $0.region == region }
        var view = await survey.view(of: region, portals: portals, offices: here)
        for _ in 0..<3 where !view.isComplete {
            if await tools.control.networkIsUp() { break }
            try await waitForOwnNetwork()
            await tools.gate.forgetFailures()
            view = await survey.view(of: region, portals: portals, offices: here)
        }
        return view
    }

    /// Every office without an outcome, a window of them at a time; the next starts when one is saved. Gives the links
    /// that sites have to other hosts, by region: sister offices know addresses that the portal does not.
    private func firstPass(
        _ scan: ScanRecord, _ offices: [Target], _ regions: [String: RegionView]
    ) async throws -> [String: [ParsedPage]] {
        var neighbours: [String: [ParsedPage]] = [:]
        let remaining = try await tools.store.remainingTargets(of: scan.id)
        var done = offices.count - remaining.count
        try await eachOffice(remaining, regions) { outcome in
            let verdict = try await verdict(on: outcome.record, in: scan.id)
            try await tools.store.save(outcome.record, verdict, bodies: outcome.bodies, in: scan.id)
            if let page = outcome.neighbours { neighbours[outcome.record.target.region, default: []].append(page) }
            done += 1
            watch(
                .finished(
                    office: outcome.record.target, status: verdict.status, pages: outcome.record.pages.count,
                    done: done,
                    total: offices.count))
        }
        return neighbours
    }

    /// Offices whose failure may have been a bad moment are asked once more, after a pause; so are portals.
    private func secondPass(
        _ scan: ScanRecord, _ offices: [Target], _ firstViews: [String: RegionView],
        _ neighbours: [String: [ParsedPage]]
    ) async throws {
        guard tools.options.secondPass else { return }
        let again = try await failedOffices(of: scan)
        guard !again.isEmpty else { return }
        watch(.secondPass(offices: again.count, afterSeconds: tools.options.secondPassPause))
        try await tools.clock.pause(seconds: tools.options.secondPassPause)
        await tools.forgetFailures()
        var regions = firstViews
        for region in Set(again.map(\.region)).sorted() where regions[region]?.isComplete != true {
            regions[region] = try await survey(region, of: scan, offices)
        }
        for (region, pages) in neighbours {
            regions[region]?.addSisters(pages, again.filter { $0.region == region }, tools.book)
        }
        let late = try await askAgain(again, scan, regions)
        try await thirdPass(scan, offices, regions, late)
    }

    /// Asks offices once more and keeps what both times said; gives the links of sites that only now answered.
    private func askAgain(
        _ again: [Target], _ scan: ScanRecord, _ regions: [String: RegionView]
    ) async throws -> [String: [ParsedPage]] {
        var neighbours: [String: [ParsedPage]] = [:]
        try await eachOffice(again, regions, isLastTry: true) { outcome in
            let target = outcome.record.target
            guard let first = try await tools.store.record(of: target.code, in: scan.id) else { return }
            if let page = outcome.neighbours, first.site == nil { neighbours[target.region, default: []].append(page) }
            let merged = first.after(second: outcome.record)
            let verdict = try await verdict(on: merged, in: scan.id)
            try await tools.store.replace(merged, verdict, bodies: outcome.bodies, in: scan.id)
        }
        return neighbours
    }

    /// Sites that answered in the second pass only may link to offices that were given up before: those are asked there.
    private func thirdPass(
        _ scan: ScanRecord, _ offices: [Target], _ secondViews: [String: RegionView],
        _ late: [String: [ParsedPage]]
    ) async throws {
        guard !late.isEmpty else { return }
        let without = try await failedOffices(of: scan, withoutSite: true)
        var regions = secondViews
        var again: [Target] = []
        for (region, pages) in late {
            let here = without.filter { $0.region == region }
            regions[region]?.addSisters(pages, here, tools.book)
            again += here.filter { regions[region]?.sisters.last?.siteCandidates(for: $0).isEmpty == false }
        }
        if !again.isEmpty { _ = try await askAgain(again, scan, regions) }
    }

    /// Offices without a site, and sites that fell over while they were read.
    func failedOffices(of scan: ScanRecord, withoutSite: Bool = false) async throws -> [Target] {
        var again: [(position: Int, target: Target)] = []
        try await tools.store.eachOffice(of: scan.id) { office in
            if deservesSecondTry(office.record, office.verdict), !withoutSite || office.record.site == nil {
                again.append((office.position, office.record.target))
            }
        }
        return again.sorted { $0.position < $1.position }.map(\.target)
    }

    func deservesSecondTry(_ record: SiteRecord, _ verdict: Verdict) -> Bool {
        switch verdict.status {
        // Whose page it is does not change within the hour.
        case .unknown: verdict.reason != "identity_unclear"
        case .unreachable, .missing, .blocked, .socialOnly, .placeholder: true
        // A site outside go.id while an address within did not answer: the office may have both.
        case .offDomain:
            record.unread.contains(where: mayPass)
                || record.attempts.contains {
                    $0.result == .unreachable && $0.candidate.address.host.hasSuffix(".go.id")
                }
        case .active, .section: record.unread.contains(where: mayPass)
        case .compromised: false
        }
    }

    private func mayPass(_ page: UnreadPage) -> Bool {
        page.failure.map(tools.book.failures.shouldRetry) ?? page.status.map { $0 >= 500 } ?? false
    }

    /// Scans offices in a window and hands each outcome over, one at a time.
    func eachOffice(
        _ targets: [Target], _ regions: [String: RegionView], isLastTry: Bool = false,
        goOn: @Sendable () -> Bool = { true }, _ take: (SiteScan.Outcome) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: SiteScan.Outcome.self) { group in
            var waiting = OfficeLine(targets, byRegion: tools.options.hours != nil)
            func startNext() {
                guard goOn(), let target = waiting.next(wait: secondsUntilOpen) else { return }
                let region = regions[target.region] ?? RegionView(identity: OfficeIdentity(tools.book))
                let scan = SiteScan(tools: tools, target: target, region: region, isLastTry: isLastTry)
                group.addTask {
                    try await waitForHours(of: target.region)
                    return try await guarded(scan)
                }
            }
            for _ in 0..<tools.options.offices { startNext() }
            while let outcome = try await group.next() {
                try Task.checkCancellation()
                try await take(outcome.woken())
                startNext()
            }
            try Task.checkCancellation()
        }
    }

    /// Waits until the hours of the round are open where the region lies; western time where its code is not known.
    private func waitForHours(of region: String) async throws {
        while true {
            let seconds = secondsUntilOpen(region)
            guard seconds > 0 else { return }
            try await tools.clock.pause(seconds: seconds)
        }
    }

    func secondsUntilOpen(_ region: String) -> Double {
        guard let hours = tools.options.hours else { return 0 }
        let offset = tools.book.regions.region(region)?.utcOffsetHours ?? 7
        return hours.wait(in: region, at: tools.clock.now(), offsetHours: offset)
    }

    /// One office, with the guard around it: what failed while our own network was down is asked again.
    private func guarded(_ scan: SiteScan) async throws -> SiteScan.Outcome {
        for _ in 0..<3 {
            let outcome = await scan.run()
            try Task.checkCancellation()
            if !outcome.sawNetworkTrouble { return outcome }
            if await tools.control.networkIsUp() { return outcome }
            try await waitForOwnNetwork()
        }
        var outcome = await scan.run()
        outcome.record.ownNetworkUp = await tools.control.networkIsUp()
        return outcome
    }

    /// Suspends the round until a control host answers; many offices that meet the break wait together, and it is told
    /// once.
    ///
    /// - Throws: `ScanError.Kind.ownNetworkDown` when the patience of the options is over first.
    func waitForOwnNetwork() async throws {
        guard let patience = tools.options.networkPatience else { return try await waitWithoutEnd() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await waitWithoutEnd() }
            group.addTask {
                try await Task.sleep(for: .seconds(patience))
                throw ScanError(.ownNetworkDown, "No control host answered within \(Int(patience)) s.")
            }
            defer { group.cancelAll() }
            _ = try await group.next()
        }
    }

    private func waitWithoutEnd() async throws {
        try await tools.suspension.wait { [tools, watch] in
            var announced = false
            var pause = 5.0
            while !(await tools.control.networkIsUp()) {
                try Task.checkCancellation()
                if !announced { watch(.suspended(since: tools.clock.now())) }
                announced = true
                try await tools.clock.pause(seconds: pause)
                pause = min(pause * 2, 300)
            }
            if announced {
                // What name servers did not say while our own line was down is asked again.
                tools.fetcher.forgetFailedNames()
                watch(.resumed(at: tools.clock.now()))
            }
        }
    }

    func verdict(on record: SiteRecord, in scan: String, incidents: [Incident] = []) async throws -> Verdict {
        let rounds = try await tools.store.rounds(of: record.target.code, before: scan, limit: 24)
        return judge.judge(record, history: rounds.map(PastRound.init), incidents: incidents)
    }

    /// Many offices of one server failing together are one incident, not so many guilty offices (design, section 3.4).
    func judgeIncidents(of scan: ScanRecord) async throws -> [Incident] {
        var ledger = IncidentLedger { [suffixes = tools.book.suffixes] in suffixes.registrable($0) }
        try await tools.store.eachRecord(of: scan.id) { ledger.add($0) }
        let incidents = ledger.incidents()
        for office in Set(incidents.flatMap(\.offices)).sorted() {
            guard let record = try await tools.store.record(of: office, in: scan.id) else { continue }
            let verdict = try await verdict(on: record, in: scan.id, incidents: incidents)
            try await tools.store.replaceVerdict(of: office, in: scan.id, with: verdict)
        }
        return incidents
    }

    /// Writes the end of a round; `counted` are the counters of its network work, of all who shared it.
    func close(_ scan: inout ScanRecord, counted: [String: Int]? = nil) async throws {
        let statuses = try await tools.store.statusCounts(of: scan.id)
        scan.stats = counted ?? tools.fetcher.counters.stats
        scan.stats["offices"] = statuses.values.reduce(0, +)
        scan.stats["control_hosts"] = tools.options.controlHosts.count
        for (status, offices) in statuses { scan.stats["status_\(status.rawValue)"] = offices }
        // After the last office too: what failed at the end of the round did not fail for want of a network.
        _ = await tools.control.networkIsUp()
        scan.controls = (scan.controls ?? []) + tools.control.checks
        scan.finishedAt = tools.clock.now()
        try await tools.store.update(scan)
        watch(.closed(scan))
    }
}
