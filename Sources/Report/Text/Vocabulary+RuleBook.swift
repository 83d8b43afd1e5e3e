import Model
import Rules

extension Vocabulary {
    /// The words of a rule book.
    package init(_ book: RuleBook, _ language: Language) {
        let texts = book.statuses
        self.init(
            language: language,
            items: Self.table { Self.item(book.item($0), language) },
            statuses: Self.table { texts.label($0, language).capitalisedFirst },
            meanings: Self.table { texts.meaning($0, language) },
            states: Self.table { texts.label($0, language) },
            domains: Self.table { texts.label($0, language) },
            conditions: Self.table { texts.label($0, language) },
            candidates: Self.table { texts.label($0, language) },
            attempts: Self.table { texts.label($0, language) },
            incidents: Self.table { texts.label($0, language).capitalisedFirst },
            names: Self.table { texts.label($0, language) },
            certificates: Self.table { texts.label($0, language) },
            failures: Self.table { book.failures.cause($0, language) },
            reason: { texts.sentence($0, values: Self.readable($1, language), language) },
            itemReason: { texts.itemSentence($0, language) },
            sector: { book.sectors.sector(of: $0)?.name[language] })
    }

    /// What the mark † behind an article says.
    package var unsureLaw: String { OfficeTexts.unsureLaw(language) }

    /// Days of a sentence as people write them.
    static func readable(_ values: [String: String], _ language: Language) -> [String: String] {
        let time = LocalTime(region: nil, language: language)
        return values.mapValues { $0.utf8.count == 10 && $0.contains("-") ? time.day($0) : $0 }
    }

    private static func item(_ definition: ItemDefinition, _ language: Language) -> Item {
        Item(
            name: definition.name[language].capitalisedFirst, law: definition.law, why: definition.why[language],
            isLawSure: definition.isLawSure)
    }

    private static func table<Key: CaseIterable & Hashable, Value>(_ value: (Key) -> Value) -> [Key: Value] {
        Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0, value($0)) })
    }
}
