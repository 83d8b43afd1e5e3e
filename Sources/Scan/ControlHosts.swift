import Fetch
import Model

/// The own-connectivity guard: hosts on different networks that are asked before, during and after a round.
///
/// When none of them answers, our own network is down and nothing may be judged (design, section 3.4).
struct ControlHosts: Sendable {
    let fetcher: Fetcher
    let hosts: [String]

    /// Without control hosts the guard is off; the scan record says so.
    var isOn: Bool { !hosts.isEmpty }

    /// Any HTTP answer of any control host proves that our network works.
    func networkIsUp() async -> Bool {
        guard isOn else { return true }
        return await withTaskGroup(of: Bool.self) { group in
            for host in hosts {
                group.addTask { await answers(host) }
            }
            for await up in group where up {
                group.cancelAll()
                return true
            }
            return false
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
