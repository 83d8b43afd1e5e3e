import Model

/// The parts of a `.docx` that say how things look and hang together.
enum WordParts {
    static let declaration: Markup = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    static let spaces: Markup = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
        """

    static func contentTypes(_ logo: LetterDocument.Logo.Form?) -> Markup {
        let picture: Markup =
            logo.map { "<Default Extension=\"\($0.rawValue)\" ContentType=\"image/\($0.rawValue)\"/>" } ?? ""
        let word: Markup = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        return """
            \(declaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\(picture)\
            <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
            <Override PartName="/word/settings.xml" ContentType="\(word).settings+xml"/>\
            <Override PartName="/word/footer1.xml" ContentType="\(word).footer+xml"/>\
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
            </Types>
            """
    }

    private static let office: Markup = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    static let packageLinks: Markup = """
        \(declaration)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rMain" Type="\(office)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="rCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
        </Relationships>
        """

    static func documentLinks(_ logo: LetterDocument.Logo.Form?) -> Markup {
        let picture: Markup =
            logo.map { "<Relationship Id=\"rLogo\" Type=\"\(office)/image\" Target=\"media/lambang.\($0.rawValue)\"/>" }
            ?? ""
        return """
            \(declaration)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rStyles" Type="\(office)/styles" Target="styles.xml"/>\
            <Relationship Id="rSettings" Type="\(office)/settings" Target="settings.xml"/>\
            <Relationship Id="rFooter" Type="\(office)/footer" Target="footer1.xml"/>\(picture)</Relationships>
            """
    }

    static func properties(title: String, madeAt: Timestamp) -> Markup {
        """
        \(declaration)<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(title)</dc:title><dc:creator>ronda</dc:creator>\
        <dc:language>id-ID</dc:language>\
        <dcterms:created xsi:type="dcterms:W3CDTF">\(madeAt.iso8601)</dcterms:created></cp:coreProperties>
        """
    }

    static let settings: Markup = """
        \(declaration)<w:settings \(spaces)><w:defaultTabStop w:val="567"/><w:compat><w:compatSetting w:name="compatibilityMode" \
        w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
        """

    static let footer: Markup = """
        \(declaration)<w:ftr \(spaces)><w:p><w:pPr><w:pStyle w:val="Kaki"/></w:pPr>\(field("PAGE"))\
        <w:r><w:t xml:space="preserve"> / </w:t></w:r>\(field("NUMPAGES"))</w:p></w:ftr>
        """

    private static func field(_ name: Markup) -> Markup {
        """
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> \(name) </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
        """
    }

    // MARK: Styles

    /// One visual language with surat.css: Arial 12 for the letter, 9 for its tables.
    static let styles: Markup = """
        \(declaration)<w:styles \(spaces)><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" \
        w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault>\
        <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
        \(style("Isi", "<w:spacing w:after=\"140\"/><w:ind w:firstLine=\"680\"/>"))\
        \(style("Rapat", "<w:spacing w:after=\"0\"/>"))\
        \(style("Tanggal", "<w:spacing w:after=\"160\"/><w:jc w:val=\"right\"/>"))\
        \(style("Butir", "<w:spacing w:after=\"60\"/><w:ind w:left=\"567\" w:hanging=\"567\"/>"))\
        \(style("Subjudul", "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\"/>", "<w:b/><w:sz w:val=\"22\"/>"))\
        \(style("Kutipan", quotation, "<w:sz w:val=\"22\"/>"))\
        \(style("Catatan", note, "<w:sz w:val=\"20\"/>"))\
        \(style("KopPemerintah", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"26\"/>"))\
        \(style("KopKantor", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"30\"/>"))\
        \(style("KopBaris", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", "<w:sz w:val=\"19\"/>"))\
        \(style("KopGaris", line, "<w:sz w:val=\"8\"/>"))\
        \(style("Stempel", box, "<w:b/><w:color w:val=\"8F170F\"/>"))\
        \(style("TandaTangan", "<w:keepNext/><w:keepLines/><w:spacing w:after=\"0\"/><w:ind w:left=\"4700\"/>"))\
        \(style("TandaTanganNama", "<w:keepNext/><w:keepLines/><w:spacing w:after=\"0\"/><w:ind w:left=\"4700\"/>", "<w:b/>"))\
        \(style("RuangTTE", "<w:keepNext/><w:spacing w:before=\"500\" w:after=\"500\"/><w:ind w:left=\"4700\"/>", "<w:color w:val=\"595959\"/><w:sz w:val=\"17\"/>"))\
        \(style("JudulLampiran", "<w:spacing w:before=\"240\" w:after=\"200\"/><w:jc w:val=\"center\"/>", "<w:b/>"))\
        \(style("TabelJudul", "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:color w:val=\"FFFFFF\"/><w:sz w:val=\"18\"/>"))\
        \(style("TabelKelompok", "<w:keepNext/><w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:sz w:val=\"18\"/>"))\
        \(style("TabelIsi", "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"18\"/>"))\
        \(style("Kaki", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", "<w:color w:val=\"444444\"/><w:sz w:val=\"17\"/>"))\
        </w:styles>
        """

    private static let quotation: Markup = """
        <w:keepLines/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="12355B"/></w:pBdr>\
        <w:shd w:val="clear" w:color="auto" w:fill="F4F6F9"/><w:ind w:left="284"/>
        """
    private static let note: Markup = """
        <w:pBdr><w:top w:val="dashed" w:sz="6" w:space="4" w:color="8A5200"/><w:left w:val="dashed" w:sz="6" w:space="4" w:color="8A5200"/>\
        <w:bottom w:val="dashed" w:sz="6" w:space="4" w:color="8A5200"/><w:right w:val="dashed" w:sz="6" w:space="4" w:color="8A5200"/></w:pBdr>\
        <w:shd w:val="clear" w:color="auto" w:fill="FFF7E6"/>
        """
    private static let line: Markup = """
        <w:pBdr><w:top w:val="thickThinSmallGap" w:sz="18" w:space="4" w:color="000000"/></w:pBdr><w:spacing w:before="80" w:after="80"/>
        """
    private static let box: Markup = """
        <w:pBdr><w:top w:val="single" w:sz="12" w:space="4" w:color="8F170F"/><w:left w:val="single" w:sz="12" w:space="4" w:color="8F170F"/>\
        <w:bottom w:val="single" w:sz="12" w:space="4" w:color="8F170F"/><w:right w:val="single" w:sz="12" w:space="4" w:color="8F170F"/></w:pBdr>\
        <w:jc w:val="center"/>
        """

    /// A paragraph style; the order of its parts is that of the schema.
    private static func style(_ name: Markup, _ paragraph: Markup, _ run: Markup = "") -> Markup {
        """
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="\(name)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/>\
        <w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
        """
    }
}
