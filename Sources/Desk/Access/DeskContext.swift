import HTTPTypes
import Hummingbird
import Model
import NIOCore

/// What travels with a request: who asks, and from where.
struct DeskContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    var remoteAddress: SocketAddress?
    var visitor: Visitor?
    /// Signed in, by token, or nobody.
    var person: Person?
    /// The token the person is known by.
    var token: APIToken?

    init(source: Source) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// The address that asks, without its port.
    var place: String { remoteAddress?.ipAddress ?? "?" }
    /// Forms are short; lists have a limit of their own.
    var maxUploadSize: Int { 256 * 1024 }
}

/// Puts the person behind a cookie or a token into the context.
struct RecognitionMiddleware: RouterMiddleware {
    typealias Context = DeskContext
    let signIn: SignIn

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let secret = request.cookies[DeskCookie.name]?.value {
            context.visitor = try await signIn.visitor(secret: secret)
            context.person = context.visitor?.person
        } else if let header = request.headers[.authorization], header.hasPrefix("Bearer "),
            request.uri.path.hasPrefix("/api/"), let bearer = try await signIn.bearer(String(header.dropFirst(7)))
        {
            // A token is for the API only: pages are for people who sign in.
            context.person = bearer.person
            context.token = bearer.token
        }
        return try await next(request, context)
    }
}

/// What every answer carries: nothing may be framed, sniffed, scripted or loaded from elsewhere.
struct SecurityMiddleware: RouterMiddleware {
    typealias Context = DeskContext
    /// SHA-256 of the one script we send, base64; nil while there is none.
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        set(&response, "content-security-policy", Self.policy)
        set(&response, "x-content-type-options", "nosniff")
        set(&response, "referrer-policy", "no-referrer")
        set(&response, "cross-origin-opener-policy", "same-origin")
        set(&response, "cross-origin-resource-policy", "same-origin")
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    private func set(_ response: inout Response, _ name: String, _ value: String) {
        if let field = HTTPField.Name(name), response.headers[field] == nil { response.headers[field] = value }
    }
}

enum DeskCookie {
    static let name = "ronda"

    /// For this site only, never to scripts, never along with requests that other sites start (RFC 6265bis).
    static func set(_ secret: String, secure: Bool, seconds: Int) -> String {
        "\(name)=\(secret); Path=/; HttpOnly; SameSite=Strict; Max-Age=\(seconds)" + (secure ? "; Secure" : "")
    }
}
