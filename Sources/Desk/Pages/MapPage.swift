import Model
import Report
import Rules
import Store

/// Tiles of provinces, each where it lies in the archipelago; below a province, tiles of its regions and the heat map
/// of items. Every tile says its number in words too: colour is never alone.
struct MapPage: Sendable {
    let layout: Layout
    let store: any DeskStore
    let book: RuleBook

    func country(_ rounds: [RegionRound]) -> Markup {
        let groups = Dictionary(grouping: rounds) { String($0.region.prefix(2)) }
        let placed = TileMap.places.compactMap { code, place -> Tile? in
            guard let here = groups[code] else { return Tile(code, nil, place.column, place.row, name(code), nil) }
            return Tile(code, "/peta/\(code)", place.column, place.row, name(code), Self.share(here))
        }.sorted { $0.code < $1.code }
        // Regions that lie in no province of the country (the sample region) stand in a row of their own.
        let others = groups.keys.filter { TileMap.places[$0] == nil }.sorted().enumerated().map { index, code in
            Tile(code, "/peta/\(code)", index, 8, name(code), Self.share(groups[code] ?? []))
        }
        let title = layout("Peta ubin", "Tile map")
        return """
            <p>\(caption)</p>
            <div class="wide" tabindex="0" role="region" aria-label="\(title)">\(TileMap.drawing(placed + others, columns: 15, rows: others.isEmpty ? 8 : 9, label: title))</div>
            \(table((placed + others).filter { $0.share != nil }))
            """
    }

    func province(_ code: String, _ rounds: [RegionRound]) async throws -> Markup {
        let columns = 8
        let tiles = rounds.sorted { $0.region < $1.region }.enumerated().map { index, round in
            Tile(
                round.region, "/wilayah/\(round.region)", index % columns, index / columns, name(round.region),
                Self.share([round]))
        }
        let rows = (tiles.count + columns - 1) / columns
        let title = name(code)
        var heat: [Markup] = []
        for round in rounds.sorted(by: { $0.region < $1.region }) {
            let counts = try await store.itemCounts(ofRegion: round.region, in: round.scan)
            heat.append(heatRow(round.region, counts))
        }
        return """
            <p>\(caption)</p>
            <div class="wide" tabindex="0" role="region" aria-label="\(layout("Ubin", "Tiles"))">\(TileMap.drawing(tiles, columns: columns, rows: rows, label: title))</div>
            \(table(tiles))
            <section><h2>\(layout("Butir yang terlihat di situs", "Items seen on the websites"))</h2>
            <p>\(layout("Persen kantor bersitus hidup yang situsnya memuat butir itu.", "Per cent of offices with a living site whose site shows the item."))</p>
            <div class="wide" tabindex="0" role="region" aria-label="\(layout("Peta panas butir", "Heat map of items"))"><table class="grid heat"><thead><tr>
            <th scope="col" class="name">\(layout("Wilayah", "Region"))</th>\(Markup.join(ItemKey.allCases.map { "<th scope=\"col\" class=\"turned\"><span>\(layout.pieces.name($0))</span></th>" as Markup }))</tr></thead>
            <tbody>\(Markup.join(heat))</tbody></table></div></section>
            """
    }

    private var caption: String {
        layout(
            "Persen kantor dengan situs yang hidup pada pemeriksaan terakhir. Abu-abu: belum diperiksa.",
            "Per cent of offices with a living site in the newest round. Grey: not looked at yet.")
    }

    /// Living sites among all offices of the rounds.
    static func share(_ rounds: [RegionRound]) -> Double? {
        let all = rounds.reduce(0) { $0 + $1.offices }
        guard all > 0 else { return nil }
        let alive = rounds.reduce(0) { $0 + ($1.counts[.active] ?? 0) + ($1.counts[.section] ?? 0) }
        return Double(alive) / Double(all)
    }

    func name(_ code: String) -> String { book.regions.region(code)?.fullName ?? code }

    private func table(_ tiles: [Tile]) -> Markup {
        let rows = tiles.map { tile -> Markup in
            """
            <tr><th scope="row"><a href="\(address: tile.link ?? "/")">\(tile.name)</a></th><td class="num">\(tile.percent)</td></tr>

            """
        }
        return """
            <details><summary>\(layout("Angka sebagai tabel", "The numbers as a table"))</summary>
            <table><thead><tr><th scope="col">\(layout("Wilayah", "Region"))</th><th scope="col" class="num">%</th></tr></thead>
            <tbody>\(Markup.join(rows))</tbody></table></details>
            """
    }

    private func heatRow(_ region: String, _ counts: [ItemKey: ItemCount]) -> Markup {
        let cells = ItemKey.allCases.map { item -> Markup in
            guard let count = counts[item], count.all > 0 else { return "<td class=\"h-none\">–</td>" }
            let percent = count.shown * 100 / count.all
            return """
                <td class="h-\(percent / 20 == 5 ? 4 : percent / 20)" title="\(layout.pieces.name(item)): \(count.shown)/\(count.all)">\(percent)</td>
                """
        }
        return """
            <tr><th scope="row" class="name"><a href="/wilayah/\(address: region)">\(name(region))</a></th>\(Markup.join(cells))</tr>

            """
    }
}

/// One region as a square.
struct Tile: Sendable {
    var code: String
    var link: String?
    var column, row: Int
    var name: String
    /// 0 to 1; nil: not looked at.
    var share: Double?

    init(_ code: String, _ link: String?, _ column: Int, _ row: Int, _ name: String, _ share: Double?) {
        (self.code, self.link, self.column, self.row, self.name, self.share) = (code, link, column, row, name, share)
    }

    var percent: String { share.map { "\(Int(($0 * 100).rounded()))" } ?? "" }
}

/// Squares on a grid.
enum TileMap {
    /// Column and row of each province, so that neighbours stay neighbours as far as squares allow.
    static let places: [String: (column: Int, row: Int)] = [
        "11": (0, 0), "12": (1, 1), "13": (1, 2), "14": (2, 2), "15": (2, 3), "16": (3, 4), "17": (2, 4), "18": (3, 5),
        "19": (4, 4), "21": (3, 2), "31": (4, 6), "32": (5, 7), "33": (6, 7), "34": (6, 6), "35": (7, 7), "36": (4, 7),
        "51": (8, 7), "52": (9, 7), "53": (10, 7), "61": (5, 3), "62": (6, 3), "63": (7, 4), "64": (7, 3), "65": (7, 2),
        "71": (10, 2), "72": (9, 3), "73": (8, 5), "74": (9, 5), "75": (9, 2), "76": (8, 4), "81": (11, 4),
        "82": (11, 3), "91": (14, 3), "92": (12, 4), "93": (14, 5), "94": (13, 4), "95": (14, 4), "96": (12, 3),
    ]

    /// Background and ink of each fifth; every pair has a contrast above 4.5.
    private static let colours = [
        ("#7f1d12", "#fff"), ("#b5542a", "#fff"), ("#f0c36b", "#1b2430"), ("#a9d3a5", "#1b2430"), ("#0b6b3a", "#fff"),
    ]

    static func drawing(_ tiles: [Tile], columns: Int, rows: Int, label: String) -> Markup {
        let side = 64
        let squares = tiles.map { tile -> Markup in
            let (back, ink) = tile.share.map { colours[min(4, Int($0 * 5))] } ?? ("#e4e7ec", "#474d57")
            let (x, y) = (tile.column * side, tile.row * side)
            let inner: Markup = """
                <title>\(tile.name)\(tile.share == nil ? "" : ": \(tile.percent)%")</title>\
                <rect x="\(x + 2)" y="\(y + 2)" width="\(side - 4)" height="\(side - 4)" rx="4" fill="\(back)"/>\
                <text x="\(x + side / 2)" y="\(y + 27)" fill="\(ink)" font-size="13" text-anchor="middle">\(tile.code)</text>\
                <text x="\(x + side / 2)" y="\(y + 48)" fill="\(ink)" font-size="17" font-weight="700" text-anchor="middle">\(tile.percent)</text>
                """
            return tile.link.map { "<a href=\"\(address: $0)\">\(inner)</a>" } ?? "<g>\(inner)</g>"
        }
        return """
            <svg class="tiles" viewBox="0 0 \(columns * side) \(max(1, rows) * side)" width="\(columns * side)" height="\(max(1, rows) * side)" \
            role="group" aria-label="\(label)" font-family="inherit">\(Markup.join(squares))</svg>
            """
    }
}
