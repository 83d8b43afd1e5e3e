import Model

/// The picture of a comparison, drawn here as SVG: no script, no request, readable without colour.
///
/// Looks stand in attributes, not in the style sheet: the printer reads each drawing by itself.
enum ComparisonChart {
    private static let rowHeight = 22
    private static let left = 305
    private static let width = 800
    private static let right = 130

    /// One line per component: where it stood, where it stands.
    ///
    /// - Parameter components: those shown; nil for the six that must be published and the others behind them.
    static func items(_ facts: ComparisonFacts, components: [ItemKey]? = nil) -> Markup {
        let keys =
            components
            ?? ItemKey.serviceDelivery + ItemKey.components.filter { !ItemKey.serviceDelivery.contains($0) }
        let height = keys.count * rowHeight + 26
        let rows = keys.enumerated().map { index, key in row(key, at: 20 + index * rowHeight, facts) }
        return """
            <svg class="dumbbells" viewBox="0 0 \(width) \(height)" role="img" font-family="Arial, 'Liberation Sans', sans-serif" \
            font-size="13" fill="#1b2430" aria-label="\(spoken(keys, facts), limit: 4_000)">
            \(scale(height))\(Markup.join(rows))</svg>

            """
    }

    private static func scale(_ height: Int) -> Markup {
        Markup.join(
            [0, 25, 50, 75, 100].map { percent -> Markup in
                let x = place(percent, of: 100)
                return """
                    <path d="M\(x) 16V\(height - 6)" stroke="#cfd6df" stroke-width="1"/>\
                    <text x="\(x)" y="11" font-size="10.5" fill="#4a5565" text-anchor="middle">\(percent)%</text>

                    """
            })
    }

    private static func place(_ part: Int, of whole: Int) -> Int {
        left + (whole == 0 ? 0 : part * (width - left - right) / whole)
    }

    private static func row(_ key: ItemKey, at top: Int, _ facts: ComparisonFacts) -> Markup {
        let pair = ComparisonTally.item(key, facts.comparison.offices)
        let middle = top + rowHeight / 2
        let star = ItemKey.serviceDelivery.contains(key) ? " ★" : ""
        let name: Markup =
            "<text x=\"\(left - 14)\" y=\"\(middle + 4)\" text-anchor=\"end\">\(facts.words.item(key).name + star, limit: 44)</text>"
        let number: Markup =
            "<text x=\"\(width - right + 14)\" y=\"\(middle + 4)\" font-size=\"12\">\(facts.pair(pair))</text>\n"
        guard pair.total > 0 else { return name + number }
        let from = place(pair.before, of: pair.total)
        let to = place(pair.after, of: pair.total)
        return name + line(from, to, at: middle) + """
            <circle cx="\(from)" cy="\(middle)" r="6.5" fill="#ffffff" stroke="#1b2430" stroke-width="1.5"/>\
            <circle cx="\(to)" cy="\(middle)" r="4.5" fill="\(colour(from, to))"/>
            """ + number
    }

    /// Full for better, broken for worse.
    private static func line(_ from: Int, _ to: Int, at middle: Int) -> Markup {
        guard from != to else { return "" }
        let broken: Markup = to < from ? " stroke-dasharray=\"4 2\"" : ""
        return """
            <path d="M\(from) \(middle)H\(to)" stroke="\(colour(from, to))" stroke-width="3"\(broken)/>
            """
    }

    private static func colour(_ from: Int, _ to: Int) -> Markup {
        to > from ? "#0b6b3a" : to < from ? "#a61b12" : "#12355b"
    }

    private static func spoken(_ keys: [ItemKey], _ facts: ComparisonFacts) -> String {
        keys.map { key in
            "\(facts.words.item(key).name): \(facts.pair(ComparisonTally.item(key, facts.comparison.offices)))"
        }.joined(separator: "; ")
    }

    // MARK: Sites

    /// Two bars: who had a site under go.id, who had none, who could not be looked at.
    static func sites(_ facts: ComparisonFacts) -> Markup {
        let offices = facts.comparison.compared
        return Markup.join([
            bar("sebelum", facts.text(ComparisonTexts.before), offices.compactMap(\.before), facts),
            bar("sesudah", facts.text(ComparisonTexts.after), offices.compactMap(\.after), facts),
        ])
    }

    private static func bar(_ id: Markup, _ label: String, _ verdicts: [Verdict], _ facts: ComparisonFacts) -> Markup {
        let have = verdicts.count(where: \.hasSite)
        let undecided = verdicts.count { !$0.isDecided }
        let lack = verdicts.count - have - undecided
        let parts: [(count: Int, fill: Markup, text: Bilingual)] = [
            (have, "#0b6b3a", ComparisonTexts.hasSite), (lack, "url(#belum-\(id))", ComparisonTexts.noSite),
            (undecided, "url(#ragu-\(id))", ComparisonTexts.undecided),
        ]
        var start = 0
        var segments = Markup()
        for part in parts where part.count > 0 {
            let from = start * width / verdicts.count
            let to = (start + part.count) * width / verdicts.count
            segments +=
                "<rect x=\"\(from)\" width=\"\(to - from)\" height=\"18\" fill=\"\(part.fill)\" stroke=\"#ffffff\"/>"
            start += part.count
        }
        let told = parts.map { "\($0.count) \(facts.text($0.text))" }.joined(separator: ", ")
        return """
            <div class="pairbar"><b>\(label)</b><svg viewBox="0 0 \(width) 18" role="img" aria-label="\(told)">\
            \(patterns(id))\(segments)</svg><span>\(told)</span></div>

            """
    }

    /// Crosses for what lacks, upright lines for what nobody could see: told apart in black and white.
    private static func patterns(_ id: Markup) -> Markup {
        """
        <defs><pattern id="belum-\(id)" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fdeceb"/>\
        <path d="M2 2l4 4M6 2l-4 4" stroke="#b3261e" stroke-width="1.3"/></pattern>\
        <pattern id="ragu-\(id)" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#f2f3f5"/>\
        <path d="M1 0v5" stroke="#6b7280" stroke-width="1"/></pattern></defs>
        """
    }
}
