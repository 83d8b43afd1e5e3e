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

    private func seen(_ context: DeskContext) async throws -> (Reader, [RegionRound]) {
        let reader = parts.reader(context)
        guard reader.mayRead else { throw HTTPError(.unauthorized) }
        return (reader, try await parts.store.latestRounds().filter { reader.sees($0.region) }.map(reader.shown))
    }

    private func country(_ context: DeskContext) async throws -> Response {
        let (_, rounds) = try await seen(context)
        let page = MapPage(layout: parts.layout, store: parts.store, book: parts.book)
        return .html(page.country(rounds, for: context.visitor))
    }

    private func province(_ context: DeskContext) async throws -> Response {
        let code = try parts.code(context)
        let (_, rounds) = try await seen(context)
        let here = rounds.filter { $0.region == code || $0.region.hasPrefix(code + ".") }
        guard !here.isEmpty else { throw HTTPError(.notFound) }
        let page = MapPage(layout: parts.layout, store: parts.store, book: parts.book)
        return .html(try await page.province(code, here, for: context.visitor))
    }
}
