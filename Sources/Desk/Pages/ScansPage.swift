import Model
import Report
import Store

/// `/pemeriksaan`: every round, and the one under way.
struct ScansPage: Sendable {
    let layout: Layout
    let store: any DeskStore
    let board: ProgressBoard
    /// Rounds looked through; older ones are on the pages of their regions.
    static let shown = 300

    /// The rows of the rounds that these eyes see.
    func rows(_ reader: Reader) async throws -> Markup {
        let scans = try await store.latestScans(limit: Self.shown).filter { $0.regions.contains(where: reader.sees) }
        let rows = scans.map { scan -> Markup in
            let end: Markup =
                scan.finishedAt.map { "\(layout.pieces.time($0, region: scan.regions.first ?? ""))" as Markup }
                ?? "<em>\(layout("belum selesai", "not finished"))</em>"
            let regions = scan.regions.prefix(8).map { region -> Markup in
                "<a href=\"/wilayah/\(address: region)?pemeriksaan=\(address: scan.id)\">\(region)</a> "
            }
            return """
                <tr><th scope="row">\(scan.id)</th><td>\(Markup.join(regions))</td>\
                <td>\(layout.pieces.time(scan.startedAt, region: scan.regions.first ?? ""))</td><td>\(end)</td></tr>

                """
        }
        return Markup.join(rows)
    }

    func markup(for visitor: Visitor?, _ rows: Markup) -> Markup {
        let content: Markup = """
            <section aria-live="polite" id="kemajuan"><h2>\(layout("Sedang berjalan", "Under way"))</h2>
            <p id="kemajuan-teks">\(board.text.isEmpty ? layout("Tidak ada pemeriksaan yang sedang berjalan di penjadwal ini.", "No round is under way in this scheduler.") : board.text)</p></section>
            <script src="/kemajuan.js" defer></script>
            <table class="stackable"><caption>\(layout("Pemeriksaan", "Rounds"))</caption><thead><tr>
            <th scope="col">\(layout("Nama", "Name"))</th><th scope="col">\(layout("Wilayah", "Regions"))</th>
            <th scope="col">\(layout("Mulai", "Started"))</th><th scope="col">\(layout("Selesai", "Ended"))</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        return layout.page(layout("Pemeriksaan", "Rounds"), for: visitor, content)
    }
}
