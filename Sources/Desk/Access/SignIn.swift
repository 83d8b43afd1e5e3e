import Digest
import Model
import Store
import Synchronization

/// Who may come in: passwords, sessions and the limit on guessing.
struct SignIn: Sendable {
    let store: any DeskStore
    let now: @Sendable () -> Timestamp
    private let guesses = GuessLimit()

    init(store: any DeskStore, now: @escaping @Sendable () -> Timestamp) {
        self.store = store
        self.now = now
    }

    /// Seconds a session lasts.
    static let lifetime = 12 * 3600.0
    static let shortestPassword = 10

    enum Answer {
        /// The secret for the cookie.
        case welcome(String)
        case wrong
        /// Too many wrong ones; seconds to wait.
        case wait(Int)
    }

    /// Checks name and password. A new session has a new secret: one that was known before signing in is worth nothing.
    func enter(name: String, password: String, from place: String) async throws(StoreError) -> Answer {
        let keys = ["n:" + name, "a:" + place]
        if let seconds = guesses.wait(keys, at: now()) { return .wait(seconds) }
        let account = try await store.account(name)
        // An unknown name costs the same time as a wrong password.
        let matches = PasswordHash.matches(password, account?.password ?? Self.nobody)
        guard let account, matches, !account.person.disabled else {
            guesses.failed(keys, at: now())
            try await store.write(AuditEntry(at: now(), person: name, action: "gagal masuk", subject: place))
            return .wrong
        }
        guesses.forget(keys)
        let secret = PasswordHash.secret()
        try await store.begin(
            DeskSession(
                key: SHA256.hex(secret), person: account.person.name, formSecret: PasswordHash.secret(),
                expires: now().adding(seconds: Self.lifetime)))
        try await store.write(AuditEntry(at: now(), person: name, action: "masuk", subject: place))
        return .welcome(secret)
    }

    /// The person behind a cookie's secret, while the session and the account hold.
    func visitor(secret: String) async throws(StoreError) -> Visitor? {
        guard secret.utf8.count == 64, let session = try await store.session(SHA256.hex(secret), at: now()),
            let person = try await store.account(session.person)?.person, !person.disabled
        else { return nil }
        return Visitor(person: person, session: session)
    }

    /// The person behind an API token, with the token's regions only, and the token.
    func bearer(_ secret: String) async throws(StoreError) -> (person: Person, token: APIToken)? {
        guard secret.utf8.count == 64, let token = try await store.token(SHA256.hex(secret)),
            token.expires.map({ $0 > now() }) ?? true,
            var person = try await store.account(token.person)?.person, !person.disabled
        else { return nil }
        if !token.regions.isEmpty {
            // A narrower region of the two; nobody gets by a token what the account does not have.
            let own = person.role == .admin ? [] : person.regions
            person.regions = own.isEmpty ? token.regions : Self.common(own, token.regions)
            if person.role == .admin { person.role = .pembaca }
            guard !person.regions.isEmpty else { return nil }
        }
        return (person, token)
    }

    private static func common(_ own: [String], _ asked: [String]) -> [String] {
        asked.filter { region in own.contains { region == $0 || region.hasPrefix($0 + ".") } }
            + own.filter { region in asked.contains { region.hasPrefix($0 + ".") } }
    }

    private static let nobody = PasswordHash.make(PasswordHash.secret())
}

/// A signed-in person and their session.
struct Visitor: Sendable {
    var person: Person
    var session: DeskSession
}

/// After five wrong tries in fifteen minutes, for a name or from a place, the next must wait.
final class GuessLimit: Sendable {
    private let failures = Mutex<[String: [Timestamp]]>([:])
    static let allowed = 5
    static let window = 900.0
    /// Names and places remembered; when there are more, the oldest go.
    static let remembered = 10_000

    func wait(_ keys: [String], at moment: Timestamp) -> Int? {
        failures.withLock { failures in
            keys.compactMap { key -> Int? in
                let recent = (failures[key] ?? []).filter { moment.seconds(since: $0) < Self.window }
                guard recent.count >= Self.allowed, let first = recent.first else { return nil }
                return Int(Self.window - moment.seconds(since: first)) + 1
            }.max()
        }
    }

    func failed(_ keys: [String], at moment: Timestamp) {
        failures.withLock { failures in
            if failures.count > Self.remembered {
                failures = failures.filter { $0.value.contains { moment.seconds(since: $0) < Self.window } }
            }
            for key in keys {
                failures[key] = (failures[key] ?? []).filter { moment.seconds(since: $0) < Self.window } + [moment]
            }
        }
    }

    func forget(_ keys: [String]) { failures.withLock { failures in keys.forEach { failures[$0] = nil } } }
}
