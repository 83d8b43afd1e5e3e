import Model

/// One row of the list without a website, in words.
struct MissingRow: Sendable {
    let code: String
    let name: String
    let kind: String
    let regionCode: String
    let region: String
    let statusKey: String
    let status: String
    /// `ya` or `belum`.
    let proven: String
    let reason: String
    let proof: Proof
    /// Every address of this round with its answer.
    let tried: String
    let found: String
    let note: String
    let proofNumber: String
    let suggestedHost: String

    init(_ row: NumberedOffice, _ context: ReportContext) {
        let office = row.office
        code = office.target.code
        name = office.target.name
        kind = office.target.kind
        regionCode = office.target.region
        region = context.region(office.target)
        statusKey = row.status.rawValue
        status = context.words.label(row.status)
        proven = context.text(row.isProven ? MissingTexts.yes : MissingTexts.no)
        reason = context.words.reason(office.verdict)
        proof = office.verdict.proof
        tried = office.attempts.map { Self.answer($0, context) }.joined(separator: "; ")
        found = office.verdict.finalAddress?.description ?? ""
        note = office.target.note
        proofNumber = row.proofNumber(in: context.snapshot.scan)
        suggestedHost = office.suggestedHost ?? ""
    }

    private static func answer(_ attempt: Attempt, _ context: ReportContext) -> String {
        let address = attempt.candidate.address
        let shown = attempt.isDefanged ? Defang.address(address) : address.description
        return "\(shown) (\(context.words.label(attempt.result)))"
    }
}
