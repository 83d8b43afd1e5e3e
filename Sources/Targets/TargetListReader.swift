import Foundation
import Model
import Parse
import Rules

/// Reads target lists as offices make them.
public enum TargetListReader {
    /// Reads one CSV or XLSX file.
    ///
    /// - Throws: `TargetsError` when there is nothing to read; what is wrong in single rows is in `problems`.
    public static func read(path: String, book: RuleBook, language: Language = .id) throws(TargetsError) -> TargetList {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(file: path) }
        return try read(bytes: [UInt8](data), file: path, book: book, language: language)
    }

    /// Reads several files as one list; codes are unique over all of them.
    public static func read(paths: [String], book: RuleBook, language: Language = .id) throws(TargetsError)
        -> TargetList
    {
        var all = TargetList(targets: [])
        for path in paths {
            let list = try read(path: path, book: book, language: language)
            all.targets += list.targets
            all.problems += list.problems
        }
        if paths.count > 1 { all.problems += ListChecks.makeCodesUnique(&all.targets).map { $0.said(in: language) } }
        return all
    }

    /// Reads the bytes of a file; `file` is the name that problems give.
    public static func read(
        bytes: [UInt8], file: String, book: RuleBook, language: Language = .id
    ) throws(TargetsError) -> TargetList {
        let table = try table(bytes, file: file)
        let layout = ListLayout(table)
        var rows = RowReader(table: table, layout: layout, book: book)
        var targets = table.rows.compactMap { rows.read($0) }
        var problems = table.problems + layout.problems + rows.problems
        problems += ListChecks.fillRegions(&targets, file: file, book: book)
        ListChecks.fillCodes(&targets)
        problems += ListChecks.makeCodesUnique(&targets)
        problems += ListChecks.resolveParents(&targets)
        problems += ListChecks.remarks(on: targets, book: book)
        problems.sort { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
        return TargetList(targets: targets, problems: problems.map { $0.said(in: language) })
    }

    private static func table(_ bytes: [UInt8], file: String) throws(TargetsError) -> ListTable {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw .unsupported(file: file, .oldExcel)
        }
        if bytes.starts(with: Array("%PDF".utf8)) { throw .unsupported(file: file, .pdf) }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            do throws(WorkbookError) {
                return ListTable.sheet(try Workbook.rows(xlsx: bytes), file: file)
            } catch {
                throw .workbook(file: file, error.description)
            }
        }
        return ListTable.csv(bytes, file: file)
    }
}
