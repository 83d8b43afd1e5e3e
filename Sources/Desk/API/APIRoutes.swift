import Digest
import Foundation
import Hummingbird
import Model
import Report
import Rules

/// `/api/v1`: what the pages show, as JSON with stable ids, paging and entity tags.
struct APIRoutes: Sendable {
    let parts: DeskParts
    /// Offices on one page at most.
    static let longestPage = 200
    /// Rounds that are told of at once.
    static let newest = 500

    func add(to router: Router<DeskContext>) {
        router.get("openapi.json") { _, _ in
            Response.text(OpenAPI.document(version: parts.settings.version), "application/json")
        }
        router.get("api/v1/regions") { request, context in try await regions(request, context) }
        router.get("api/v1/regions/:kode") { request, context in try await region(request, context) }
        router.get("api/v1/regions/:kode/offices") { request, context in try await offices(request, context) }
        router.get("api/v1/offices/:kode") { request, context in try await office(request, context) }
        for (name, download) in Self.files {
            router.get("api/v1/regions/:kode/\(name)") { request, context in
                try await file(download, request, context)
            }
        }
        router.get("api/v1/scans") { request, context in try await scans(request, context) }
    }

    static func failure(_ status: HTTPResponse.Status, _ sentence: String) -> Response {
        struct Failure: Encodable { var error: String }
        let data = (try? JSONEncoder().encode(Failure(error: sentence))) ?? Data()
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }

    /// Files by their names in the API.
    static let files: [(name: String, download: ReportWriter.Download)] = [
        ("missing.csv", .missingCSV), ("missing.xlsx", .missingXLSX), ("findings.csv", .findingsCSV),
    ]

    /// Who asks, when the token they ask with is good for it.
    private func reading(_ context: DeskContext, _ scope: APIToken.Scope) throws -> Reader {
        let reader = parts.reader(context)
        guard reader.mayRead else { throw HTTPError(.unauthorized) }
        guard context.token?.permits(scope) ?? true else { throw HTTPError(.forbidden) }
        return reader
    }

    private func file(
        _ download: ReportWriter.Download, _ request: Request, _ context: DeskContext
    ) async throws -> Response {
        let reader = try reading(context, .downloads)
        let code = try parts.code(context)
        let wanted = request.uri.queryParameters["scan"].map(String.init)
        guard let bytes = try await parts.file(download, ofRegion: code, scan: wanted, for: reader) else {
            throw HTTPError(.notFound)
        }
        let tag = Self.tag(bytes)
        guard request.headers[.ifNoneMatch] != tag else { return Response(status: .notModified, headers: [.eTag: tag]) }
        var response = parts.download(bytes, download, code)
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = "private, no-cache"
        return response
    }

    private static func tag(_ data: [UInt8]) -> String { "\"\(SHA256.hex(data).prefix(32))\"" }

    private func regions(_ request: Request, _ context: DeskContext) async throws -> Response {
        let reader = try reading(context, .counts)
        let key = "ar|\(reader.scope)|\(try await parts.store.roundsMark(ofRegion: nil))"
        let bytes = try await parts.cache.bytes(key) {
            let rounds = try await parts.store.latestRounds().filter { reader.sees($0.region) }
            return try Self.encoded(rounds.map { region(reader.shown($0)) })
        }
        return answer(bytes ?? [], request)
    }

    private func region(_ request: Request, _ context: DeskContext) async throws -> Response {
        let reader = try reading(context, .counts)
        let code = try parts.code(context)
        let rounds = try await parts.store.rounds(ofRegion: code, limit: 100)
        guard reader.sees(code), !rounds.isEmpty else { throw HTTPError(.notFound) }
        return try answer(rounds.map { region(reader.shown($0)) }, request)
    }

    private func offices(_ request: Request, _ context: DeskContext) async throws -> Response {
        let reader = try reading(context, .offices)
        let code = try parts.code(context)
        let page = try number(request, "page", 1, 1...1_000_000)
        let length = try number(request, "per_page", 50, 1...Self.longestPage)
        let rounds = try await parts.store.rounds(ofRegion: code, limit: 100)
        let wanted = request.uri.queryParameters["scan"].map(String.init)
        guard reader.sees(code), let round = wanted.map({ id in rounds.first { $0.scan == id } }) ?? rounds.first else {
            throw HTTPError(.notFound)
        }
        let mark = try await parts.store.roundsMark(ofRegion: code)
        let bytes = try await parts.cache.bytes("ao|\(code)|\(round.scan)|\(page)|\(length)|\(reader.scope)|\(mark)") {
            let all = try await parts.store.offices(ofRegion: code, in: round.scan)
            let rows = all.dropFirst((page - 1) * length).prefix(length)
                .map { office(reader.shown($0), evidence: false) }
            return try Self.encoded(
                APIPage(scan: round.scan, page: page, perPage: length, total: all.count, offices: Array(rows)))
        }
        return answer(bytes ?? [], request)
    }

    private func office(_ request: Request, _ context: DeskContext) async throws -> Response {
        let reader = try reading(context, .evidence)
        let code = try parts.code(context)
        guard let place = try await parts.store.whereabouts(of: code), reader.sees(place.region),
            let record = try await parts.store.record(of: code, in: place.scan),
            let verdict = try await parts.store.verdict(of: code, in: place.scan)
        else { throw HTTPError(.notFound) }
        let row = OfficeRow(target: record.target, verdict: verdict, finishedAt: record.finishedAt)
        return try answer(office(reader.shown(row), evidence: true), request)
    }

    private func scans(_ request: Request, _ context: DeskContext) async throws -> Response {
        let reader = try reading(context, .counts)
        let bytes = try await parts.cache.bytes("as|\(reader.scope)", for: .seconds(3), stale: true) {
            let scans = try await parts.store.latestScans(limit: Self.newest)
            return try Self.encoded(
                scans.filter { $0.regions.contains(where: reader.sees) }.map {
                    APIScan(
                        id: $0.id, regions: $0.regions.filter(reader.sees), startedAt: $0.startedAt,
                        finishedAt: $0.finishedAt, rulesHash: $0.rulesHash)
                })
        }
        return answer(bytes ?? [], request)
    }

    private func region(_ round: RegionRound) -> APIRegion {
        APIRegion(
            code: round.region, name: parts.book.regions.region(round.region)?.fullName ?? round.region,
            scan: round.scan, finishedAt: round.finishedAt, offices: round.offices,
            counts: Dictionary(uniqueKeysWithValues: round.counts.map { ($0.key.rawValue, $0.value) }))
    }

    private func office(_ row: OfficeRow, evidence: Bool) -> APIOffice {
        let verdict = row.verdict
        return APIOffice(
            kode: row.target.code, nama: PlainText.clean(row.target.name), jenis: row.target.kind,
            wilayah: row.target.region, status: verdict.status.rawValue, statusReason: verdict.reason,
            proven: verdict.proof.proven, attempts: verdict.proof.attempts, checkedAt: row.finishedAt,
            site: verdict.finalAddress?.description,
            items: verdict.items.map { item in
                APIItem(
                    key: item.item.rawValue, state: item.state.rawValue,
                    evidence: !evidence
                        ? nil
                        : item.evidence.map {
                            APIEvidence(
                                url: $0.address.description, quote: $0.finding.quotation, place: $0.finding.place,
                                sha256: $0.sha256, fetchedAt: $0.fetchedAt, rule: $0.finding.rule)
                        })
            })
    }

    private func number(
        _ request: Request, _ name: String, _ usual: Int, _ range: ClosedRange<Int>
    ) throws -> Int {
        guard let text = request.uri.queryParameters[Substring(name)] else { return usual }
        guard let number = Int(text), range.contains(number) else { throw HTTPError(.badRequest) }
        return number
    }

    /// JSON with an entity tag; 304 when the asker has it already (RFC 9110 section 13.1.2).
    private func answer(_ value: some Encodable, _ request: Request) throws -> Response {
        answer(try Self.encoded(value), request)
    }

    private static func encoded(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value))
    }

    private func answer(_ data: [UInt8], _ request: Request) -> Response {
        let tag = Self.tag(data)
        guard request.headers[.ifNoneMatch] != tag else { return Response(status: .notModified, headers: [.eTag: tag]) }
        return Response(
            status: .ok, headers: [.contentType: "application/json", .eTag: tag, .cacheControl: "private, no-cache"],
            body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }
}

struct APIRegion: Encodable {
    var code, name, scan: String
    var finishedAt: Timestamp
    var offices: Int
    var counts: [String: Int]
}

struct APIScan: Encodable {
    var id: String
    var regions: [String]
    var startedAt: Timestamp
    var finishedAt: Timestamp?
    var rulesHash: String
}

struct APIPage: Encodable {
    var scan: String
    var page, perPage, total: Int
    var offices: [APIOffice]
}

struct APIOffice: Encodable {
    var kode, nama, jenis, wilayah, status, statusReason: String
    var proven: Bool
    var attempts: Int
    var checkedAt: Timestamp
    var site: String?
    var items: [APIItem]
}

struct APIItem: Encodable {
    var key, state: String
    var evidence: [APIEvidence]?
}

struct APIEvidence: Encodable {
    var url, quote, place, sha256: String
    var fetchedAt: Timestamp
    var rule: String
}
