/// Names of the puskesmas register without what does not belong to them.
enum RegisterName {
    /// `Long Apari,Pkm` -> `Long Apari`.
    static func puskesmas(_ name: String) -> String {
        var words = words(name)
        while let first = words.first, decorations.contains(key(first)) { words.removeFirst() }
        while let last = words.last, decorations.contains(key(last)) { words.removeLast() }
        return words.map(numeral).joined(separator: " ")
    }

    /// `Ii` -> `II`: the register was capitalised by a machine.
    private static func numeral(_ word: String) -> String {
        ["ii", "iii", "iv", "vi", "vii", "viii", "ix"].contains(word.lowercased()) ? word.uppercased() : word
    }

    /// Whether two names may be spellings of one: one ends or begins with the other's words, or a letter differs.
    static func mayBeSame(_ one: String, _ other: String) -> Bool {
        let a = words(one.lowercased())
        let b = words(other.lowercased())
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard let first = short.first, first.count >= 4 || short.count > 1 else { return false }
        // "Kebo" and "Kebo II" differ by a number, and are two centres.
        if long.count > short.count {
            let rest = long.starts(with: short) ? long.dropFirst(short.count) : long.dropLast(short.count)
            let isPart = long.starts(with: short) || long.suffix(short.count).elementsEqual(short)
            return isPart && !rest.contains { isNumber($0) }
        }
        return oneLetterApart(Array(key(one)), Array(key(other)))
    }

    private static func isNumber(_ word: String) -> Bool {
        word.allSatisfy(\.isNumber) || word.allSatisfy { "ivx".contains($0) }
    }

    private static func oneLetterApart(_ one: [Character], _ other: [Character]) -> Bool {
        guard one != other, one.count >= 6, abs(one.count - other.count) <= 1 else { return false }
        guard let last = one.last, let end = other.last, !last.isNumber, !end.isNumber else { return false }
        let head = zip(one, other).prefix { $0 == $1 }.count
        let tail = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
        return head + tail >= max(one.count, other.count) - 1
    }

    /// `Maronge,  Kec. Maronge` -> `Maronge`.
    static func kecamatan(_ name: String) -> String {
        var words = words(name)
        if let mark = words.lastIndex(where: { ["kec", "kecamatan", "distrik"].contains(key($0)) }) {
            words = Array(words[(mark + 1)...])
        }
        return words.joined(separator: " ")
    }

    /// Letters and digits in lower case: spellings with and without blanks are the same.
    static func key(_ name: String) -> String { String(name.lowercased().filter { $0.isLetter || $0.isNumber }) }

    private static func words(_ name: String) -> [String] {
        name.split { $0.isWhitespace || $0 == "," }.map(String.init)
    }

    private static let decorations: Set<String> = ["pkm", "puskesmas", "upt", "uptd", "blud"]
}
