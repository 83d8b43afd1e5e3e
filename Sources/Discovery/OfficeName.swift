import Model
import Rules

/// An office of the list, read as a name: what it is compared by.
public struct OfficeName: Sendable, Hashable {
    let unit: OfficeMention.Unit
    /// What the agency does, in the order of its name.
    let topics: [String]
    /// Proper name of a unit: `sungai raya dalam`.
    let proper: [String]
    /// Acronym the name itself gives in brackets, lower case.
    let ownAcronym: String?
    let region: String

    init(_ target: Target, book: RuleBook, reader: MentionReader) {
        region = target.region
        ownAcronym = Self.bracketed(target.name)
        let kind = target.kind.isEmpty ? book.nomenclature.kind(forName: target.name)?.key ?? "" : target.kind
        let mention = reader.mentions(in: target.name).max {
            ($0.unit.speciality, $1.readings.count) < ($1.unit.speciality, $0.readings.count)
        }
        let unit = Self.unit(ofKind: kind) ?? mention?.unit ?? .agency
        self.unit = unit
        if unit == .agency || unit == .division {
            proper = []
            var read = mention.flatMap { $0.unit == .agency || $0.unit == .division ? $0.readings.first : nil } ?? []
            if read.isEmpty { read = OfficeTopics.read(MentionReader.tokens(target.name).filter { $0 != "|" }) }
            if read.isEmpty { read = Self.topics(ofKind: kind, book) }
            topics = read
        } else {
            topics = []
            proper = mention.flatMap { $0.unit == unit ? $0.proper : nil } ?? Self.properWords(target.name)
        }
    }

    /// The name tells what office this is. Of one that does not ("Kantor 7", only leftover words) no page can be said to
    /// be another's.
    var isTelling: Bool { unit != .agency || topics.contains { !$0.hasPrefix("+") } }

    private static func unit(ofKind kind: String) -> OfficeMention.Unit? {
        switch kind {
        case "puskesmas": .puskesmas
        case "rsud": .hospital
        case "kecamatan": .kecamatan
        case "kelurahan": .kelurahan
        case "setda-bagian": .division
        default: nil
        }
    }

    static func topics(ofKind kind: String, _ book: RuleBook) -> [String] {
        guard let first = book.nomenclature.kind(kind)?.names.first else { return [] }
        return OfficeTopics.read(MentionReader.tokens(first).filter { $0 != "|" && $0 != "dinas" && $0 != "badan" })
    }

    /// The proper name of a unit written without its unit word: "Punggur", "UPTD Sungai Asam".
    private static func properWords(_ name: String) -> [String] {
        let noise: Set<String> = [
            "upt", "uptd", "blud", "puskesmas", "pkm", "kecamatan", "kelurahan", "rsud", "kec", "kel",
        ]
        return RomanNumerals.toDigits(
            MentionReader.tokens(name).prefix { $0 != "|" }.filter { !noise.contains($0) && $0 != "," })
    }

    private static func bracketed(_ name: String) -> String? {
        guard let open = name.firstIndex(of: "("), let close = name[open...].firstIndex(of: ")") else { return nil }
        let inside = name[name.index(after: open)..<close].filter { $0 != "-" && $0 != " " }.lowercased()
        let isAcronym =
            (3...16).contains(inside.count) && inside.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return isAcronym ? inside : nil
    }
}

/// How a named office compares with the office of the list.
enum NameComparison: Sendable, Hashable {
    /// This office; 0 to 1.
    case same(Double)
    /// A merged office that this one is part of, or a shorter name of it; 0 to 1.
    case shared(Double)
    /// The same kind of office of another region.
    case otherRegion
    /// Another office.
    case different

    var score: Double {
        switch self {
        case .same(let score), .shared(let score): score
        case .otherRegion, .different: 0
        }
    }
}

extension OfficeName {
    /// Compares with an office that a text names.
    func compare(_ mention: OfficeMention, gazetteer: RegionGazetteer) -> NameComparison {
        let likeness = likeness(to: mention, gazetteer: gazetteer)
        guard likeness.score > 0 else { return .different }
        switch gazetteer.relation(of: mention.regions, to: region) {
        case .same, .silent: return likeness
        case .province: return mention.isProvincial && unit == .agency ? .otherRegion : likeness
        case .other: return .otherRegion
        }
    }

    private func likeness(to mention: OfficeMention, gazetteer: RegionGazetteer) -> NameComparison {
        guard mention.unit == unit else { return .different }
        if unit == .agency || unit == .division {
            return mention.readings.map { likeness(of: $0, certain: mention.readings.count == 1) }
                .max { $0.score < $1.score } ?? .different
        }
        return properLikeness(mention.proper, gazetteer: gazetteer)
    }

    private func likeness(of reading: [String], certain: Bool) -> NameComparison {
        let ours = Set(topics)
        let theirs = Set(reading)
        let doubt = certain ? 1 : 0.8
        if ours == theirs { return .same(doubt) }
        let common = ours.intersection(theirs)
        guard !common.isEmpty, let leading = topics.first else { return .different }
        if ours.isSubset(of: theirs) {
            // Statistics and archives ride along with an office's main affair; a second main affair makes a merger.
            return isMinor(theirs.subtracting(ours)) ? .same(0.9 * doubt) : .shared(0.75 * doubt)
        }
        if theirs.isSubset(of: ours), theirs.contains(leading) {
            return isMinor(ours.subtracting(theirs)) ? .same(0.9 * doubt) : .same(0.75 * doubt)
        }
        let part = Double(common.count) / Double(ours.union(theirs).count)
        if theirs.contains(leading) { return .shared(max(0.5, 0.7 * part) * doubt) }
        // Statistics in common make no kinship.
        return .shared((isMinor(common) ? 0.2 : 0.4) * doubt)
    }

    private func isMinor(_ topics: Set<String>) -> Bool { topics.isSubset(of: Self.minorTopics) }

    private static let minorTopics: Set<String> = [
        "statistik", "persandian", "taru", "arsip", "ekraf", "linmas", "litbang", "kb", "keswan", "perpustakaan", "ukm",
        "transmigrasi", "wh", "psdm",
    ]

    /// Proper names are the same or not: "Sungai Raya" is no part of "Sungai Raya Dalam".
    private func properLikeness(_ other: [String], gazetteer: RegionGazetteer) -> NameComparison {
        let here = gazetteer.name(of: region)
        if unit == .hospital, proper.isEmpty || other.isEmpty {
            // "RSUD Kabupaten Kubu Raya" and "RSUD Tuan Besar" of the same region are one.
            return proper.isEmpty == other.isEmpty ? .same(1) : .same(0.7)
        }
        let ours = PlaceSpelling.joined(proper)
        if ours == PlaceSpelling.joined(other) { return .same(1) }
        if !here.isEmpty, other.count > here.count, Array(other.suffix(here.count)) == here,
            PlaceSpelling.joined(Array(other.dropLast(here.count))) == ours
        {
            return .same(1)
        }
        if !here.isEmpty, proper.count > here.count, Array(proper.suffix(here.count)) == here,
            PlaceSpelling.joined(Array(proper.dropLast(here.count))) == PlaceSpelling.joined(other)
        {
            return .same(0.95)
        }
        if unit == .hospital, Self.isInitialled(proper, other) { return .same(0.8) }
        return .different
    }

    /// A person's name with and without initials: "Raden Mattaher" and "R. Mattaher".
    private static func isInitialled(_ ours: [String], _ theirs: [String]) -> Bool {
        guard ours.count == theirs.count, ours.count >= 2 else { return false }
        let pairs = zip(ours, theirs)
        return pairs.contains { $0 == $1 && $0.count >= 4 }
            && pairs.allSatisfy { $0 == $1 || ($0.count == 1 || $1.count == 1) && $0.first == $1.first }
    }
}
