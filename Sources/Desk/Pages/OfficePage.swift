import Model
import Report
import Rules
import Scan
import Store

/// `/kantor/<kode>`: one office with proof, evidence, history, and what people say of it.
struct OfficePage: Sendable {
    let layout: Layout
    let store: any DeskStore
    let book: RuleBook

    /// What is the same for everybody of these eyes: the name, and after a zero byte the content.
    func content(_ code: String, region: String, scan: String, reader: Reader) async throws -> Markup? {
        let builder = SnapshotBuilder(book: book, store: store)
        guard var snapshot = try await builder.snapshot(ofOffice: code, in: scan), var office = snapshot.offices.first
        else { return nil }
        office.verdict = reader.shown(office.verdict)
        if !reader.seesPrivate {
            // What was asked and answered may name a hacked address; the public sees the result only.
            office.attempts = []
            office.suspects = []
        }
        snapshot.offices = [office]
        let rounds = try await store.pastStatuses(of: code, before: scan, limit: 30)
        var named: Markup = "\(office.target.name)"
        named.bytes.append(0)
        let content: Markup = """
            <p><a href="/wilayah/\(address: region)">\(snapshot.regionNames[region] ?? region)</a>\(letters(code, reader))</p>
            \(listings(try await store.listings(of: code)))
            \(layout.pieces.office(snapshot))
            \(reader.seesPrivate ? bodies(office) : "")
            \(history(rounds, region, reader))
            """
        return named + content
    }

    /// The page around it, with the forms of this visitor.
    func page(
        _ made: Markup, _ code: String, region: String, scan: String, for visitor: Visitor?, notice: String
    ) -> Markup {
        let parts = made.bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        var (title, content) = (Markup(), Markup())
        title.bytes = Array(parts[0])
        content.bytes = parts.count == 2 ? Array(parts[1]) : []
        return layout.page(
            title, for: visitor,
            "\(layout.notice(notice))\(content)\(statementForm(code, scan, region, visitor))")
    }

    private func letters(_ code: String, _ reader: Reader) -> Markup {
        guard reader.person != nil else { return "" }
        let links = ["html", "docx", "pdf"].map { form -> Markup in
            let name = form == "html" ? layout("pratinjau", "preview") : form.uppercased()
            return "<a href=\"/kantor/\(address: Path.encoded(code))/surat/\(address: form)\">\(name)</a>"
        }
        return " · \(layout("Rancangan surat", "Draft letter")): \(Markup.join(links, separator: ", "))"
    }

    /// What became of the office by the kept lists, when it was renamed, merged or closed.
    private func listings(_ states: [ListedOffice]) -> Markup {
        let items = states.compactMap { state -> Markup? in
            guard let until = state.until else { return nil }
            if let successor = state.successor {
                return """
                    <li>\(layout("Bergabung ke", "Merged into")) <a href="/kantor/\(address: Path.encoded(successor))">\(successor)</a> \(layout("sejak", "from")) \(until). \(state.reason, limit: 300)</li>
                    """
            }
            return "<li>\(state.target.name): \(layout("sampai", "until")) \(until). \(state.reason, limit: 300)</li>"
        }
        return items.isEmpty ? "" : "<ul>\(Markup.join(items))</ul>"
    }

    /// The stored pages the evidence rests on.
    private func bodies(_ office: OfficeResult) -> Markup {
        guard office.verdict.status != .compromised else { return "" }
        var seen: Set<String> = []
        let evidence = office.verdict.items.flatMap(\.evidence).filter { seen.insert($0.sha256).inserted }
        guard !evidence.isEmpty else { return "" }
        let items = evidence.prefix(40).map { evidence -> Markup in
            """
            <li><a href="/bukti/\(address: evidence.sha256)?kutipan=\(address: Path.encoded(evidence.finding.quotation.prefix200))">\
            \(evidence.address.description)</a> <small>\(layout.pieces.time(evidence.fetchedAt, region: office.target.region))</small></li>
            """
        }
        return "<h2>\(layout("Halaman yang tersimpan", "Stored pages"))</h2><ul>\(Markup.join(items))</ul>"
    }

    private func history(_ rounds: [PastStatus], _ region: String, _ reader: Reader) -> Markup {
        guard !rounds.isEmpty else { return "" }
        let items = rounds.map { round -> Markup in
            let verdict = reader.shown(round.verdict)
            return """
                <tr><td>\(layout.pieces.time(round.finishedAt, region: region))</td>\
                <td>\(layout.pieces.badge(verdict.status))</td><td>\(layout.pieces.reason(verdict))</td></tr>
                """
        }
        return """
            <h2>\(layout("Riwayat", "History"))</h2><table><thead><tr>
            <th scope="col">\(layout("Waktu", "Time"))</th><th scope="col">\(layout("Keadaan", "Status"))</th>
            <th scope="col">\(layout("Alasan", "Reason"))</th></tr></thead><tbody>\(Markup.join(items))</tbody></table>
            """
    }

    private func statementForm(_ code: String, _ scan: String, _ region: String, _ visitor: Visitor?) -> Markup {
        guard let visitor, visitor.person.mayWork(in: region) else { return "" }
        let kinds: [(HumanStatement.Kind, String)] = [
            (.confirm, layout("Membenarkan hasil ini", "Confirm this result")),
            (.object, layout("Menyanggah: hasil ini keliru", "Object: this result is wrong")),
            (.explain, layout("Menjelaskan keadaan", "Explain")),
        ]
        let options = kinds.map { "<option value=\"\($0.0.rawValue)\">\($0.1)</option>" as Markup }
        return """
            <form method="post" action="/kantor/\(address: Path.encoded(code))/periksa">\(layout.key(visitor))
            <p><button>\(layout("Periksa sekarang", "Look now"))</button></p></form>
            <section><h2>\(layout("Pernyataan", "Statement"))</h2>
            <form method="post" action="/kantor/\(address: Path.encoded(code))/pernyataan">\(layout.key(visitor))
            <input type="hidden" name="pemeriksaan" value="\(scan)">
            <p class="field"><label for="jenis">\(layout("Jenis", "Kind"))</label><select id="jenis" name="jenis">\(Markup.join(options))</select></p>
            \(layout.field("alasan", layout("Alasan atau bukti", "Reason or evidence")))
            \(layout.field("alamat", layout("Alamat situs, bila menyanggah", "Address of the site, when objecting"), required: false))
            \(layout.field("sampai", layout("Berlaku sampai, bila membenarkan atau menjelaskan", "Holds until, when confirming or explaining"), type: "date", hint: layout("kosong: 180 hari; paling lama setahun", "empty: 180 days; a year at most"), required: false))
            <p><button>\(layout("Simpan", "Save"))</button></p></form></section>
            """
    }
}

extension String {
    fileprivate var prefix200: String { String(prefix(200)) }
}
