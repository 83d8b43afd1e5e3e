import Hummingbird
import Logging
import Model
import Report
import Rules
import Store

/// The desk as a web server on one address.
public struct DeskServer: Sendable {
    /// How it is served.
    public struct Settings: Sendable {
        /// Loopback unless somebody puts a TLS-ending proxy before it.
        public var host = "127.0.0.1"
        public var port = 8080
        public var language = Language.id
        /// Anyone may read, without what concerns hacked sites.
        public var publicReading = false
        /// The desk stands behind https: cookies are marked so.
        public var secureCookies = false
        /// Folder of the target lists that schedules may name; nil: none may be named at the desk.
        public var lists: String?
        public var version = ""

        public init() {}
    }

    let parts: DeskParts

    public init(
        _ settings: Settings, book: RuleBook, store: any DeskStore, board: ProgressBoard,
        now: @escaping @Sendable () -> Timestamp
    ) throws(ReportError) {
        parts = DeskParts(
            settings: settings, book: book, store: store, board: board, now: now,
            layout: Layout(
                pieces: try ReportPieces(book: book, language: settings.language), language: settings.language),
            signIn: SignIn(store: store, now: now))
    }

    /// Serves until the task is cancelled or a signal ends the process; open answers are finished first.
    ///
    /// - Parameter running: told the port once requests are taken (port 0 picks a free one).
    public func run(running: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        var logger = Logger(label: "ronda.desk")
        logger.logLevel = .warning
        let application = Application(
            router: router(),
            configuration: .init(
                address: .hostname(parts.settings.host, port: parts.settings.port), serverName: "ronda"),
            onServerRunning: { channel in await running(channel.localAddress?.port ?? 0) },
            logger: logger)
        try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    }

    func router() -> Router<DeskContext> {
        let router = Router(context: DeskContext.self)
        router.add(middleware: SecurityMiddleware())
        router.add(middleware: ErrorPages(layout: parts.layout))
        router.add(middleware: RecognitionMiddleware(signIn: parts.signIn))
        FrontDoor(parts: parts).add(to: router)
        ReadingRoutes(parts: parts).add(to: router)
        WorkRoutes(parts: parts).add(to: router)
        ListRoutes(parts: parts).add(to: router)
        LetterRoutes(parts: parts).add(to: router)
        StatementRoutes(parts: parts).add(to: router)
        AssessmentRoutes(parts: parts).add(to: router)
        MapRoutes(parts: parts).add(to: router)
        AccountRoutes(parts: parts).add(to: router)
        APIRoutes(parts: parts).add(to: router)
        return router
    }
}

/// What the routes share.
struct DeskParts: Sendable {
    let settings: DeskServer.Settings
    let book: RuleBook
    let store: any DeskStore
    let board: ProgressBoard
    let now: @Sendable () -> Timestamp
    let layout: Layout
    let signIn: SignIn
    let cache = PageCache()

    func reader(_ context: DeskContext) -> Reader {
        Reader(person: context.person, publicReading: settings.publicReading)
    }

    /// The visitor, when signed in with a role that may write; forms of other sites are refused.
    func writer(_ context: DeskContext, _ form: DeskForm) throws -> Visitor {
        guard let visitor = context.visitor else { throw HTTPError(.unauthorized) }
        guard form.isOwn(of: visitor) else { throw HTTPError(.forbidden) }
        return visitor
    }

    /// Writes down what somebody did.
    func log(_ visitor: Visitor, _ action: String, _ subject: String, _ detail: String) async throws {
        cache.empty()
        try await store.write(
            AuditEntry(at: now(), person: visitor.person.name, action: action, subject: subject, detail: detail))
    }

    func admin(_ context: DeskContext) throws -> Visitor {
        guard let visitor = context.visitor else { throw HTTPError(.unauthorized) }
        guard visitor.person.role == .admin else { throw HTTPError(.forbidden) }
        return visitor
    }
}

extension Response {
    static func html(_ markup: Markup, _ status: HTTPResponse.Status = .ok) -> Response {
        .init(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(bytes: markup.bytes)))
    }

    static func text(_ text: String, _ type: String = "text/plain; charset=utf-8") -> Response {
        .init(status: .ok, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    static func see(_ path: String) -> Response { .init(status: .seeOther, headers: [.location: path]) }
}

/// Errors as pages that say what to do, or as JSON below `/api`.
struct ErrorPages: RouterMiddleware {
    typealias Context = DeskContext
    let layout: Layout

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        // The API is only read; pages are read and sent to (RFC 9110 section 15.5.6 wants the methods named).
        let isAPI = request.uri.path.hasPrefix("/api/")
        guard request.method == .get || request.method == .head || (request.method == .post && !isAPI) else {
            var refusal = answer(.methodNotAllowed, request)
            refusal.headers[.allow] = isAPI ? "GET, HEAD" : "GET, HEAD, POST"
            return refusal
        }
        do { return try await next(request, context) } catch let error as any HTTPResponseError {
            return answer(error.status, request)
        } catch {
            context.logger.error("\(error)")
            return answer(.internalServerError, request)
        }
    }

    private func answer(_ status: HTTPResponse.Status, _ request: Request) -> Response {
        if request.uri.path.hasPrefix("/api/") { return APIRoutes.failure(status, sentence(status)) }
        if status == .unauthorized { return .see("/masuk") }
        return .html(layout.page(title(status), for: nil, "<p>\(sentence(status))</p>"), status)
    }

    private func title(_ status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound: layout("Tidak ditemukan", "Not found")
        case .forbidden: layout("Tidak boleh", "Not allowed")
        default: layout("Tidak dapat dikerjakan", "Could not be done")
        }
    }

    private func sentence(_ status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound:
            layout(
                "Halaman itu tidak ada, atau bukan untuk wilayah Anda.",
                "There is no such page, or it is not of your regions.")
        case .unauthorized: layout("Masuk dahulu.", "Sign in first.")
        case .forbidden:
            layout(
                "Akun Anda tidak boleh melakukan itu, atau formulirnya sudah lama: muat ulang halaman dan coba lagi.",
                "Your account may not do that, or the form is old: load the page again and retry.")
        case .badRequest, .unprocessableContent:
            layout("Isian itu tidak dapat dipakai.", "That input cannot be used.")
        case .conflict:
            layout(
                "Seseorang mengubahnya lebih dahulu: muat ulang halaman dan coba lagi.",
                "Somebody changed it first: load the page again and retry.")
        case .contentTooLarge: layout("Kiriman itu terlalu besar.", "That was too large.")
        case .methodNotAllowed: layout("Cara itu tidak berlaku di sini.", "That method does not apply here.")
        case .tooManyRequests: layout("Terlalu sering; tunggu sebentar.", "Too often; wait a moment.")
        default:
            layout(
                "Ada yang gagal di server; catatannya ada di log.", "Something failed on the server; the log has it.")
        }
    }
}
