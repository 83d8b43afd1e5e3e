/// Roman numerals of place names: Adipala I is `adipala1`, "Koto XI Tarusan" has the number inside.
enum RomanNumerals {
    private static let values: [String: String] = [
        "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
        "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15",
    ]

    /// Numerals as digits; a single letter only at the end of a name of two words or more.
    static func toDigits(_ words: [String]) -> [String] {
        words.enumerated().map { index, word in
            guard let digits = values[word], index > 0 else { return word }
            return word.count > 1 || index == words.count - 1 ? digits : word
        }
    }
}
