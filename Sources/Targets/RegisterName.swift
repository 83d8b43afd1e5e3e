/// Names of the puskesmas register without what does not belong to them.
enum RegisterName {
    /// `Long Apari,Pkm` -> `Long Apari`.
    static func puskesmas(_ name: String) -> String {
        var words = words(name)
        while let first = words.first, decorations.contains(key(first)) { words.removeFirst() }
        while let last = words.last, decorations.contains(key(last)) { words.removeLast() }
        return words.joined(separator: " ")
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
