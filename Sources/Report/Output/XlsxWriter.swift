// The only file that calls libxlsxwriter (http://libxlsxwriter.github.io, version 1.1); the rest sees cells and rows.

import CXlsxWriter
import Model

/// A cell as it is meant; text is never taken for a formula.
enum XlsxCell: Sendable {
    case text(String)
    case number(Int)
    /// A real date and time, without zone: the caller has moved it to the reader's.
    case time(CivilTime)
    case empty
}

/// A column: its head and its width in characters.
struct XlsxColumn: Sendable {
    let title: String
    let width: Double
    var wraps = true
}

/// What is printed around the table and stored in the file's properties.
struct XlsxFrame: Sendable {
    let title: String
    /// Left of the page foot.
    let foot: String
    /// Stored as the time of making, so that the same snapshot gives the same file.
    let madeAt: Int64
}

/// A workbook while it is written, row by row with constant memory; removed again when it is not finished.
@safe
struct XlsxWriter: ~Copyable {
    private let path: String
    private let temporary: String
    private let frame: XlsxFrame
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private let head: UnsafeMutablePointer<lxw_format>?
    private let wrapped: UnsafeMutablePointer<lxw_format>?
    private let plain: UnsafeMutablePointer<lxw_format>?
    private let dated: UnsafeMutablePointer<lxw_format>?
    private var columns: [XlsxColumn] = []
    private var printed = 0
    private var nextRow: UInt32 = 0
    private var refused: lxw_error = LXW_NO_ERROR

    init(path: String, frame: XlsxFrame) throws(ReportError) {
        self.path = path
        self.frame = frame
        let temporary = Folder.temporaryName(for: path)
        self.temporary = temporary
        // https://libxlsxwriter.github.io/workbook_8h.html#workbook_new_opt
        var folder = Array(Folder.name(above: path).utf8CString)
        let book = unsafe folder.withUnsafeMutableBufferPointer { folder in
            var options = unsafe lxw_workbook_options()
            unsafe options.constant_memory = 1
            unsafe options.tmpdir = folder.baseAddress
            return unsafe workbook_new_opt(temporary, &options)
        }
        unsafe self.book = unsafe book
        unsafe head = unsafe workbook_add_format(book)
        unsafe wrapped = unsafe workbook_add_format(book)
        unsafe plain = unsafe workbook_add_format(book)
        unsafe dated = unsafe workbook_add_format(book)
        guard unsafe book != nil else { throw .workbook(path: path, cause: "workbook_new_opt") }
        setFormats()
        setProperties()
    }

    private func setFormats() {
        unsafe format_set_bold(head)
        unsafe format_set_text_wrap(head)
        unsafe format_set_bg_color(head, 0x12355B)
        unsafe format_set_font_color(head, 0xFFFFFF)
        unsafe format_set_border(head, 1)
        unsafe format_set_text_wrap(wrapped)
        let top = UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
        unsafe format_set_align(wrapped, top)
        unsafe format_set_align(plain, top)
        unsafe format_set_align(dated, top)
        unsafe format_set_num_format(dated, "yyyy-mm-dd hh:mm")
    }

    private func setProperties() {
        var title = Array(PlainText.clean(frame.title).utf8CString)
        var author = Array("ronda".utf8CString)
        unsafe title.withUnsafeMutableBufferPointer { title in
            unsafe author.withUnsafeMutableBufferPointer { author in
                var properties = unsafe lxw_doc_properties()
                unsafe properties.title = title.baseAddress
                unsafe properties.author = author.baseAddress
                unsafe properties.created = time_t(frame.madeAt)
                _ = unsafe workbook_set_properties(book, &properties)
            }
        }
    }

    /// Begins a sheet with its frozen head; a name is at most 31 characters. Only the first columns are `printed`.
    mutating func begin(sheet name: String, columns: [XlsxColumn], printed: Int? = nil) {
        self.columns = columns
        self.printed = printed ?? columns.count
        nextRow = 0
        unsafe sheet = workbook_add_worksheet(book, name)
        // With constant memory a sheet needs a temporary file of its own, which a full disk refuses.
        guard unsafe sheet != nil else { return note(LXW_ERROR_CREATING_TMPFILE) }
        for (index, column) in columns.enumerated() {
            let number = UInt16(index)
            unsafe note(worksheet_set_column(sheet, number, number, column.width, nil))
        }
        unsafe worksheet_set_landscape(sheet)
        unsafe worksheet_set_paper(sheet, 9)
        unsafe worksheet_set_margins(sheet, 0.4, 0.4, 0.7, 0.6)
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
        unsafe note(worksheet_repeat_rows(sheet, 0, 0))
        // An ampersand begins a code in these texts.
        unsafe note(worksheet_set_header(sheet, "&L&\"-,Bold\"" + ampersandsDoubled(frame.title)))
        unsafe note(worksheet_set_footer(sheet, "&L" + ampersandsDoubled(frame.foot) + "&R&P / &N"))
        unsafe worksheet_freeze_panes(sheet, 1, 0)
        for (index, column) in columns.enumerated() {
            unsafe note(worksheet_write_string(sheet, 0, UInt16(index), column.title, head))
        }
        nextRow = 1
    }

    /// The next row, a cell per column.
    mutating func row(_ cells: [XlsxCell]) {
        guard unsafe sheet != nil else { return }
        unsafe note(worksheet_set_row(sheet, nextRow, height(cells), nil))
        for (index, cell) in cells.enumerated() { write(cell, at: UInt16(index)) }
        nextRow += 1
    }

    /// Points that the printed columns need when their words wrap: LibreOffice on paper, and viewers on phones, do not
    /// make room by themselves. Excel's longest is 409.
    private func height(_ cells: [XlsxCell]) -> Double {
        var lines = 1
        for (column, cell) in zip(columns.prefix(printed), cells) where column.wraps {
            guard case .text(let text) = cell else { continue }
            // Words that do not fit leave the end of a line empty.
            let own = text.split(separator: "\n").reduce(0) { sum, line in
                sum + max(1, Int((Double(line.unicodeScalars.count) * 1.1 / column.width).rounded(.up)))
            }
            lines = max(lines, own)
        }
        return Double(min(lines, 27) * 15)
    }

    private mutating func write(_ cell: XlsxCell, at column: UInt16) {
        switch cell {
        case .text(let text):
            let wraps = columns[Int(column)].wraps
            unsafe note(worksheet_write_string(sheet, nextRow, column, CSV.guarded(text), wraps ? wrapped : plain))
        case .number(let number):
            unsafe note(worksheet_write_number(sheet, nextRow, column, Double(number), plain))
        case .time(let time):
            var moment = lxw_datetime(
                year: Int32(time.year), month: Int32(time.month), day: Int32(time.day), hour: Int32(time.hour),
                min: Int32(time.minute), sec: Double(time.second))
            unsafe note(worksheet_write_datetime(sheet, nextRow, column, &moment, dated))
        case .empty: break
        }
    }

    /// Ends a sheet: the filter spans what was written, the print area its printed columns.
    mutating func endSheet() {
        guard unsafe sheet != nil else { return }
        let lastRow = max(nextRow, 2) - 1
        let lastColumn = UInt16(max(columns.count, 1) - 1)
        unsafe note(worksheet_autofilter(sheet, 0, 0, lastRow, lastColumn))
        unsafe note(worksheet_print_area(sheet, 0, 0, lastRow, UInt16(max(printed, 1) - 1)))
    }

    /// Writes the file and puts it in its place.
    mutating func finish() throws(ReportError) {
        let open = unsafe book
        unsafe book = nil
        let closed = unsafe workbook_close(open)
        let isFull = Folder.isDiskFull
        let result = refused == LXW_NO_ERROR ? closed : refused
        guard result == LXW_NO_ERROR else {
            Folder.remove(temporary)
            if isFull { throw .diskFull(path: path) }
            throw .workbook(path: path, cause: unsafe String(cString: lxw_strerror(result)))
        }
        try Folder.move(temporary, to: path)
    }

    private mutating func note(_ result: lxw_error) {
        if refused == LXW_NO_ERROR { refused = result }
    }

    private func ampersandsDoubled(_ text: String) -> String {
        PlainText.clean(text, limit: 100).replacing("&", with: "&&")
    }

    deinit {
        guard let open = unsafe book else { return }
        unsafe lxw_workbook_free(open)
        Folder.remove(temporary)
    }
}
