import Fetch
import Model

/// The own-connectivity guard: hosts on different networks that are asked before, during and after a round.
///
/// When none of them answers, our own network is down and nothing may be judged (design, section 3.4).
struct ControlHosts: Sendable {
    let fetcher: Fetcher
    let hosts: [String]
    let clock: RunClock
    /// Longest time of one look; nil: as long as the transfers take.
    let seconds: Double?
    /// Every look so far, for the record of the round: the proof that what failed elsewhere did not fail here.
    private let log = Locked<[ControlCheck]>([])

    init(fetcher: Fetcher, hosts: [String], clock: RunClock, seconds: Double? = nil) {
        self.fetcher = fetcher
        self.hosts = hosts
        self.clock = clock
        self.seconds = seconds
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

    /// What one of the tasks of a look has to say.
    private enum Word { case answer(String), silence, timeIsUp }

    private func firstToAnswer() async -> String? {
        await withTaskGroup(of: Word.self) { group in
            for host in hosts {
                group.addTask { await answers(host) ? .answer(host) : .silence }
            }
            if let seconds {
                group.addTask {
                    try? await Task.sleep(for: .seconds(seconds))
                    return .timeIsUp
                }
            }
            defer { group.cancelAll() }
            var silent = 0
            for await word in group {
                switch word {
                case .answer(let host): return host
                case .timeIsUp: return nil
                case .silence: silent += 1
                }
                if silent == hosts.count { return nil }
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
