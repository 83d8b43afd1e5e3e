import Rules

/// Region names as they stand in running text.
struct RegionGazetteer: Sendable {
    private struct Entry: Sendable {
        let words: [String]
        let code: String
        let kind: Region.Kind
    }

    private let byFirst: [String: [Entry]]
    private let provinces: [String: String]
    private let words: [String: [String]]

    init(_ register: RegionRegister) {
        var byFirst: [String: [Entry]] = [:]
        var provinces: [String: String] = [:]
        var words: [String: [String]] = [:]
        for region in register.all {
            let name = NameTokens.words(region.bareName)
            guard let first = name.first else { continue }
            byFirst[first, default: []].append(Entry(words: name, code: region.code, kind: region.kind))
            provinces[region.code] = region.provinceCode
            words[region.code] = name
        }
        self.byFirst = byFirst.mapValues { $0.sorted { $0.words.count > $1.words.count } }
        self.provinces = provinces
        self.words = words
    }

    /// A region's name without "Kabupaten" or "Kota", as words.
    func name(of code: String) -> [String] { words[code] ?? [] }

    /// Codes of the regions whose name stands at the start of some words, and the words it takes; longest name first.
    /// `kind` narrows to what the word before it said.
    func regions(at start: ArraySlice<String>, kind: Region.Kind?) -> (codes: Set<String>, length: Int)? {
        guard let first = start.first, let entries = byFirst[first] else { return nil }
        var codes: Set<String> = []
        var length = 0
        for entry in entries where entry.words.count >= length && start.starts(with: entry.words) {
            if let kind, kind != entry.kind { continue }
            length = entry.words.count
            codes.insert(entry.code)
        }
        return codes.isEmpty ? nil : (codes, length)
    }

    /// How a region that a text names relates to the region of an office.
    func relation(of named: Set<String>, to region: String) -> RegionRelation {
        if named.isEmpty { return .silent }
        if named.contains(region) { return .same }
        if named.contains(provinces[region] ?? region) { return .province }
        return .other
    }
}

enum RegionRelation: Sendable, Hashable {
    /// No region is named.
    case silent
    case same
    /// The province the region lies in: for a kabupaten's office the word of an address, or another office.
    case province
    case other
}
