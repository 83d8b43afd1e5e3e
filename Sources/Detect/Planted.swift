import Model
import Rules

/// Phrases on visible lines that do not speak *about* the matter: a line counts when neither it nor a heading above it
/// holds a word of warning, police or news.
struct PlantedLines {
    let sheet: PageSheet
    let condition: CompiledCondition

    /// Numbers of the different phrases met.
    func phrases() -> [Int] {
        let possible = condition.phrases.filter { sheet.seenBody.contains(Int32($0)) }
        guard possible.count >= condition.rule.minDistinct else { return [] }
        let wanted = Set(possible)
        var met: Set<Int> = []
        for line in sheet.lines where !line.hits.isEmpty {
            if condition.notLine.intersects(line.words) || condition.notLine.intersects(line.above) { continue }
            for hit in sheet.hits[line.hits] where wanted.contains(Int(hit.phrase)) { met.insert(Int(hit.phrase)) }
        }
        return met.sorted()
    }

    /// The same in the lines of text that visitors do not see.
    func hiddenPhrases() -> [Int] {
        let possible = Set(condition.phrases.filter { sheet.seenHidden.contains(Int32($0)) })
        guard possible.count >= condition.rule.minDistinct else { return [] }
        var met: Set<Int> = []
        for line in sheet.page.hiddenText.split(separator: 10) {
            var hits: [PhraseAutomaton.Hit] = []
            let bytes = Array(line)
            sheet.lexicon.automaton.scan(bytes, 0..<bytes.count, into: &hits)
            let words = hits.reduce(into: WordMask()) { $0.formUnion(sheet.lexicon.mask($1, lineStart: 0)) }
            if condition.notLine.intersects(words) { continue }
            for hit in hits where possible.contains(Int(hit.phrase)) { met.insert(Int(hit.phrase)) }
        }
        return met.sorted()
    }
}

/// Links, frames and a canonical address that lead to what no office links to.
struct PlantedLinks {
    let sheet: PageSheet
    let condition: CompiledCondition

    /// Texts or hosts of the links; nil when there are too few different ones.
    func evidence() -> String? {
        var found: Set<String> = []
        for (index, link) in sheet.page.links.enumerated() {
            let words = sheet.linkWords[index]
            if condition.notLine.intersects(words) || !(condition.words.intersects(words) || isForeign(link.address)) {
                continue
            }
            // A headline that mentions the words is longer than an advertisement's anchor.
            if link.text.utf8.count <= 60 { found.insert(link.text.isEmpty ? link.address.host : link.text) }
        }
        for address in sheet.page.frames + sheet.page.alternates
            + [sheet.page.canonical, sheet.page.refresh?.address].compactMap({ $0 })
        where isForeign(address) { found.insert(address.host) }
        guard found.count >= condition.rule.minLinks else { return nil }
        return found.sorted().prefix(6).joined(separator: "; ")
    }

    /// A host outside the government whose name has one of the parts.
    private func isForeign(_ address: WebAddress) -> Bool {
        guard !condition.hosts.isEmpty, !address.host.hasSuffix(".go.id"), address.host != sheet.page.address.host
        else {
            return false
        }
        let host = Array(address.host.utf8)
        return condition.hosts.contains { ForeignScript.contains(host, $0) }
    }
}
