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
        var rows: [Markup] = []
        for round in rounds { rows.append(try await row(round)) }
        return """
            \(tally(totals, regions: rounds.count))
            <table class="stackable listing"><caption>\(layout("Wilayah", "Regions"))</caption>
            <thead><tr><th scope="col">\(layout("Wilayah", "Region"))</th>
            <th scope="col">\(layout("Pemeriksaan terakhir", "Latest round"))</th>
            <th scope="col" class="num">\(layout("Kantor", "Offices"))</th>
            <th scope="col" class="num">\(layout("Aktif", "Active"))</th>
            <th scope="col" class="num">\(layout("Belum memiliki situs", "No website"))</th>
            <th scope="col" class="num">\(layout("Belum pasti", "Undecided"))</th>
            <th scope="col">\(layout("Sebaran", "Spread"))</th></tr></thead><tbody>
            \(Markup.join(rows))</tbody></table>
            """
    }

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

    private func row(_ round: RegionRound) async throws -> Markup {
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
            <td>\(Chart.bar(round.counts, label: layout("Sebaran status", "Spread of statuses")))</td></tr>

            """
    }
}
