import Model
import Rules

/// The sentence a report begins with: how many offices have no website, and what has changed.
///
/// A pure function of the snapshot. "Have no website" is the status `missing` alone; the other rungs of the ladder are
/// counted beside it, each under its own name, and what could not be looked at is never added.
public struct CountSentence: Sendable {
    /// The numbers of the sentence.
    public struct Numbers: Sendable, Hashable {
        public var opdTotal = 0
        public var opdMissing = 0
        public var opdMissingProven = 0
        /// Had no go.id address in the round before, and have a living one of their own now.
        public var opdNowGoID = 0
        public var puskesmasTotal = 0
        public var puskesmasMissing = 0
        public var puskesmasMissingProven = 0
        /// OPD and puskesmas that could not be judged: unreachable without proof, blocked, unknown.
        public var undecided = 0
        /// There is a round before to compare with.
        public var hasPrevious = false

        public init() {}
    }

    /// A part of the sentence: words, or a number with its noun that a page links to its rows.
    public enum Part: Sendable, Hashable {
        case words(String)
        case count(String, anchor: String)
    }

    /// What a number claims, and so where its rows stand.
    public enum Claim: String, Sendable, Hashable, CaseIterable {
        case opdMissing = "opd-belum"
        case opdNowGoID = "opd-kini-go-id"
        case puskesmasMissing = "puskesmas-belum"
        case undecided = "belum-pasti"
    }

    public let numbers: Numbers

    public init(_ snapshot: ScanSnapshot) {
        var numbers = Numbers()
        numbers.hasPrevious = snapshot.previous != nil
        for office in snapshot.offices { numbers.count(office) }
        self.numbers = numbers
    }

    public init(numbers: Numbers) { self.numbers = numbers }

    /// Whether an office is one of those that a claim counts.
    public static func counts(_ office: OfficeResult, for claim: Claim) -> Bool {
        let group = OfficeGroup(office.target)
        switch claim {
        case .opdMissing: return group == .opd && office.verdict.status == .missing
        case .puskesmasMissing: return group == .puskesmas && office.verdict.status == .missing
        case .opdNowGoID: return group == .opd && movedToGoID(office)
        case .undecided: return (group == .opd || group == .puskesmas) && isUndecided(office)
        }
    }

    private static func isUndecided(_ office: OfficeResult) -> Bool {
        switch office.verdict.status {
        case .blocked, .unknown: true
        case .unreachable: !office.isProven
        case .active, .section, .offDomain, .socialOnly, .placeholder, .compromised, .missing: false
        }
    }

    /// No go.id address before, and a living go.id site of its own now.
    private static func movedToGoID(_ office: OfficeResult) -> Bool {
        guard office.verdict.status == .active else { return false }
        guard office.verdict.domainClass == .compliant || office.verdict.domainClass == .partial else { return false }
        return hadNoGoID(status: office.previousStatus, domainClass: office.previousDomainClass)
    }

    /// Whether the round before *saw* that there was no go.id address; a round that could not look proves nothing.
    private static func hadNoGoID(status: OfficeStatus?, domainClass: DomainClass?) -> Bool {
        switch status {
        case .missing, .offDomain, .socialOnly: true
        case .placeholder, .compromised, .active:
            domainClass == .nonCompliant || domainClass == .wrongClass
        case .section, .blocked, .unreachable, .unknown, nil: false
        }
    }

    /// The sentence as plain text.
    public func text(_ language: Language) -> String { Self.plain(parts(language)) }

    /// How sure the numbers are, as plain text.
    public func proofText(_ language: Language) -> String { Self.plain(proofParts(language)) }

    private static func plain(_ parts: [Part]) -> String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .count(let words, _): words
            }
        }.joined()
    }

    /// The sentence in parts, so that a page can link each number to its rows.
    public func parts(_ language: Language) -> [Part] {
        var clauses: [[Part]] = []
        if numbers.opdTotal > 0 { clauses.append(opdClause(language)) }
        if numbers.hasPrevious, numbers.opdTotal > 0 { clauses.append(moveClause(language)) }
        if numbers.puskesmasTotal > 0 { clauses.append(puskesmasClause(language)) }
        guard !clauses.isEmpty else { return [.words(CountTexts.nothing(language))] }
        return joined(clauses, language) + [.words(".")]
    }

    private func opdClause(_ language: Language) -> [Part] {
        [
            .count(CountTexts.opd(numbers.opdMissing)(language), anchor: Claim.opdMissing.rawValue),
            .words(CountTexts.opdMissing(numbers.opdMissing, proven: numbers.opdMissingProven)(language)),
        ]
    }

    private func moveClause(_ language: Language) -> [Part] {
        [
            .count(CountTexts.opd(numbers.opdNowGoID)(language), anchor: Claim.opdNowGoID.rawValue),
            .words(CountTexts.opdNowGoID(numbers.opdNowGoID)(language)),
        ]
    }

    private func puskesmasClause(_ language: Language) -> [Part] {
        let count = CountTexts.puskesmas(numbers.puskesmasMissing, of: numbers.puskesmasTotal)
        let claim = CountTexts.puskesmasMissing(numbers.puskesmasMissing, proven: numbers.puskesmasMissingProven)
        return [
            .count(count(language), anchor: Claim.puskesmasMissing.rawValue), .words(claim(language)),
        ]
    }

    /// Clauses joined by commas and "dan"; the first letter is a capital.
    private func joined(_ clauses: [[Part]], _ language: Language) -> [Part] {
        var parts: [Part] = []
        for (index, clause) in clauses.enumerated() {
            if index > 0 {
                let last = index == clauses.count - 1
                let join = clauses.count == 2 ? CountTexts.and : last ? CountTexts.commaAnd : CountTexts.comma
                parts.append(.words(join(language)))
            }
            parts += clause
        }
        if case .count(let words, let anchor)? = parts.first {
            parts[0] = .count(words.capitalisedFirst, anchor: anchor)
        }
        return parts
    }

    /// How sure the numbers are, in sentences of their own: proven, not yet proven, not decided, no comparison.
    public func proofParts(_ language: Language) -> [Part] {
        var sentences: [[Part]] = []
        let missing = numbers.opdMissing + numbers.puskesmasMissing
        let proven = numbers.opdMissingProven + numbers.puskesmasMissingProven
        if missing > 0 { sentences.append(proofSentence(missing: missing, proven: proven, language)) }
        if numbers.undecided > 0 {
            sentences.append([
                .count(CountTexts.offices(numbers.undecided)(language), anchor: Claim.undecided.rawValue),
                .words(CountTexts.undecided(language)),
            ])
        }
        if !numbers.hasPrevious { sentences.append([.words(CountTexts.firstRound(language))]) }
        return Array(sentences.joined(separator: [.words(" ")]))
    }

    private func proofSentence(missing: Int, proven: Int, _ language: Language) -> [Part] {
        let waiting = missing - proven
        var parts: [Part] = [.words(CountTexts.proofLead(missing)(language))]
        if proven > 0 {
            parts.append(.count(CountTexts.proven(proven, of: missing)(language), anchor: "daftar-missing"))
        }
        if proven > 0, waiting > 0 { parts.append(.words(CountTexts.and(language))) }
        if waiting > 0 {
            parts.append(.count(CountTexts.waiting(waiting, of: missing)(language), anchor: "belum-terbukti"))
        }
        return parts + [.words(CountTexts.proofEnd(waiting)(language))]
    }
}

extension CountSentence.Numbers {
    fileprivate mutating func count(_ office: OfficeResult) {
        let missing = office.verdict.status == .missing
        let proven = missing && office.isProven
        switch OfficeGroup(office.target) {
        case .opd:
            opdTotal += 1
            opdMissing += missing ? 1 : 0
            opdMissingProven += proven ? 1 : 0
        case .puskesmas:
            puskesmasTotal += 1
            puskesmasMissing += missing ? 1 : 0
            puskesmasMissingProven += proven ? 1 : 0
        case .kelurahan, .portal: break
        }
        opdNowGoID += CountSentence.counts(office, for: .opdNowGoID) ? 1 : 0
        undecided += CountSentence.counts(office, for: .undecided) ? 1 : 0
    }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
