import Model
import Mustache
import Rules

/// The frame of a page: head with style, banner, foot; and the parts that are words only. From Templates/*.mustache.
struct PageFrame: Sendable {
    private let templates: [String: MustacheTemplate]
    let style: String
    private let script: String

    /// Reads the templates that came with Ronda.
    init() throws(ReportError) {
        var templates: [String: MustacheTemplate] = [:]
        for name in ["top", "bottom", "method"] {
            templates[name] = try Self.template(name)
        }
        self.templates = templates
        style = try TemplateFolder.text("style.css")
        script = try TemplateFolder.text("enhance.js")
    }

    /// Everything before the sections.
    func top(_ page: Page) -> Markup {
        render(
            "top",
            [
                "lang": page.context.language.rawValue, "title": clean(page.title), "region": clean(page.region),
                "style": style, "skip": page.context.text(PageTexts.skip), "facts": page.facts,
                "links": page.links, "hasLinks": !page.links.isEmpty, "warning": page.warning,
            ]) + Symbols.definitions + "\n"
    }

    /// Everything before the sections of a page that is not about one round.
    func top(title: String, heading: String, language: Language, facts: [(label: String, value: String)]) -> Markup {
        render(
            "top",
            [
                "lang": language.rawValue, "title": clean(title), "region": clean(heading), "style": style,
                "skip": PageTexts.skip(language),
                "facts": facts.map { ["label": clean($0.label), "value": clean($0.value)] },
            ]) + Symbols.definitions + "\n"
    }

    /// Everything after them.
    func bottom(_ context: ReportContext) -> Markup { bottom(context.language) }

    func bottom(_ language: Language) -> Markup {
        render(
            "bottom",
            [
                "footer": PageTexts.footer(language), "script": script, "toTop": PageTexts.backToTop(language),
            ])
    }

    /// Method and limits.
    func method(_ context: ReportContext) -> Markup {
        render(
            "method",
            [
                "heading": context.text(PageTexts.methodTitle),
                "how": MethodTexts.how.map { context.text($0) },
                "limits": MethodTexts.limits.map { context.text($0) },
                "statsTitle": context.text(PageTexts.statsTitle),
                "stats": stats(context.snapshot.scan).map { stat in
                    ["label": MethodTexts.counter(stat.key, context.language), "value": String(stat.value)]
                },
            ])
    }

    /// The counters of a round; those of the statuses stand in the ladder already.
    private func stats(_ scan: ScanRecord) -> [(key: String, value: Int)] {
        scan.stats.filter { !$0.key.hasPrefix("status_") }.sorted { $0.key < $1.key }
    }

    private func render(_ name: String, _ values: [String: Any]) -> Markup {
        var markup = Markup()
        markup.bytes = Array((templates[name]?.render(values) ?? "").utf8)
        return markup
    }

    private func clean(_ text: String) -> String { PlainText.clean(text) }

    // MARK: Reading

    private static func template(_ name: String) throws(ReportError) -> MustacheTemplate {
        let text = try TemplateFolder.text(name + ".mustache")
        do { return try MustacheTemplate(string: text) } catch { throw .template(name: name) }
    }
}

/// What the banner of a page says.
struct Page {
    let context: ReportContext
    let title: String
    /// Label and value of each line under the title.
    var facts: [[String: String]]
    /// Anchor and label of each section.
    var links: [[String: String]]

    init(_ context: ReportContext, title: String, sections: [(anchor: String, label: Bilingual)]) {
        self.context = context
        self.title = title
        links = sections.map { ["anchor": $0.anchor, "label": context.text($0.label)] }
        facts = Self.facts(context)
    }

    var region: String { context.snapshot.regionTitle }

    /// Said when the round did not end.
    var warning: [String] { context.snapshot.scan.finishedAt == nil ? [context.text(PageTexts.unfinished)] : [] }

    private static func facts(_ context: ReportContext) -> [[String: String]] {
        let scan = context.snapshot.scan
        var checked = context.time.dateTime(scan.startedAt)
        if let end = scan.finishedAt { checked += " – " + context.time.dateTime(end) }
        var rows = [(PageTexts.checked, checked)]
        if let previous = context.snapshot.previous {
            rows.append((PageTexts.compared, context.time.dateTime(previous.finishedAt)))
        }
        rows += [
            (PageTexts.scan, scan.id), (PageTexts.tool, "ronda \(scan.toolVersion)"), (PageTexts.rules, scan.rulesHash),
        ]
        return rows.map { ["label": context.text($0.0), "value": PlainText.clean($0.1)] }
    }
}
