import Model
import Rules

/// Writes official letters: HTML, Word and PDF of one letter, and the list beside it.
///
/// Every file is whole or absent. Where WeasyPrint is missing all but the PDF is written, and `notices` says so.
public struct LetterWriter: Sendable {
    private let book: RuleBook
    private let form: LetterForm

    public init(book: RuleBook, form: LetterForm) {
        self.book = book
        self.form = form
    }

    /// The letter to the office that answers for websites, with the list as annex and as files.
    public func writeList(snapshot: ScanSnapshot, to folder: String) throws(ReportError) -> WrittenFiles {
        try Folder.make(folder)
        let context = ReportContext(snapshot: snapshot, words: Vocabulary(book, .id))
        let letter = try ListLetter(context).document(form)
        return try write(letter, madeAt: Self.made(snapshot), to: folder + "/surat-kominfo") { () throws(ReportError) in
            try ReportWriter(book: book, language: .id).writeMissing(snapshot: snapshot, to: folder)
        }
    }

    /// The letter to one office of the snapshot.
    public func writeOffice(_ code: String, snapshot: ScanSnapshot, to folder: String) throws(ReportError)
        -> WrittenFiles
    {
        let context = ReportContext(snapshot: snapshot, words: Vocabulary(book, .id))
        guard let office = context.offices.first(where: { $0.office.target.code == code }) else {
            throw .noLetter(
                LocalText(
                    id:
                        "Tidak ada kantor berkode \(PlainText.clean(code)) dalam pemeriksaan itu; `ronda missing` dan laporan menyebutkan kodenya.",
                    en:
                        "There is no office \(PlainText.clean(code)) in that scan; `ronda missing` and the report name the codes."
                ))
        }
        let letter = try OfficeLetter(office, context, book: book).document(form)
        try Folder.make(folder)
        return try write(letter, madeAt: Self.made(snapshot), to: folder + "/surat-" + FileName.safe(code))
    }

    /// The codes of the offices that can be written to; those of the sectors that come first stand first.
    public func addressees(_ snapshot: ScanSnapshot) -> [String] {
        let context = ReportContext(snapshot: snapshot, words: Vocabulary(book, .id))
        return context.offices.filter { office in
            office.group != .portal && (try? OfficeLetter(office, context, book: book)) != nil
        }.sorted {
            (book.sectors.rank(of: $0.office.target), $0.number) < (book.sectors.rank(of: $1.office.target), $1.number)
        }.map(\.office.target.code)
    }

    /// The number of the letter as it stands on it.
    public func number(_ snapshot: ScanSnapshot) -> String {
        form.number(LocalTime(region: snapshot.scan.regions.first, language: .id))
    }

    private static func made(_ snapshot: ScanSnapshot) -> Timestamp {
        snapshot.scan.finishedAt ?? snapshot.scan.startedAt
    }

    /// - Parameter beside: writes more files while the PDF is made, and names them.
    private func write(
        _ letter: LetterDocument, madeAt: Timestamp, to stem: String,
        beside: () throws(ReportError) -> [String] = { () throws(ReportError) in [] }
    ) throws(ReportError) -> WrittenFiles {
        var page = try ReportFile(path: stem + ".html")
        try page.write(LetterPage.markup(letter))
        try page.finish()
        let paper = Result { () throws(ReportError) in
            try PaperEngine().start(stem + ".html", to: stem + ".pdf")
        }
        let files: [String]
        do {
            try writeWord(letter, madeAt: madeAt, to: stem + ".docx")
            files = try beside()
        } catch {
            try? paper.get().finish()
            throw error
        }
        var result = WrittenFiles(files: [stem + ".html", stem + ".docx"] + files, notices: [])
        do {
            try paper.get().finish()
            result.files.insert(stem + ".pdf", at: 0)
        } catch {
            result.notices.append(error)
        }
        return result
    }

    private func writeWord(_ letter: LetterDocument, madeAt: Timestamp, to path: String) throws(ReportError) {
        var word = try ReportFile(path: path)
        let document: [UInt8]
        do { document = try LetterWord.bytes(letter, madeAt: form.date ?? madeAt) } catch {
            throw .file(path: path, cause: "\(error)")
        }
        try word.write(document)
        try word.finish()
    }
}

/// Names of files made of codes that come from a list.
enum FileName {
    /// Letters, digits, dot, dash; anything else becomes `_`, so that a code cannot leave its folder.
    static func safe(_ code: String) -> String {
        let name = String(
            code.prefix(60).map { character in
                character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == ".")
                    ? character : "_"
            })
        return name.allSatisfy { $0 == "." } ? "_" : name
    }
}
