/// Reads the kinds of office out of a name as people write it in lists.
///
/// Names are compared as words: lower case, without punctuation, `&` and "dan" and "/" dropped, usual abbreviations
/// written out. The unit words at the front decide first (Puskesmas, RSUD, Kecamatan, Kelurahan), for "Puskesmas
/// Kecamatan Cengkareng" is a puskesmas; then official names and abbreviations, the longest match at the earliest word.
struct OfficeNameMatcher: Sendable {
    private struct Entry: Sendable {
        let words: [String]
        let kind: String
    }

    /// By first word, longest first.
    private let phrases: [String: [Entry]]
    /// The same for words that tell a kind only after a word of class.
    private let affairPhrases: [String: [Entry]]
    private let known: Set<String>

    init(_ kinds: [OfficeKind]) {
        phrases = Self.table(kinds) { $0.names + $0.abbreviations + $0.oldNames }
        affairPhrases = Self.table(kinds) { $0.names + $0.abbreviations + $0.oldNames + $0.phrases }
        known = Set(kinds.map(\.key))
    }

    /// The longest phrase first; of equal ones the kind that stands first in the file.
    private static func table(_ kinds: [OfficeKind], _ names: (OfficeKind) -> [String]) -> [String: [Entry]] {
        var table: [String: [Entry]] = [:]
        for kind in kinds {
            for name in names(kind) {
                let words = words(name)
                guard let first = words.first else { continue }
                table[first, default: []].append(Entry(words: words, kind: kind.key))
            }
        }
        return table.mapValues { entries in
            entries.enumerated()
                .sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
                .map(\.element)
        }
    }

    /// Kinds in the order the name speaks of them, each once.
    func keys(in name: String) -> [String] {
        let words = Self.words(name)
        if let unit = unit(words) { return [unit] }
        let front = words.drop { Self.unitPrefixes.contains($0) && $0 != "kantor" }
        return kinds(words, front.first.map(Self.classWords.contains) == true ? affairPhrases : phrases)
    }

    /// Units that carry their kind as a word of their own.
    private func unit(_ words: [String]) -> String? {
        let front = words.drop { Self.unitPrefixes.contains($0) }
        guard let first = front.first else { return nil }
        let kind = Self.unitWords[first]
        return kind.flatMap { known.contains($0) ? $0 : nil }
    }

    private func kinds(_ words: [String], _ table: [String: [Entry]]) -> [String] {
        var found: [String] = []
        var index = 0
        while index < words.count {
            let rest = words[index...]
            if let entry = table[words[index]]?.first(where: { rest.starts(with: $0.words) }) {
                if !found.contains(entry.kind) { found.append(entry.kind) }
                index += entry.words.count
            } else {
                index += 1
            }
        }
        return found
    }

    // MARK: Words

    /// Lower-case words of a name without punctuation and connectives, abbreviations written out.
    static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in name.lowercased() {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.filter { !connectives.contains($0) }.flatMap { expansions[$0] ?? [$0] }
    }

    private static let connectives: Set<String> = ["dan", "serta", "and"]

    private static let expansions: [String: [String]] = [
        "kb": ["keluarga", "berencana"], "ptsp": ["pelayanan", "terpadu", "satu", "pintu"],
        "ukm": ["usaha", "kecil", "menengah"], "umkm": ["usaha", "mikro", "kecil", "menengah"],
        "sdm": ["sumber", "daya", "manusia"], "esdm": ["energi", "sumber", "daya", "mineral"],
        "pelindungan": ["perlindungan"], "pemukiman": ["permukiman"],
        "pu": ["pekerjaan", "umum"], "lh": ["lingkungan", "hidup"], "capil": ["pencatatan", "sipil"],
    ]

    /// Words of class, after which the affairs are named.
    private static let classWords: Set<String> = ["dinas", "badan", "kantor", "satuan", "suku"]

    /// Words before the unit word that say nothing about the kind.
    private static let unitPrefixes: Set<String> = [
        "upt", "uptd", "uptdb", "blud", "uobk", "kantor", "unit", "pemerintah", "website", "situs",
    ]

    private static let unitWords: [String: String] = [
        "puskesmas": "puskesmas", "pkm": "puskesmas", "pusk": "puskesmas", "rsud": "rsud", "rsj": "rsud",
        "rsjd": "rsud", "rsd": "rsud", "rsu": "rsud", "kecamatan": "kecamatan", "kec": "kecamatan",
        "camat": "kecamatan", "distrik": "kecamatan", "kapanewon": "kecamatan", "kemantren": "kecamatan",
        "kelurahan": "kelurahan", "kel": "kelurahan", "lurah": "kelurahan", "labkesda": "labkes",
    ]
}
