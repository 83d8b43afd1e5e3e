/// What HTTP showed of an answer besides its body: what an archive of the page needs (ISO 28500).
public struct HTTPExchange: Sendable, Hashable, Codable {
    /// The header block as received, status line first; one scalar per byte (ISO 8859-1), so that no byte is lost.
    public var head: String
    public var milliseconds: Int
    /// Answers on the way when there was more than one, the last one included.
    public var trail: [Hop]
    /// The server said 304: the body is the one received in an earlier round.
    public var notModified: Bool

    public init(head: String, milliseconds: Int = 0, trail: [Hop] = [], notModified: Bool = false) {
        self.head = head
        self.milliseconds = milliseconds
        self.trail = trail
        self.notModified = notModified
    }

    /// Longest header block that is kept, in bytes; a longer one is not kept at all, because half of it is none.
    public static let headLimit = 16_384

    /// The exchange of a fetched page; nil when its header block was not kept.
    public init?(_ page: FetchedPage) {
        guard !page.head.isEmpty, page.head.count <= Self.headLimit else { return nil }
        self.init(
            head: Self.text(page.head), milliseconds: page.milliseconds,
            trail: page.trail.count > 1 ? page.trail : [], notModified: page.notModified)
    }

    /// The header block's bytes as they came; nil for a text that never was bytes.
    public var headBytes: [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in head.unicodeScalars {
            guard scalar.value < 256 else { return nil }
            bytes.append(UInt8(scalar.value))
        }
        return bytes
    }

    private static func text(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(Unicode.Scalar(byte)) }
        return String(text)
    }
}

/// One look at the control hosts: whether our own network worked at that moment.
public struct ControlCheck: Sendable, Hashable, Codable {
    public var at: Timestamp
    public var up: Bool
    /// The host that answered first; nil when none did.
    public var answered: String?
    /// The hosts that were asked.
    public var asked: [String]

    public init(at: Timestamp, up: Bool, answered: String? = nil, asked: [String]) {
        self.at = at
        self.up = up
        self.answered = answered
        self.asked = asked
    }
}
