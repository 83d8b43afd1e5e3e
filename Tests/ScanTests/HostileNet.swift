import Farm
import Synchronization

/// The weather over the hostile regions: what every host does at this moment beside its own script.
///
/// One value is shared by all hosts of a world; the farm asks it for each request.
final class HostileNet: Sendable {
    static let control = "kendali.example"
    /// The shared server that fails in the middle of the round.
    static let doomedAddress = "127.0.0.9"

    /// Request number of a round at which our own line breaks; it comes back after the control host was asked in vain.
    /// In the first round offices are under way then, in the second the portals.
    static func lineBreaksAt(round: Int) -> Int { round == 1 ? 900 : 40 }
    static let doomedAfter = 60

    struct State {
        var round = 1
        var isSecondPass = false
        var requests = 0
        var lineIsDown = false
        var controlAskedInVain = 0
        var atDoomed = 0
        var asked: [String: Int] = [:]
        var lineBroke = 0
    }

    private let state = Mutex(State())

    func begin(round: Int) { state.withLock { $0 = State(round: round) } }
    func beginSecondPass() { state.withLock { $0.isSecondPass = true } }
    /// Hosts that flap do so in the first round.
    var isFlapping: Bool { state.withLock { $0.round == 1 && !$0.isSecondPass } }
    var isSecondPass: Bool { state.withLock { $0.isSecondPass } }
    var requests: Int { state.withLock { $0.requests } }
    var timesLineBroke: Int { state.withLock { $0.lineBroke } }

    /// How often a host was asked before, this time counted.
    func count(_ host: String) -> Int {
        state.withLock {
            $0.asked[host, default: 0] += 1
            return $0.asked[host] ?? 0
        }
    }

    /// The host's reply, or what the weather makes of it.
    func pass(_ request: FarmRequest, at address: String, _ reply: () -> FarmReply) -> FarmReply {
        let isLost = state.withLock { state -> Bool in
            state.requests += 1
            if state.requests == Self.lineBreaksAt(round: state.round) {
                state.lineIsDown = true
                state.lineBroke += 1
            }
            if request.host == Self.control, state.lineIsDown {
                state.controlAskedInVain += 1
                if state.controlAskedInVain > 6 { state.lineIsDown = false }
                return true
            }
            if address == Self.doomedAddress {
                state.atDoomed += 1
                if state.atDoomed > Self.doomedAfter { return true }
            }
            return state.lineIsDown
        }
        return isLost ? .reset() : reply()
    }
}
