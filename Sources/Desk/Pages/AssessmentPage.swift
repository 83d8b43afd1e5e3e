import Model
import Report
import Rules
import Store

/// `/penilaian`: which assessments there are, and one with its loci, findings and forms.
struct AssessmentPage: Sendable {
    let layout: Layout
    let store: any DeskStore
    let book: RuleBook

    func index(for visitor: Visitor, notice: String = "") async throws -> Markup {
        let all = try await store.assessments().filter { visitor.person.sees(region: $0.region) }
        let rows = all.reversed().map { one -> Markup in
            """
            <tr><th scope="row"><a href="/penilaian/\(address: one.id)">\(one.id)</a></th><td>\(name(of: one.edition))</td>\
            <td>\(one.region)</td><td class="num">\(one.loci.count)</td><td>\(one.createdAt.day)</td></tr>

            """
        }
        let table: Markup =
            rows.isEmpty
            ? "<p>\(layout("Belum ada penilaian.", "No assessment yet."))</p>"
            : """
            <table><caption>\(layout("Penilaian", "Assessments"))</caption><thead><tr><th scope="col">\(layout("Penilaian", "Assessment"))</th>
            <th scope="col">\(layout("Instrumen", "Instrument"))</th><th scope="col">\(layout("Wilayah", "Region"))</th>
            <th scope="col" class="num">\(layout("Lokus", "Loci"))</th><th scope="col">\(layout("Dibuat", "Made"))</th></tr></thead>
            <tbody>\(Markup.join(rows))</tbody></table>
            """
        return layout.page(
            layout("Penilaian", "Assessments"), for: visitor,
            "\(layout.notice(notice, bad: true))\(table)\(beginForm(visitor))")
    }

    private func name(of edition: String) -> String {
        book.edition(key: edition)?.name[layout.language] ?? edition
    }

    private func beginForm(_ visitor: Visitor) -> Markup {
        guard visitor.person.role != .pembaca else { return "" }
        let editions = book.instruments.filter { !$0.loci.isEmpty }.map {
            "<option value=\"\($0.key)\">\($0.name[layout.language], limit: 90)</option>" as Markup
        }
        return """
            <section><h2>\(layout("Penilaian baru", "New assessment"))</h2><form method="post" action="/penilaian">\(layout.key(visitor))
            <p class="field"><label for="edisi">\(layout("Instrumen", "Instrument"))</label><select id="edisi" name="edisi">\(Markup.join(editions))</select></p>
            \(layout.field("wilayah", layout("Kode wilayah", "Region code"), hint: layout("yang sudah diperiksa, misalnya 61.12", "one that was looked at, for example 61.12")))
            <p><button>\(layout("Buat", "Make"))</button></p></form></section>
            """
    }

    func one(
        _ assessment: Assessment, for visitor: Visitor, notice: String = "", problems: [DataProblem] = []
    ) async throws -> Markup {
        let findings = try await store.attachments(of: assessment.id)
        let forms = try await store.forms(of: assessment.id)
        let byOffice = Dictionary(grouping: findings, by: \.office)
        let loci = assessment.loci.map { locus -> Markup in
            let found = byOffice[locus.code] ?? []
            let shown = found.count { $0.state == .present || $0.state == .linked }
            return """
                <tr><th scope="row"><a href="/kantor/\(address: Path.encoded(locus.code))">\(locus.name)</a></th><td>\(locus.kind)</td>\
                <td class="num">\(found.count)</td><td class="num">\(shown)</td><td>\(found.map(\.readAt).max()?.day ?? "")</td></tr>

                """
        }
        return layout.page(
            assessment.id, for: visitor,
            """
            \(layout.notice(notice, bad: true))\(trouble(problems))
            <p>\(name(of: assessment.edition)) · \(assessment.region) · SHA-256 <code>\(assessment.pack.prefix(16).description)</code></p>
            <p>\(layout("Temuan adalah bukti bagi penilai; Ronda tidak memberi nilai.", "Findings are evidence for the assessor; Ronda gives no score."))</p>
            <table class="stackable"><caption>\(layout("Lokus", "Loci"))</caption><thead><tr><th scope="col">\(layout("Kantor", "Office"))</th>
            <th scope="col">\(layout("Jenis", "Kind"))</th><th scope="col" class="num">\(layout("Temuan", "Findings"))</th>
            <th scope="col" class="num">\(layout("Terlihat di situs", "Seen on the site"))</th><th scope="col">\(layout("Dibaca", "Read"))</th></tr></thead>
            <tbody>\(Markup.join(loci))</tbody></table>
            \(work(assessment, visitor))
            \(formTable(assessment, forms))
            """)
    }

    private func trouble(_ problems: [DataProblem]) -> Markup {
        guard !problems.isEmpty else { return "" }
        let items = problems.prefix(200).map { "<li>\($0.description, limit: 500)</li>" as Markup }
        return """
            <div class="warning" role="status"><p>\(layout("Formulir disimpan; baris ini tidak dapat dipakai:", "The form is kept; these rows cannot be used:"))</p><ul>\(Markup.join(items))</ul></div>
            """
    }

    private func work(_ assessment: Assessment, _ visitor: Visitor) -> Markup {
        guard visitor.person.mayWork(in: assessment.region) else { return "" }
        let path: Markup = "/penilaian/\(address: assessment.id)"
        return """
            <form method="post" action="\(path)/lampirkan">\(layout.key(visitor))<p><button>\(layout("Lampirkan temuan terbaru", "Attach the newest findings"))</button></p></form>
            <section><h2>\(layout("Formulir penilai", "Assessor's form"))</h2>
            <form method="post" action="\(path)/formulir" enctype="multipart/form-data">\(layout.key(visitor))
            <p class="field"><label for="berkas">\(layout("Berkas CSV atau XLSX", "CSV or XLSX file"))</label>
            <input id="berkas" name="berkas" type="file" accept=".csv,.xlsx" required></p>
            <p><button>\(layout("Kirim formulir", "Send the form"))</button></p></form></section>
            """
    }

    private func formTable(_ assessment: Assessment, _ forms: [AssessorForm]) -> Markup {
        let path: Markup = "/penilaian/\(address: assessment.id)/formulir"
        let rows = forms.map { form -> Markup in
            """
            <li><a href="\(path)/\(form.number)" download>\(form.name)</a> <small>\(form.rows.count) \(layout("baris", "rows")), \(form.importedAt.day)</small></li>

            """
        }
        return """
            <h2>\(layout("Unduh dengan temuan di samping kolom penilai", "Download with findings beside the assessor's columns"))</h2>
            <ul><li><a href="\(path)/0" download>\(layout("formulir kosong", "blank form"))</a></li>\(Markup.join(rows))</ul>
            """
    }
}
