import Foundation
import Hummingbird
import Logging
import Model
import NIOCore
import NIOEmbedded
import Rules
import Store

@testable import Desk

/// The desk over a store of its own, asked without a socket.
final class DeskHarness: Sendable {
    let folder: URL
    let store: SQLiteStore
    let server: DeskServer
    private let responder: any HTTPResponder<DeskContext>

    static let now = Timestamp(iso8601: "2026-03-10T03:00:00Z")!

    /// Read once for all tests: it is most of what a desk costs.
    private static let book = Result { try RuleBook.bundled() }

    init(publicReading: Bool = false) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try SQLiteStore(path: folder.appendingPathComponent("ronda.db").path)
        var settings = DeskServer.Settings()
        settings.publicReading = publicReading
        settings.lists = folder.path
        server = try DeskServer(
            settings, book: Self.book.get(), store: store, board: ProgressBoard(), now: { Self.now })
        responder = server.router().buildResponder()
        try await DeskSample.fill(store)
        for person in DeskSample.people {
            try await store.keep(person, password: "\(person.name)-hash")
            let session = DeskSession(
                key: Self.key(of: Self.secret(person.name)), person: person.name, formSecret: "kunci-\(person.name)",
                expires: Self.now.adding(seconds: 3600))
            try await store.begin(session)
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    struct Answer: Sendable {
        var status: Int
        var headers: HTTPFields
        var bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// The cookie of a person: as long as real ones, known beforehand.
    static func secret(_ name: String) -> String { String((name + String(repeating: "0", count: 64)).prefix(64)) }

    func ask(
        _ method: HTTPRequest.Method, _ path: String, as person: String? = nil, cookie: String? = nil,
        bearer: String? = nil, form: String? = nil, body: [UInt8] = [],
        type: String = "application/x-www-form-urlencoded"
    ) async throws -> Answer {
        var head = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1", path: path)
        head.headerFields[.contentType] = type
        let secret = cookie ?? person.map(Self.secret)
        if let secret { head.headerFields[.cookie] = "ronda=\(secret)" }
        if let bearer { head.headerFields[.authorization] = "Bearer \(bearer)" }
        let content = form.map { Array($0.utf8) } ?? body
        let request = Request(head: head, body: .init(buffer: ByteBuffer(bytes: content)))
        let context = DeskContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
        let response = try await responder.respond(to: request, context: context)
        let collected = Collected()
        try await response.body.write(Collector(into: collected))
        return Answer(status: response.status.code, headers: response.headers, bytes: collected.bytes)
    }

    func get(_ path: String, as person: String? = nil) async throws -> Answer {
        try await ask(.get, path, as: person)
    }

    /// Posts a form with the key of the person's own session.
    func post(_ path: String, as person: String, _ fields: [String: String] = [:]) async throws -> Answer {
        var all = fields
        all["kunci"] = all["kunci"] ?? "kunci-\(person)"
        let text = all.map { name, value -> String in
            let plain = CharacterSet.alphanumerics
            return "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
        }.joined(separator: "&")
        return try await ask(.post, path, as: person, form: text)
    }
}

private final class Collected: @unchecked Sendable { var bytes: [UInt8] = [] }

private struct Collector: ResponseBodyWriter {
    let into: Collected
    mutating func write(_ buffer: ByteBuffer) async throws { into.bytes += buffer.readableBytesView }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
