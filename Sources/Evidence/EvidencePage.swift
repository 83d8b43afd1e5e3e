import Browser
import Model
import Report
import Rules
import Store

/// `bukti.html`: what a person reads first. Opens offline and asks nobody for anything.
struct EvidencePage {
    let office: OfficeCase
    let pages: [IncludedPage]
    let pictures: PicturesTaken
    let words: EvidenceWords
    let tool: String
    let rulesHash: String
    let madeAt: Timestamp

    func make() -> Markup {
        let title = "\(words.say("Bukti", "Evidence")): \(office.record.target.name)"
        var html: Markup = """
            <!doctype html>
            <html lang="\(words.language.rawValue)"><head><meta charset="utf-8">\(EvidenceFrame.policy)
            <title>\(title)</title>\(EvidenceFrame.style)</head><body>

            """
        html += head(title) + meaning() + items() + included() + AttemptsSection(office: office, words: words).make()
        html += StatementsSection(office: office, words: words).make()
        html += facts() + check()
        return html + "</body></html>\n"
    }

    private func head(_ title: String) -> Markup {
        let verdict = office.verdict
        let proof =
            verdict.proof.proven
            ? words.say("terbukti", "proven")
            : words.say("belum terbukti (dugaan satu putaran atau lebih)", "not proven yet (a presumption)")
        return """
            <header><h1>\(title)</h1>
            <p>\(office.regionName) · \(words.say("kode", "code")) \(office.record.target.code)<br>
            <span class="state">\(words.book.label(verdict.status))</span>: \
            \(IdentityMask.mask(reason), limit: 1000)\
            \(verdict.status.mayEnterLetter ? " (\(proof))" : "")</p>
            <p class="facts">\(words.say("Diperiksa", "Checked")) \(words.time.dateTime(office.record.startedAt)) – \
            \(words.time.dateTime(office.record.finishedAt)) · \(words.say("pemeriksaan", "scan")) \(office.scan.id)</p>
            </header>

            """
    }

    private var reason: String {
        let text = words.book.reason(office.verdict)
        return office.isDefanged ? Defang.text(text) : text
    }

    private func meaning() -> Markup {
        """
        <h2>\(words.say("Apa yang dibuktikan paket ini", "What this bag proves"))</h2>
        <ul>\(Markup.join(words.proves.map { "<li>\($0, limit: 1000)</li>" as Markup }))</ul>
        <p class="note">\(personalNote, limit: 1000)</p>

        """
    }

    private var personalNote: String {
        words.say(
            "Berkas WARC dan dokumen memuat byte persis seperti diterima, termasuk data pribadi bila situs itu sendiri "
                + "memuatnya. Jangan sebarkan tanpa memeriksa isinya.",
            "The WARC file and documents hold the bytes exactly as received, personal data included where the site "
                + "published it. Do not pass them on unread.")
    }

    // MARK: Items

    private func items() -> Markup {
        let rows = office.verdict.items.filter { $0.state != .unknown || !$0.evidence.isEmpty }
        let unknown = office.verdict.items.count - rows.count
        guard !rows.isEmpty else {
            return "<h2>\(words.say("Temuan", "Findings"))</h2>\n<p>\(nothing)</p>\n"
        }
        let rest: Markup =
            unknown == 0
            ? ""
            : "<p>\(unknown) \(words.say("butir lain belum dapat diperiksa.", "other items could not be checked."))</p>\n"
        let isUnsure = rows.contains { !words.book.item($0.item).isLawSure }
        let unsure: Markup = isUnsure ? "<p><small>\(words.unsureLaw)</small></p>\n" : ""
        let note: Markup = pictures.pictures.isEmpty ? "" : "<p><small>\(words.pictureNote)</small></p>\n"
        return """
            <h2>\(words.say("Temuan", "Findings"))</h2>
            \(note)<table class="wide"><thead><tr><th scope="col">\(words.say("Butir", "Item"))</th>\
            <th scope="col">\(words.say("Keadaan", "State"))</th><th scope="col">\(words.say("Bukti", "Evidence"))</th>\
            </tr></thead><tbody>
            \(Markup.join(rows.map(row)))</tbody></table>
            \(unsure)\(rest)
            """
    }

    private var nothing: String {
        words.say(
            "Tidak ada butir yang dapat diperiksa, karena tidak ada halaman kantor ini yang dapat dibaca.",
            "No item could be checked, because no page of this office could be read.")
    }

    private func row(_ verdict: ItemVerdict) -> Markup {
        let item = words.book.item(verdict.item)
        var shown: Set<String> = []
        var evidence = Markup.join(verdict.evidence.map { quotation($0, &shown) })
        if verdict.state == .absent || verdict.state == .empty, verdict.evidence.isEmpty {
            evidence = "<p>\(absence)</p>"
        }
        return """
            <tr><th scope="row">\(item.name)<br><small>\(item.markedLaw)</small></th>\
            <td class="state">\(words.book.label(verdict.state))</td><td>\(evidence)</td></tr>

            """
    }

    private var absence: String {
        let count = office.record.pages.count
        return words.say(
            "Tidak ditemukan pada \(count) halaman yang dibaca; semuanya disertakan di bawah.",
            "Not found on the \(count) pages that were read; all of them are included below.")
    }

    /// - Parameter shown: pictures of this item that stand above already.
    private func quotation(_ evidence: Evidence, _ shown: inout Set<String>) -> Markup {
        let included = pages.first { $0.page.sha256 == evidence.sha256 && $0.page.address == evidence.address }
        let finding = evidence.finding
        let quoted = IdentityMask.mask(finding.quotation)
        return """
            <figure><blockquote><mark>\(office.isDefanged ? Defang.text(quoted) : quoted, limit: 400)</mark></blockquote>
            <figcaption>\(finding.place)<br>\(address(evidence))<br>\(words.received(evidence.fetchedAt)), \
            HTTP \(evidence.status)\(evidence.ip.map { ", IP \($0)" as Markup } ?? "")<br>\
            SHA-256 <code>\(evidence.sha256)</code> · \(words.say("aturan", "rule")) <code>\(finding.rule)</code><br>\
            \(stored(included, finding.item))\(picture(included, finding.item, &shown))</figcaption></figure>

            """
    }

    private func picture(_ included: IncludedPage?, _ item: ItemKey, _ shown: inout Set<String>) -> Markup {
        guard let file = included?.pictures[item], shown.insert(file).inserted else { return "" }
        let name = words.book.item(item).name
        let text = words.say(
            "Gambar salinan yang tersimpan, kutipan tentang \(name) diberi warna",
            "Picture of the stored copy, the quotation on \(name) marked")
        return """
            <br><a href="\(file)"><img src="\(file)" alt="\(text)" width="\(PictureSize.width)" \
            height="\(PictureSize.height)"></a>
            """
    }

    private func address(_ evidence: Evidence) -> Markup {
        guard !office.isDefanged else { return "<code>\(Defang.address(evidence.address))</code>" }
        let link = TextFragment.link(evidence.address, quotation: evidence.finding.quotation)
        return """
            <code>\(address: evidence.address.description)</code> \
            (<a rel="noreferrer" href="\(address: link)">\(words.say("buka situs langsung", "open the live site"))</a>)
            """
    }

    private func stored(_ included: IncludedPage?, _ item: ItemKey) -> Markup {
        guard let included, included.record != nil else {
            return "<em>\(words.say("isi halaman ini tidak tersimpan", "the body of this page was not kept"))</em>"
        }
        var links: [Markup] = []
        if let copy = included.copy {
            let anchor: Markup = included.marked.contains(item) ? "#\(item.rawValue)" : ""
            let label =
                included.marked.contains(item)
                ? words.say("salinan, pada kutipannya", "copy, at the quotation")
                : words.say(
                    "salinan (kutipan disatukan dari beberapa tempat)", "copy (words joined from several places)")
            links.append("<a href=\"\(copy)\(anchor)\">\(label)</a>")
        }
        if let document = included.document {
            links.append("<a href=\"\(document)\">\(words.say("dokumen seperti diterima", "document as received"))</a>")
        }
        return Markup.join(links, separator: " · ")
    }

    // MARK: Pages

    private func included() -> Markup {
        guard !pages.isEmpty else { return "" }
        return """
            <h2>\(words.say("Halaman dalam paket", "Pages in the bag"))</h2>
            <p>\(pages.count) \(words.say("dari", "of")) \(office.record.pages.count + (office.record.answers?.count ?? 0)) \
            \(words.say("halaman yang dibaca atau menjawab.", "pages that were read or answered."))</p>
            <table class="wide"><thead><tr><th scope="col">\(words.say("No", "No"))</th>\
            <th scope="col">\(words.say("Alamat dan judul", "Address and title"))</th>\
            <th scope="col">\(words.say("Diterima", "Received"))</th><th scope="col">HTTP</th>\
            <th scope="col">SHA-256</th></tr></thead><tbody>
            \(Markup.join(pages.map(line)))</tbody></table>

            """
    }

    private func line(_ included: IncludedPage) -> Markup {
        let page = included.page
        let shown: Markup =
            office.isDefanged(page)
            ? "<code>\(Defang.address(page.address))</code>" : "<code>\(address: page.address.description)</code>"
        let title = IdentityMask.mask(page.title)
        var notes: [String] = []
        if included.record == nil { notes.append(words.say("isi tidak tersimpan", "body not kept")) }
        if page.exchange == nil { notes.append(words.say("kepala HTTP tidak tersimpan", "HTTP headers not kept")) }
        if page.exchange?.notModified == true {
            notes.append(words.say("304: isi dari putaran sebelumnya", "304: body of an earlier round"))
        }
        if page.reading.condition != .normal { notes.append(words.book.label(page.reading.condition)) }
        let file = included.copy ?? included.document
        let link: Markup = file.map { "<a href=\"\($0)\">\(included.number)</a>" } ?? "\(included.number)"
        return """
            <tr><td>\(link)</td><td>\(shown)<br>\(office.isDefanged(page) ? Defang.text(title) : title)\
            \(notes.isEmpty ? "" : "<br><small>\(notes.joined(separator: "; "))</small>")</td>\
            <td>\(words.time.short(page.fetchedAt))</td><td>\(page.status)</td>\
            <td><code>\(page.sha256)</code></td></tr>

            """
    }

    // MARK: Facts

    private func facts() -> Markup {
        var rows: [(String, Markup)] = []
        if let tls = office.verdict.tls ?? office.record.site?.tls {
            let state = tls.problem.map(words.book.label) ?? words.say("sah", "valid")
            rows.append(
                ("TLS", "\(state); \(tls.subject ?? "-"); \(tls.issuer ?? "-"); \(tls.notAfter?.iso8601 ?? "-")"))
        }
        rows.append((words.say("Pemeriksa", "Checker"), "ronda \(office.scan.toolVersion)"))
        rows.append((words.say("Aturan saat memeriksa", "Rules of the scan"), "<code>\(office.scan.rulesHash)</code>"))
        rows.append(
            (words.say("Paket dibuat", "Bag made"), "\(words.time.dateTime(madeAt)), ronda \(tool)"))
        rows.append(
            (words.say("Gambar tempat kutipan", "Pictures of quotations"), "\(words.say(pictures), limit: 1000)"))
        rows.append(
            (
                words.say("Berkas data", "Data files"),
                """
                <a href="temuan.json">temuan.json</a> · <a href="fakta.json">fakta.json</a> · \
                <a href="percobaan.json">percobaan.json</a> · \
                <a href="pernyataan.json">pernyataan.json</a> · <a href="versi.json">versi.json</a>
                """
            ))
        return """
            <h2>\(words.say("Fakta teknis", "Technical facts"))</h2>
            <table><tbody>\(Markup.join(rows.map { "<tr><th scope=\"row\">\($0.0)</th><td>\($0.1)</td></tr>\n" as Markup }))\
            </tbody></table>

            """
    }

    private func check() -> Markup {
        let lines = words.howToCheck
        return """
            <h2>\(words.say("Memeriksa keutuhan paket", "Checking the bag"))</h2>
            <p>\(lines[0])</p>
            <ul>\(Markup.join(lines.dropFirst().map { "<li><code>\($0)</code></li>" as Markup }))</ul>

            """
    }
}
