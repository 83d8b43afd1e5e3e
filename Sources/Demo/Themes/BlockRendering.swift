/// Markup of content blocks, per theme.
extension DemoTheme {
    /// Markup of several blocks, in order.
    func render(_ blocks: [DemoBlock], id: String = "p") -> String {
        blocks.enumerated().map { number, block in render(block, id: "\(id)\(number)") }.joined(separator: "\n")
    }

    private func render(_ block: DemoBlock, id: String) -> String {
        switch block {
        case .heading(let text), .emptyHeading(let text): heading(text, level: 2)
        case .subheading(let text): heading(text, level: 3)
        case .text(let text): "<p>\(DemoMarkup.escape(text))</p>"
        case .list(let items): "<ul>\n\(self.items(items))\n</ul>"
        case .steps(let items): self == .tables ? numbered(items) : "<ol>\n\(self.items(items))\n</ol>"
        case .table(let head, let rows): table(head: head, rows: rows)
        case .facts(let rows): facts(rows)
        case .panels(let panels): self.panels(panels, id: id)
        case .image(let file, let alt): image(file, alt)
        case .link(let label, let href): "<p>\(anchor(label, href))</p>"
        case .links(let links):
            "<ul>\n\(links.map { "<li>\(anchor($0.label, $0.href))</li>" }.joined(separator: "\n"))\n</ul>"
        case .form(let fields, let button): form(fields, button)
        case .html(let html): html
        }
    }

    private func heading(_ text: String, level: Int) -> String {
        let text = DemoMarkup.escape(text)
        switch self {
        case .tables: return "<p><b>\(text)</b></p>"
        case .cards where level > 2: return "<div class=\"judul-kecil\"><strong>\(text)</strong></div>"
        default: return "<h\(level)>\(text)</h\(level)>"
        }
    }

    private func items(_ items: [String]) -> String {
        items.map { "<li>\(DemoMarkup.escape($0))</li>" }.joined(separator: "\n")
    }

    private func numbered(_ items: [String]) -> String {
        "<p>" + items.enumerated().map { "\($0 + 1). \(DemoMarkup.escape($1))" }.joined(separator: "<br>\n") + "</p>"
    }

    private func table(head: [String], rows: [[String]]) -> String {
        let tag = self == .tables ? "td" : "th"
        let head = head.map { "<\(tag)>\(DemoMarkup.escape($0))</\(tag)>" }.joined()
        let body = rows.map { "<tr>" + $0.map { "<td>\(DemoMarkup.cell($0))</td>" }.joined() + "</tr>" }
        return """
            <table class="\(tableClass)" border="1">
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(body.joined(separator: "\n"))
            </tbody></table>
            """
    }

    private func facts(_ rows: [(label: String, value: String)]) -> String {
        let tag = self == .bootstrap ? "th" : "td"
        let body = rows.map {
            "<tr><\(tag)>\(DemoMarkup.escape($0.label))</\(tag)><td>\(DemoMarkup.cell($0.value))</td></tr>"
        }
        return "<table class=\"\(tableClass)\">\n\(body.joined(separator: "\n"))\n</table>"
    }

    private var tableClass: String {
        switch self {
        case .magazine: "wp-block-table"
        case .bootstrap: "table table-bordered table-striped"
        default: "tabel"
        }
    }

    private func panels(_ panels: [(label: String, blocks: [DemoBlock])], id: String) -> String {
        let numbered = panels.enumerated().map { ("\(id)-\($0)", $1) }
        switch self {
        case .bootstrap where id.hasSuffix("1"): return tabs(numbered)
        case .bootstrap: return accordion(numbered)
        case .cards:
            return numbered.map { id, panel in
                "<details><summary>\(DemoMarkup.escape(panel.label))</summary>\(render(panel.blocks, id: id))</details>"
            }.joined(separator: "\n")
        default:
            return numbered.map { id, panel in heading(panel.label, level: 2) + "\n" + render(panel.blocks, id: id) }
                .joined(separator: "\n")
        }
    }

    private typealias Panel = (String, (label: String, blocks: [DemoBlock]))

    private func accordion(_ panels: [Panel]) -> String {
        let items = panels.map { id, panel in
            """
            <div class="accordion-item">
            <h2 class="accordion-header"><button class="accordion-button collapsed" type="button" \
            data-bs-toggle="collapse" data-bs-target="#\(id)" aria-controls="\(id)">\
            \(DemoMarkup.escape(panel.label))</button></h2>
            <div id="\(id)" class="accordion-collapse collapse"><div class="accordion-body">
            \(render(panel.blocks, id: id))
            </div></div></div>
            """
        }
        return "<div class=\"accordion\">\n\(items.joined(separator: "\n"))\n</div>"
    }

    private func tabs(_ panels: [Panel]) -> String {
        let labels = panels.map { id, panel in
            "<li class=\"nav-item\"><button class=\"nav-link\" data-bs-toggle=\"tab\" data-bs-target=\"#\(id)\" role=\"tab\" aria-controls=\"\(id)\">\(DemoMarkup.escape(panel.label))</button></li>"
        }
        let bodies = panels.map { id, panel in
            "<div class=\"tab-pane fade\" id=\"\(id)\" role=\"tabpanel\">\n\(render(panel.blocks, id: id))\n</div>"
        }
        return """
            <ul class="nav nav-tabs" role="tablist">
            \(labels.joined(separator: "\n"))
            </ul>
            <div class="tab-content">
            \(bodies.joined(separator: "\n"))
            </div>
            """
    }

    private func image(_ file: String, _ alt: String) -> String {
        let folder = self == .magazine ? "/wp-content/uploads/2024/07/" : "/gambar/"
        return "<p><img src=\"\(folder)\(file)\" alt=\"\(DemoMarkup.escape(alt))\"></p>"
    }

    private func anchor(_ label: String, _ href: String) -> String {
        "<a href=\"\(href)\">\(DemoMarkup.escape(label))</a>"
    }

    private func form(_ fields: [String], _ button: String) -> String {
        let rows = fields.enumerated().map {
            "<label for=\"f\($0)\">\(DemoMarkup.escape($1))</label><input id=\"f\($0)\" name=\"f\($0)\">"
        }
        return """
            <form method="post" action="#">
            \(rows.joined(separator: "\n"))
            <button type="submit">\(DemoMarkup.escape(button))</button>
            </form>
            """
    }
}
