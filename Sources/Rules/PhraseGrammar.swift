/// Phrases written as a small grammar: how an office may say one thing, instead of every way one by one.
///
/// `(tidak|tak) (dipungut|dikenai)? biaya` stands for four phrases; `~ambil` for the forms of a verb
/// (`VerbForms`), `~~ambil` for its noun `pengambilan` too.
enum PhraseGrammar {
    /// More than this from one line is a mistake.
    static let limit = 3000

    static func isGrammar(_ phrase: String) -> Bool { phrase.utf8.contains { $0 == 40 || $0 == 126 || $0 == 63 } }

    /// Every phrase the grammar stands for, each once, in a fixed order; nil when a bracket is left open, a choice is
    /// empty, or there are more than `limit`.
    static func phrases(_ text: String) -> [String]? {
        guard isGrammar(text) else { return [text] }
        guard let elements = elements(text) else { return nil }
        var lines: [[String]] = [[]]
        for element in elements {
            lines = lines.flatMap { line in element.map { $0.isEmpty ? line : line + [$0] } }
            if lines.count > limit { return nil }
        }
        var met: Set<String> = []
        let all = lines.map { $0.joined(separator: " ") }.filter { !$0.isEmpty && met.insert($0).inserted }
        return all.isEmpty ? nil : all
    }

    /// The choices of every element; an element with `?` may be left out.
    private static func elements(_ text: String) -> [[String]]? {
        var result: [[String]] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first == " " {
                rest.removeFirst()
                continue
            }
            var body: Substring
            if first == "(" {
                guard let close = rest.firstIndex(of: ")") else { return nil }
                body = rest[rest.index(after: rest.startIndex)..<close]
                rest = rest[rest.index(after: close)...]
            } else {
                let end = rest.firstIndex { " ?(".contains($0) } ?? rest.endIndex
                body = rest[..<end]
                rest = rest[end...]
            }
            let verb: (Substring) -> [String] = { part in
                guard part.hasPrefix("~") else { return [String(part)] }
                return VerbForms.of(String(part.drop { $0 == "~" }), nouns: part.hasPrefix("~~"))
            }
            var choices = body.split(separator: "|").flatMap { part in
                verb(part)
            }
            guard !choices.isEmpty else { return nil }
            if rest.first == "?" {
                choices.append("")
                rest.removeFirst()
            }
            result.append(choices)
        }
        return result
    }
}
