/// A list that was shown to the offices it names, or published: frozen, numbered and dated.
///
/// A preview opens the time in which offices may object (masa sanggah). What is published afterwards may name only
/// offices that stood in the preview, because nobody may be named who could not object.
public struct Publication: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case preview
        case final
    }

    /// What it shows.
    public enum Subject: String, Sendable, Hashable, CaseIterable, Codable {
        /// Offices without a website.
        case list
        /// Regions by what they gained between two rounds.
        case ranking
    }

    /// A file of it, as it was written.
    public struct File: Sendable, Hashable, Codable {
        /// Name in its folder.
        public var name: String
        /// Lower-case hexadecimal.
        public var sha256: String

        public init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }

    /// Number in the store, from 1; 0 before it is stored.
    public var id: Int = 0
    public var kind: Kind
    /// Nil is a list: what was kept before rankings could be shown.
    public var subject: Subject?
    /// Of a ranking: the earlier round; `scan` is the later one.
    public var earlier: String?
    /// The round it was made from.
    public var scan: String
    /// Region it was narrowed to; nil for all of the round.
    public var region: String?
    /// Who made it.
    public var by: String
    public var at: Timestamp
    /// Until when offices may object; of a preview.
    public var deadline: Timestamp?
    /// The preview it ends; of a publication.
    public var preview: Int?
    /// Number and date of the letter, of a publication.
    public var number: String = ""
    public var date: Timestamp?
    /// Codes of the offices, or of a ranking's regions, that it names, in its order.
    public var named: [String]
    public var files: [File]
    /// SHA-256 of the kept copy: `daftar-tanpa-situs.json`, or `perbandingan.json` of a ranking.
    public var sha256: String

    public init(
        kind: Kind, subject: Subject? = nil, scan: String, earlier: String? = nil, region: String? = nil, by: String,
        at: Timestamp, deadline: Timestamp? = nil,
        preview: Int? = nil, number: String = "", date: Timestamp? = nil, named: [String], files: [File],
        sha256: String
    ) {
        self.kind = kind
        self.subject = subject
        self.scan = scan
        self.earlier = earlier
        self.region = region
        self.by = by
        self.at = at
        self.deadline = deadline
        self.preview = preview
        self.number = number
        self.date = date
        self.named = named
        self.files = files
        self.sha256 = sha256
    }
}
