import Hummingbird
import Model
import Report
import Rules
import Scan
import ServiceLifecycle

/// The pages that only show.
struct ReadingRoutes: Sendable {
    let parts: DeskParts

    func add(to router: Router<DeskContext>) {
        router.get("") { _, context in try await overview(context) }
        router.get("wilayah/:kode") { request, context in try await region(request, context) }
        for download in ReportWriter.Download.allCases {
            router.get("wilayah/:kode/\(download.rawValue)") { request, context in
                try await file(download, request, context)
            }
        }
        router.get("kantor/:kode") { request, context in try await office(request, context) }
        router.get("bukti/:sha") { request, context in try await evidence(request, context) }
        router.get("bukti/:sha/isi") { request, context in try await raw(request, context) }
        router.get("pemeriksaan") { _, context in try await scans(context) }
        router.get("kemajuan") { _, context in try progress(context) }
        router.get("aturan") { _, context in try rules(context) }
    }

    private func reading(_ context: DeskContext) throws -> Reader {
        let reader = parts.reader(context)
        guard reader.mayRead else { throw HTTPError(.unauthorized) }
        return reader
    }

    private func overview(_ context: DeskContext) async throws -> Response {
        let reader = try reading(context)
        let page = OverviewPage(layout: parts.layout, store: parts.store, book: parts.book)
        let key = "o|\(reader.scope)|\(try await parts.store.roundsMark(ofRegion: nil))"
        let content = try await parts.cache.markup(key) { try await page.content(reader) }
        return .html(parts.layout.page(parts.layout("Ikhtisar", "Overview"), for: context.visitor, content ?? ""))
    }

    private func region(_ request: Request, _ context: DeskContext) async throws -> Response {
        let reader = try reading(context)
        let code = try parts.code(context)
        guard reader.sees(code) else { throw HTTPError(.notFound) }
        let asked = request.uri.queryParameters
        let day = asked["tanggal"].map(String.init)
        guard day?.isDay ?? true else { throw HTTPError(.badRequest) }
        let choice = RegionPage.Choice(
            scan: asked["pemeriksaan"].map(String.init),
            status: asked["keadaan"].flatMap { OfficeStatus(rawValue: String($0)) }, day: day)
        let page = RegionPage(layout: parts.layout, store: parts.store, book: parts.book)
        let mark = try await parts.store.roundsMark(ofRegion: code)
        let key =
            "r|\(code)|\(choice.scan ?? "")|\(choice.status?.rawValue ?? "")|\(day ?? "")|\(reader.scope)|\(mark)"
        guard let content = try await parts.cache.markup(key, { try await page.content(code, choice, reader: reader) })
        else { throw HTTPError(.notFound) }
        return .html(parts.layout.page(try await page.title(code, choice), for: context.visitor, content))
    }

    /// A file of the reports, made at the asking.
    private func file(
        _ download: ReportWriter.Download, _ request: Request, _ context: DeskContext
    ) async throws -> Response {
        let reader = try reading(context)
        let code = try parts.code(context)
        let wanted = request.uri.queryParameters["pemeriksaan"].map(String.init)
        guard let bytes = try await parts.file(download, ofRegion: code, scan: wanted, for: reader) else {
            throw HTTPError(.notFound)
        }
        return parts.download(bytes, download, code)
    }

    private func office(_ request: Request, _ context: DeskContext) async throws -> Response {
        let reader = try reading(context)
        let code = try parts.code(context)
        guard let place = try await parts.store.whereabouts(of: code), reader.sees(place.region) else {
            throw HTTPError(.notFound)
        }
        let page = OfficePage(layout: parts.layout, store: parts.store, book: parts.book)
        let mark = try await parts.store.roundsMark(ofRegion: place.region)
        let key = "k|\(code)|\(place.scan)|\(reader.scope)|\(mark)"
        let made = try await parts.cache.markup(key) {
            try await page.content(code, region: place.region, scan: place.scan, reader: reader)
        }
        guard let made else { throw HTTPError(.notFound) }
        return .html(
            page.page(
                made, code, region: place.region, scan: place.scan, for: context.visitor, notice: notice(request)))
    }

    private func notice(_ request: Request) -> String {
        if request.uri.queryParameters["diminta"] != nil {
            return parts.layout(
                "Diminta: kantor ini diperiksa lebih dahulu daripada yang lain; muat ulang halaman ini nanti.",
                "Asked for: this office is looked at before any other; load this page again later.")
        }
        return request.uri.queryParameters["tersimpan"] == nil
            ? "" : parts.layout("Pernyataan tersimpan.", "The statement is kept.")
    }

    /// Bodies are for signed-in people of the region: a page may hold what its office would not show twice.
    private func mayOpen(_ context: DeskContext) async throws -> String {
        guard let person = context.person else { throw HTTPError(.unauthorized) }
        let sha256 = try context.parameters.require("sha")
        guard sha256.utf8.count == 64, sha256.allSatisfy(\.isHexDigit),
            try await parts.store.body(sha256, servesRegions: person.role == .admin ? [] : person.regions)
        else { throw HTTPError(.notFound) }
        return sha256
    }

    private func evidence(_ request: Request, _ context: DeskContext) async throws -> Response {
        let sha256 = try await mayOpen(context)
        let words = request.uri.queryParameters["kutipan"].map(String.init) ?? ""
        let page = EvidencePage(layout: parts.layout, store: parts.store)
        let made = try await parts.cache.markup("b|\(sha256)|\(words)") {
            try await page.content(sha256, quotation: words)
        }
        guard let made else { throw HTTPError(.notFound) }
        return .html(parts.layout.page(parts.layout("Bukti", "Evidence"), for: context.visitor, made))
    }

    /// Bytes to keep, never to run: a download without a type a browser would show.
    private func raw(_ request: Request, _ context: DeskContext) async throws -> Response {
        let sha256 = try await mayOpen(context)
        guard let body = try await parts.store.body(sha256) else { throw HTTPError(.notFound) }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream",
                .contentDisposition: "attachment; filename=\"\(sha256).bin\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: body.bytes)))
    }

    private func scans(_ context: DeskContext) async throws -> Response {
        let reader = try reading(context)
        let page = ScansPage(layout: parts.layout, store: parts.store, board: parts.board)
        // A round that has just begun is seen within three seconds; what it does is told live.
        let rows = try await parts.cache.markup("s|\(reader.scope)", for: .seconds(3)) { try await page.rows(reader) }
        return .html(page.markup(for: context.visitor, rows ?? ""))
    }

    /// Server-sent events (HTML Living Standard, section 9.2); for people who may see every region's names.
    private func progress(_ context: DeskContext) throws -> Response {
        guard let person = context.person, person.role == .admin || person.regions.isEmpty,
            let lines = parts.board.listen()
        else { throw HTTPError(.notFound) }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream"],
            body: .init { writer in
                for await line in lines.cancelOnGracefulShutdown() {
                    let harmless = PlainText.clean(line, limit: 400)
                    try await writer.write(ByteBuffer(string: "data: \(harmless)\n\n"))
                }
                try await writer.finish(nil)
            })
    }

    private func rules(_ context: DeskContext) throws -> Response {
        _ = try reading(context)
        let rows = parts.book.items.map { item -> Markup in
            """
            <tr><th scope="row">\(item.name[parts.settings.language])</th><td>\(item.law)\(item.isLawSure ? "" : " †")</td>\
            <td>\(item.why[parts.settings.language], limit: 600)</td></tr>

            """
        }
        let layout = parts.layout
        return .html(
            layout.page(
                layout("Aturan", "Rules"), for: context.visitor,
                """
                <p>SHA-256 <code>\(parts.book.hash)</code></p><table class="stackable"><thead><tr><th scope="col">\(layout("Butir", "Item"))</th>
                <th scope="col">\(layout("Dasar", "Law"))</th><th scope="col">\(layout("Mengapa penting", "Why it matters"))</th></tr></thead>
                <tbody>\(Markup.join(rows))</tbody></table>
                <p class="faint">\(parts.layout.pieces.unsureLaw)</p>
                """))
    }
}

extension DeskParts {
    /// A file of a region's newest or chosen round; nil when there is none, or none for these eyes.
    func file(
        _ download: ReportWriter.Download, ofRegion code: String, scan wanted: String?, for reader: Reader
    ) async throws -> [UInt8]? {
        let rounds = try await store.rounds(ofRegion: code, limit: 60)
        guard reader.sees(code), reader.seesPrivate,
            let round = wanted.map({ id in rounds.first { $0.scan == id } }) ?? rounds.first
        else { return nil }
        var snapshot = try await SnapshotBuilder(book: book, store: store).snapshot(of: round.scan)
        snapshot.offices.removeAll { $0.target.region != code }
        snapshot.scan.regions = [code]
        let writer = ReportWriter(book: book, language: settings.language)
        return try await Aside.run { [snapshot] in try writer.bytes(of: download, snapshot) }
    }

    func download(_ bytes: [UInt8], _ download: ReportWriter.Download, _ code: String) -> Response {
        let parts = download.rawValue.split(separator: ".")
        let name = "\(parts[0])-\(code.filter { $0.isASCII && $0.isNumber }).\(parts[1])"
        return Response(
            status: .ok,
            headers: [.contentType: download.type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The office code of a path.
    func code(_ context: DeskContext) throws -> String {
        let text = try context.parameters.require("kode")
        return text.removingPercentEncoding ?? text
    }
}
