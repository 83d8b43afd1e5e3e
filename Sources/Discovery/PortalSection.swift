import Model
import Rules

/// What a page of the portal, or of another office's site, holds of one office.
public enum PortalSection: String, Sendable, Hashable, CaseIterable, Codable {
    /// A profile of the office: text, tasks, services, staff.
    case profile
    /// Name, address, telephone: one line of a directory.
    case directoryEntry = "directory_entry"
    /// The office's page, with nothing on it.
    case empty
    /// The page is not about this office.
    case notThisOffice = "not_this_office"

    /// Letters of running content a profile has at least, beside name and contact lines.
    static let profileLetters = 240
    /// The same where it stands under headings of its own: "Tugas", "Layanan", "Jam Pelayanan".
    static let structuredLetters = 60

    /// Reads a page that a link named after the office leads to.
    public static func read(_ page: ParsedPage, target: Target, book: RuleBook) -> PortalSection {
        let reader = MentionReader(gazetteer: RegionGazetteer(book.regions))
        let name = OfficeName(target, book: book, reader: reader)
        return read(page, name: name, reader: reader)
    }

    static func read(_ page: ParsedPage, name: OfficeName, reader: MentionReader) -> PortalSection {
        let main = page.blocks.filter { $0.zone == .main }
        let named = main.map { block in
            reader.mentions(in: page.text(of: block)).contains {
                name.compare($0, gazetteer: reader.gazetteer).score >= 0.5
            }
        }
        let titleNames =
            reader.owner(in: page.title).map {
                name.compare($0, gazetteer: reader.gazetteer).score >= 0.5
            } ?? false
        guard titleNames || named.contains(true) else { return .notThisOffice }
        let others = otherOffices(main, page, name: name, reader: reader)
        if others >= 4, !titleNames { return .directoryEntry }
        let letters = main.reduce(0) { $0 + contentLetters($1, page) }
        if letters >= profileLetters { return .profile }
        if letters >= structuredLetters, parts(main, page) >= 2 { return .profile }
        return main.contains { isContact(page.text(of: $0)) } ? .directoryEntry : .empty
    }

    /// Headings, below the page's first, that have something under them which is no contact line.
    private static func parts(_ main: [Block], _ page: ParsedPage) -> Int {
        let filled = Set(
            main.filter { $0.kind != .heading && $0.heading >= 0 && !isContact(page.text(of: $0)) }.map(\.heading))
        let first = page.blocks.firstIndex { $0.kind == .heading && $0.zone == .main }.map(Int32.init) ?? -1
        return filled.subtracting([first]).count
    }

    /// How many lines name another office: a list of offices is a directory.
    private static func otherOffices(
        _ blocks: [Block], _ page: ParsedPage, name: OfficeName, reader: MentionReader
    ) -> Int {
        blocks.count { block in
            guard block.text.count < 160, let owner = reader.owner(in: page.text(of: block)) else { return false }
            return name.compare(owner, gazetteer: reader.gazetteer).score < 0.5
        }
    }

    /// Letters of a block that are content: not its link text, not a contact line, not a heading.
    private static func contentLetters(_ block: Block, _ page: ParsedPage) -> Int {
        guard block.kind != .heading, !block.marks.contains(.wholeLink), !block.marks.contains(.button) else {
            return 0
        }
        let text = page.text(of: block)
        let isListed = block.kind == .listItem || block.kind == .tableCell
        guard block.text.count >= (isListed ? 4 : 12), !isContact(text), !isFiller(text) else { return 0 }
        return block.text.count
    }

    private static func isContact(_ text: String) -> Bool {
        guard text.utf8.count < 200 else { return false }
        let words = Set(NameTokens.words(text))
        let marks: Set<String> = [
            "alamat", "jl", "jalan", "telepon", "telp", "tlp", "fax", "email", "surel", "website", "situs", "kontak",
            "hp",
            "kepala", "whatsapp", "wa", "kode", "pos",
        ]
        return !words.isDisjoint(with: marks) || text.contains("@")
    }

    private static func isFiller(_ text: String) -> Bool {
        let line = NameTokens.words(text).joined(separator: " ")
        return [
            "belum tersedia", "lorem ipsum", "dalam proses", "coming soon", "belum ada", "sedang dalam", "data kosong",
        ]
        .contains { line.contains($0) }
    }
}
