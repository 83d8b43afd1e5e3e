import Model
import Rules

/// Applies one rule of place `section` or `line`.
struct LineRuleReader {
    let sheet: PageSheet
    let rule: CompiledRule
    let kind: PageKind

    private static let formsOfHeadings: TypedMask = [
        .text, .title, .short, .long, .listed, .cell, .enumeration,
    ]

    func sightings() -> [Sighting] {
        guard isPossible else { return [] }
        var met: [Int] = []
        // The first cue is asked of all lines before anything else is; words and forms lie by themselves for that.
        guard let cue = rule.line.first else {
            for index in candidates where matches(index) { met.append(index) }
            return met.isEmpty ? [] : groups(met).compactMap(sighting)
        }
        if rule.place == .section {
            for index in sheet.ownedLines[rule.rule.item.index] where mayMatch(index, cue) && matches(index) {
                met.append(index)
            }
        } else {
            for index in sheet.lines.indices where mayMatch(index, cue) && matches(index) { met.append(index) }
        }
        return met.isEmpty ? [] : groups(met).compactMap(sighting)
    }

    private var candidates: [Int] {
        rule.place == .section ? sheet.ownedLines[rule.rule.item.index] : Array(sheet.lines.indices)
    }

    /// Everything the rule needs stands somewhere on the page.
    private var isPossible: Bool {
        if rule.place == .section, !sheet.everyOwner.intersects(rule.item) { return false }
        return rule.line.allSatisfy { $0.meets(sheet.everywhere, sheet.everywhereTyped) }
    }

    private func mayMatch(_ index: Int, _ cue: Cue) -> Bool {
        cue.meets(sheet.lineWords[index], sheet.lineTyped[index])
    }

    private func matches(_ index: Int) -> Bool { refusal(index) == nil }

    /// Why the rule does not speak on a line; nil when it does.
    func refusal(_ index: Int) -> Refusal? {
        let line = sheet.lines[index]
        // What a heading says with its own heading words is not yet a value.
        let isLabel = rule.place == .section && isLabel(line)
        let isBare =
            isLabel && (line.level > 0 || isLabelCell(line)) && (1...6 ~= line.level || !line.hasValueText)
        let typed = isBare ? line.typed.subtracting(Self.formsOfHeadings) : line.typed
        let words = !isLabel ? line.words : line.level > 0 && !line.hasColon ? WordMask() : line.rest
        for cue in rule.line where !cue.meets(words, typed) { return .cue }
        if line.zone == .navigation { return .zone }
        if isTeaser(line) { return .teaser }
        if isReported(line) { return .reported }
        if line.zone != .main, rule.rule.mainOnly { return .zone }
        if line.zone == .main, rule.notKinds.contains(kind) { return .kind }
        if rule.notLine.meets(line.words, line.typed), !isSaidBefore(line) { return .onLine }
        return hasPhrases(line) ? context(index, line) : .phrases
    }

    /// Under "Berita Terbaru" and the like stand teasers; hours and addresses may follow there all the same.
    private func isTeaser(_ line: PageLine) -> Bool {
        line.zone == .main && line.above.intersects(sheet.lexicon.newsBlock)
            && !Self.frameItems.contains(rule.rule.item)
    }

    /// What somebody is quoted with is news of a service, not the service: "Gratis," kata kepala dinas.
    private func isReported(_ line: PageLine) -> Bool {
        line.words.intersects(sheet.lexicon.reportedSpeech) && line.zone == .main && rule.rule.state == .present
    }

    private static let frameItems = ItemSet([.jamLayanan, .kontakAlamat, .mediaSosial, .pengaduan, .moto, .sp4nLapor])

    /// The line is the label of the rule's item; a table cell that another cell labels is a value.
    private func isLabel(_ line: PageLine) -> Bool {
        if line.group >= TableLabels.firstGroup, line.owners.intersects(rule.item) { return false }
        if line.ownWords.intersects(rule.item) { return true }
        return line.opens.intersects(rule.item) && (line.level > 0 || isLabelCell(line)) && !isPart(line)
    }

    /// All of the line is the name of the item; "Rawat jalan" as the product of a service is a value all the same.
    private func isLabelCell(_ line: PageLine) -> Bool { line.isWholeHeading && rule.rule.item != .produk }

    /// A plain line under a heading of the same item is a part of what stands there: "Kotak saran" under "Pengaduan".
    private func isPart(_ line: PageLine) -> Bool {
        guard line.level >= 9, line.section >= 0 else { return false }
        let parent = sheet.sections[line.section].parent
        return parent >= 0 && sheet.sections[parent].items.intersects(rule.item)
    }

    /// A word forbids what stands in its own sentence or behind it, not what an earlier sentence has said.
    private func isSaidBefore(_ line: PageLine) -> Bool {
        guard Self.saidInOneSentence.contains(rule.rule.item), rule.rule.state == .present, rule.rule.minPhrases == 1,
            rule.notLine.typed.isDisjoint(with: line.typed), line.length >= 40
        else { return false }
        for end in SentenceEnds.of(sheet.page.text, line.range) {
            let words = line.hits.reduce(into: WordMask()) { words, number in
                let hit = sheet.hits[number]
                guard Int(hit.end) <= end else { return }
                words.formUnion(sheet.lexicon.mask(hit, lineStart: line.content))
            }
            let hasNumber = sheet.page.text[line.range.lowerBound..<end].contains { $0 >= 48 && $0 <= 57 }
            let typed = hasNumber ? line.typed : line.typed.intersection(Self.formsOfLines)
            if rule.line.allSatisfy({ $0.meets(words, typed) }) { return !rule.notLine.words.intersects(words) }
        }
        return false
    }

    private static let saidInOneSentence = ItemSet([.persyaratan, .jangkaWaktu, .biaya])

    /// Forms that a line has as a whole.
    private static let formsOfLines: TypedMask = [
        .listed, .numbered, .cell, .short, .long, .paragraph, .text, .enumeration, .labelValue, .sentence,
    ]

    /// Enough different phrases of the first choice.
    private func hasPhrases(_ line: PageLine) -> Bool {
        guard rule.rule.minPhrases > 1, let cue = rule.line.first else { return true }
        let phrases = line.hits.lazy.map { sheet.hits[$0] }.filter {
            cue.words.intersects(sheet.lexicon.mask($0, lineStart: Int($0.start)))
        }
        return Set(phrases.map(\.phrase)).count >= rule.rule.minPhrases
    }

    /// What stands beside and above the line.
    private func context(_ index: Int, _ line: PageLine) -> Refusal? {
        if !rule.near.isEmpty || !rule.notNear.isEmpty {
            let (words, typed) = neighbours(index)
            for cue in rule.near where !cue.meets(words, typed) { return .near }
            if rule.notNear.meets(words, typed) { return .notNear }
        }
        if !rule.under.isEmpty || !rule.notUnder.isEmpty {
            let above = above(line)
            if rule.notUnder.meets(above, []) { return .notUnder }
            for cue in rule.under where !cue.meets(above, []) { return .under }
        }
        return nil
    }

    /// Words of the headings above and, in the main content, of the title.
    func above(_ line: PageLine) -> WordMask {
        var above = line.above
        if line.zone == .main { above.formUnion(sheet.title) }
        return above
    }

    /// Words and forms of the line, two lines before and after in the same zone, and the headings above.
    func neighbours(_ index: Int) -> (WordMask, TypedMask) {
        let line = sheet.lines[index]
        var words = line.above
        var typed: TypedMask = []
        for other in max(0, index - 2)...min(sheet.lines.count - 1, index + 2) {
            let neighbour = sheet.lines[other]
            guard neighbour.zone == line.zone else { continue }
            words.formUnion(neighbour.words)
            typed.formUnion(neighbour.typed)
        }
        return (words, typed)
    }

    /// Lines of one section, or lines close together.
    private func groups(_ matches: [Int]) -> [[Int]] {
        if rule.place == .section {
            return Dictionary(grouping: matches) { sheet.lines[$0].group }.values.sorted { $0[0] < $1[0] }
        }
        guard rule.rule.minLines > 1 else { return matches.map { [$0] } }
        var result: [[Int]] = []
        for index in matches {
            if let last = result.last?.last, index - last <= 6, sheet.lines[last].zone == sheet.lines[index].zone {
                result[result.count - 1].append(index)
            } else {
                result.append([index])
            }
        }
        return result
    }

    private func sighting(_ group: [Int]) -> Sighting? {
        guard group.count >= rule.rule.minLines, distinct(group) >= rule.rule.minDistinct else { return nil }
        return Sighting(rule: rule, source: .lines(group), state: rule.rule.state, strength: rule.rule.strength)
    }

    /// Different texts on the matching lines: the same line twice counts once.
    private func distinct(_ group: [Int]) -> Int {
        guard rule.rule.minDistinct > 1 else { return group.count }
        return Set(group.map { sheet.text(sheet.lines[$0]).lowercased() }).count
    }
}

/// The words of the page, cut to what a finding keeps.
enum Quotation {
    static func text(_ sheet: PageSheet, _ group: [Int]) -> String {
        if group.count == 1 { return cut(sheet.text(sheet.lines[group[0]])) }
        var bytes: [UInt8] = []
        for index in group.prefix(4) {
            if !bytes.isEmpty { bytes += [32, 124, 32] }
            bytes += sheet.page.text[sheet.lines[index].range]
        }
        return cut(String(decoding: bytes, as: UTF8.self))
    }

    static func cut(_ whole: String) -> String {
        let text = PrivateData.masked(whole)
        guard text.utf8.count > Finding.quotationLimit else { return text }
        // Without line breaks a byte of ASCII is a character, and characters cost fifty times as much to walk.
        if text.utf8.allSatisfy({ $0 < 128 && $0 != 13 }) {
            return String(decoding: text.utf8.prefix(Finding.quotationLimit - 1), as: UTF8.self) + "…"
        }
        guard text.count > Finding.quotationLimit else { return text }
        return text.prefix(Finding.quotationLimit - 1) + "…"
    }
}
