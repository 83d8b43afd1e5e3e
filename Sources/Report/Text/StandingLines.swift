import Model
import Rules

/// What people said about a row, as sentences: who confirmed, who objected and what came of it, what was explained.
enum StandingLines {
    /// Sentences that matter at the moment of the report, weightiest first; none when nobody said anything.
    static func of(_ office: OfficeResult, _ time: LocalTime, _ language: Language) -> [String] {
        let standing = office.standing
        var lines: [String] = []
        if let said = standing.openObjection { lines.append(line(objected, said, time, language)) }
        if let said = standing.acceptedObjection { lines.append(line(accepted, said, time, language)) }
        if let said = standing.confirmation, office.verdict.status.mayEnterLetter {
            lines.append(line(confirmed, said, time, language))
        }
        if let said = standing.explanation { lines.append(line(explained, said, time, language)) }
        lines += standing.expired.suffix(1).map { line(expired, $0, time, language) }
        return lines
    }

    private static func line(
        _ text: Bilingual, _ said: HumanStatement, _ time: LocalTime, _ language: Language
    ) -> String {
        text(
            language,
            [
                "n": "\(said.id)", "by": said.by, "date": time.date(said.at), "note": said.note,
                "until": said.expires.map { time.date($0) } ?? "-",
                "url": said.address.map { " (\(Defang.address($0)))" } ?? "",
                "judge": said.answer?.by ?? "", "answered": said.answer.map { time.date($0.at) } ?? "",
            ])
    }

    private static let objected = Bilingual(
        id:
            "Disanggah oleh {by} pada {date}: {note}{url}. Belum dijawab, maka baris ini tidak masuk surat (sanggahan {n}).",
        en:
            "Objected to by {by} on {date}: {note}{url}. Not answered yet, so this row enters no letter (objection {n})."
    )
    private static let accepted = Bilingual(
        id:
            "Sanggahan {by} ({date}) diterima oleh {judge} pada {answered}; baris ini tidak masuk surat sampai dikonfirmasi lagi.",
        en:
            "The objection of {by} ({date}) was accepted by {judge} on {answered}; this row enters no letter until confirmed anew."
    )
    private static let confirmed = Bilingual(
        id: "Dikonfirmasi oleh {by} pada {date}: {note}.", en: "Confirmed by {by} on {date}: {note}.")
    private static let explained = Bilingual(
        id: "Penjelasan {by} ({date}), berlaku sampai {until}: {note}.",
        en: "Explained by {by} ({date}), valid until {until}: {note}.")
    private static let expired = Bilingual(
        id: "Penjelasan {by} ({date}) sudah lewat masa berlakunya ({until}): {note}.",
        en: "The explanation by {by} ({date}) ran out on {until}: {note}.")
}
