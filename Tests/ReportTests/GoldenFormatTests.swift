import Foundation
import Model
import Rules
import Testing

@testable import Report

/// Golden files of XLSX, DOCX and PDF: not their bytes, but what a program that knows nothing of Ronda reads in them.
/// `UPDATE_GOLDEN=1 swift test --filter GoldenFormatTests` rewrites them.
@Suite(.enabled(if: Python.has("zipfile"), "python3 is not here"))
struct GoldenFormatTests {
    // MARK: XLSX

    /// Every sheet with its columns, pane, filter, paper, repeated rows and cells: value, kind and number format.
    private static let workbook = """
        import sys, zipfile, xml.etree.ElementTree as tree
        n = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        book = zipfile.ZipFile(sys.argv[1])
        part = lambda name: tree.fromstring(book.read("xl/" + name))
        attributes = lambda e: " ".join(f"{k.split('}')[-1]}={v}" for k, v in sorted(e.attrib.items()))
        styles = part("styles.xml")
        codes = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(n + "numFmt")}
        formats = [codes.get(x.get("numFmtId"), x.get("numFmtId")) for x in styles.find(n + "cellXfs")]
        bold = [f.find(n + "b") is not None for f in styles.find(n + "fonts")]
        weights = [bold[int(x.get("fontId"))] for x in styles.find(n + "cellXfs")]
        names = [s.get("name") for s in part("workbook.xml").iter(n + "sheet")]
        for name in part("workbook.xml").iter(n + "definedName"):
            print("name", name.get("name"), name.text)
        for number, name in enumerate(names, 1):
            sheet = part(f"worksheets/sheet{number}.xml")
            print("sheet", name)
            for tag in ["pane", "col", "autoFilter", "pageSetup", "pageMargins", "printOptions", "mergeCell"]:
                for found in sheet.iter(n + tag):
                    print(" ", tag, attributes(found))
            for tag in ["oddHeader", "oddFooter"]:
                for found in sheet.iter(n + tag):
                    print(" ", tag, found.text)
            for cell in sheet.iter(n + "c"):
                kind, style, value = cell.get("t", "n"), int(cell.get("s", "0")), cell.find(n + "v")
                text = "".join(cell.find(n + "is").itertext()) if kind == "inlineStr" else "" if value is None else value.text
                if cell.find(n + "f") is not None: text += " FORMULA"
                print(" ", cell.get("r"), kind, formats[style], "bold" if weights[style] else "-", ascii(text)[1:-1] if kind == "n" else text.replace("\\n", "\\\\n"))
        """

    @Test func list() throws {
        let folder = try TemporaryFolder()
        try ReportWriter(words: .sample()).writeMissing(snapshot: SampleSnapshot.full, to: folder.path)
        try Golden.compare(
            try Python.run(Self.workbook, [folder.path + "/daftar-tanpa-situs.xlsx"]),
            with: "daftar-tanpa-situs.xlsx.txt")
    }

    // MARK: DOCX

    /// Paper, footers, styles and every paragraph and table of the document in order, each with its style.
    private static let document = """
        import sys, zipfile, xml.etree.ElementTree as tree
        n = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        book = zipfile.ZipFile(sys.argv[1])
        print("parts", *sorted(book.namelist()))
        attributes = lambda e: " ".join(f"{k.split('}')[-1]}={v}" for k, v in sorted(e.attrib.items()))
        body = tree.fromstring(book.read("word/document.xml")).find(n + "body")
        def words(p):
            signs = {n + "t": lambda e: e.text or "", n + "tab": lambda e: "\\\\t", n + "br": lambda e: "\\\\n"}
            return "".join(signs[e.tag](e) for r in p.iter(n + "r") for e in r if e.tag in signs)
        def paragraph(p, indent):
            style = p.find(f"{n}pPr/{n}pStyle")
            print(indent + "[" + ("" if style is None else style.get(n + "val")) + "]", words(p))
            for section in p.iter(n + "sectPr"): paper(section, indent)
        def paper(section, indent):
            print(indent + "paper", attributes(section.find(n + "pgSz")), attributes(section.find(n + "pgMar")))
        for e in body:
            if e.tag == n + "p": paragraph(e, "")
            if e.tag == n + "sectPr": paper(e, "")
            if e.tag == n + "tbl":
                print("table", *[attributes(c) for c in e.find(n + "tblGrid")])
                for row in e.iter(n + "tr"):
                    print("  row" + (" head" if row.find(f"{n}trPr/{n}tblHeader") is not None else ""))
                    for cell in row.iter(n + "tc"):
                        span = cell.find(f"{n}tcPr/{n}gridSpan")
                        if span is not None: print("    spans", span.get(n + "val"))
                        for p in cell.iter(n + "p"): paragraph(p, "    ")
        for name in sorted(book.namelist()):
            if "footer" in name and "rels" not in name:
                print(name, "".join(tree.fromstring(book.read(name)).itertext()))
        for style in tree.fromstring(book.read("word/styles.xml")).iter(n + "style"):
            print("style", style.get(n + "styleId"), *[attributes(s) for s in style.iter(n + "sz")])
        """

    @Test(arguments: ["surat-kominfo", "surat-instansi"]) func word(_ name: String) throws {
        let folder = try TemporaryFolder()
        let bytes = try LetterWord.bytes(Self.letter(name), madeAt: Timestamp(milliseconds: 1_795_000_000_000))
        try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/surat.docx"))
        try Golden.compare(
            try Python.run(Self.document, [folder.path + "/surat.docx"]), with: "\(name).docx.txt")
    }

    /// The list, and what an office with a site lacks.
    private static func letter(_ name: String) throws -> LetterDocument {
        name == "surat-kominfo"
            ? try LetterTests.list(SampleSnapshot.full) : try LetterTests.office(SampleSnapshot.active)
    }

    // MARK: PDF

    /// Sheets as poppler measures them, and the words in the order they were drawn, without the blanks between them: where lines and
    /// pages break depends on the fonts of the machine.
    private static let print = """
        import re, subprocess, sys
        ask = lambda *words: subprocess.run(words, capture_output=True, text=True, check=True).stdout
        info = ask("pdfinfo", "-l", "-1", sys.argv[1])
        for line in sorted(set(re.findall(r"Page +[0-9]+ size: +(.*)", info))): print("sheet", line)
        print(re.search(r"Title: +(.*)", info).group(0))
        fonts = ask("pdffonts", sys.argv[1]).splitlines()[2:]
        print("fonts", "embedded" if fonts and all(f.split()[-5] == "yes" for f in fonts) else "NOT EMBEDDED")
        text = re.sub(r"[0-9]+ / [0-9]+\\s*\\f", "", ask("pdftotext", "-raw", sys.argv[1], "-"))
        text = re.sub(r"[\\s\\u00ad]+", "", text)
        print(*re.findall(r".{1,100}", text), sep="\\n")
        """

    @Test(
        .enabled(if: PaperEngine.isInstalled && Python.hasPoppler, "weasyprint or poppler is not here"),
        arguments: ["surat-kominfo", "surat-instansi", "perbandingan"])
    func paper(_ name: String) throws {
        let folder = try TemporaryFolder()
        let page = folder.path + "/\(name).html"
        if name == "perbandingan" {
            let facts = ComparisonFacts(ComparisonTests.sample, words: .sample())
            try ComparisonPage(facts: facts, ranking: false).write(to: page)
        } else {
            let markup = try LetterPage.markup(Self.letter(name))
            try Data(markup.bytes).write(to: URL(fileURLWithPath: page))
        }
        try PaperEngine().print(page, to: folder.path + "/a.pdf")
        try Golden.compare(try Python.run(Self.print, [folder.path + "/a.pdf"]), with: "\(name).pdf.txt")
    }
}

extension Python {
    static var hasPoppler: Bool {
        (try? run("import shutil; assert shutil.which('pdftotext') and shutil.which('pdffonts')", [])) != nil
    }
}

/// The files that a test compares with.
enum Golden {
    static func compare(_ text: String, with name: String) throws {
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Golden/\(name)")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: golden)
            return
        }
        let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
        guard text != expected else { return }
        let difference = zip(text.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
        Issue.record("\(name) differs from its golden file: \(difference.map { "\($0.0)\n≠ \($0.1)" } ?? "length")")
    }
}
