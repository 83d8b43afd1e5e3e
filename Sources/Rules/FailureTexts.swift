import Model

/// What to say and do about one kind of failure.
public struct FailureText: Sendable, Hashable {
    public enum LogLevel: String, Sendable, Hashable, CaseIterable, Codable {
        case debug, info, notice, warning, error
    }

    /// What happened, for a person without technical training.
    public var cause: LocalText
    /// What the owner of the site can do.
    public var advice: LocalText
    /// Asking again soon will not change it.
    public var permanent: Bool
    /// Worth asking again in this round.
    public var retry: Bool
    public var logLevel: LogLevel
}

/// Cause and advice for every `FailureKind`.
public struct FailureTexts: Sendable {
    let texts: [FailureKind: FailureText]

    public subscript(kind: FailureKind) -> FailureText {
        // Reading checks that every kind has its text, so the default is met only with a rule folder that was refused.
        texts[kind]
            ?? FailureText(
                cause: LocalText(id: kind.rawValue, en: kind.rawValue), advice: LocalText(id: "", en: ""),
                permanent: false, retry: false, logLevel: .error)
    }

    public func cause(_ kind: FailureKind, _ language: Language) -> String { self[kind].cause[language] }
    public func advice(_ kind: FailureKind, _ language: Language) -> String { self[kind].advice[language] }
    public func isPermanent(_ kind: FailureKind) -> Bool { self[kind].permanent }
    public func shouldRetry(_ kind: FailureKind) -> Bool { self[kind].retry }

    static let file = "failures.yaml"

    static func read(_ folder: RuleFolder, log: ProblemLog) -> FailureTexts {
        guard let root = folder.yaml(file, log: log)?.required("failures") else { return FailureTexts(texts: [:]) }
        let pairs = TextTable<FailureKind>.cases(of: root) { kind, node in
            node.allowOnly("cause", "advice", "permanent", "retry", "log")
            let text = FailureText(
                cause: node.localText("cause"), advice: node.localText("advice"), permanent: node.flag("permanent"),
                retry: node.flag("retry"), logLevel: node.choice("log") ?? .info)
            if text.permanent && text.retry { node.fail("'retry' must be false when 'permanent' is true") }
            return (kind, text)
        }
        return FailureTexts(texts: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }
}
