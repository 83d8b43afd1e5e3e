import Model

extension Detector {
    /// Every line with its zone, heading level and the items it stands under, for `ronda explain`.
    public func trace(_ page: ParsedPage) -> String {
        let sheet = PageSheet(page: page, lexicon: lexicon, status: 200, isHome: false)
        var text = ""
        for (index, line) in sheet.lines.enumerated() {
            let owners = ItemKey.allCases.filter { line.owners.contains($0) }.map(\.rawValue).joined(separator: ",")
            let opens = line.level > 0 ? ItemKey.allCases.filter { line.opens.contains($0) }.map(\.rawValue) : []
            let block = page.blocks[index]
            text += "\(index) \(line.zone) \(block.kind) L\(line.level)"
            if block.table >= 0 { text += " t\(block.table):\(block.row):\(block.column)" }
            if block.panel >= 0 { text += " panel\(block.panel)" }
            if line.typed.contains(.link) { text += " link" }
            if !opens.isEmpty { text += " OPENS " + opens.joined(separator: ",") }
            if !owners.isEmpty { text += " <" + owners + ">" }
            text += " | " + sheet.text(line).prefix(140) + "\n"
        }
        return text
    }

    /// Phrases of the rules that are met on a page: in its text, title, path, links or images.
    public func phrasesMet(on page: ParsedPage) -> Set<String> {
        let texts =
            [page.title, page.address.requestTarget, String(decoding: page.text, as: UTF8.self)]
            + page.links.flatMap { [$0.text, $0.address.host + $0.address.requestTarget] }
            + page.images.flatMap { [$0.alt, $0.fileName] }
        return texts.reduce(into: []) { met, text in
            for hit in lexicon.automaton.scan(text) { met.insert(lexicon.phrases[Int(hit.phrase)]) }
        }
    }
}
