import Rules
import Synchronization

/// A lexicon that is made when it is first asked for, once, whoever asks.
final class LexiconOnce: Sendable {
    private enum State: Sendable {
        case rules(DetectionRules)
        case made(Lexicon)
    }

    private let state: Mutex<State>

    /// - Parameter rules: checked by `Lexicon.check`.
    init(_ rules: DetectionRules) { state = Mutex(.rules(rules)) }

    var value: Lexicon {
        state.withLock { state in
            switch state {
            case .made(let lexicon): return lexicon
            case .rules(let rules):
                let lexicon = Lexicon(rules)
                state = .made(lexicon)
                return lexicon
            }
        }
    }
}
