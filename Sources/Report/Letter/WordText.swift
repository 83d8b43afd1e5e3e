/// Paragraphs, tables and pictures of WordprocessingML.
enum WordText {
    /// One paragraph in a style; a tab in the text is a tab in Word.
    static func paragraph(_ text: String, style: String) -> Markup {
        let runs = text.split(separator: "\t", omittingEmptySubsequences: false).map { part -> Markup in
            "<w:t xml:space=\"preserve\">\(own: String(part))</w:t>"
        }
        let run: Markup = text.isEmpty ? "" : "<w:r>\(Markup.join(runs, separator: "<w:tab/>"))</w:r>"
        return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(run)</w:p>"
    }

    /// A table without lines.
    static func plainTable(widths: [Int], rows: [[Markup]]) -> Markup {
        let grid = Markup.join(widths.map { "<w:gridCol w:w=\"\($0)\"/>" })
        let body = rows.map { cells -> Markup in
            let marked = zip(cells, widths).map { cell, width -> Markup in
                "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>\(cell)</w:tc>"
            }
            return "<w:tr>\(Markup.join(marked))</w:tr>"
        }
        let total = widths.reduce(0, +)
        return """
            <w:tbl><w:tblPr><w:tblW w:w="\(total)" w:type="dxa"/><w:tblLayout w:type="fixed"/>\
            <w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>\
            <w:tblGrid>\(grid)</w:tblGrid>\(Markup.join(body))</w:tbl>
            """
    }

    /// Cells side by side, for the letterhead.
    static func frame(cells: [(width: Int, content: Markup)]) -> Markup {
        plainTable(widths: cells.map(\.width), rows: [cells.map(\.content)])
    }

    /// A table with lines, a head that repeats on every page, and rows that do not break.
    static func table(_ table: LetterDocument.Table, width: Int) -> Markup {
        let widths = table.columns.map { width * $0.share / 100 }
        let grid = Markup.join(widths.map { "<w:gridCol w:w=\"\($0)\"/>" })
        let head = Markup.join(
            zip(table.columns, widths).map { column, width in
                cell(paragraph(column.title, style: "TabelJudul"), width: width, shade: "12355B")
            })
        var rows: Markup = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(head)</w:tr>"
        for group in table.groups {
            if let title = group.title {
                let wide = cell(
                    paragraph(title, style: "TabelKelompok"), width: widths.reduce(0, +), shade: "E4E9EF",
                    span: table.columns.count)
                rows += "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(wide)</w:tr>"
            }
            rows += Markup.join(group.rows.map { row($0, widths) })
        }
        return """
            <w:tbl><w:tblPr><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/>\(borders)<w:tblLayout w:type="fixed"/>\
            <w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>\
            <w:tblGrid>\(grid)</w:tblGrid>\(rows)</w:tbl>\(paragraph("", style: "Rapat"))
            """
    }

    private static func row(_ cells: [String], _ widths: [Int]) -> Markup {
        let marked = zip(cells, widths).map { text, width in
            cell(paragraph(text, style: "TabelIsi"), width: width)
        }
        return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(Markup.join(marked))</w:tr>"
    }

    private static func cell(_ content: Markup, width: Int, shade: String? = nil, span: Int = 1) -> Markup {
        let spanned: Markup = span > 1 ? "<w:gridSpan w:val=\"\(span)\"/>" : ""
        let shaded: Markup = shade.map { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\($0)\"/>" } ?? ""
        return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(spanned)\(shaded)</w:tcPr>\(content)</w:tc>"
    }

    private static let borders: Markup = """
        <w:tblBorders><w:top w:val="single" w:sz="4" w:color="333333"/><w:left w:val="single" w:sz="4" w:color="333333"/>\
        <w:bottom w:val="single" w:sz="4" w:color="333333"/><w:right w:val="single" w:sz="4" w:color="333333"/>\
        <w:insideH w:val="single" w:sz="4" w:color="333333"/><w:insideV w:val="single" w:sz="4" w:color="333333"/></w:tblBorders>
        """

    /// The emblem in a box of 24 mm, in English Metric Units (360,000 a centimetre).
    static func picture(_ logo: LetterDocument.Logo) -> Markup {
        let side = 864_000
        let scale = Double(side) / Double(max(logo.width, logo.height))
        let width = Int(Double(logo.width) * scale)
        let height = Int(Double(logo.height) * scale)
        return """
            <w:r><w:drawing><wp:inline><wp:extent cx="\(width)" cy="\(height)"/><wp:docPr id="1" name="Lambang" descr="Lambang"/>\
            <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>\
            <pic:nvPicPr><pic:cNvPr id="1" name="Lambang"/><pic:cNvPicPr/></pic:nvPicPr>\
            <pic:blipFill><a:blip r:embed="rLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="\(width)" cy="\(height)"/></a:xfrm>\
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
            </w:drawing></w:r>
            """
    }
}
