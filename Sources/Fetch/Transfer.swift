import Model

/// One job on its way through the loop: name, turn, connection, answer.
final class Transfer {
    let job: HopJob
    let route: Route
    var dns: DNSOutcome?
    var addresses: [IPAddress] = []
    /// Addresses this program has the turn at for this job; empty where it works alone.
    var turn: [String] = []
    var easy: CurlEasy?
    var mode = TLSMode.verified
    /// HTTP/1.1 only, after HTTP/2 went wrong.
    var plainHTTP1 = false
    /// Why verification was refused: the X509_V_ERR number of the first try.
    var refusal: Int?
    /// Monotonic start of the present try and of the first.
    var startedAt = 0.0
    var firstStartedAt = 0.0
    private var windowStart = 0.0
    private var windowBytes = 0

    init(job: HopJob, route: Route) {
        self.job = job
        self.route = route
    }

    var isSecure: Bool { job.address.scheme == "https" }
    /// Under which TLS facts are remembered.
    var origin: String { job.address.origin }

    /// Notes that a try begins.
    func begin(now: Double) {
        startedAt = now
        if firstStartedAt == 0 { firstStartedAt = now }
        windowStart = now
        windowBytes = 0
    }

    /// The limit that this transfer has passed, if any.
    func overdue(_ limits: PhaseTimeouts, now: Double) -> FailureKind? {
        guard let easy else { return nil }
        if easy.intake.requestSentAt == 0 { return connectionOverdue(easy, limits, now: now) }
        let isOver = now - startedAt > limits.total
        if easy.intake.firstByteAt == 0 {
            return isOver || now - easy.intake.requestSentAt > limits.firstByte ? .firstByteTimeout : nil
        }
        if isOver { return .totalTimeout }
        return isStalled(easy, limits, now: now) ? .stalled : nil
    }

    private func connectionOverdue(_ easy: CurlEasy, _ limits: PhaseTimeouts, now: Double) -> FailureKind? {
        let connected = easy.intake.connectedAt
        guard connected > 0 else {
            return now - startedAt > min(limits.connect, limits.total) ? .connectTimeout : nil
        }
        if now - startedAt > limits.total { return .tlsTimeout }
        return now - connected > limits.tls ? .tlsTimeout : nil
    }

    private func isStalled(_ easy: CurlEasy, _ limits: PhaseTimeouts, now: Double) -> Bool {
        guard now - windowStart >= limits.stall else { return false }
        let bytes = easy.wireBytes + easy.intake.headerBytes.count
        defer { (windowStart, windowBytes) = (now, bytes) }
        // A window that began before the first byte says nothing.
        return easy.intake.firstByteAt <= windowStart && bytes - windowBytes < limits.stallBytes
    }
}
