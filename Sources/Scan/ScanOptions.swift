import Browser
import Documents
import Fetch
import Model
import Reader

/// How a round is made; the defaults are polite and thorough.
public struct ScanOptions: Sendable {
    /// Offices under way at once.
    public var offices: Int = 64
    /// Pages read of one site at most; 0 means no limit.
    public var maxPages: Int = 40
    /// Documents (PDF, office files) read of one site at most.
    public var maxDocuments: Int = 20
    /// Images read of one site at most, and only for items that nothing else showed.
    public var maxImages: Int = 12
    /// How documents and images are read.
    public var documents = DocumentSettings()
    /// Runs the scripts of pages that show nothing without them; nil: such pages stay unread, and are called so.
    public var browser: Browser?
    /// Processes that read foreign bytes for us; nil: they are read in this process.
    public var readers: ReaderPool?
    /// Where bytes that ended a reader are kept.
    public var study: StudyFolder?
    /// Seconds that reading one site may take; a robots.txt that asks for 30 s between pages needs 20 minutes for 40.
    public var siteSeconds: Double = 1500
    /// Transfers of one site under way at once; the per-IP limit of Fetch holds beside it.
    public var transfersPerSite: Int = 2
    /// Follow every in-site link, without focus and early stop.
    public var exhaustive: Bool = false
    /// Addresses that only naming habits propose, tried for one office at most; 1 or less asks the strongest claim only.
    public var maxCandidates: Int = 16
    /// Seconds between the end of the first pass and the second try of offices that failed.
    public var secondPassPause: Double = 20
    /// Whether offices that failed are tried again at the end of the round.
    public var secondPass: Bool = true
    /// Ask the four doors (http, https, with and without `www.`) of each site found.
    public var checkDoors: Bool = true
    /// Which network serves which address, by an offline table; nil: no network is named.
    public var networks: NetworkTable?
    /// Hosts of an imported register, tried where their names fit an office.
    public var register: [RegisteredHost] = []
    /// Hours of the day within which offices are begun, each in the time of its region; nil: at any time. What waits is
    /// begun the next night.
    public var hours: RoundHours?
    /// Hosts that show whether our own network works; empty: the guard is off, and the scan says so.
    public var controlHosts: [String] = []
    /// Seconds one look at them may take; nil: as long as a transfer may.
    public var controlSeconds: Double?
    /// Seconds a round waits for its own network before it gives up with `ScanError.Kind.ownNetworkDown`; nil: for ever.
    public var networkPatience: Double?
    /// Product token that robots.txt groups are matched against (RFC 9309 section 2.2.1).
    public var agent: String = "RondaBot"
    /// Keep received bodies, for evidence and for `ronda rejudge`.
    public var keepBodies: Bool = true
    public var toolVersion: String = Ronda.version

    public init() {}
}

/// The product itself.
public enum Ronda {
    public static let version = "0.1.0"
}

/// What a running scan tells whoever watches.
public enum ScanEvent: Sendable {
    case opened(ScanRecord, total: Int, remaining: Int)
    case surveying(region: String)
    case finished(office: Target, status: OfficeStatus, pages: Int, done: Int, total: Int)
    case secondPass(offices: Int, afterSeconds: Double)
    /// Our own network failed; nothing is judged until it is back.
    case suspended(since: Timestamp)
    case resumed(at: Timestamp)
    case closed(ScanRecord)
}

/// Why a round could not be made, in one sentence that says what to do.
public struct ScanError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable, Hashable { case noTargets, ownNetworkDown, noSuchScan, interrupted }

    public var kind: Kind
    public var description: String

    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
