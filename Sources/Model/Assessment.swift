/// One assessment of a region by one edition of an instrument.
public struct Assessment: Sendable, Hashable, Codable {
    /// `6112-ombudsman-2022-2023-1`; unique in a store, safe as a file name.
    public var id: String
    /// Key of the edition.
    public var edition: String
    /// SHA-256 of the pack's text, which the store keeps.
    public var pack: String
    /// Name of the pack's file.
    public var packFile: String
    /// Kemendagri code of the region.
    public var region: String
    /// The year it is about; nil for a law.
    public var year: Int?
    /// The offices that are visited, in order.
    public var loci: [Locus]
    public var createdAt: Timestamp

    /// One office that is visited.
    public struct Locus: Sendable, Hashable, Codable {
        public var code: String
        public var name: String
        public var kind: String

        public init(code: String, name: String, kind: String) {
            self.code = code
            self.name = name
            self.kind = kind
        }
    }

    public init(
        id: String, edition: String, pack: String, packFile: String, region: String, year: Int?, loci: [Locus],
        createdAt: Timestamp
    ) {
        self.id = id
        self.edition = edition
        self.pack = pack
        self.packFile = packFile
        self.region = region
        self.year = year
        self.loci = loci
        self.createdAt = createdAt
    }
}

/// What one round found of one item at one locus. Evidence for an assessor; it carries no score and never becomes one.
public struct AttachedFinding: Sendable, Hashable, Codable {
    /// Code of the locus.
    public var office: String
    public var item: ItemKey
    public var state: ItemState
    /// Why it is unknown; empty otherwise.
    public var reason: String
    public var evidence: [Evidence]
    public var scan: String
    /// When the office was looked at.
    public var readAt: Timestamp
    /// Pages of the office that were read.
    public var pagesRead: Int
    public var status: OfficeStatus
    public var attachedAt: Timestamp

    public init(
        office: String, item: ItemKey, state: ItemState, reason: String, evidence: [Evidence], scan: String,
        readAt: Timestamp, pagesRead: Int, status: OfficeStatus, attachedAt: Timestamp
    ) {
        self.office = office
        self.item = item
        self.state = state
        self.reason = reason
        self.evidence = evidence
        self.scan = scan
        self.readAt = readAt
        self.pagesRead = pagesRead
        self.status = status
        self.attachedAt = attachedAt
    }
}

/// A form as an assessor filled it in: the file as it came and the scores read from it.
public struct AssessorForm: Sendable, Hashable, Codable {
    /// Running number within the assessment, from 1.
    public var number: Int
    /// File name, without folders.
    public var name: String
    public var sha256: String
    public var importedAt: Timestamp
    /// The one office the whole form is about; nil when its rows name theirs.
    public var office: String?
    public var rows: [Row]

    /// What one row of the form was understood to say.
    public struct Row: Sendable, Hashable, Codable {
        /// Line of the file, or row of the sheet, from 1.
        public var line: Int
        /// Code of the locus; nil when the row names none that is known.
        public var office: String?
        /// `proses`, `proses/biaya`, `total`; nil when the row names none that is known.
        public var indicator: String?
        /// Service product; empty when the row names none.
        public var product: String
        /// The assessor's score as a decimal number with a point; nil when the cell is empty.
        public var score: String?

        public init(line: Int, office: String?, indicator: String?, product: String, score: String?) {
            self.line = line
            self.office = office
            self.indicator = indicator
            self.product = product
            self.score = score
        }
    }

    public init(
        number: Int, name: String, sha256: String, importedAt: Timestamp, office: String?, rows: [Row]
    ) {
        self.number = number
        self.name = name
        self.sha256 = sha256
        self.importedAt = importedAt
        self.office = office
        self.rows = rows
    }
}

/// A result that the assessing body itself announced; typed in by a person, with its source.
public struct OfficialResult: Sendable, Hashable, Codable {
    public var region: String
    public var year: Int
    /// `ombudsman`, `pekppp`, `kip`.
    public var family: String
    /// A decimal number with a point; nil when only a zone was announced.
    public var score: String?
    /// As announced; nil when only a score was.
    public var zone: String?
    public var source: String
    public var recordedAt: Timestamp

    public init(
        region: String, year: Int, family: String, score: String?, zone: String?, source: String,
        recordedAt: Timestamp
    ) {
        self.region = region
        self.year = year
        self.family = family
        self.score = score
        self.zone = zone
        self.source = source
        self.recordedAt = recordedAt
    }
}
