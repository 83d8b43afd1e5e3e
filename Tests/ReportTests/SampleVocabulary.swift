import Model
import Rules

@testable import Report

extension Vocabulary {
    /// Words of the tests' own, so that golden files change only when Report does.
    static func sample(_ language: Language = .id) -> Vocabulary {
        Vocabulary(
            language: language,
            items: table {
                Item(name: "Butir \($0.rawValue)", law: "UU 25/2009", why: "Tanpa \($0.rawValue): risiko.")
            },
            statuses: table { "status \($0.rawValue)" }, meanings: table { "arti \($0.rawValue)" },
            states: table { "keadaan \($0.rawValue)" }, domains: table { "domain \($0.rawValue)" },
            conditions: table { "kondisi \($0.rawValue)" }, candidates: table { "sebab \($0.rawValue)" },
            attempts: table { "hasil \($0.rawValue)" }, incidents: table { "gangguan \($0.rawValue)" },
            names: table { "dns \($0.rawValue)" }, certificates: table { "tls \($0.rawValue)" },
            failures: table { "gagal \($0.rawValue)" },
            reason: { key, values in
                ([key] + values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
            },
            itemReason: { "sebab \($0)" })
    }

    private static func table<Key: CaseIterable & Hashable>(_ word: (Key) -> String) -> [Key: String] {
        Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0, word($0)) })
    }

    private static func table(_ item: (ItemKey) -> Item) -> [ItemKey: Item] {
        Dictionary(uniqueKeysWithValues: ItemKey.allCases.map { ($0, item($0)) })
    }
}
