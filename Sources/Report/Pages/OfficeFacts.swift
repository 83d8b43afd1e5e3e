import Model

/// The facts of one office as label and value.
enum OfficeFacts {
    static func list(_ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        let office = numbered.office
        let verdict = office.verdict
        let live = !numbered.isDefanged
        let shown: Links.Show = !live ? .defanged : verdict.condition.isContent ? .link : .text
        var facts: [(Bilingual, Markup)] = [
            (ColumnTexts.code, "\(office.target.code) · \(context.region(office.target))")
        ]
        if let listed = office.target.listed, !listed.isEmpty {
            facts.append(
                (ColumnTexts.listedAddress, "<span class=\"addr\">\(live ? listed : Defang.text(listed))</span>"))
        }
        if let address = verdict.finalAddress ?? verdict.siteAddress {
            facts.append((ColumnTexts.siteAddress, Links.address(address, shown)))
        }
        facts.append((ColumnTexts.domain, "\(context.words.label(verdict.domainClass))"))
        if let tls = verdict.tls { facts.append((ColumnTexts.certificate, certificate(tls, context))) }
        if let template = template(of: office, context) { facts.append((SiteFactTexts.template, template)) }
        let doors = live ? DoorLines.of(office, context.language) : []
        if !doors.isEmpty {
            facts.append((OfficeTexts.doors, Markup.join(doors.map { "\($0, limit: 400)" }, separator: "<br>")))
        }
        if office.verdict.status.mayEnterLetter, let host = office.suggestedHost {
            facts.append((OfficeTexts.suggested, "\(host)"))
        }
        facts.append((ColumnTexts.pages, "\(office.pagesRead)"))
        facts.append((ColumnTexts.checked, "\(context.time.short(office.finishedAt))"))
        if let since = office.sameSince { facts.append((ColumnTexts.since, "\(context.time.date(since))")) }
        if !office.socialMedia.isEmpty {
            facts.append((ColumnTexts.socialMedia, addresses(office.socialMedia, live ? .link : .defanged)))
        }
        if !office.suspects.isEmpty { facts.append((ColumnTexts.suspects, addresses(office.suspects, .defanged))) }
        if !office.target.note.isEmpty { facts.append((ColumnTexts.note, "\(office.target.note)")) }
        return Markup.join(facts.map { "<div><dt>\(context.text($0.0))</dt><dd>\($0.1)</dd></div>\n" })
    }

    /// `wordpress / x, 23 situs`; a template that only this site has says nothing and is left out.
    private static func template(of office: OfficeResult, _ context: ReportContext) -> Markup? {
        let code = office.target.code
        guard let cluster = context.templates.first(where: { $0.offices.contains(code) }), cluster.offices.count > 1
        else { return nil }
        let values = ["t": PlainText.clean(cluster.label), "n": String(cluster.offices.count)]
        return "\(context.text(SiteFactTexts.sites, values))"
    }

    private static func certificate(_ tls: TLSFacts, _ context: ReportContext) -> Markup {
        guard let problem = tls.problem else { return "\(context.text(OfficeTexts.validCertificate))" }
        return "\(context.words.label(problem))"
    }

    private static func addresses(_ addresses: [WebAddress], _ show: Links.Show) -> Markup {
        Markup.join(addresses.prefix(10).map { Links.address($0, show) }, separator: "<br>")
    }
}
