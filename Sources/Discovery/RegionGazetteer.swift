import Rules

/// Region names as they stand in running text, however they are spaced: "Palangka Raya", "Palangkaraya", "Kuburaya".
struct RegionGazetteer: Sendable {
    private struct Entry: Sendable {
        let code: String
        let kind: Region.Kind
        /// The short form of a domain (`kotim`): believed only behind "Kabupaten", "Kota" or "Provinsi".
        let isAlias: Bool
    }

    /// By the name's letters without spaces.
    private let byName: [String: [Entry]]
    /// First words of names, to turn most words away at once.
    private let starts: Set<String>
    private let provinces: [String: String]
    private let words: [String: [String]]

    /// Longest name, in words.
    private static let longest = 6

    init(_ register: RegionRegister) {
        var byName: [String: [Entry]] = [:]
        var starts: Set<String> = []
        var provinces: [String: String] = [:]
        var words: [String: [String]] = [:]
        for region in register.all {
            let name = Self.plain(region.bareName)
            guard !name.isEmpty else { continue }
            provinces[region.code] = region.provinceCode
            words[region.code] = name
            byName[name.joined(), default: []].append(Entry(code: region.code, kind: region.kind, isAlias: false))
            starts.insert(String(name.joined().prefix(3)))
            let alias = Self.alias(of: region)
            // `utara.jakarta.go.id`: no text calls Jakarta Utara "Kota Utara", and a kecamatan may be "Poso Kota Utara".
            if alias.count >= 3, alias != name.joined(), !Self.compass.contains(alias) {
                byName[alias, default: []].append(Entry(code: region.code, kind: region.kind, isAlias: true))
                starts.insert(String(alias.prefix(3)))
            }
        }
        self.byName = byName
        self.starts = starts
        self.provinces = provinces
        self.words = words
    }

    private static func plain(_ name: String) -> [String] {
        NameTokens.words(name).filter { $0 != "administrasi" }.map { $0 == "kep" ? "kepulauan" : $0 }
    }

    /// What the portal's domain calls the region, without `kab`, `kota`, `prov`.
    private static func alias(of region: Region) -> String {
        guard let domain = region.portalDomain, let dot = domain.firstIndex(of: ".") else { return "" }
        var label = String(domain[..<dot]).filter { $0 != "-" }
        for affix in ["kab", "kota", "prov", "pemko", "pemkot"] {
            if label.hasSuffix(affix), label.count > affix.count + 2 { label.removeLast(affix.count) }
            if label.hasPrefix(affix), label.count > affix.count + 2 { label.removeFirst(affix.count) }
        }
        return label
    }

    /// A region's name without "Kabupaten" or "Kota", as words.
    func name(of code: String) -> [String] { words[code] ?? [] }

    /// Codes of the regions whose name stands at the start of some words, and the words it takes; longest name first.
    /// `kind` narrows to what the word before it said.
    func regions(at start: ArraySlice<String>, kind: Region.Kind?) -> (codes: Set<String>, length: Int)? {
        guard let first = start.first, first != "|", first != "," else { return nil }
        var joined = ""
        var found: (codes: Set<String>, length: Int)?
        for (index, word) in start.prefix(Self.longest).enumerated() {
            if word == "|" || word == "," { break }
            if word == "administrasi" || word == "adm" { continue }
            let isFirst = joined.isEmpty
            joined += word == "kep" ? "kepulauan" : word
            if isFirst, joined.count >= 3, !starts.contains(String(joined.prefix(3))) { return nil }
            let codes = (byName[joined] ?? []).filter { entry in
                kind.map { $0 == entry.kind } ?? !entry.isAlias
            }
            if !codes.isEmpty { found = (Set(codes.map(\.code)), index + 1) }
        }
        // "Kabupaten Bogor Barat": a name of its own, of a region that nobody told us of, and not "Kabupaten Bogor".
        if let (_, length) = found, kind != nil, let next = start.dropFirst(length).first, Self.compass.contains(next) {
            return ([Self.strange], length + 1)
        }
        return found
    }

    /// Words that make another region's name of a known one.
    static let compass: Set<String> = ["barat", "timur", "utara", "selatan", "tengah", "tenggara"]
    /// Stands for a region that is named and not known.
    private static let strange = "?"

    /// How a region that a text names relates to the region of an office. Of an office whose region nobody knows (no
    /// register, no portal row) nothing can be said to lie elsewhere.
    func relation(of named: Set<String>, to region: String) -> RegionRelation {
        if named.isEmpty || words[region] == nil { return .silent }
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
