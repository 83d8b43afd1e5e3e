import Farm
import Model

@testable import Fetch

/// A fetcher on a farm: names from the farm's hosts table, port 80 led to the farm's port.
struct TestBed {
    let server: FarmServer
    let fetcher: Fetcher

    init(
        _ hosts: [FarmHost], addresses: [String] = ["127.0.0.1"], opening: [FarmReply.Step] = [],
        change: (inout FetchSettings) -> Void = { _ in }
    ) throws {
        server = try FarmServer(addresses: addresses, hosts: hosts, opening: opening)
        var settings = FetchSettings.forTests
        settings.hosts = try HostsTable(text: server.hostsTable)
        settings.connectTo = server.connectTo.compactMap { ConnectTo($0) }
        change(&settings)
        fetcher = Fetcher(settings, registrable: { _ in nil }, now: { .testNow })
    }

    func fetch(_ address: String, permit: @escaping @Sendable (WebAddress) async -> FailureKind? = { _ in nil }) async
        -> FetchOutcome
    {
        await fetcher.fetch(FetchRequest(.literal(address)), permit: permit)
    }
}

extension FetchSettings {
    /// Loopback allowed, no delays, impatient.
    static var forTests: FetchSettings {
        var settings = FetchSettings()
        settings.allowPrivate = true
        settings.delaySeconds = 0
        settings.perIP = 8
        settings.timeouts = PhaseTimeouts().capped(total: 5)
        return settings
    }
}

extension Timestamp {
    static let testNow = Timestamp(milliseconds: 1_795_000_000_000)
}

extension WebAddress {
    static func literal(_ text: String) -> WebAddress {
        guard let address = WebAddress(text) else { preconditionFailure("not an address: \(text)") }
        return address
    }
}

extension FetchOutcome {
    var page: FetchedPage? { if case .page(let page) = self { page } else { nil } }
    var failure: FetchFailure? { if case .failure(let failure) = self { failure } else { nil } }
    /// `page 200`, `failure stalled`: an outcome in one line of an expectation.
    var gist: String {
        switch self {
        case .page(let page): "page \(page.status)" + (page.cut.map { " cut \($0.rawValue)" } ?? "")
        case .failure(let failure): "failure \(failure.kind.rawValue)"
        }
    }
}
