/// How an office's address changed between two rounds.
public enum SiteMove: String, Sendable, Hashable, CaseIterable, Codable {
    /// Had a site outside go.id or only social media, has one under go.id now.
    case movedToGoID = "moved_to_go_id"
    /// Another name under go.id.
    case renamed
    /// The address known before sends its readers to another host.
    case redirected
    /// Left go.id.
    case leftGoID = "left_go_id"
    /// Had none, has one now.
    case provided
    /// Had one, has none now.
    case gone

    /// Nil when nothing moved, or one of the rounds could not see.
    public static func between(
        _ before: (status: OfficeStatus, address: WebAddress?), _ now: (status: OfficeStatus, address: WebAddress?),
        asked: WebAddress? = nil
    ) -> SiteMove? {
        guard let had = has(before.status), let hasNow = has(now.status) else { return nil }
        switch (had, hasNow) {
        case (false, true):
            return now.status == .offDomain ? .provided : isOutside(before.status) ? .movedToGoID : .provided
        case (true, false): return .gone
        case (false, false): return nil
        case (true, true): break
        }
        guard let old = before.address, let new = now.address, old.hostWithoutWWW != new.hostWithoutWWW else {
            return nil
        }
        switch (isGoID(old), isGoID(new)) {
        case (false, true): return .movedToGoID
        case (true, false): return .leftGoID
        default: return asked?.hostWithoutWWW == old.hostWithoutWWW ? .redirected : .renamed
        }
    }

    /// Whether a status means a site; nil for what could not be looked at or is in foreign hands.
    private static func has(_ status: OfficeStatus) -> Bool? {
        switch status {
        case .active, .section, .offDomain: true
        case .missing, .placeholder, .socialOnly: false
        case .compromised, .blocked, .unreachable, .unknown: nil
        }
    }

    private static func isOutside(_ status: OfficeStatus) -> Bool { status == .socialOnly || status == .offDomain }
    private static func isGoID(_ address: WebAddress) -> Bool { address.host.hasSuffix(".go.id") }
}
