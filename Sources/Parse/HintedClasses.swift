import Model

/// Class names of known templates, as roles; asked only for pages that have such a template.
struct HintedClasses {
    private var roles: [ArraySlice<UInt8>: ClassWords] = [:]

    init(_ hints: [TemplateHint] = []) {
        for hint in hints {
            for (name, role) in hint.classes { roles[Array(name.utf8)[...]] = Self.words(role) }
        }
    }

    var isEmpty: Bool { roles.isEmpty }

    func meaning(of value: ArraySlice<UInt8>) -> ClassWords {
        var words: ClassWords = []
        for token in value.split(whereSeparator: \.isWhitespace) {
            if let role = roles[token] ?? roles[token.map(\.lowered)[...]] { words.formUnion(role) }
        }
        return words
    }

    private static func words(_ role: TemplateHint.Role) -> ClassWords {
        switch role {
        case .heading: .title
        case .label: .toggle
        case .panel: .panel
        case .boilerplate: .aside
        case .header: .header
        case .navigation: .navigation
        case .footer: .footer
        }
    }
}
