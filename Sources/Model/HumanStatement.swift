/// What a person says about an office's row: it is true, it is wrong, or why it is so.
///
/// Statements are only ever added. They change no fact and no verdict; they decide whether a row may stand in a letter
/// (`Standing`). Each bears a name, a date and a note, because a list that names offices answers for its words.
public struct HumanStatement: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// Somebody who knows confirms what the check said.
        case confirm
        /// The office (or anybody for it) objects: the row is wrong.
        case object
        /// Comply or explain: the row is right, and this is why and until when.
        case explain
    }

    /// What came of an objection.
    public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
        /// The objection is right; the row stays out of letters until a person confirms it anew.
        case accepted
        /// The objection is not right; the row counts again.
        case dismissed
    }

    /// The answer to a statement: who, when, why, with what outcome.
    public struct Answer: Sendable, Hashable, Codable {
        public var by: String
        public var at: Timestamp
        public var note: String
        public var outcome: Outcome

        public init(by: String, at: Timestamp, note: String, outcome: Outcome) {
            self.by = by
            self.at = at
            self.note = note
            self.outcome = outcome
        }
    }

    /// Number in the store, from 1; 0 before it is stored.
    public var id: Int = 0
    public var kind: Kind
    /// Code of the office.
    public var office: String
    /// The round it speaks of; nil when it speaks of no round in particular.
    public var scan: String?
    /// The status it speaks of: a confirmation holds for this status only.
    public var status: OfficeStatus?
    /// Name of the person, and the post when given: `Siti Aminah, Kabid TIK Diskominfo`.
    public var by: String
    public var at: Timestamp
    public var note: String
    /// The address the person gives as the office's site; the next round asks it.
    public var address: WebAddress?
    /// From this moment on it counts for nothing; nil means for good.
    public var expires: Timestamp?
    /// The newest answer to it.
    public var answer: Answer?

    public init(
        kind: Kind, office: String, scan: String? = nil, status: OfficeStatus? = nil, by: String, at: Timestamp,
        note: String, address: WebAddress? = nil, expires: Timestamp? = nil, answer: Answer? = nil
    ) {
        self.kind = kind
        self.office = office
        self.scan = scan
        self.status = status
        self.by = by
        self.at = at
        self.note = note
        self.address = address
        self.expires = expires
        self.answer = answer
    }

    /// Whether it still counts at a moment.
    public func isInForce(at now: Timestamp) -> Bool { expires.map { now < $0 } ?? true }
}

/// How an office's row stands in the light of what people said, at one moment.
public struct Standing: Sendable, Hashable {
    /// The newest confirmation of this very status that is in force.
    public let confirmation: HumanStatement?
    /// The newest objection that waits for its answer.
    public let openObjection: HumanStatement?
    /// The newest objection that was found right and that nobody confirmed against since.
    public let acceptedObjection: HumanStatement?
    /// The newest explanation in force.
    public let explanation: HumanStatement?
    /// Explanations whose time has run out, oldest first.
    public let expired: [HumanStatement]

    /// - Parameters:
    ///   - statements: what was said about one office, in any order.
    ///   - status: the status the row has now.
    ///   - now: the moment of the report.
    public init(_ statements: [HumanStatement], status: OfficeStatus, at now: Timestamp) {
        let said = statements.filter { $0.at <= now }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        let confirmed = said.last {
            $0.kind == .confirm && $0.isInForce(at: now) && $0.status.map { $0 == status } ?? true
        }
        confirmation = confirmed
        openObjection = said.last { $0.kind == .object && $0.isOpen(at: now) }
        acceptedObjection = said.last { objection in
            guard objection.kind == .object, !objection.isOpen(at: now), let answer = objection.answer,
                answer.outcome == .accepted
            else { return false }
            return confirmed.map { $0.at <= answer.at } ?? true
        }
        explanation = said.last { $0.kind == .explain && $0.isInForce(at: now) }
        expired = said.filter { $0.kind == .explain && !$0.isInForce(at: now) }
    }

    /// Somebody says that the row is wrong, and that is not settled against him: no letter may name the office.
    public var isDisputed: Bool { openObjection != nil || acceptedObjection != nil }

    /// Nobody said anything that counts.
    public var isSilent: Bool {
        confirmation == nil && !isDisputed && explanation == nil && expired.isEmpty
    }
}

extension HumanStatement {
    /// An objection waits for its answer.
    fileprivate func isOpen(at now: Timestamp) -> Bool { answer.map { $0.at > now } ?? true }
}
