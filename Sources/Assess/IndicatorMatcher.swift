import Model
import Rules

/// Tells which indicator of an edition a row of a form speaks of.
struct IndicatorMatcher {
    enum Answer: Equatable {
        case one(String)
        /// Keys of all that fit.
        case several([String])
        case none
    }

    private struct Name {
        var id: String
        var words: [String]
    }

    private let ids: Set<String>
    private let names: [Name]

    /// - Parameter itemNames: other names of an indicator that asks for a single item.
    init(_ edition: Instrument, itemName: (ItemKey) -> [String]) {
        var names: [Name] = []
        var ids: Set<String> = [Scoring.total]
        func add(_ id: String, _ texts: [String]) {
            ids.insert(id)
            for text in texts { names.append(Name(id: id, words: Self.words(text))) }
        }
        for dimension in edition.dimensions {
            let own = dimension.indicators.isEmpty && dimension.items.count == 1 ? dimension.items : []
            add(
                dimension.key,
                [dimension.key, dimension.name.id, dimension.name.en] + dimension.aliases + own.flatMap(itemName))
            for indicator in dimension.indicators {
                let items = indicator.items.count == 1 ? indicator.items.flatMap(itemName) : []
                add(
                    "\(dimension.key)/\(indicator.key)",
                    [indicator.key, indicator.name.id, indicator.name.en] + indicator.aliases + items)
            }
        }
        add(
            Scoring.total, ["total", "nilai total", "nilai akhir", "skor akhir", "nilai kepatuhan", "jumlah", "indeks"])
        self.ids = ids
        self.names = names.filter { !$0.words.isEmpty }
    }

    /// The indicator of a text: its key, else its very name, else the one whose name it holds or is part of.
    func match(_ text: String) -> Answer {
        let key = text.trimmed.lowercased()
        if ids.contains(key) { return .one(key) }
        let words = Self.words(text)
        guard !words.isEmpty else { return .none }
        let exact = unique(names.filter { $0.words == words })
        if !exact.isEmpty { return answer(exact) }
        let held = names.filter { Self.holds(words, $0.words) }
        // The longest name that the text holds says most: "biaya/tarif pelayanan" holds "biaya" and "biaya/tarif".
        if let longest = held.map(\.words.count).max() {
            return answer(unique(held.filter { $0.words.count == longest }))
        }
        return answer(unique(names.filter { Self.holds($0.words, words) }))
    }

    /// A dimension wins over an indicator of the same name in another one.
    private func answer(_ ids: [String]) -> Answer {
        if ids.isEmpty { return .none }
        let dimensions = ids.filter { !$0.contains("/") }
        if ids.count == 1 { return .one(ids[0]) }
        return dimensions.count == 1 ? .one(dimensions[0]) : .several(ids)
    }

    private func unique(_ names: [Name]) -> [String] {
        var seen: Set<String> = []
        return names.map(\.id).filter { seen.insert($0).inserted }
    }

    private static func holds(_ text: [String], _ name: [String]) -> Bool {
        guard !name.isEmpty, name.count <= text.count else { return false }
        return (0...(text.count - name.count)).contains { text[$0..<$0 + name.count].elementsEqual(name) }
    }

    /// Words without numbering in front: `b. Persyaratan (KTP)` is `persyaratan ktp`.
    static func words(_ text: String) -> [String] {
        var words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        while words.count > 1, let first = words.first, first.count == 1 || first.allSatisfy(\.isNumber) {
            words.removeFirst()
        }
        return words.filter { !fillers.contains($0) }
    }

    private static let fillers: Set<String> = ["dan", "atau", "yang", "and", "or", "the", "of"]
}

/// Tells which locus a row speaks of.
struct LocusMatcher {
    private let loci: [(locus: Assessment.Locus, names: [[String]])]

    /// - Parameter names: further names of a kind of office: abbreviations, names of the nomenclature.
    init(_ loci: [Assessment.Locus], names: (String) -> [String]) {
        self.loci = loci.map { locus in
            let kinds = loci.count { $0.kind == locus.kind } == 1 ? names(locus.kind) : []
            return (locus, ([locus.name] + kinds).map(IndicatorMatcher.words).filter { !$0.isEmpty })
        }
    }

    /// The code of the locus; nil when none or several fit.
    func match(_ text: String) -> String? {
        let code = text.trimmed
        if let locus = loci.first(where: { $0.locus.code.lowercased() == code.lowercased() }) {
            return locus.locus.code
        }
        let words = IndicatorMatcher.words(text)
        guard !words.isEmpty else { return nil }
        let exact = loci.filter { $0.names.contains(words) }
        if exact.count == 1 { return exact[0].locus.code }
        let near = loci.filter {
            $0.names.contains { name in Set(words).isSubset(of: name) || Set(name).isSubset(of: words) }
        }
        return near.count == 1 ? near[0].locus.code : nil
    }
}

extension String {
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
