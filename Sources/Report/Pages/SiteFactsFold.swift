import Model

/// Electronic services and basic accessibility of one office, folded.
enum SiteFactsFold {
    static func fold(_ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        guard let facts = numbered.office.verdict.facts else { return "" }
        let services: [Markup] = facts.electronic.map { row($0, numbered, context) }
        let checks: [Markup] = facts.accessibility.map { row($0, numbered, context) }
        let note = context.text(SiteFactTexts.accessibilityNote, ["n": String(facts.pages)])
        let list: Markup =
            services.isEmpty
            ? "<p>\(context.text(SiteFactTexts.noElectronic))</p>\n" : "<ul>\n\(Markup.join(services))</ul>\n"
        return """
            <details class="evidence"><summary>\(context.text(SiteFactTexts.heading)): \
            \(facts.electronic.count) · \(facts.accessibility.count { $0.failures == 0 })/\(facts.accessibility.count)\
            </summary>
            <h4>\(context.text(SiteFactTexts.electronic))</h4>
            \(list)<h4>\(context.text(SiteFactTexts.accessibility))</h4>
            <ul>
            \(Markup.join(checks))</ul>
            <p><small>\(note)</small></p></details>

            """
    }

    private static func row(
        _ service: ElectronicService, _ numbered: NumberedOffice, _ context: ReportContext
    ) -> Markup {
        let words = numbered.isDefanged ? Defang.text(service.quotation) : service.quotation
        let target: Markup =
            service.address.map { " \(Links.address($0, numbered.isDefanged ? .defanged : .link))" } ?? ""
        return """
            <li>\(context.text(SiteFactTexts.kind(service.kind))): <q lang="id">\(words, limit: 120)</q>\(target) \
            <small>\(service.place)</small></li>

            """
    }

    private static func row(_ fact: AccessibilityFact, _ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        let name = context.text(SiteFactTexts.check(fact.check))
        guard fact.failures > 0 else { return "<li>\(name): \(context.text(SiteFactTexts.good))</li>\n" }
        let count = context.text(SiteFactTexts.failing, ["f": String(fact.failures), "n": String(fact.looked)])
        let places = fact.places.joined(separator: "; ")
        return """
            <li>\(name): <b>\(count)</b> <small>\(fact.check.criterion)</small> \
            <q>\(numbered.isDefanged ? Defang.text(places) : places, limit: 300)</q></li>

            """
    }
}
