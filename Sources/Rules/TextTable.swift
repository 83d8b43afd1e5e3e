import Model

/// Texts for every case of an enumeration, checked to be complete when read.
struct TextTable<Key: RawRepresentable & CaseIterable & Hashable & Sendable>: Sendable where Key.RawValue == String {
    let texts: [Key: LocalText]

    subscript(key: Key, language: Language) -> String { texts[key]?[language] ?? key.rawValue }

    /// Reads a map of case: {id, en}.
    static func read(_ node: RuleNode?) -> TextTable {
        guard let node else { return TextTable(texts: [:]) }
        let pairs = cases(of: node) { ($0, $1.localText) }
        return TextTable(texts: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }

    /// Reads one value per case; an unknown key and a case without entry are problems.
    static func cases<Value>(of node: RuleNode, _ read: (Key, RuleNode) -> Value) -> [Value] {
        var seen: Set<Key> = []
        var values: [Value] = []
        for (name, value) in node.entries {
            guard let key = name.text.flatMap(Key.init(rawValue:)) else {
                let allowed = Key.allCases.map(\.rawValue).joined(separator: ", ")
                name.fail("'\(name.text ?? "")' is no known key, expected one of: \(allowed)")
                continue
            }
            seen.insert(key)
            values.append(read(key, value))
        }
        for key in Key.allCases where !seen.contains(key) { node.fail("'\(key.rawValue)' has no entry here") }
        return values
    }
}
