import Model

/// Whether a 200 is really a "not found": a random path is asked first, and other answers are held against that one.
public struct SoftNotFound: Sendable {
    /// What the host answers for a path that cannot exist.
    public enum Habit: String, Sendable, Hashable, Codable {
        /// 404 or 410: an honest host.
        case honest
        /// A page with a 2xx status.
        case samePage = "same_page"
        /// A redirect to the home page.
        case sendsHome = "sends_home"
        /// A redirect to another host.
        case sendsAway = "sends_away"
        /// No answer that tells anything.
        case unknown
    }

    public let habit: Habit
    private let probe: PageFingerprint?
    private let probeFinal: WebAddress?

    /// Nothing was asked: only the words of a page can tell.
    public init() {
        habit = .unknown
        probe = nil
        probeFinal = nil
    }

    /// - Parameters:
    ///   - requested: the random path.
    ///   - final: where it answered.
    ///   - status: HTTP status of the last answer; nil when none came.
    ///   - page: the answer's content, when it was HTML.
    public init(requested: WebAddress, final: WebAddress?, status: Int?, page: ParsedPage?) {
        probeFinal = final
        probe = page.map { PageFingerprint($0) }
        switch (status, final) {
        case (404?, _), (410?, _): habit = .honest
        case (let status?, let final?) where (200..<300).contains(status):
            if SiteScope.hostKey(of: final) != SiteScope.hostKey(of: requested) {
                habit = .sendsAway
            } else if final.path != requested.path,
                SiteScope.key(of: final).firstIndex(of: "/").map({
                    SiteScope.key(of: final)[$0...] == "/"
                }) ?? true
            {
                habit = .sendsHome
            } else {
                habit = .samePage
            }
        default: habit = .unknown
        }
    }

    /// Random path to ask for: made of `seed`, so that a run can be repeated.
    public static func probePath(seed: UInt64) -> String { "/tidak-ada-\(String(seed, radix: 36))-halaman" }

    /// Whether an answer is a "not found" although its status says 2xx.
    ///
    /// - Parameters:
    ///   - requested: what was asked for; the root path is never soft-404 by likeness alone when the probe was sent
    ///     home or shows the home page.
    ///   - page: what answered, at `page.address`.
    public func isNotFound(requested: WebAddress, page: ParsedPage) -> Bool {
        if Self.saysNotFound(page) { return true }
        let isRoot = SiteScope.key(of: requested) == SiteScope.hostKey(of: requested) + "/"
        guard !isRoot else { return false }
        switch habit {
        case .honest, .unknown: return false
        case .sendsHome, .sendsAway:
            return probeFinal.map { SiteScope.key(of: $0) == SiteScope.key(of: page.address) } ?? false
        case .samePage:
            guard let probe else { return false }
            return PageFingerprint(page).isSame(as: probe)
        }
    }

    /// Title or first heading says "not found", and little else stands on the page.
    static func saysNotFound(_ page: ParsedPage) -> Bool {
        var heads = [page.title]
        heads += page.blocks.prefix(40).filter { $0.kind == .heading && $0.zone == .main }.prefix(2)
            .map { page.text(of: $0) }
        guard heads.contains(where: isNotFoundText) else { return false }
        let words = page.blocks.filter { $0.zone == .main && $0.kind != .heading }
            .reduce(0) { $0 + $1.text.count }
        return words < 1_500
    }

    private static func isNotFoundText(_ text: String) -> Bool {
        let words = NameTokens.words(text)
        guard words.count <= 14 else { return false }
        if words.contains("404"), words.count <= 8 { return true }
        let line = " " + words.joined(separator: " ") + " "
        return [
            " halaman tidak ditemukan ", " page not found ", " not found ", " tidak ditemukan ",
            " laman tidak ditemukan ",
            " halaman yang anda cari tidak ", " nothing found ", " page cannot be found ", " oops ",
        ].contains { line.contains($0) }
    }
}
