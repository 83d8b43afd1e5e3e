/// A letter as it is meant, before it becomes a page, a PDF or a Word file.
///
/// Every text in it is one line of harmless text already (`PlainText.clean`), and is escaped where it is written.
struct LetterDocument: Sendable {
    struct Logo: Sendable {
        enum Form: String, Sendable { case png, jpeg }
        let form: Form
        let bytes: [UInt8]
        /// Pixels.
        let width: Int
        let height: Int
    }

    /// The letterhead (kop).
    struct Head: Sendable {
        var logo: Logo?
        var government: String
        var office: String
        var lines: [String]
    }

    /// The block at the end: post, room for a signature, name, rank, number.
    struct Signature: Sendable {
        var onBehalf: String?
        var post: String
        var name: String
        var rank: String
        var number: String
    }

    struct Annex: Sendable {
        /// `Lampiran I`.
        var title: String
        var heading: String
        var body: [Block]
        var isLandscape = false
    }

    enum Block: Sendable {
        case paragraph(String)
        case heading(String)
        case list([String])
        /// Words to take over as they are.
        case quotation(String)
        /// For whoever finishes the letter, not for its reader.
        case note(String)
        case table(Table)
    }

    /// Columns with their share of the width in percent; rows stand in groups with a heading of their own.
    struct Table: Sendable {
        struct Column: Sendable {
            let title: String
            let share: Int
        }

        struct Group: Sendable {
            let title: String?
            let rows: [[String]]
        }

        let columns: [Column]
        let groups: [Group]

        var rowCount: Int { groups.reduce(0) { $0 + $1.rows.count } }
    }

    var head: Head
    /// `Sungai Raya, 22 November 2026`.
    var placeAndDate: String
    var number: String
    var nature: String
    var enclosure: String
    var subject: String
    var addressee: [String]
    var body: [Block]
    var signature: Signature
    var copies: [String]
    var annexes: [Annex]
    /// `PRATINJAU …` across the head; nil for a letter in earnest.
    var stamp: String?

    /// The blank that stands for what is not known.
    static let blank = "…………"
}
