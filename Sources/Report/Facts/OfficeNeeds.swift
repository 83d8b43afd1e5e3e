import Model
import Rules

/// What one office's website lacks, the six that must be published first; and what could not be decided.
struct OfficeNeeds: Sendable {
    struct Need: Sendable {
        let key: ItemKey
        let item: Vocabulary.Item
        let state: ItemState
        /// Why it could not be decided; empty otherwise.
        let reason: String
        let invites: [String]
        /// Model wording, in Bahasa Indonesia.
        let publish: String

        var isMandatory: Bool { ItemKey.serviceDelivery.contains(key) }
        /// Seen to be lacking: nobody can say that of what could not be looked at.
        var isLacking: Bool { state == .absent || state == .empty || state == .linked }
    }

    /// Every item, the six that must be published first.
    let all: [Need]
    /// Where the kinds of maladministration come from.
    let source: String
    private let hasPages: Bool

    init(_ office: OfficeResult, book: RuleBook, language: Language = .id) {
        let needs = office.verdict.items.map { Self.need($0, book, language) }
        all = needs.filter(\.isMandatory) + needs.filter { !$0.isMandatory }
        source = book.maladministration.source
        hasPages = office.hasReadablePages
    }

    private static func need(_ verdict: ItemVerdict, _ book: RuleBook, _ language: Language) -> Need {
        let definition = book.item(verdict.item)
        return Need(
            key: verdict.item,
            item: Vocabulary.Item(
                name: definition.name[language].capitalisedFirst, law: definition.law, why: definition.why[language],
                isLawSure: definition.isLawSure),
            state: verdict.state, reason: verdict.reason,
            invites: definition.invites.map { book.maladministration.label($0, language) }, publish: definition.publish)
    }

    /// The six of service delivery.
    var mandatory: [Need] { all.filter(\.isMandatory) }
    var lacking: [Need] { all.filter(\.isLacking) }
    var undecided: [Need] { all.filter { $0.state == .unknown } }

    /// What a letter asks for: what lacks; of an office without any site, the six.
    var wanted: [Need] { hasPages ? lacking : mandatory }
}
