import Foundation

/// A letter as one HTML file that asks for nothing else: for the screen, and on A4 for the PDF.
enum LetterPage {
    static func markup(_ letter: LetterDocument) throws(ReportError) -> Markup {
        let style = Markup(ours: try TemplateFolder.text("surat.css"))
        return """
            <!doctype html>
            <html lang="id">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <meta name="generator" content="ronda">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
            <link rel="icon" href="data:,">
            <title>\(letter.subject)</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            <main class="sheet">
            \(head(letter))\(opening(letter))\(Markup.join(letter.body.map(block)))\(signature(letter))\(copies(letter))</main>
            \(Markup.join(letter.annexes.map { annex($0, letter) }))</body>
            </html>

            """
    }

    private static func head(_ letter: LetterDocument) -> Markup {
        let head = letter.head
        let logo: Markup =
            head.logo.map { logo in
                let data = Data(logo.bytes).base64EncodedString()
                return "<img src=\"data:image/\(logo.form.rawValue);base64,\(own: data)\" alt=\"Lambang\">"
            } ?? ""
        let stamp: Markup = letter.stamp.map { "<p class=\"stamp\">\($0)</p>\n" } ?? ""
        return """
            \(stamp)<header class="kop">\(logo)<div><p class="government">\(head.government)</p>
            <p class="office">\(head.office)</p>
            \(Markup.join(head.lines.map { "<p>\($0)</p>" }, separator: "\n"))</div></header>

            """
    }

    private static func opening(_ letter: LetterDocument) -> Markup {
        let rows = [
            ("Nomor", letter.number), ("Sifat", letter.nature), ("Lampiran", letter.enclosure), ("Hal", letter.subject),
        ]
        let table = Markup.join(
            rows.map { "<tr><th scope=\"row\">\($0.0)</th><td>: </td><td>\($0.1, limit: 400)</td></tr>\n" })
        return """
            <p class="date">\(letter.placeAndDate)</p>
            <table class="facts">
            \(table)</table>
            <p class="to">Yth. \(Markup.join(letter.addressee.map { "\($0)" }, separator: "<br>\n"))</p>

            """
    }

    private static func block(_ block: LetterDocument.Block) -> Markup {
        switch block {
        case .paragraph(let text): "<p class=\"text\">\(own: text)</p>\n"
        case .heading(let text): "<h3>\(own: text)</h3>\n"
        case .list(let items): "<ol>\n\(Markup.join(items.map { "<li>\(own: $0)</li>\n" }))</ol>\n"
        case .quotation(let text): "<blockquote>\(own: text)</blockquote>\n"
        case .note(let text):
            "<p class=\"note\"><strong>Catatan penyusun, hapus sebelum ditandatangani:</strong> \(own: text)</p>\n"
        case .table(let table): self.table(table)
        }
    }

    private static func table(_ table: LetterDocument.Table) -> Markup {
        let columns = Markup.join(table.columns.map { "<col style=\"width:\($0.share)%\">" })
        let heads = Markup.join(table.columns.map { "<th scope=\"col\">\($0.title)</th>" })
        let groups = table.groups.map { group -> Markup in
            let title: Markup =
                group.title.map {
                    "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(table.columns.count)\">\(own: $0)</th></tr>\n"
                } ?? ""
            return "<tbody>\n\(title)\(Markup.join(group.rows.map(row)))</tbody>\n"
        }
        return """
            <table class="list"><colgroup>\(columns)</colgroup>
            <thead><tr>\(heads)</tr></thead>
            \(Markup.join(groups))</table>

            """
    }

    /// The second cell names the row.
    private static func row(_ cells: [String]) -> Markup {
        let marked = cells.enumerated().map { index, text -> Markup in
            index == 1 ? "<th scope=\"row\">\(own: text)</th>" : "<td>\(own: text)</td>"
        }
        return "<tr>\(Markup.join(marked))</tr>\n"
    }

    private static func signature(_ letter: LetterDocument) -> Markup {
        let person = letter.signature
        let onBehalf: Markup = person.onBehalf.map { "<p>\($0),</p>\n" } ?? ""
        return """
            <div class="signature">
            \(onBehalf)<p>\(person.post),</p>
            <p class="room">ruang tanda tangan elektronik (TTE) atau tanda tangan dan cap dinas</p>
            <p class="name">\(person.name)</p>
            <p>\(person.rank)</p>
            <p>NIP \(person.number)</p>
            </div>

            """
    }

    private static func copies(_ letter: LetterDocument) -> Markup {
        guard !letter.copies.isEmpty else { return "" }
        return """
            <div class="copies"><p>Tembusan:</p>
            <ol>
            \(Markup.join(letter.copies.map { "<li>\($0)</li>\n" }))</ol></div>

            """
    }

    private static func annex(_ annex: LetterDocument.Annex, _ letter: LetterDocument) -> Markup {
        let turned: Markup = annex.isLandscape ? " landscape" : ""
        return """
            <section class="sheet annex\(turned)">
            <table class="facts of"><tr><th scope="row">\(annex.title)</th><td>: </td><td>Surat \(letter.signature.post)</td></tr>
            <tr><th scope="row">Nomor</th><td>: </td><td>\(letter.number)</td></tr>
            <tr><th scope="row">Tanggal</th><td>: </td><td>\(date(letter))</td></tr></table>
            <h2>\(annex.heading, limit: 400)</h2>
            \(Markup.join(annex.body.map(block)))</section>

            """
    }

    /// The date without its place.
    static func date(_ letter: LetterDocument) -> String {
        letter.placeAndDate.split(separator: ", ", maxSplits: 1).last.map(String.init) ?? letter.placeAndDate
    }
}
