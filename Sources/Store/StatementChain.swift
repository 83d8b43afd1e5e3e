import Digest

/// The digest of a statement's row over itself and the row before it.
enum StatementChain {
    static func text(
        _ chain: String, office: String, kind: String, at: String, answers: Int?, record: String
    ) -> String {
        [chain, office, kind, at, answers.map(String.init) ?? "", record].joined(separator: "\u{1f}")
    }

    static func next(
        _ chain: String, office: String, kind: String, at: String, answers: Int?, record: String
    ) -> String { SHA256.hex(text(chain, office: office, kind: kind, at: at, answers: answers, record: record)) }
}
