import Model

/// Every address that was tried for one office, why, and what answered.
enum AttemptTable {
    /// The table inside a fold; nothing when no attempt was made.
    static func fold(_ numbered: NumberedOffice, _ context: ReportContext, open: Bool = false) -> Markup {
        let attempts = numbered.office.attempts
        guard !attempts.isEmpty else { return "" }
        let rows = attempts.map { row($0, defanged: numbered.isDefanged, context) }
        return """
            <details class="attempts"\(open ? " open" : "")><summary>\
            \(context.text(ColumnTexts.attemptsOf, ["n": String(attempts.count)]))</summary>
            <table class="stackable">
            <thead><tr>\(heads(context))</tr></thead>
            <tbody>
            \(Markup.join(rows))\
            </tbody>
            </table>
            </details>

            """
    }

    private static func heads(_ context: ReportContext) -> Markup {
        let columns = [
            ColumnTexts.address, ColumnTexts.why, ColumnTexts.dns, ColumnTexts.http, ColumnTexts.result,
            ColumnTexts.time,
        ]
        return Markup.join(columns.map { "<th scope=\"col\">\(context.text($0))</th>" })
    }

    private static func row(_ attempt: Attempt, defanged: Bool, _ context: ReportContext) -> Markup {
        let words = attempt.candidate.detail
        let isHarmful = defanged || attempt.isDefanged
        let detail: Markup = words.isEmpty ? "" : "<small>\(isHarmful ? Defang.text(words) : words)</small>"
        return """
            <tr><td data-label="\(context.text(ColumnTexts.address))">\
            \(Links.address(attempt.candidate.address, defanged ? .defanged : attempt.show))\
            \(target(attempt, defanged: defanged))</td>\
            <td data-label="\(context.text(ColumnTexts.why))">\(context.words.label(attempt.candidate.reason))\(detail)</td>\
            <td data-label="\(context.text(ColumnTexts.dns))">\(names(attempt, context))</td>\
            <td data-label="\(context.text(ColumnTexts.http))">\(answer(attempt, context))</td>\
            <td data-label="\(context.text(ColumnTexts.result))"><b>\(context.words.label(attempt.result))</b></td>\
            <td data-label="\(context.text(ColumnTexts.time))">\(context.time.short(attempt.at))</td></tr>

            """
    }

    /// Where it led, when that is another place.
    private static func target(_ attempt: Attempt, defanged: Bool) -> Markup {
        guard let final = attempt.finalAddress, final != attempt.candidate.address else { return "" }
        return "<small>→ \(Links.address(final, defanged ? .defanged : attempt.showFinal))</small>"
    }

    private static func names(_ attempt: Attempt, _ context: ReportContext) -> Markup {
        guard let dns = attempt.dns else { return "<span class=\"faint\">\(context.text(ColumnTexts.notAsked))</span>" }
        let addresses: Markup =
            dns.addresses.isEmpty ? "" : "<small>\(dns.addresses.prefix(3).joined(separator: ", "))</small>"
        return "\(context.words.label(dns.kind))\(addresses)"
    }

    private static func answer(_ attempt: Attempt, _ context: ReportContext) -> Markup {
        var parts: [Markup] = []
        if let status = attempt.status { parts.append("HTTP \(status)") }
        if let failure = attempt.failure { parts.append("\(context.words.label(failure))") }
        if let problem = attempt.tls?.problem { parts.append("\(context.words.label(problem))") }
        if parts.isEmpty { return "<span class=\"faint\">\(context.text(ColumnTexts.noAnswer))</span>" }
        return Markup.join(parts, separator: "; ")
    }
}
