import Digest
import Model

/// One fetch on its way from hop to hop, and everything learnt so far.
struct Walk {
    let request: FetchRequest
    var policy: RedirectPolicy
    /// What is asked next.
    var address: WebAddress
    var trail: [Hop] = []
    private var dns: DNSOutcome?
    private var ip: String?
    private var tls: TLSFacts?
    private var milliseconds = 0

    init(_ request: FetchRequest, policy: RedirectPolicy) {
        self.request = request
        self.policy = policy
        address = WebAddress(request.address.crawlKey) ?? request.address
    }

    /// Keeps what an answer says besides its content.
    mutating func note(_ answer: HopAnswer) {
        dns = answer.dns
        ip = answer.ip
        milliseconds += answer.milliseconds
    }

    /// Writes an answer into the trail; the next step when it is a redirect.
    mutating func record(_ raw: RawAnswer, _ headers: [Header], ip: String?) -> RedirectPolicy.Step? {
        let location =
            RedirectPolicy.isRedirect(raw.status) ? headers.first { $0.name == "location" }?.value : nil
        trail.append(Hop(address: address, status: raw.status, location: location, ip: ip))
        // A bad certificate met on the way stays a finding when the way ends without TLS.
        if raw.tls != nil || tls?.problem == nil { tls = raw.tls }
        return location.map { policy.follow(location: $0, from: address) }
    }

    func failure(_ kind: FailureKind, detail: String = "", at: Timestamp) -> FetchOutcome {
        .failure(
            FetchFailure(
                requested: request.address, kind: kind, detail: detail, trail: trail, dns: dns, ip: ip, at: at,
                milliseconds: milliseconds))
    }

    func page(_ raw: RawAnswer, _ headers: [Header], at: Timestamp) -> FetchedPage {
        FetchedPage(
            requested: request.address, address: address, status: raw.status, trail: trail, headers: headers,
            head: raw.headerBytes, body: raw.body, truncated: raw.truncated || raw.cut != nil, cut: raw.cut,
            sha256: SHA256.hex(raw.body), ip: ip,
            tls: tls,
            httpVersion: raw.httpVersion, dns: dns, at: at, milliseconds: milliseconds,
            notModified: raw.status == 304)
    }
}
