import Model
import Report
import Rules

/// How the site was looked for: the proof of absence where there is none.
struct AttemptsSection {
    let office: OfficeCase
    let words: EvidenceWords

    func make() -> Markup {
        var html: Markup = """
            <h2>\(words.say("Cara situs dicari", "How the site was looked for"))</h2>
            <p>\(words.absenceIntro, limit: 1000)</p>

            """
        html += table(office.record.attempts, office.scan.id, at: office.record.finishedAt)
        for round in office.rounds where !round.attempts.isEmpty && office.verdict.status.mayEnterLetter {
            html += table(round.attempts, round.scan, at: round.finishedAt)
        }
        return html
    }

    private func table(_ attempts: [Attempt], _ scan: String, at time: Timestamp) -> Markup {
        """
        <h3>\(words.say("Pemeriksaan", "Scan")) \(scan), \(words.time.dateTime(time))</h3>
        \(controls(of: scan))
        <table class="wide"><thead><tr><th scope="col">\(words.say("Waktu", "Time"))</th>\
        <th scope="col">\(words.say("Alamat", "Address"))</th><th scope="col">\(words.say("Alasan", "Why"))</th>\
        <th scope="col">DNS</th><th scope="col">\(words.say("Jawaban", "Answer"))</th>\
        <th scope="col">\(words.say("Arti", "Meaning"))</th></tr></thead><tbody>
        \(Markup.join(attempts.map(row)))</tbody></table>

        """
    }

    private func row(_ attempt: Attempt) -> Markup {
        let hide = office.isDefanged || attempt.result == .compromised
        let address: Markup =
            hide
            ? "<code>\(Defang.address(attempt.candidate.address))</code>"
            : "<code>\(address: attempt.candidate.address.description)</code>"
        var answer: [String] = []
        if let status = attempt.status { answer.append("HTTP \(status)") }
        if let failure = attempt.failure { answer.append(words.book.label(failure)) }
        if let ip = attempt.ip, !ip.isEmpty { answer.append("IP \(ip)") }
        if let condition = attempt.condition, condition != .normal { answer.append(words.book.label(condition)) }
        let names = attempt.dns.map { dns in
            ([words.book.label(dns.kind)] + dns.addresses.prefix(3)).joined(separator: ", ")
        }
        return """
            <tr><td>\(words.time.short(attempt.at))<br><small>\(attempt.at.iso8601)</small></td><td>\(address)</td>\
            <td>\(words.book.label(attempt.candidate.reason))</td><td>\(names ?? "-")</td>\
            <td>\(answer.isEmpty ? "-" : answer.joined(separator: "; "))</td>\
            <td>\(words.book.label(attempt.result))</td></tr>

            """
    }

    /// Whether our own network worked around these times.
    private func controls(of scan: String) -> Markup {
        let checks = office.controls[scan] ?? []
        guard !checks.isEmpty else {
            let own =
                scan == office.scan.id && !office.record.ownNetworkUp
                ? words.say("Jaringan pemeriksa sendiri terputus pada waktu itu.", "Our own network was down then.")
                : words.say(
                    "Jawaban host pembanding tidak dicatat pada putaran ini.",
                    "Answers of control hosts were not recorded in this round.")
            return "<p class=\"note\">\(own)</p>"
        }
        let lines = checks.count > 12 ? Array(checks.prefix(6)) + Array(checks.suffix(6)) : checks
        let rows = lines.map { check in
            let state =
                check.up
                ? words.say("menjawab", "answered") : words.say("tidak ada yang menjawab", "none answered")
            return "<li>\(words.time.short(check.at)): \(check.answered ?? "") \(state)</li>" as Markup
        }
        let intro = words.say(
            "Host pembanding, bukti bahwa jaringan pemeriksa sendiri bekerja; ditanya \(checks.count) kali:",
            "Control hosts, proof that our own network worked; asked \(checks.count) times:")
        return """
            <p>\(intro)</p>
            <ul>\(Markup.join(rows))</ul>
            """
    }
}
