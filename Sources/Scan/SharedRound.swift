import Detect
import Discovery
import Fetch
import Foundation
import Judge
import Model
import Rules
import Store

/// A round that several workers share, as one of them sees it: the steps of `ScanFlow`, one at a time.
///
/// What a step leaves for other workers is a text for the store: what the portal of a region says (`RegionMemory`), and
/// the links of a site to its neighbours.
public struct SharedRound: Sendable {
    private var flow: ScanFlow
    public let scan: ScanRecord
    /// Whether this worker has begun the second pass; one for all copies.
    private let secondPass = AskedOnce<Bool>()

    public init(
        book: RuleBook, fetcher: Fetcher, detector: Detector, store: any ScanStore, clock: RunClock,
        options: ScanOptions, scan: ScanRecord, watch: @escaping @Sendable (ScanEvent) -> Void = { _ in }
    ) {
        self.scan = scan
        flow = ScanFlow(
            book: book, fetcher: fetcher, detector: detector, store: store, clock: clock, options: options, watch: watch
        ).knowing(portals: scan.portals, hosts: [])
    }

    /// The same round, writing through another store: the one fenced by a unit.
    public func writing(to store: any ScanStore) -> SharedRound {
        var copy = self
        copy.flow.tools = ScanTools(flow.tools, store: store)
        return copy
    }

    /// Waits until our own network works.
    public func waitForNetwork() async throws { try await flow.waitForOwnNetwork() }

    /// Reads the portal of a region, and says on which server each of its offices will be asked first.
    public func survey(_ region: String, _ offices: [Target]) async throws -> (view: String, servers: [String: String])
    {
        let view = try await flow.survey(region, of: scan, offices)
        return (try RegionMemory(view).text(), await servers(of: offices, view))
    }

    /// Looks for, reads and judges offices, a few at a time, as long as `goOn` says so.
    ///
    /// - Parameters:
    ///   - view: what the survey of their region left, by region.
    ///   - again: it is the second try, which is merged with the first.
    /// - Returns: pages read.
    public func work(
        on offices: [Target], views: [String: String], again: Bool, atOnce: Int, goOn: @escaping @Sendable () -> Bool,
        keepSister: (Target, String) async throws -> Void, saved: (Int) -> Void
    ) async throws -> Int {
        var regions: [String: RegionView] = [:]
        for (region, text) in views { regions[region] = try RegionMemory(text).view(flow.tools.book) }
        var pages = 0
        var flow = flow
        flow.tools = ScanTools(flow.tools, offices: atOnce)
        try await flow.eachOffice(offices, regions, isLastTry: again, goOn: goOn) { outcome in
            var record = outcome.record
            if again, let first = try await flow.tools.store.record(of: record.target.code, in: scan.id) {
                record = first.after(second: record)
            }
            let verdict = try await flow.verdict(on: record, in: scan.id)
            if !again, let page = outcome.neighbours {
                try await keepSister(record.target, try SisterLinks(page).text())
            }
            if again {
                try await flow.tools.store.replace(record, verdict, bodies: outcome.bodies, in: scan.id)
            } else {
                try await flow.tools.store.save(record, verdict, bodies: outcome.bodies, in: scan.id)
            }
            pages += outcome.record.pages.count
            saved(outcome.record.pages.count)
        }
        return pages
    }

    /// Forgets once what failed in the first pass, so that the second one asks: without this the rules of a host whose
    /// robots.txt failed, or a name without an answer, would be "tried again" from memory. Every unit of the second pass
    /// calls it and waits for the first who did; what fails from then on is remembered as before.
    public func beginSecondPass() async {
        _ = await secondPass.answer("second") { [tools = flow.tools] in
            await tools.forgetFailures()
            return true
        }
    }

    /// Whether an office whose first try is stored is asked once more.
    public func isAskedAgain(_ office: StoredOffice) -> Bool {
        flow.tools.options.secondPass && flow.deservesSecondTry(office.record, office.verdict)
    }

    /// On which servers the offices of a region lie that are asked once more, and what is known of the region by now.
    ///
    /// - Parameters:
    ///   - again: the offices, in list order.
    ///   - view: what the survey of the region left.
    ///   - sisters: what sites of the region left of their links to neighbours.
    ///   - offices: all of the region, asked for when its portal is read once more.
    public func turn(
        _ region: String, again: [Target], view: String, sisters: [String], offices: () async throws -> [Target]
    ) async throws -> (servers: [String: String], view: String) {
        var known = try RegionMemory(view).view(flow.tools.book)
        if !known.isComplete { known = try await flow.survey(region, of: scan, try await offices()) }
        known.addSisters(try sisters.map { try SisterLinks($0).page }, again, flow.tools.book)
        return (await servers(of: again, known), try RegionMemory(known).text())
    }

    /// Judges what one server's trouble did to many, and writes the end of the round.
    public func close(counted: [String: Int]) async throws {
        var scan = scan
        scan.incidents = try await flow.judgeIncidents(of: scan)
        try await flow.close(&scan, counted: counted)
    }

    /// The address of the server that each office's likeliest host lies on; `none-<region>` where no name has one.
    private func servers(of offices: [Target], _ view: RegionView) async -> [String: String] {
        var servers: [String: String] = [:]
        let tools = flow.tools
        for office in offices {
            let candidates = tools.finder.candidates(
                for: office, portal: view.directory, sisters: view.sisters,
                registered: tools.register.candidates(for: office), limit: min(4, tools.options.maxCandidates))
            for candidate in candidates.prefix(4) where servers[office.code] == nil {
                let names = await tools.fetcher.resolve(candidate.address.host)
                servers[office.code] = names.addresses.first.map {
                    tools.fetcher.politenessKey(of: $0, host: candidate.address.host)
                }
            }
            servers[office.code] = servers[office.code] ?? "none-\(office.region)"
        }
        return servers
    }
}

extension ScanFlow {
    /// Writes a new round down that workers will share; its offices are not looked at here.
    ///
    /// - Returns: the record, its offices, and the register with the addresses that people gave when they objected.
    public func draftShared(
        _ targets: [Target], lists: [String]
    ) async throws -> (scan: ScanRecord, offices: [Target], register: [RegisteredHost]) {
        let offices = targets.filter { !Nomenclature.portalKinds.contains($0.kind) }
        guard !offices.isEmpty else {
            throw ScanError(.noTargets, "The list names no office; write at least one row with a name.")
        }
        let register = tools.options.register + (try await addressesOfObjections())
        return (try await draft(targets, lists: lists), offices, register)
    }
}

/// What a worker must know of a region that another one surveyed.
struct RegionMemory: Codable {
    var directory: PortalDirectory?
    var sisters: [PortalDirectory]
    var isPortalRead: Bool
    var unread: [UnreadList]
    var portalIP: String?
    var unseen: [String: Attempt]
    var isComplete: Bool
    var hints: [String: [Candidate]]?

    init(_ view: RegionView) {
        directory = view.directory
        sisters = view.sisters
        isPortalRead = view.isPortalRead
        unread = view.unread
        portalIP = view.portalIP
        unseen = view.unseen
        isComplete = view.isComplete
        hints = view.hints
    }

    init(_ text: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) }

    func text() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }

    func view(_ book: RuleBook) -> RegionView {
        RegionView(
            directory: directory, identity: OfficeIdentity(book, portal: directory), sisters: sisters,
            hints: hints ?? [:], isPortalRead: isPortalRead, unread: unread, portalIP: portalIP, unseen: unseen,
            isComplete: isComplete)
    }
}

/// The links of a site to its neighbours.
private struct SisterLinks: Codable {
    struct One: Codable {
        var address: WebAddress
        var text: String
        var zone: UInt8
    }

    var address: WebAddress
    var links: [One]

    init(_ page: ParsedPage) {
        address = page.address
        links = page.links.map { One(address: $0.address, text: $0.text, zone: $0.zone.rawValue) }
    }

    init(_ text: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) }

    func text() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }

    var page: ParsedPage {
        var page = ParsedPage(address: address)
        page.links = links.map {
            Link(address: $0.address, text: $0.text, zone: Block.Zone(rawValue: $0.zone) ?? .main)
        }
        return page
    }
}
