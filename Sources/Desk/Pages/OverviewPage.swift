import Model
import Report
import Rules
import Store

/// `/`: every region with its latest round.
struct OverviewPage: Sendable {
    let layout: Layout
    let store: any DeskStore
    let book: RuleBook

    func content(_ reader: Reader) async throws -> Markup {
        let rounds = try await store.latestRounds().filter { reader.sees($0.region) }.map(reader.shown)
        guard !rounds.isEmpty else {
            return layout.notice(
                layout(
                    "Belum ada pemeriksaan yang selesai. Jalankan `ronda scan DAFTAR.csv` atau buat jadwal.",
                    "No round has ended yet. Run `ronda scan LIST.csv` or make a schedule."))
        }
        let totals = rounds.reduce(into: [OfficeStatus: Int]()) { $0.merge($1.counts, uniquingKeysWith: +) }
        let changes = try await store.changes(inRounds: Array(Set(rounds.map(\.scan)))).compactMap(reader.shown)
        let visible = changes.filter { reader.sees($0.region) }
        let byRegion = Dictionary(grouping: visible, by: \.region)
        var rows: [Markup] = []
        for round in rounds { rows.append(try await row(round, changed: byRegion[round.region]?.count ?? 0)) }
        return """
            \(tally(totals, regions: rounds.count))
            \(ChangesSection(layout: layout).markup(visible))
            \(try await incidents(rounds, reader))
            <table class="stackable listing"><caption>\(layout("Wilayah", "Regions"))</caption>
            <thead><tr><th scope="col">\(layout("Wilayah", "Region"))</th>
            <th scope="col">\(layout("Pemeriksaan terakhir", "Latest round"))</th>
            <th scope="col" class="num">\(layout("Kantor", "Offices"))</th>
            <th scope="col" class="num">\(layout("Aktif", "Active"))</th>
            <th scope="col" class="num">\(layout("Belum memiliki situs", "No website"))</th>
            <th scope="col" class="num">\(layout("Belum pasti", "Undecided"))</th>
            <th scope="col" class="num">\(layout("Berubah", "Changed"))</th>
            <th scope="col">\(layout("Sebaran", "Spread"))</th></tr></thead><tbody>
            \(Markup.join(rows))</tbody></table>
            """
    }

    /// What disturbed the newest rounds; for people who sign in.
    private func incidents(_ rounds: [RegionRound], _ reader: Reader) async throws -> Markup {
        guard reader.seesPrivate else { return "" }
        let regions = Dictionary(rounds.map { ($0.scan, $0.region) }) { first, _ in first }
        let found = try await store.latestIncidents(limit: 400).filter { regions[$0.scan] != nil }
        guard !found.isEmpty else { return "" }
        let items = found.prefix(Self.longest).map { found -> Markup in
            let incident = found.incident
            let time = layout.pieces.time(incident.startedAt, region: regions[found.scan] ?? "")
            return """
                <li>\(layout.pieces.label(incident.kind)): <span class="addr">\(incident.subject, limit: 120)</span>, \(time), \
                \(incident.offices.count) \(layout("kantor", "offices"))</li>

                """
        }
        let more: Markup =
            found.count > Self.longest ? "<p>+ \(found.count - Self.longest) \(layout("lagi", "more"))</p>" : ""
        return """
            <section><h2>\(layout("Gangguan dalam pemeriksaan terakhir", "Incidents in the latest rounds"))</h2>
            <p>\(layout("Kantor yang terkena tidak dinilai dari gangguan ini.", "Offices touched are not judged by them."))</p>
            <ul>\(Markup.join(items))</ul>\(more)</section>
            """
    }

    private static let longest = 20

    private func tally(_ counts: [OfficeStatus: Int], regions: Int) -> Markup {
        let items = OfficeStatus.allCases.filter { (counts[$0] ?? 0) > 0 }.map { status -> Markup in
            "<li>\(layout.pieces.badge(status)) <strong>\(counts[status] ?? 0)</strong></li>"
        }
        let all = counts.values.reduce(0, +)
        return """
            <p class="lead">\(layout("\(all) kantor di \(regions) wilayah.", "\(all) offices in \(regions) regions."))</p>
            <ul class="legend">\(Markup.join(items))</ul>
            """
    }

    private func row(_ round: RegionRound, changed: Int) async throws -> Markup {
        let name = try await RegionNames(book: book, store: store).name(of: round.region, in: round.scan)
        let active = (round.counts[.active] ?? 0) + (round.counts[.section] ?? 0)
        let unsure = [OfficeStatus.unknown, .blocked, .unreachable].reduce(0) { $0 + (round.counts[$1] ?? 0) }
        return """
            <tr><th scope="row"><a href="/wilayah/\(address: round.region)">\(name)</a></th>
            <td data-label="\(layout("Pemeriksaan terakhir", "Latest round"))">\(layout.pieces.time(round.finishedAt, region: round.region))</td>
            <td class="num" data-label="\(layout("Kantor", "Offices"))">\(round.offices)</td>
            <td class="num" data-label="\(layout("Aktif", "Active"))">\(active)</td>
            <td class="num" data-label="\(layout("Belum memiliki situs", "No website"))">\(round.counts[.missing] ?? 0)</td>
            <td class="num" data-label="\(layout("Belum pasti", "Undecided"))">\(unsure)</td>
            <td class="num" data-label="\(layout("Berubah", "Changed"))">\(changed)</td>
            <td>\(Chart.bar(round.counts, label: layout("Sebaran status", "Spread of statuses")))</td></tr>

            """
    }
}
