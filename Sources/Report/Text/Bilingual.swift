import Rules

/// A sentence in the two languages of the reports, with `{name}` where values go.
struct Bilingual: Sendable, Hashable {
    let id: String
    let en: String

    func callAsFunction(_ language: Language) -> String {
        switch language {
        case .id: id
        case .en: en
        }
    }

    /// The sentence with each `{name}` replaced by its value; values are put in as they are, and are not read again.
    func callAsFunction(_ language: Language, _ values: [String: String]) -> String {
        Bilingual.fill(self(language), values)
    }

    /// Puts values in place of `{name}`; an unknown name stays as it is.
    static func fill(_ template: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}"), let value = values[String(rest[..<close].dropFirst())] else {
                result.append(rest.removeFirst())
                continue
            }
            result += value
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
