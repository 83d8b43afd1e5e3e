/// Whether a short label can stand for an office's name: `dpmpd`, `DPPKBP3A`, `satpolppdamkar`.
///
/// The letters are those of the name's words in their order, from a word's beginning or a piece of three letters from
/// within. This is a hint to look and a reason to doubt, never a proof: the same letters fit several names.
public enum Abbreviation {
    /// Letters and digits of a label that is looked at.
    private static let lengths = 3...18
    private static let silent: Set<String> = ["dan", "serta", "di", "pada", "atas"]
    /// Words of names that labels count instead of repeating: two words beginning with P may be `p2`.
    private static let repeats: Set<Character> = ["2", "3"]

    /// - Parameters:
    ///   - label: one word; a label with blanks within is a name, and read as such.
    ///   - name: the office's name as its list gives it; what stands in brackets counts as its own abbreviation.
    public static func mayStand(_ label: String, for name: String) -> Bool {
        let words = NameTokens.words(label)
        guard words.count == 1, let letters = words.first.map(Array.init), lengths.contains(letters.count),
            letters.contains(where: \.isLetter)
        else { return false }
        let all = NameTokens.words(name).filter { !silent.contains($0) }.map(Array.init)
        guard let first = all.first, all.count >= 2 else { return false }
        // The label begins as the name does, or leaves out "Dinas" and "Badan".
        let starts = letters.first == first.first ? [all, Array(all.dropFirst())] : [Array(all.dropFirst())]
        return starts.contains { covers(letters[...], $0[...], touched: 0, of: min($0.count, 6)) }
    }

    /// The letters are used up by pieces of the words, and at least two words and half of them are touched.
    private static func covers(
        _ letters: ArraySlice<Character>, _ words: ArraySlice<[Character]>, touched: Int, of count: Int
    ) -> Bool {
        var letters = letters
        while let digit = letters.first, touched > 0, repeats.contains(digit) { letters.removeFirst() }
        if letters.isEmpty { return touched >= 2 && touched * 2 >= count }
        guard let word = words.first else { return false }
        let rest = words.dropFirst()
        for length in pieces(of: letters, in: word).sorted(by: >)
        where covers(letters.dropFirst(length), rest, touched: touched + 1, of: count) {
            return true
        }
        // A word may be left out, but not the first: there the label has its own.
        return touched > 0 && covers(letters, rest, touched: touched, of: count)
    }

    /// Lengths of the label's beginnings that are a piece of the word.
    private static func pieces(of letters: ArraySlice<Character>, in word: [Character]) -> [Int] {
        guard let first = letters.first else { return [] }
        var found: Set<Int> = []
        for length in 1...min(letters.count, 8) {
            let piece = Array(letters.prefix(length))
            if word.first == first, length <= 3 ? isWithin(piece, word) : word.starts(with: piece) {
                found.insert(length)
            }
            if length >= 3, contains(word, piece) { found.insert(length) }
        }
        return Array(found)
    }

    /// The letters stand in the word in this order, maybe with others between: `bkp` in "bappeda" does not.
    private static func isWithin(_ piece: [Character], _ word: [Character]) -> Bool {
        var rest = word[...]
        for letter in piece {
            guard let at = rest.firstIndex(of: letter) else { return false }
            rest = rest[(at + 1)...]
        }
        return true
    }

    private static func contains(_ word: [Character], _ piece: [Character]) -> Bool {
        guard word.count >= piece.count else { return false }
        return (0...(word.count - piece.count)).contains { Array(word[$0..<($0 + piece.count)]) == piece }
    }
}
