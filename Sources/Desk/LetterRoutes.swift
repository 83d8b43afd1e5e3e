import Foundation
import Hummingbird
import Model
import Report
import Rules
import Scan

/// Letters made at the asking: the list of a region, or what one office lacks. As drafts: number and date stay blank.
struct LetterRoutes: Sendable {
    let parts: DeskParts

    func add(to router: Router<DeskContext>) {
        router.get("wilayah/:kode/surat/:bentuk") { request, context in try await region(request, context) }
        router.get("kantor/:kode/surat/:bentuk") { _, context in try await office(context) }
    }

    /// What a letter can be had as; HTML is for looking at, in a sandbox.
    private static let types = [
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "pdf": "application/pdf",
        "html": "text/html; charset=utf-8",
    ]

    private func region(_ request: Request, _ context: DeskContext) async throws -> Response {
        let code = try parts.code(context)
        guard let person = context.person, person.sees(region: code) else { throw HTTPError(.notFound) }
        let rounds = try await parts.store.rounds(ofRegion: code, limit: 60)
        let wanted = request.uri.queryParameters["pemeriksaan"].map(String.init)
        guard let round = wanted.map({ id in rounds.first { $0.scan == id } }) ?? rounds.first else {
            throw HTTPError(.notFound)
        }
        var snapshot = try await SnapshotBuilder(book: parts.book, store: parts.store).snapshot(of: round.scan)
        snapshot.offices.removeAll { $0.target.region != code }
        snapshot.scan.regions = [code]
        return try await answer(context, name: "surat-\(code.filter(\.isNumber))") { [snapshot] writer, folder in
            try writer.writeList(snapshot: snapshot, to: folder)
        }
    }

    private func office(_ context: DeskContext) async throws -> Response {
        let code = try parts.code(context)
        guard let person = context.person, let place = try await parts.store.whereabouts(of: code),
            person.sees(region: place.region),
            let snapshot = try await SnapshotBuilder(book: parts.book, store: parts.store).snapshot(
                ofOffice: code, in: place.scan)
        else { throw HTTPError(.notFound) }
        return try await answer(context, name: "surat-\(Path.plain(code))") { writer, folder in
            try writer.writeOffice(code, snapshot: snapshot, to: folder)
        }
    }

    private typealias Writing = @Sendable (LetterWriter, String) throws -> WrittenFiles

    private func answer(_ context: DeskContext, name: String, _ write: @escaping Writing) async throws -> Response {
        let form = try context.parameters.require("bentuk")
        guard let type = Self.types[form] else { throw HTTPError(.notFound) }
        let writer = LetterWriter(book: parts.book, form: LetterForm(settings: LetterSettings()))
        let bytes: [UInt8]?
        do {
            bytes = try await Aside.run { try Self.file(form, writer, write) }
        } catch let error as ReportError {
            let sentence = parts.layout.notice(error.sentence(parts.settings.language), bad: true)
            let title = parts.layout("Surat belum dapat dibuat", "No letter can be made")
            return .html(parts.layout.page(title, for: context.visitor, sentence), .unprocessableContent)
        }
        guard let bytes else { throw HTTPError(.notFound) }
        var response = Response(
            status: .ok, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        if form == "html" {
            response.headers[.contentSecurityPolicy] =
                "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        } else {
            response.headers[.contentDisposition] = "attachment; filename=\"\(name).\(form)\""
        }
        return response
    }

    /// Writes the letter into a folder of its own and gives the one file back.
    private static func file(_ form: String, _ writer: LetterWriter, _ write: Writing) throws -> [UInt8]? {
        let folder = NSTemporaryDirectory() + "/ronda-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = try write(writer, folder).files
        let wanted = files.first { $0.hasSuffix("." + form) && $0.contains("/surat-") }
        return wanted.flatMap { FileManager.default.contents(atPath: $0) }.map { [UInt8]($0) }
    }
}

/// Work that takes seconds (a PDF), one at a time and beside the threads that answer.
enum Aside {
    private static let queue = DispatchQueue(label: "ronda.desk.aside")

    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
