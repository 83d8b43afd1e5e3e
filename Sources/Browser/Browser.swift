// Browser: a page that only scripts can write, as a visitor sees it: address in, HTML after the scripts ran out.
//
// Headless Chromium runs as a user without rights, with its own sandbox, in process and network name spaces of its own
// (man 1 unshare) and a fresh empty profile: it has no network at all. Every request of the page comes to us over the
// DevTools pipe (chromedevtools.github.io, domain Fetch), and is answered by whoever supplies (Scan: the same fetcher,
// address guard, robots and politeness as for every page). Only GET; images, fonts, styles and media are never asked for.
//
//   Browser          finds the program, renders one page at a time within bounds
//   BrowserProcess   the process and its pipe
//   BrowserSession   the conversation about one page
//   PictureSession   pictures of quoted passages in documents that are here already: no request leaves, no script runs
//
// Refuses: fetching anything by itself, running without the sandbox, a second page in the same profile (pictures aside:
// their documents run no script, so that none can leave anything for the next).
import Model

/// What the page asked for, as it was received.
public struct BrowserSupply: Sendable {
    public var status: Int
    public var contentType: String
    public var body: [UInt8]

    public init(status: Int, contentType: String, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }
}

/// A page after its scripts ran.
public struct RenderedPage: Sendable {
    /// Where the page says it is.
    public var address: WebAddress
    /// The document as HTML, UTF-8.
    public var html: [UInt8]
    /// Requests that were answered, and those that were not.
    public var supplied: Int
    public var refused: Int
    /// A bound ended it before the page came to rest.
    public var wasCutShort: Bool
}

/// Why a page could not be rendered.
public enum BrowserTrouble: String, Error, Sendable, Hashable {
    /// Chromium is not installed, or `unshare` is not.
    case notInstalled = "not_installed"
    /// It did not start: this kernel gives an ordinary user no name spaces, so there would be no sandbox.
    case noSandbox = "no_sandbox"
    case died
    case timedOut = "timed_out"
    /// It was started twice and said nothing.
    case silent
    case tooMuchMemory = "too_much_memory"
}

/// Bounds of one rendering.
public struct BrowserLimits: Sendable, Hashable {
    /// Wall time, start of the program included.
    public var seconds = 45.0
    /// Wall time until the program answers for the first time; one that does not is ended and started once more.
    public var startSeconds = 20.0
    /// Quiet time after which a page counts as finished.
    public var quietSeconds = 1.0
    public var requests = 60
    public var bytes = 20_000_000
    public var htmlBytes = 4_000_000
    /// Resident memory of all its processes together; shared parts count in each.
    public var memoryBytes = 1_800_000_000

    public init() {}
}
