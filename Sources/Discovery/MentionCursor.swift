import Rules

/// One walk over the words of a text.
struct MentionCursor {
    let words: [String]
    let gazetteer: RegionGazetteer
    var at = 0

    /// The next office, and whether it stands joined to the one before.
    mutating func nextMention() -> OfficeMention? {
        var begin = at
        while begin < words.count, ["dan", "serta", "and", ","].contains(words[begin]) { begin += 1 }
        let isFirst = at == 0
        guard let found = find() else { return nil }
        var mention = found.mention
        mention.isJoined = !isFirst && found.start == begin
        return mention
    }

    private mutating func find() -> (mention: OfficeMention, start: Int)? {
        while at < words.count {
            let start = at
            if let mention = mentionHere() { return (mention, start) }
        }
        return nil
    }

    /// The office that begins at this word; steps on when there is none.
    private mutating func mentionHere() -> OfficeMention? {
        let word = words[at]
        if let unit = Self.properUnits[word] { return properMention(unit) }
        if word == "rumah", next(1) == "sakit" {
            at += 1
            return properMention(.hospital)
        }
        if Self.agencyWords.contains(word) { return agencyMention() }
        if let mention = acronymMention(word) { return mention }
        at += 1
        return nil
    }

    // MARK: - Units with a proper name

    private mutating func properMention(_ unit: OfficeMention.Unit) -> OfficeMention? {
        at += 1
        var mention = OfficeMention(unit: unit)
        while at < words.count, mention.proper.count < 6 {
            let word = words[at]
            if word == "|" || word == "," || Self.agencyWords.contains(word) { break }
            if isTownOfName(mention.proper) {
                mention.proper += words[at...(at + 1)]
                at += 2
                continue
            }
            if Self.regionKind(word) != nil, !(mention.proper.isEmpty && gazetteerEmpty(at + 1)) { break }
            if let other = Self.properUnits[word] {
                // "Puskesmas Kecamatan Cengkareng" is one name; "Kelurahan A Kecamatan B" are two.
                guard mention.proper.isEmpty, unit == .puskesmas, other == .kecamatan || other == .kelurahan else {
                    break
                }
                at += 1
                continue
            }
            // "Puskesmas Pada Suka" is a name, "Puskesmas Punggur pada tahun ini" ends one.
            if Self.nameEnds.contains(word), !(word == "pada" && mention.proper.isEmpty) { break }
            if !Self.nameNoise.contains(word) { mention.proper.append(word) }
            at += 1
        }
        mention.proper = RomanNumerals.toDigits(mention.proper)
        readRegion(into: &mention)
        return mention.proper.isEmpty && unit != .hospital ? nil : mention
    }

    /// "Poso Kota Utara": between a name and a quarter of the compass, "Kota" begins no region.
    private func isTownOfName(_ name: [String]) -> Bool {
        words[at] == "kota" && !name.isEmpty && next(1).map(RegionGazetteer.compass.contains) == true
    }

    private func gazetteerEmpty(_ index: Int) -> Bool {
        index >= words.count || gazetteer.regions(at: words[index...], kind: nil) == nil
    }

    // MARK: - Agencies

    private mutating func agencyMention() -> OfficeMention? {
        let head = words[at]
        if at > 0, Self.subUnits.contains(words[at - 1]) { at += 1; return nil }
        let unit: OfficeMention.Unit = Self.divisionWords.contains(head) ? .division : .agency
        at += 1
        if head == "inspektorat" { return finished(OfficeMention(unit: .agency, readings: [["inspektorat"]])) }
        if head == "sekretariat" { return secretariat() }
        let body = takeBody()
        var topics = OfficeTopics.read(head == "satuan" ? ["satuan"] + body : body)
        if topics.first == "+satuan" { topics.removeFirst() }
        if next(0) == "nasional" || !Self.isRegional(head, topics) { return nil }
        guard !topics.isEmpty else {
            if let first = body.first, let reading = LabelReader.readings(first).first { topics = reading }
            return topics.isEmpty ? nil : finished(OfficeMention(unit: unit, readings: [topics]))
        }
        return finished(OfficeMention(unit: unit, readings: [topics]))
    }

    /// Offices of the state and other things that share the words: Badan Pertanahan Nasional, Badan Pusat Statistik,
    /// Kantor Pertanahan, satuan pendidikan, bagian dari.
    private static func isRegional(_ head: String, _ topics: [String]) -> Bool {
        if topics.contains("+nasional") || topics.contains("+pusat") { return false }
        let isKnown = topics.contains { !$0.hasPrefix("+") }
        switch head {
        case "satuan": return topics.contains("satpolpp")
        case "kantor": return isKnown && !topics.contains("pertanahan") && !topics.contains("pendapatan")
        case "bagian", "biro": return isKnown
        default: return true
        }
    }

    private mutating func secretariat() -> OfficeMention? {
        let rest = words[at...].prefix(4)
        if rest.contains(where: { ["dprd", "dprk", "dpra", "dewan"].contains($0) }) {
            while at < words.count,
                ["dewan", "perwakilan", "rakyat", "daerah", "dprd", "dprk", "dpra"].contains(words[at])
            {
                at += 1
            }
            return finished(OfficeMention(unit: .agency, readings: [["setwan"]]))
        }
        guard rest.first == "daerah" else { return nil }
        at += 1
        return finished(OfficeMention(unit: .agency, readings: [["setda"]]))
    }

    /// The words of an agency's name: up to the region, another office, a boundary, or a comma not followed by a topic.
    private mutating func takeBody() -> [String] {
        var body: [String] = []
        while at < words.count, body.count < 14 {
            let word = words[at]
            if word == "|" || Self.agencyWords.contains(word) || Self.properUnits[word] != nil { break }
            if word == "rumah", next(1) == "sakit" { break }
            // "Pelayanan" ends a name, but not in "Pelayanan Terpadu Satu Pintu".
            if Self.regionKind(word) != nil || (Self.nameEnds.contains(word) && !startsTopic(at)) { break }
            if word == "," {
                guard startsTopic(at + 1) else { break }
                at += 1
                continue
            }
            if !startsTopic(at), !body.isEmpty {
                if gazetteer.regions(at: words[at...], kind: nil) != nil { break }
                // After a known topic an unknown word ends the name, unless it joins another topic.
                let joins =
                    word == "dan" || word == "serta" || word == "and" || OfficeTopics.silent.contains(word)
                    || continuesPhrase(body)
                if !joins, !OfficeTopics.read(body).allSatisfy({ $0.hasPrefix("+") }) { break }
            }
            body.append(word)
            at += 1
        }
        return body
    }

    /// A topic phrase starts at this place.
    private func startsTopic(_ index: Int) -> Bool {
        guard index < words.count else { return false }
        if words[index] == "dan" { return startsTopic(index + 1) }
        let run = words[index...].prefix(8).filter { $0 != "dan" && $0 != "," }
        return OfficeTopics.longest(run[...]) != nil
    }

    /// The next word completes a phrase that began earlier ("sumber" + "daya" + "manusia").
    private func continuesPhrase(_ body: [String]) -> Bool {
        let clean = body.filter { $0 != "dan" && $0 != "," }
        let tail = words[at...].prefix(4).filter { $0 != "dan" && $0 != "," }
        for back in 1...min(4, max(1, clean.count)) {
            let run = Array(clean.suffix(back)) + tail
            if let (_, length) = OfficeTopics.longest(run[...]), length > back { return true }
        }
        return false
    }

    // MARK: - Acronyms

    private mutating func acronymMention(_ word: String) -> OfficeMention? {
        if at > 0, Self.subUnits.contains(words[at - 1]) { return nil }
        if word == "satpol" || word == "pol", next(1) == "pp" {
            at += 2
            return finished(OfficeMention(unit: .agency, readings: [["satpolpp"]]))
        }
        guard word.count >= 3, !Self.plainWords.contains(word) else { return nil }
        let isAcronym =
            LabelReader.acronyms[word] != nil
            || ["dis", "din", "bapp", "bape", "bape", "bake"].contains { word.hasPrefix($0) } && word.count >= 5
        guard isAcronym else { return nil }
        let readings = LabelReader.readings(word)
        guard !readings.isEmpty else { return nil }
        at += 1
        // "Dinsos P3A", "DPPKB dan P3A", "Disdalduk KB", "Diskominfo SP": topic words right behind belong to it.
        var mention = OfficeMention(unit: .agency, readings: readings)
        let tail = takeAcronymTail()
        if !tail.isEmpty {
            mention.readings = readings.map { reading in reading + tail.filter { !reading.contains($0) } }
        }
        return finished(mention)
    }

    private mutating func takeAcronymTail() -> [String] {
        var tail: [String] = []
        while at < words.count {
            let skip = words[at] == "dan" || words[at] == "," ? 1 : 0
            guard at + skip < words.count, let (topics, length) = OfficeTopics.longest(words[(at + skip)...].prefix(5))
            else { break }
            tail += topics
            at += skip + length
        }
        return tail
    }

    // MARK: - Regions

    private mutating func finished(_ mention: OfficeMention) -> OfficeMention {
        var mention = mention
        readRegion(into: &mention)
        return mention
    }

    /// The region named within a few words, before the next office.
    private mutating func readRegion(into mention: inout OfficeMention) {
        var index = at
        let end = min(words.count, at + 7)
        while index < end {
            let word = words[index]
            if Self.agencyWords.contains(word) || Self.properUnits[word] == .puskesmas || word == "rsud" { return }
            let kind = Self.regionKind(word)
            let start = kind == nil ? index : index + 1
            if start < words.count, let (codes, length) = gazetteer.regions(at: words[start...], kind: kind) {
                // Further down a text a bare word may be any place; right behind the name it is the region.
                if kind != nil || index <= at + 1 {
                    mention.regions = codes
                    mention.isProvincial = kind == .provinsi
                    at = start + length
                    return
                }
            }
            index += 1
        }
    }

    private func next(_ offset: Int) -> String? { at + offset < words.count ? words[at + offset] : nil }

    static func regionKind(_ word: String) -> Region.Kind? {
        switch word {
        case "kabupaten", "pemkab": .kabupaten
        case "kota", "pemkot", "pemko": .kota
        case "provinsi", "pemprov": .provinsi
        default: nil
        }
    }
}
