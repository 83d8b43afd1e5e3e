import Fetch
import Model

/// The own-connectivity guard: hosts on different networks that are asked before, during and after a round.
///
/// When none of them answers, our own network is down and nothing may be judged (design, section 3.4).
struct ControlHosts: Sendable {
    let fetcher: Fetcher
    let hosts: [String]
    let clock: RunClock
    /// Every look so far, for the record of the round: the proof that what failed elsewhere did not fail here.
    private let log = Locked<[ControlCheck]>([])

    init(fetcher: Fetcher, hosts: [String], clock: RunClock) {
        self.fetcher = fetcher
        self.hosts = hosts
        self.clock = clock
    }

    /// The first and the last looks at most this many each; a long outage asks every few minutes.
    private static let logLimit = 1000

    var checks: [ControlCheck] { log.value }

    /// Without control hosts the guard is off; the scan record says so.
    var isOn: Bool { !hosts.isEmpty }

    /// Any HTTP answer of any control host proves that our network works.
    func networkIsUp() async -> Bool {
        guard isOn else { return true }
        let host = await firstToAnswer()
        let check = ControlCheck(at: clock.now(), up: host != nil, answered: host, asked: hosts)
        log.update { checks in
            if checks.count >= Self.logLimit { checks.remove(at: Self.logLimit / 2) }
            checks.append(check)
        }
        return check.up
    }

    private func firstToAnswer() async -> String? {
        await withTaskGroup(of: String?.self) { group in
            for host in hosts {
                group.addTask { await answers(host) ? host : nil }
            }
            for await case let host? in group {
                group.cancelAll()
                return host
            }
            return nil
        }
    }

    /// By https, and by http when that fails: either proves it.
    private func answers(_ host: String) async -> Bool {
        let doors = host.contains("://") ? [host] : ["https://\(host)/", "http://\(host)/"]
        for address in doors.compactMap({ WebAddress($0) }) {
            let outcome = await fetcher.fetch(FetchRequest(address, maxBytes: 4096)) { _ in nil }
            if case .page = outcome { return true }
        }
        return false
    }
}
