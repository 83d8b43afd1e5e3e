import Hummingbird
import Model
import Report

/// `/peta`: tiles of the regions, and what their offices show, as drawings made on the server.
struct MapRoutes: Sendable {
    let parts: DeskParts

    func add(to router: Router<DeskContext>) {
        router.get("peta") { _, context in try await country(context) }
        router.get("peta/:kode") { _, context in try await province(context) }
    }

    private func country(_ context: DeskContext) async throws -> Response {
        let page = MapPage(layout: parts.layout, store: parts.store, book: parts.book)
        let content = try await cached("p|", context) { _, rounds in page.country(rounds) }
        return .html(parts.layout.page(parts.layout("Peta ubin", "Tile map"), for: context.visitor, content ?? ""))
    }

    private func province(_ context: DeskContext) async throws -> Response {
        let code = try parts.code(context)
        let page = MapPage(layout: parts.layout, store: parts.store, book: parts.book)
        let content = try await cached("p|\(code)", context) { _, rounds in
            let here = rounds.filter { $0.region == code || $0.region.hasPrefix(code + ".") }
            return here.isEmpty ? nil : try await page.province(code, here)
        }
        guard let content else { throw HTTPError(.notFound) }
        return .html(parts.layout.page(page.name(code), for: context.visitor, content))
    }

    private func cached(
        _ key: String, _ context: DeskContext,
        _ make: @escaping @Sendable (Reader, [RegionRound]) async throws -> Markup?
    ) async throws -> Markup? {
        let reader = parts.reader(context)
        guard reader.mayRead else { throw HTTPError(.unauthorized) }
        let mark = try await parts.store.roundsMark(ofRegion: nil)
        return try await parts.cache.markup("\(key)|\(reader.scope)|\(mark)") { [parts] in
            try await make(
                reader, try await parts.store.latestRounds().filter { reader.sees($0.region) }.map(reader.shown))
        }
    }
}
