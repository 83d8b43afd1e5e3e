import Rules

/// Finds the offices a text names.
struct MentionReader: Sendable {
    let gazetteer: RegionGazetteer

    /// Every office named, in order.
    func mentions(in text: String) -> [OfficeMention] {
        var cursor = MentionCursor(words: Self.tokens(text), gazetteer: gazetteer)
        var found: [OfficeMention] = []
        while let mention = cursor.nextMention() {
            // "Bagian Hukum Sekretariat Daerah": the secretariat is only where the bagian belongs.
            if mention.readings == [["setda"]], found.last?.unit == .division {
                found[found.count - 1].regions.formUnion(mention.regions)
                continue
            }
            found.append(mention)
        }
        return found
    }

    /// The office a short text is about: the most special one named, the first among equals.
    func owner(in text: String) -> OfficeMention? {
        let named = mentions(in: text)
        let clear = named.filter { !$0.isVague }
        let all = clear.isEmpty ? named : clear
        guard let special = all.map(\.unit.speciality).max() else { return nil }
        guard var owner = all.first(where: { $0.unit.speciality == special }) else { return nil }
        if owner.regions.isEmpty { owner.regions = all.first { !$0.regions.isEmpty }?.regions ?? [] }
        return owner
    }

    /// The offices a short text is about: the owner, and agencies that stand joined behind it ("Dinas Sosial dan Dinas
    /// Pemberdayaan Perempuan").
    func owners(in text: String) -> [OfficeMention] {
        guard let owner = owner(in: text) else { return [] }
        guard owner.unit == .agency else { return [owner] }
        let behind = mentions(in: text).filter { !$0.isVague }.dropFirst()
            .prefix { $0.isJoined && $0.unit == .agency }
        return [owner] + behind
    }

    /// Regions a text names anywhere, where "Kabupaten", "Kota" or "Provinsi" stands before the name.
    func regions(in text: String) -> Set<String> {
        let words = Self.tokens(text)
        var found: Set<String> = []
        for (index, word) in words.enumerated() {
            guard let kind = MentionCursor.regionKind(word) else { continue }
            if let (codes, _) = gazetteer.regions(at: words[(index + 1)...], kind: kind) { found.formUnion(codes) }
        }
        return found
    }

    /// Words with one spelling, commas as `,` and other boundaries as `|`.
    static func tokens(_ text: String) -> [String] {
        NameTokens.phrases(text).map { OfficeTopics.spelling[$0] ?? $0 }
    }
}
