/// Spellings of place names that mean the same: "Sei" and "Sungai", "Tj." and "Tanjung".
enum PlaceSpelling {
    /// The words of a place name in one spelling, joined.
    static func joined(_ words: [String]) -> String { words.map { variants[$0] ?? $0 }.joined() }

    /// The long form of a word that a list writes short ("Sei"); nil when it is none.
    static func longForm(_ word: String) -> String? { word.count > 1 ? variants[word] : nil }

    /// Short forms that host labels use for a word.
    static func shortForms(_ word: String) -> [String] { shorts[word] ?? [] }

    private static let variants: [String: String] = [
        "sei": "sungai", "s": "sungai", "sui": "sungai", "sie": "sungai", "tj": "tanjung", "tg": "tanjung",
        "tanjong": "tanjung", "ma": "muara", "gn": "gunung", "gng": "gunung", "tl": "teluk", "tlk": "teluk",
        "pd": "padang",
        "pdg": "padang", "kp": "kampung", "kampong": "kampung", "lb": "lubuk", "lbk": "lubuk", "bt": "batu",
        "btg": "batang",
        "pl": "pulau", "p": "pulau", "ps": "pasar", "psr": "pasar", "kt": "kota", "kr": "krueng", "bdr": "bandar",
        "sel": "selatan", "ut": "utara", "bar": "barat", "tim": "timur", "teng": "tengah",
    ]

    private static let shorts: [String: [String]] = [
        "sungai": ["sei", "sui"], "tanjung": ["tj"], "gunung": ["gn"], "teluk": ["tlk"], "muara": ["ma"],
        "barat": ["bar"], "timur": ["tim"], "utara": ["ut"], "selatan": ["sel"],
    ]
}
