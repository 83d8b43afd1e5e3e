import Model
import Report
import Store

/// `/sanggahan`: what people said of results, what waits for an answer, and which explanations run out.
struct StatementsPage: Sendable {
    let layout: Layout
    let store: any DeskStore
    let now: Timestamp

    func markup(for visitor: Visitor, notice: String = "") async throws -> Markup {
        let said = try await seen(by: visitor.person)
        let open = said.filter { $0.said.kind == .object && $0.said.answer == nil }
        let ending = said.filter { $0.said.kind == .explain }.sorted {
            ($0.said.expires ?? now) < ($1.said.expires ?? now)
        }
        let answered = said.filter { $0.said.kind == .object && $0.said.answer != nil }
        return layout.page(
            layout("Sanggahan dan penjelasan", "Objections and explanations"), for: visitor,
            """
            \(layout.notice(notice, bad: true))
            <p class="lead">\(layout("\(open.count) sanggahan menunggu jawaban.", "\(open.count) objections wait for an answer."))</p>
            <p>\(layout("Selama sanggahan belum dijawab, kantor itu tidak dimuat dalam surat.", "While an objection waits, no letter names the office."))</p>
            \(Markup.join(open.map { card($0, visitor) }))
            \(table(layout("Penjelasan dan masa berlakunya", "Explanations and how long they hold"), ending.map(explanation), layout("Berlaku sampai", "Until")))
            \(table(layout("Sanggahan yang sudah dijawab", "Objections that were answered"), answered.map(answer), layout("Jawaban", "Answer")))
            """)
    }

    /// A statement and the region its office lies in.
    struct Said: Sendable {
        var said: HumanStatement
        var region: String
    }

    private func seen(by person: Person) async throws -> [Said] {
        var found: [Said] = []
        var regions: [String: String] = [:]
        for said in try await store.statements(of: nil).reversed() {
            if regions[said.office] == nil {
                regions[said.office] = try await store.whereabouts(of: said.office)?.region ?? ""
            }
            let region = regions[said.office] ?? ""
            if person.sees(region: region) { found.append(Said(said: said, region: region)) }
        }
        return found
    }

    private func card(_ one: Said, _ visitor: Visitor) -> Markup {
        let said = one.said
        let form: Markup =
            visitor.person.mayWork(in: one.region) && said.by != visitor.person.name
            ? """
            <form method="post" action="/sanggahan/\(said.id)">\(layout.key(visitor))
            <p class="field"><label for="hasil-\(said.id)">\(layout("Jawaban", "Answer"))</label>
            <select id="hasil-\(said.id)" name="hasil"><option value="accepted">\(layout("Sanggahan benar", "The objection is right"))</option>
            <option value="dismissed">\(layout("Sanggahan tidak benar", "The objection is not right"))</option></select></p>
            \(layout.field("alasan", layout("Alasan", "Reason"), id: "alasan-\(said.id)"))
            <p><button>\(layout("Jawab", "Answer"))</button></p></form>
            """
            : "<p><small>\(layout("Dijawab oleh orang lain daripada yang menyanggah.", "To be answered by somebody other than who objected."))</small></p>"
        return """
            <article><h3><a href="/kantor/\(address: Path.encoded(said.office))">\(said.office)</a> · \(said.status.map(layout.pieces.label) ?? "")</h3>
            <p>\(said.note, limit: 2000)</p><p class="addr">\(said.address?.description ?? "")</p>
            <p><small>\(said.by), \(layout.pieces.time(said.at, region: one.region))</small></p>\(form)</article>

            """
    }

    private func explanation(_ one: Said) -> Markup {
        let until: String
        if let expires = one.said.expires {
            until =
                one.said.isInForce(at: now)
                ? expires.day : layout("berakhir \(expires.day)", "ended \(expires.day)")
        } else {
            until = layout("tanpa batas", "for good")
        }
        return row(one, "\(until)")
    }

    private func answer(_ one: Said) -> Markup {
        guard let answer = one.said.answer else { return "" }
        let word =
            answer.outcome == .accepted ? layout("diterima", "accepted") : layout("ditolak", "dismissed")
        return row(one, "<strong>\(word)</strong> \(answer.note, limit: 600) <small>\(answer.by)</small>")
    }

    private func row(_ one: Said, _ last: Markup) -> Markup {
        """
        <tr><th scope="row"><a href="/kantor/\(address: Path.encoded(one.said.office))">\(one.said.office)</a></th>\
        <td>\(one.said.note, limit: 600) <small>\(one.said.by), \(one.said.at.day)</small></td><td>\(last)</td></tr>

        """
    }

    private func table(_ title: String, _ rows: [Markup], _ head: String) -> Markup {
        guard !rows.isEmpty else { return "" }
        return """
            <section><table><caption>\(title)</caption><thead><tr><th scope="col">\(layout("Kantor", "Office"))</th>
            <th scope="col">\(layout("Isi", "What was said"))</th><th scope="col">\(head)</th></tr></thead>
            <tbody>\(Markup.join(rows.prefix(300)))</tbody></table></section>
            """
    }
}

/// `/ketelitian`: how often people who checked a result found it right.
struct AccuracyPage: Sendable {
    let layout: Layout
    let store: any DeskStore

    private struct Tally {
        var right = 0
        var wrong = 0
        var open = 0
    }

    func markup(for visitor: Visitor) async throws -> Markup {
        var tallies: [OfficeStatus: Tally] = [:]
        for said in try await store.statements(of: nil) {
            guard let status = said.status else { continue }
            switch (said.kind, said.answer?.outcome) {
            case (.confirm, _), (.object, .dismissed): tallies[status, default: Tally()].right += 1
            case (.object, .accepted): tallies[status, default: Tally()].wrong += 1
            case (.object, nil): tallies[status, default: Tally()].open += 1
            case (.explain, _): break
            }
        }
        let rows = OfficeStatus.allCases.compactMap { status in tallies[status].map { row(status, $0) } }
        let table: Markup =
            rows.isEmpty
            ? "<p>\(layout("Belum ada hasil yang diperiksa orang.", "No result was checked by a person yet."))</p>"
            : """
            <table><thead><tr><th scope="col">\(layout("Keadaan", "Status"))</th><th scope="col" class="num">\(layout("Benar", "Right"))</th>
            <th scope="col" class="num">\(layout("Keliru", "Wrong"))</th><th scope="col" class="num">\(layout("Menunggu", "Waiting"))</th>
            <th scope="col">\(layout("Bagian yang benar (95%)", "Share that is right (95%)"))</th></tr></thead><tbody>\(Markup.join(rows))</tbody></table>
            """
        return layout.page(
            layout("Ketelitian", "Accuracy"), for: visitor,
            """
            <p>\(layout(
                "Hasil yang dibenarkan orang, dan sanggahan yang diterima. Yang diperiksa orang bukan contoh acak: kantor yang keliru lebih sering menyanggah.",
                "Results that people confirmed, and objections that were accepted. What people check is no random sample: offices that were wronged object more often."))</p>
            \(table)
            <p>\(layout("Ketelitian pada halaman yang ditulis untuk diuji ada di docs/accuracy.md; diukur dengan", "Accuracy on pages written for testing is in docs/accuracy.md; measured by")) <code>ronda eval</code>.</p>
            """)
    }

    private func row(_ status: OfficeStatus, _ tally: Tally) -> Markup {
        let all = tally.right + tally.wrong
        let share: String
        if all == 0 {
            share = layout("belum ada", "none yet")
        } else {
            let (low, high) = Interval.wilson(tally.right, of: all)
            share = "\(Int((low * 100).rounded()))–\(Int((high * 100).rounded()))%"
        }
        return """
            <tr><th scope="row">\(layout.pieces.badge(status))</th><td class="num">\(tally.right)</td><td class="num">\(tally.wrong)</td>\
            <td class="num">\(tally.open)</td><td>\(share)</td></tr>

            """
    }
}

/// What a count says of the share behind it.
enum Interval {
    /// Wilson's interval of a share at 95 % (Wilson 1927); `all` more than 0.
    static func wilson(_ right: Int, of all: Int) -> (low: Double, high: Double) {
        let (z, n) = (1.96, Double(all))
        let p = Double(right) / n
        let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        return (max(0, middle - half), min(1, middle + half))
    }
}
