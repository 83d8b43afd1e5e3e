import Model
import Report
import Rules
import Scan
import Store

/// `/wilayah/<kode>`: the count sentence, the trend and every office with its items.
struct RegionPage: Sendable {
    let layout: Layout
    let store: any DeskStore
    let book: RuleBook

    /// Which round is shown, and which of its offices.
    struct Choice: Sendable {
        var scan: String?
        var status: OfficeStatus?
        /// The newest round that had ended by this day, `2026-05-01`.
        var day: String?

        func round(_ rounds: [RegionRound]) -> RegionRound? {
            if let scan { return rounds.first { $0.scan == scan } }
            if let day { return rounds.first { $0.finishedAt.day <= day } }
            return rounds.first
        }
    }

    /// Nil when no round of that region has ended, or not that one.
    func content(_ region: String, _ choice: Choice, reader: Reader) async throws -> Markup? {
        let rounds = try await store.rounds(ofRegion: region, limit: choice.day == nil ? 60 : 2000).map(reader.shown)
        guard let round = choice.round(rounds) else { return nil }
        let status = choice.status
        let offices = try await store.offices(ofRegion: region, in: round.scan).map(reader.shown)
        let shown = status.map { status in offices.filter { $0.verdict.status == status } } ?? offices
        return """
            <p class="lead">\(sentence(round))</p>
            <p>\(layout("Pemeriksaan", "Round")) \(layout.pieces.time(round.finishedAt, region: region)).
            \(files(round, reader))\(letters(round, reader))</p>
            \(dateForm(region, choice.day ?? ""))
            \(trend(rounds))
            \(filters(region, round, status))
            <div class="wide" tabindex="0" role="region" aria-label="\(layout("Kantor dan butir", "Offices and items"))">
            <table class="grid"><thead><tr><th scope="col" class="name">\(layout("Kantor", "Office"))</th>
            <th scope="col">\(layout("Keadaan", "Status"))</th>\(heads)</tr></thead>
            <tbody>\(Markup.join(shown.map(row)))</tbody></table></div>
            \(history(rounds.prefix(60), region))
            """
    }

    func title(_ region: String, _ choice: Choice) async throws -> String {
        if book.regions.region(region) != nil { return book.regions.region(region)?.fullName ?? region }
        let newest = try await store.rounds(ofRegion: region, limit: 1).first?.scan
        return try await RegionNames(book: book, store: store).name(of: region, in: choice.scan ?? newest ?? "")
    }

    private func dateForm(_ region: String, _ day: String) -> Markup {
        """
        <form method="get" action="/wilayah/\(address: region)">
        \(layout.field("tanggal", layout("Keadaan pada tanggal", "As of the day"), type: "date", value: day))
        <p><button>\(layout("Tampilkan", "Show"))</button></p></form>
        """
    }

    private func sentence(_ round: RegionRound) -> String {
        let missing = round.counts[.missing] ?? 0
        let active = (round.counts[.active] ?? 0) + (round.counts[.section] ?? 0)
        return layout(
            "Dari \(round.offices) kantor, \(active) memiliki situs yang hidup dan \(missing) diduga belum memiliki situs; "
                + "bukti tiap kantor ada pada halamannya.",
            "Of \(round.offices) offices \(active) have a living site and \(missing) seem to have none; the proof "
                + "stands on each office's page.")
    }

    private func files(_ round: RegionRound, _ reader: Reader) -> Markup {
        guard reader.seesPrivate else { return "" }
        let names: [(ReportWriter.Download, String)] = [
            (.missingCSV, "CSV"), (.missingXLSX, "XLSX"),
            (.findingsCSV, layout("semua temuan (CSV)", "all findings (CSV)")),
        ]
        let links = names.map { file, name -> Markup in
            "<a href=\"/wilayah/\(address: round.region)/\(address: file.rawValue)?pemeriksaan=\(address: round.scan)\">\(name)</a>"
        }
        return "\(layout("Daftar tanpa situs", "List without website")): \(Markup.join(links, separator: ", "))"
    }

    private func letters(_ round: RegionRound, _ reader: Reader) -> Markup {
        guard reader.person != nil else { return "" }
        let links = ["html", "docx", "pdf"].map { form -> Markup in
            let name = form == "html" ? layout("pratinjau", "preview") : form.uppercased()
            return
                "<a href=\"/wilayah/\(address: round.region)/surat/\(address: form)?pemeriksaan=\(address: round.scan)\">\(name)</a>"
        }
        return " · \(layout("Rancangan surat", "Draft letter")): \(Markup.join(links, separator: ", "))"
    }

    private func trend(_ rounds: [RegionRound]) -> Markup {
        let shares = rounds.reversed().map { round in
            Double((round.counts[.active] ?? 0) + (round.counts[.section] ?? 0)) / Double(max(1, round.offices))
        }
        guard shares.count > 1 else { return "" }
        return """
            <figure>\(Chart.line(shares, label: layout("Bagian kantor dengan situs hidup, tiap pemeriksaan", "Share of offices with a living site, by round")))
            <figcaption>\(layout("Bagian kantor dengan situs hidup", "Share of offices with a living site")), \(shares.count) \(layout("pemeriksaan", "rounds"))</figcaption></figure>
            """
    }

    private func filters(_ region: String, _ round: RegionRound, _ chosen: OfficeStatus?) -> Markup {
        let links = OfficeStatus.allCases.filter { (round.counts[$0] ?? 0) > 0 }.map { status -> Markup in
            """
            <li><a href="/wilayah/\(address: region)?pemeriksaan=\(address: round.scan)&amp;keadaan=\(status.rawValue)"\(status == chosen ? " aria-current=\"true\"" : "" as Markup)>\
            \(layout.pieces.badge(status)) \(round.counts[status] ?? 0)</a></li>
            """
        }
        let all: Markup =
            "<li><a href=\"/wilayah/\(address: region)\">\(layout("semua", "all")) \(round.offices)</a></li>"
        return "<ul class=\"legend\">\(all)\(Markup.join(links))</ul>"
    }

    private var heads: Markup {
        Markup.join(
            ItemKey.allCases.map { "<th scope=\"col\" class=\"turned\"><span>\(layout.pieces.name($0))</span></th>" })
    }

    private func row(_ office: OfficeRow) -> Markup {
        let code = office.target.code
        let cells = office.verdict.items.map { item -> Markup in
            let cell = layout.pieces.cell(item.state)
            return """
                <td class="\(cell.class)" title="\(layout.pieces.name(item.item)): \(layout.pieces.label(item.state))">\(cell.sign)</td>
                """
        }
        return """
            <tr><th scope="row" class="name"><a href="/kantor/\(address: Path.encoded(code))">\(office.target.name, limit: 90)</a></th>
            <td class="status">\(layout.pieces.badge(office.verdict.status))</td>\(Markup.join(cells))</tr>

            """
    }

    private func history(_ rounds: ArraySlice<RegionRound>, _ region: String) -> Markup {
        let items = rounds.map { round -> Markup in
            """
            <li><a href="/wilayah/\(address: region)?pemeriksaan=\(address: round.scan)">\
            \(layout.pieces.time(round.finishedAt, region: region))</a></li>
            """
        }
        return "<h2>\(layout("Pemeriksaan sebelumnya", "Earlier rounds"))</h2><ul>\(Markup.join(items))</ul>"
    }
}

/// Codes as parts of a path.
enum Path {
    /// A code as part of a file name.
    static func plain(_ text: String, dots: Bool = false) -> String {
        String(
            text.prefix(80).map {
                $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || (dots && $0 == ".")) ? $0 : "_"
            })
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let plain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                || byte == 46 || byte == 95
            return plain
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
