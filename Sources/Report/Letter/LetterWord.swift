import Archive
import Model

/// A letter as a Word document (Office Open XML, ECMA-376 transitional): real paragraphs, tables and styles to edit.
enum LetterWord {
    /// The bytes of the `.docx`; the same letter and time give the same bytes.
    ///
    /// - Throws: `tooLarge` above 4 GB, which no letter reaches.
    static func bytes(_ letter: LetterDocument, madeAt: Timestamp) throws(ArchiveError) -> [UInt8] {
        let logo = letter.head.logo
        var parts = [
            ("[Content_Types].xml", WordParts.contentTypes(logo?.form).bytes),
            ("_rels/.rels", WordParts.packageLinks.bytes),
            ("docProps/core.xml", WordParts.properties(title: letter.subject, madeAt: madeAt).bytes),
            ("word/_rels/document.xml.rels", WordParts.documentLinks(logo?.form).bytes),
            ("word/styles.xml", WordParts.styles.bytes), ("word/settings.xml", WordParts.settings.bytes),
            ("word/footer1.xml", WordParts.footer.bytes), ("word/document.xml", document(letter).bytes),
        ]
        if let logo { parts.append(("word/media/lambang.\(logo.form.rawValue)", logo.bytes)) }
        var zip = ZipWriter(madeAt: madeAt)
        var bytes: [UInt8] = []
        for (name, content) in parts { bytes += try zip.entry(name, content) }
        return bytes + (try zip.end())
    }

    private static func document(_ letter: LetterDocument) -> Markup {
        var body = head(letter) + opening(letter)
        body += Markup.join(letter.body.map { block($0, width: Paper.portrait.text) })
        body += signature(letter) + copies(letter)
        // The properties of a section stand in the last paragraph of it; those of the last section at the end.
        var paper = Paper.portrait
        for annex in letter.annexes {
            body += "<w:p><w:pPr>\(paper.section)</w:pPr></w:p>"
            paper = annex.isLandscape ? .landscape : .annex
            body += self.annex(annex, letter, width: paper.text)
        }
        return """
            \(WordParts.declaration)<w:document \(WordParts.spaces)><w:body>\(body)\(paper.section)</w:body></w:document>
            """
    }

    // MARK: Parts of the letter

    private static func head(_ letter: LetterDocument) -> Markup {
        let head = letter.head
        var result = Markup()
        if let stamp = letter.stamp { result += WordText.paragraph(stamp, style: "Stempel") }
        let names =
            WordText.paragraph(head.government, style: "KopPemerintah")
            + WordText.paragraph(head.office, style: "KopKantor")
            + Markup.join(head.lines.map { WordText.paragraph($0, style: "KopBaris") })
        if let logo = head.logo {
            let picture = WordText.picture(logo)
            result += WordText.frame(
                cells: [(1_500, "<w:p>\(picture)</w:p>"), (Paper.portrait.text - 1_500, names)])
        } else {
            result += names
        }
        return result + WordText.paragraph("", style: "KopGaris")
    }

    private static func opening(_ letter: LetterDocument) -> Markup {
        let rows = [
            ("Nomor", letter.number), ("Sifat", letter.nature), ("Lampiran", letter.enclosure), ("Hal", letter.subject),
        ]
        var result = WordText.paragraph(letter.placeAndDate, style: "Tanggal") + facts(rows, width: Paper.portrait.text)
        result += WordText.paragraph("", style: "Rapat")
        for (index, line) in letter.addressee.enumerated() {
            result += WordText.paragraph((index == 0 ? "Yth. " : "") + line, style: "Rapat")
        }
        return result + WordText.paragraph("", style: "Rapat")
    }

    private static func facts(_ rows: [(String, String)], width: Int) -> Markup {
        WordText.plainTable(
            widths: [1_300, 250, width - 1_550],
            rows: rows.map { row in
                [row.0, ":", row.1].map { WordText.paragraph($0, style: "Rapat") }
            })
    }

    private static func block(_ block: LetterDocument.Block, width: Int) -> Markup {
        switch block {
        case .paragraph(let text): WordText.paragraph(text, style: "Isi")
        case .heading(let text): WordText.paragraph(text, style: "Subjudul")
        case .quotation(let text): WordText.paragraph(text, style: "Kutipan")
        case .note(let text):
            WordText.paragraph("Catatan penyusun, hapus sebelum ditandatangani: " + text, style: "Catatan")
        case .list(let items): list(items)
        case .table(let table): WordText.table(table, width: width)
        }
    }

    private static func list(_ items: [String]) -> Markup {
        Markup.join(
            items.enumerated().map { WordText.paragraph("\($0.offset + 1).\t\($0.element)", style: "Butir") })
    }

    private static func signature(_ letter: LetterDocument) -> Markup {
        let person = letter.signature
        let lines =
            (person.onBehalf.map { ["\($0),"] } ?? []) + ["\(person.post),"]
        let end = [person.name, person.rank, "NIP \(person.number)"]
        return WordText.paragraph("", style: "Rapat")
            + Markup.join(lines.map { WordText.paragraph($0, style: "TandaTangan") })
            + WordText.paragraph(
                "(ruang tanda tangan elektronik (TTE) atau tanda tangan dan cap dinas)", style: "RuangTTE")
            + Markup.join(
                end.enumerated().map { WordText.paragraph($1, style: $0 == 0 ? "TandaTanganNama" : "TandaTangan") })
    }

    private static func copies(_ letter: LetterDocument) -> Markup {
        guard !letter.copies.isEmpty else { return "" }
        return WordText.paragraph("", style: "Rapat") + WordText.paragraph("Tembusan:", style: "Rapat")
            + list(letter.copies)
    }

    private static func annex(_ annex: LetterDocument.Annex, _ letter: LetterDocument, width: Int) -> Markup {
        let rows = [
            (annex.title, "Surat \(letter.signature.post)"), ("Nomor", letter.number),
            ("Tanggal", LetterPage.date(letter)),
        ]
        return facts(rows, width: width) + WordText.paragraph(annex.heading, style: "JudulLampiran")
            + Markup.join(annex.body.map { block($0, width: width) })
    }
}

/// A sheet of A4 in twentieths of a point.
struct Paper {
    let width: Int
    let height: Int
    let left: Int
    let right: Int

    static let portrait = Paper(width: 11_906, height: 16_838, left: 1_417, right: 1_134)
    static let annex = Paper(width: 11_906, height: 16_838, left: 1_247, right: 1_021)
    static let landscape = Paper(width: 16_838, height: 11_906, left: 851, right: 851)

    /// Width of the text.
    var text: Int { width - left - right }

    var section: Markup {
        let turned: Markup = width > height ? " w:orient=\"landscape\"" : ""
        return """
            <w:sectPr><w:footerReference w:type="default" r:id="rFooter"/><w:pgSz w:w="\(width)" w:h="\(height)"\(turned)/>\
            <w:pgMar w:top="1134" w:right="\(right)" w:bottom="1134" w:left="\(left)" w:header="567" w:footer="567" w:gutter="0"/>\
            </w:sectPr>
            """
    }
}
