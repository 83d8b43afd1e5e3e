import Model
import Parse

/// Office files as pages: a ZIP of XML, each part unpacked up to a limit, no entity of the document ever resolved.
///
/// Runs in this process, without a program of others: what reads it is libzip and libxml2 through Parse.
public enum OfficeFile {
    /// Why a file gave nothing, or less than it holds.
    enum Note: String {
        case damaged, tooLarge = "too_large", truncated
    }

    struct Answer {
        var page: ParsedPage
        var note: Note?
    }

    /// Reads an archive as the office file it is; what it is not, the notes say. `partBytes` bounds each part unpacked.
    public static func read(_ body: [UInt8], address: WebAddress, partBytes: Int = 16_000_000) -> ReadDocument {
        let kind = DocumentKind.inside(body)
        let title = String(address.path.split(separator: "/").last ?? "")
        let means: ReadMeans = kind == .xlsx ? .sheet : kind == .pptx ? .slides : .word
        guard kind != .archive else {
            let page = BlockWriter(address: address, title: title).page
            return ReadDocument(page: page, means: means, notes: [kind.rawValue], isWhole: false)
        }
        let answer = read(body, kind: kind, address: address, title: title, partBytes: partBytes)
        return ReadDocument(
            page: answer.page, means: means,
            notes: [kind.rawValue] + (answer.note.map { [kind.rawValue + "_" + $0.rawValue] } ?? []),
            isWhole: answer.note == nil && kind != .xlsx)
    }

    static func read(_ body: [UInt8], kind: DocumentKind, address: WebAddress, title: String, partBytes: Int) -> Answer
    {
        let writer = BlockWriter(address: address, title: title)
        guard let archive = ZipArchive(body) else { return Answer(page: writer.page, note: .damaged) }
        switch kind {
        case .docx: return word(archive, writer, partBytes)
        case .odt:
            let reader = OpenDocument(writer)
            let note = feed("content.xml", archive, reader, partBytes)
            return answer(reader.writer, note)
        case .pptx: return slides(archive, writer, partBytes)
        case .xlsx: return sheet(body, writer)
        case .pdf, .png, .jpeg, .gif, .webp, .bmp, .tiff, .oldOffice, .packed, .archive:
            return Answer(page: writer.page, note: .damaged)
        }
    }

    private static func answer(_ writer: BlockWriter, _ note: Note?) -> Answer {
        Answer(page: writer.page, note: note ?? (writer.isFull ? .truncated : nil))
    }

    private static func word(_ archive: borrowing ZipArchive, _ writer: BlockWriter, _ limit: Int) -> Answer {
        let styles = WordStyles()
        _ = feed("word/styles.xml", archive, styles, min(limit, 8_000_000))
        // Files without a style part use the ids Word gives in English and Indonesian.
        var levels = styles.levels
        for level in UInt8(1)...6 {
            levels["Heading\(level)"] = levels["Heading\(level)"] ?? level
            levels["Judul\(level)"] = levels["Judul\(level)"] ?? level
        }
        let reader = WordDocument(writer, styles: levels)
        let note = feed("word/document.xml", archive, reader, limit)
        return answer(reader.writer, note)
    }

    /// Slides in the order of their numbers, 200 at most.
    private static func slides(_ archive: borrowing ZipArchive, _ writer: BlockWriter, _ limit: Int) -> Answer {
        let names = archive.names(limit: 5000).filter { $0.hasPrefix("ppt/slides/slide") && $0.hasSuffix(".xml") }
        let numbers = names.compactMap { Int($0.dropFirst(16).dropLast(4)) }.sorted()
        var writer = writer
        var note: Note?
        var budget = limit
        for number in numbers.prefix(200) where budget > 0 {
            let reader = SlideText(writer)
            let part = "ppt/slides/slide\(number).xml"
            note = note ?? feed(part, archive, reader, min(budget, 4_000_000))
            writer = reader.writer
            budget -= 500_000
        }
        return answer(writer, note ?? (numbers.count > 200 ? .truncated : nil))
    }

    /// The first visible sheet, its rows as a table.
    private static func sheet(_ body: [UInt8], _ writer: BlockWriter) -> Answer {
        var writer = writer
        do {
            let rows = try Workbook.rows(xlsx: body)
            for (row, cells) in rows.enumerated() {
                for (column, cell) in cells.enumerated() where !cell.isEmpty {
                    writer.add(cell.utf8, kind: .tableCell, cell: (0, Int32(row), Int32(column)))
                }
            }
            return answer(writer, nil)
        } catch {
            return Answer(page: writer.page, note: error.kind == .tooLarge ? .tooLarge : .damaged)
        }
    }

    /// Feeds one part to a reader; a part that is not well formed counts as far as it was read.
    private static func feed(
        _ part: String, _ archive: borrowing ZipArchive, _ reader: some XMLHandler, _ limit: Int
    ) -> Note? {
        switch archive.entry(part, limit: limit) {
        case .missing, .damaged: return .damaged
        case .tooLarge: return .tooLarge
        case .bytes(let xml):
            // Office files declare no entities; one that does is a bomb or broken, and its references stand for nothing.
            if xml.prefix(4096).holds("<!DOCTYPE") { return .damaged }
            return XMLReader.read(xml, handler: reader) ? nil : .damaged
        }
    }
}
