import Model

/// Sentences by key, with `{placeholders}` and optional parts: `[ sejak {date}]` is left out when `date` is not given.
struct SentenceTable: Sendable {
    let sentences: [String: LocalText]

    /// The sentence with its values. An unknown key is answered by the key itself, so that nothing is hidden.
    func sentence(_ key: String, _ values: [String: String], _ language: Language) -> String {
        guard let text = sentences[key] else { return key }
        return Self.fill(text[language], values)
    }

    var keys: [String] { sentences.keys.sorted() }

    static func read(_ node: RuleNode?) -> SentenceTable {
        var sentences: [String: LocalText] = [:]
        for (key, value) in node?.entries ?? [] {
            let text = value.localText
            for language in Language.allCases {
                if let trouble = trouble(in: text[language]) { value.fail("\(language.rawValue): \(trouble)") }
            }
            if names(in: text.id) != names(in: text.en) {
                value.fail("the two languages use different placeholders; use the same in both")
            }
            sentences[key.text ?? ""] = text
        }
        return SentenceTable(sentences: sentences)
    }

    // MARK: Filling

    static func fill(_ pattern: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = Substring(pattern)
        while let open = rest.firstIndex(of: "[") {
            let close = rest[open...].firstIndex(of: "]") ?? rest.endIndex
            result += replace(rest[..<open], values).text
            let part = replace(rest[rest.index(after: open)..<close], values)
            if part.complete { result += part.text }
            rest = close == rest.endIndex ? "" : rest[rest.index(after: close)...]
        }
        return result + replace(rest, values).text
    }

    /// `complete` is false when a placeholder had no value; outside brackets it then reads "?".
    private static func replace(_ pattern: Substring, _ values: [String: String]) -> (text: String, complete: Bool) {
        var text = ""
        var complete = true
        var rest = pattern
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let value = values[String(rest[rest.index(after: open)..<close])] ?? ""
            complete = complete && !value.isEmpty
            text += value.isEmpty ? "?" : value
            rest = rest[rest.index(after: close)...]
        }
        return (text + rest, complete)
    }

    // MARK: Checking

    /// Names of the placeholders of a sentence.
    static func names(in pattern: String) -> Set<String> {
        var names: Set<String> = []
        var rest = Substring(pattern)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.insert(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }

    private static func trouble(in pattern: String) -> String? {
        var braces = 0
        var brackets = 0
        for character in pattern {
            switch character {
            case "{": braces += 1
            case "}": braces -= 1
            case "[": brackets += 1
            case "]": brackets -= 1
            default: break
            }
            if !(0...1).contains(braces) || !(0...1).contains(brackets) { return "brackets do not match" }
        }
        return braces == 0 && brackets == 0 ? nil : "brackets do not match"
    }
}
