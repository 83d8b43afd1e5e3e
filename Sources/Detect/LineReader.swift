import Model
import Rules

/// All lines of a page with their words and forms.
struct PageLines: Sendable {
    var lines: [PageLine] = []
    var hits: [PhraseAutomaton.Hit] = []

    /// Gives the lines away: who changes them then changes them in place, and not a copy of 60 KB.
    mutating func takeLines() -> [PageLine] {
        defer { lines = [] }
        return lines
    }
}

/// Passes over the page's text once: phrases by the automaton, forms by the value scanner.
struct LineReader {
    let page: ParsedPage
    let lexicon: Lexicon

    func read(_ memory: inout WordMemory) -> PageLines {
        var result = PageLines()
        result.lines.reserveCapacity(page.blocks.count)
        result.hits.reserveCapacity(page.blocks.count)
        for index in page.blocks.indices { result.lines.append(line(index, &memory, &result.hits)) }
        return result
    }

    private func line(
        _ index: Int, _ memory: inout WordMemory, _ hits: inout [PhraseAutomaton.Hit]
    ) -> PageLine {
        let block = page.blocks[index]
        let (mark, content) = OutlineMark.read(page.text, block.text)
        var line = PageLine(block: index, range: block.text, content: content, zone: block.zone)
        let first = hits.count
        lexicon.automaton.scan(page.text, block.text, &memory, into: &hits)
        line.hits = first..<hits.count
        let end = lastWord(line)
        for hit in hits[first...] {
            line.words.formUnion(lexicon.mask(hit, lineStart: content))
            if Int(hit.start) <= content, Int(hit.end) >= end { line.words.formUnion(lexicon.wholeMask(hit)) }
        }
        let bytes = LineBytes(
            page.text.span.extracting(block.text), content: line.content - block.text.lowerBound)
        line.typed = forms(block, mark, line, bytes)
        line.hasColon = bytes.hasColon
        readHeadings(hits[first...], &line)
        if line.hasColon, !line.rest.intersects(lexicon.filler) { line.hasValueText = hasWordsBehindColon(block) }
        if line.hasValueText { line.typed.insert(.labelValue) }
        // The title of a card or teaser that leads to another page owns nothing on this one.
        if block.kind == .heading, block.marks.contains(.wholeLink) {
            line.opens = line.opens.intersection(Self.produk)
        }
        line.opens = vetoed(line.opens, line.words)
        line.begins = vetoed(line.begins, line.words)
        line.words.insert(line.opens)
        return line
    }

    /// Items the line could be a heading of. Of overlapping phrases the one that begins first counts, then the longer:
    /// "jangka waktu pelayanan" says nothing of opening hours.
    private func readHeadings(_ hits: ArraySlice<PhraseAutomaton.Hit>, _ line: inout PageLine) {
        let end = lastWord(line)
        var candidates: [(hit: PhraseAutomaton.Hit, items: ItemSet)] = []
        for hit in hits {
            let whole =
                Int(hit.start) <= line.content
                && (Int(hit.end) >= end || isColon(after: Int(hit.end), line))
            var items = lexicon.headings(hit.phrase, whole: whole)
            if !whole, Int(hit.start) <= line.content, isDigit(after: Int(hit.end), line) {
                // "Waktu 15 menit": a vague label counts when its number follows.
                items.formUnion(lexicon.headings(hit.phrase, whole: true).intersection(Self.measured))
            }
            if !items.isEmpty, whole || Int(hit.start) <= line.content && isTail(Int(hit.end), end) {
                line.isWholeHeading = true
            }
            if !items.isEmpty { candidates.append((hit, items)) }
        }
        if candidates.count > 1 {
            candidates.sort { ($0.hit.start, -$0.hit.end) < ($1.hit.start, -$1.hit.end) }
        }
        var taken: Int32 = -1
        var start: Int32 = -1
        let firstEnd = candidates.first?.hit.end ?? 0
        for (hit, items) in candidates {
            let same = hit.start == start && hit.end == taken
            guard hit.start >= taken || same else { continue }
            line.opens = line.opens.union(items)
            if Int(hit.start) <= line.content + 10 { line.begins = line.begins.union(items) }
            start = hit.start
            taken = hit.end
        }
        for hit in hits where taken >= 0 && hit.start >= firstEnd {
            line.rest.formUnion(lexicon.mask(hit, lineStart: Int(firstEnd)))
        }
        if line.opens.bits.nonzeroBitCount > 1 {
            line.opens = line.opens.subtracting(Self.produk)
            line.begins = line.begins.subtracting(Self.produk)
        }
    }

    /// What is left of a heading adds nothing: "Kompetensi Pelaksana Layanan", "Biaya (Tarif)".
    private func isTail(_ start: Int, _ end: Int) -> Bool {
        guard start < end, end - start <= 34 else { return false }
        return page.text[start..<end].split(whereSeparator: { PhraseAutomaton.symbols[Int($0)] == 0 }).allSatisfy {
            lexicon.headingTails.contains(String(decoding: $0, as: UTF8.self).lowercased())
        }
    }

    private static let measured = ItemSet([.jangkaWaktu, .biaya])

    private func isDigit(after end: Int, _ line: PageLine) -> Bool {
        end + 1 < line.range.upperBound && page.text[end] == 32 && (48...57).contains(page.text[end + 1])
    }

    /// `Waktu : 10 menit`.
    private func isColon(after end: Int, _ line: PageLine) -> Bool {
        var at = end
        while at < line.range.upperBound, page.text[at] == 32 { at += 1 }
        return at < line.range.upperBound && page.text[at] == 58
    }

    /// Three letters or more behind the first colon.
    private func hasWordsBehindColon(_ block: Block) -> Bool {
        guard let colon = page.text[block.text].firstIndex(of: 58) else { return false }
        return page.text[colon..<block.text.upperBound].count { ($0 | 32) >= 97 && ($0 | 32) <= 122 } >= 3
    }

    /// End of the last word of a line, closing signs left out.
    private func lastWord(_ line: PageLine) -> Int {
        var end = line.range.upperBound
        while end > line.content, PhraseAutomaton.symbols[Int(page.text[end - 1])] == 0 { end -= 1 }
        return end
    }

    private static let produk = ItemSet([.produk])

    private func vetoed(_ items: ItemSet, _ words: WordMask) -> ItemSet {
        guard !items.isEmpty else { return items }
        var left = items
        for index in lexicon.headingVetoes.indices where lexicon.headingVetoes[index].intersects(words) {
            left = left.subtracting(ItemSet(index: index))
        }
        return left
    }

    /// Forms that follow from the markup, and values where there is a digit or an @.
    private func forms(_ block: Block, _ mark: OutlineMark, _ line: PageLine, _ bytes: LineBytes) -> TypedMask {
        var typed: TypedMask = bytes.mayHoldValue ? ValueScanner.scan(page.text, block.text) : []
        if block.kind == .listItem || mark != .none { typed.insert(.listed) }
        if mark == .number || block.marks.contains(.ordered) { typed.insert(.numbered) }
        if block.kind == .tableCell || block.table >= 0 { typed.insert(.cell) }
        if block.kind == .heading || block.kind == .label
            || !block.marks.isDisjoint(with: [.bold, .panelLabel, .titleClass])
        {
            typed.insert(.title)
        }
        if block.text.count <= 90 { typed.insert(.short) }
        if block.text.upperBound - line.content <= 45 { typed.insert(.terse) }
        if block.text.count >= 40 { typed.insert(.long) }
        if block.text.count >= 200 { typed.insert(.paragraph) }
        if block.marks.contains(.wholeLink) || isMostlyLink(block) { typed.insert(.link) }
        if block.kind == .formField || block.marks.contains(.inForm) { typed.insert(.form) }
        if bytes.arrows >= 2 { typed.insert(.arrows) }
        if bytes.arrows >= 2 || bytes.commas >= 2 { typed.insert(.enumeration) }
        if block.marks.contains(.headerCell) { typed.insert(.head) }
        if !block.text.isEmpty, page.text[block.text.upperBound - 1] == 63 { typed.insert(.question) }
        if bytes.isSentence { typed.insert(.sentence) }
        if bytes.isText, !line.words.intersects(lexicon.filler) { typed.insert(.text) }
        return typed
    }

    /// Links make up most of a short line, as in menus with icons and arrows.
    private func isMostlyLink(_ block: Block) -> Bool {
        guard block.kind != .heading, !block.links.isEmpty, block.text.count <= 90 else { return false }
        let linked = block.links.reduce(0) { $0 + page.links[$1].text.utf8.count }
        return linked * 10 >= block.text.count * 7
    }

}
