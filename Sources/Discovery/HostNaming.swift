import Model
import Rules

/// What a host label says of an office, both ways: labels an office may have, and offices a label may mean.
struct HostNaming: Sendable {
    let book: RuleBook
    let gazetteer: RegionGazetteer

    /// How well a host names an office: 0 when it says nothing or names another one, 1 when it is surely the office's.
    func score(host: String, office: OfficeName) -> Double {
        score(leftLabels: leftLabels(of: host), office: office)
    }

    /// As above, for labels already taken off their domain.
    func score(leftLabels left: [String], office: OfficeName) -> Double {
        guard let label = left.first else { return 0 }
        if office.unit == .agency || office.unit == .division { return agencyScore(label, office) }
        return left.prefix(2).map { properScore($0, office, full: left) }.max() ?? 0
    }

    /// The host's left-most labels under its region's domain or registrable domain, without `www`.
    func leftLabels(of host: String) -> [String] {
        let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        let judgement = book.domains.judge(host: bare, office: nil)
        guard let registrable = judgement.registrable else { return [] }
        if bare == registrable { return bare.split(separator: ".").prefix(1).map(String.init) }
        guard bare.hasSuffix("." + registrable) else { return [] }
        return bare.dropLast(registrable.count + 1).split(separator: ".").map(String.init)
    }

    private func agencyScore(_ label: String, _ office: OfficeName) -> Double {
        if let own = office.ownAcronym, own == label { return 1 }
        let regionName = gazetteer.name(of: office.region).joined()
        var plain = label
        if !regionName.isEmpty, plain.hasSuffix(regionName), plain.count > regionName.count + 2 {
            plain = String(plain.dropLast(regionName.count))
        }
        let readings = LabelReader.readings(plain)
        let mention = OfficeMention(unit: office.unit, readings: readings.isEmpty ? fallback(plain) : readings)
        guard !mention.readings.isEmpty else { return 0 }
        return office.compare(mention, gazetteer: gazetteer).score
    }

    /// Labels the nomenclature knows and the syllables do not.
    private func fallback(_ label: String) -> [[String]] {
        book.nomenclature.kinds(forLabel: label).map { OfficeName.topics(ofKind: $0, book) }.filter { !$0.isEmpty }
    }

    // MARK: - Units with a proper name

    private func properScore(_ label: String, _ office: OfficeName, full: [String]) -> Double {
        let (unit, rest) = Self.split(Self.withoutParent(label))
        var name = rest.filter { $0 != "-" }
        for title in ["drg", "dr", "prof", "h"] where unit == .hospital && name.hasPrefix(title) {
            let bare = String(name.dropFirst(title.count))
            if nameForms(office).contains(where: { $0.filter { $0 != "-" } == bare }) { name = bare }
        }
        if unit == nil, full.count > 1, Self.split(full[1]).unit == office.unit { name = label.filter { $0 != "-" } }
        if office.unit == .hospital, unit == .hospital,
            name.isEmpty || name == gazetteer.name(of: office.region).joined()
        {
            return 0.9
        }
        guard unit == nil || unit == office.unit, !name.isEmpty else { return 0 }
        let spellings = Set(nameForms(office).map { $0.filter { $0 != "-" } })
        if spellings.contains(name) { return unit == nil ? 0.6 : 1 }
        let here = gazetteer.name(of: office.region).joined()
        if unit != nil, !here.isEmpty, name.hasSuffix(here), spellings.contains(String(name.dropLast(here.count))) {
            return 0.95
        }
        let initials = office.proper.compactMap(\.first).map(String.init).joined()
        return unit != nil && initials.count >= 3 && name == initials ? 0.6 : 0
    }

    /// A label without the Dinkes at its end: `puskesmasgunungsari-dikes`.
    private static func withoutParent(_ label: String) -> String {
        for parent in ["-dikes", "-dinkes", "-dinaskesehatan"] where label.hasSuffix(parent) {
            return String(label.dropLast(parent.count))
        }
        return label
    }

    /// Unit prefix or suffix of a label and what remains.
    static func split(_ label: String) -> (unit: OfficeMention.Unit?, rest: String) {
        for (word, unit) in unitWords {
            for form in [word + "-", word] where label.hasPrefix(form) {
                return (unit, String(label.dropFirst(form.count)))
            }
        }
        for (word, unit) in unitWords where word.count > 3 {
            for form in ["-" + word, word] where label.hasSuffix(form) {
                return (unit, String(label.dropLast(form.count)))
            }
        }
        return (nil, label)
    }

    private static let unitWords: [(String, OfficeMention.Unit)] = [
        ("uptdpuskesmas", .puskesmas), ("uptpuskesmas", .puskesmas), ("puskesmas", .puskesmas), ("puskes", .puskesmas),
        ("pkm", .puskesmas), ("kecamatan", .kecamatan), ("kec", .kecamatan),
        ("kapanewon", .kecamatan), ("kemantren", .kecamatan), ("distrik", .kecamatan), ("kelurahan", .kelurahan),
        ("kel", .kelurahan), ("rsud", .hospital), ("rsjd", .hospital), ("rsj", .hospital), ("rsd", .hospital),
    ]

    /// How labels write the proper name, usual form first.
    func nameForms(_ office: OfficeName) -> [String] { weightedForms(office).map(\.form) }

    /// Forms of the proper name, and how usual each is beside the plain one: joined, hyphenated, with roman numerals,
    /// with a word shortened (`seirayadalam`).
    func weightedForms(_ office: OfficeName) -> [(form: String, factor: Double)] {
        let words = office.proper
        guard !words.isEmpty else { return [] }
        var forms = [(words.joined(), 1.0), (words.joined(separator: "-"), 0.4)]
        if let roman = Self.roman(words) { forms.append((roman, 0.12)) }
        for (index, word) in words.enumerated() {
            for short in PlaceSpelling.shortForms(word) {
                var other = words
                other[index] = short
                forms.append((other.joined(), 0.06))
            }
        }
        // "Puskesmas Sei Jernih" is as likely `sungaijernih`.
        let long = words.map { PlaceSpelling.longForm($0) ?? $0 }
        if long != words { forms += [(long.joined(), 0.6), (long.joined(separator: "-"), 0.2)] }
        var seen: Set<String> = []
        return forms.filter { seen.insert($0.0).inserted }.map { (form: $0.0, factor: $0.1) }
    }

    /// `kokap2` as `kokapii`.
    private static func roman(_ words: [String]) -> String? {
        let numerals = ["1": "i", "2": "ii", "3": "iii", "4": "iv", "5": "v", "6": "vi"]
        guard let last = words.last, let roman = numerals[last], words.count > 1 else { return nil }
        return words.dropLast().joined() + roman
    }
}
