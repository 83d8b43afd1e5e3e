import Model

/// Who reads: a signed-in person, or anyone where public reading is on. Decides what is shown.
struct Reader: Sendable {
    var person: Person?
    var publicReading: Bool

    var mayRead: Bool { person != nil || publicReading }

    func sees(_ region: String) -> Bool { person.map { $0.sees(region: region) } ?? publicReading }

    /// A hacked site is for those who mend it; the public is told nothing that helps to find it.
    var seesPrivate: Bool { person != nil }

    func shown(_ round: RegionRound) -> RegionRound {
        guard !seesPrivate, let hidden = round.counts[.compromised] else { return round }
        var round = round
        round.counts[.compromised] = nil
        round.counts[.unknown, default: 0] += hidden
        return round
    }

    /// Nil when nothing is left to tell: what changed only by a hack.
    func shown(_ change: OfficeChange) -> OfficeChange? {
        guard !seesPrivate else { return change }
        var change = change
        if change.before == .compromised { change.before = .unknown }
        if change.after == .compromised { change.after = .unknown }
        return change.before == change.after ? nil : change
    }

    func shown(_ office: OfficeRow) -> OfficeRow {
        guard !seesPrivate else { return office }
        var office = office
        office.verdict = shown(office.verdict)
        return office
    }

    func shown(_ verdict: Verdict) -> Verdict {
        guard !seesPrivate,
            verdict.status == .compromised || verdict.condition == .gambling || verdict.condition == .takeover
        else { return verdict }
        return Verdict(
            status: .unknown, reason: "not_checked", proof: Proof(proven: false, attempts: 0, days: []),
            domainClass: verdict.domainClass,
            items: ItemKey.allCases.map { ItemVerdict(item: $0, state: .unknown, reason: "not_checked") })
    }
}
