import Model
import Report
import Rules

/// What people said of the office, in `bukti.html`: confirmations, objections with their answers, explanations.
struct StatementsSection {
    let office: OfficeCase
    let words: EvidenceWords

    func make() -> Markup {
        let heading = words.say("Pernyataan orang", "What people said")
        guard !office.statements.isEmpty else {
            let nobody = words.say(
                "Belum ada yang mengonfirmasi, menyanggah, atau menjelaskan baris ini.",
                "Nobody has confirmed, objected to or explained this row yet.")
            return "<h2>\(heading)</h2>\n<p>\(nobody)</p>\n"
        }
        return """
            <h2>\(heading)</h2>
            <table class="wide"><thead><tr><th scope="col">\(words.say("No", "No"))</th>\
            <th scope="col">\(words.say("Jenis", "Kind"))</th>\
            <th scope="col">\(words.say("Oleh dan kapan", "By whom and when"))</th>\
            <th scope="col">\(words.say("Isi", "Words"))</th>\
            <th scope="col">\(words.say("Jawaban", "Answer"))</th></tr></thead><tbody>
            \(Markup.join(office.statements.map(row)))</tbody></table>

            """
    }

    private func row(_ said: HumanStatement) -> Markup {
        """
        <tr><td>\(said.id)</td><th scope="row">\(kind(said.kind))</th>\
        <td>\(IdentityMask.mask(said.by), limit: 200)<br>\(words.time.short(said.at))\(until(said))</td>\
        <td>\(IdentityMask.mask(said.note), limit: 2000)\(address(said))</td><td>\(answer(said))</td></tr>

        """
    }

    private func kind(_ kind: HumanStatement.Kind) -> String {
        switch kind {
        case .confirm: words.say("Konfirmasi", "Confirmation")
        case .object: words.say("Sanggahan", "Objection")
        case .explain: words.say("Penjelasan", "Explanation")
        }
    }

    private func until(_ said: HumanStatement) -> Markup {
        guard let end = said.expires else { return "" }
        return "<br>\(words.say("berlaku sampai", "counts until")) \(words.time.short(end))"
    }

    private func address(_ said: HumanStatement) -> Markup {
        guard let address = said.address else { return "" }
        let label = words.say("alamat yang disebut", "address named")
        return office.isDefanged
            ? "<br>\(label): <code>\(Defang.address(address))</code>"
            : "<br>\(label): <code>\(address: address.description)</code>"
    }

    private func answer(_ said: HumanStatement) -> Markup {
        guard said.kind == .object else { return "" }
        guard let answer = said.answer else { return "\(words.say("belum dijawab", "not answered yet"))" }
        let outcome =
            answer.outcome == .accepted ? words.say("diterima", "accepted") : words.say("ditolak", "dismissed")
        return """
            \(outcome)<br>\(IdentityMask.mask(answer.by), limit: 200), \(words.time.short(answer.at))<br>\
            \(IdentityMask.mask(answer.note), limit: 2000)
            """
    }
}
