import Model
import Scan
import Synchronization

/// What happens, as one JSON object a line: time, worker, event, and what belongs to it.
public final class WorkLog: Sendable {
    private let worker: String
    private let now: @Sendable () -> Timestamp
    private let write: @Sendable (String) -> Void
    private let state = Mutex((last: [String: (text: String, count: Int)](), troubles: 0))

    public init(
        worker: String, now: @escaping @Sendable () -> Timestamp, write: @escaping @Sendable (String) -> Void
    ) {
        self.worker = worker
        self.now = now
        self.write = write
    }

    /// Troubles met so far.
    var troubles: Int { state.withLock { $0.troubles } }

    func note(_ event: String, _ facts: [String: String] = [:]) {
        var line =
            "{\"time\":\(Self.quoted(now().iso8601)),\"worker\":\(Self.quoted(worker)),\"event\":\(Self.quoted(event))"
        for (key, value) in facts.sorted(by: { $0.key < $1.key }) {
            line += ",\(Self.quoted(key)):\(Self.quoted(value))"
        }
        write(line + "}")
    }

    /// Trouble of a server, said when it begins and then every tenth time.
    func trouble(_ what: String, _ text: String) {
        let count = state.withLock { state in
            state.troubles += 1
            let known = state.last[what]
            let count = known?.text == text ? (known?.count ?? 0) + 1 : 1
            state.last[what] = (text, count)
            return count
        }
        if count % 10 == 1 { note("trouble", ["of": what, "error": text, "times": "\(count)"]) }
    }

    func note(_ event: ScanEvent) {
        switch event {
        case .suspended: note("own_network_down")
        case .resumed: note("own_network_up")
        case .closed(let scan): note("scan_finished", ["scan": scan.id])
        case .opened, .surveying, .finished, .secondPass: break
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{0}"..<" ": quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
