import Model

/// What became of the question for one record type.
struct NameAnswer: Sendable, Hashable {
    var kind: DNSOutcome.Kind
    var addresses: [IPAddress] = []
    var aliases: [String] = []
    var lifetime = 0

    /// Reads a status of c-ares and the message that came with it.
    init(status: Int32, message: [UInt8], type: DNSMessage.RecordType) {
        let parsed = DNSMessage(message, type: type)
        kind = FailureMapping.dnsKind(AresStatus(rawValue: status))
        aliases = parsed?.aliases ?? []
        lifetime = parsed?.lifetime ?? 0
        guard kind == .addresses else { return }
        guard let parsed else {
            kind = .malformed
            return
        }
        addresses = Array(parsed.addresses.prefix(Self.maxAddresses))
        guard addresses.isEmpty else { return }
        // Aliases that end in nothing say that there is no address; aliases in a circle or without end say nothing.
        let isCircle = Set(aliases).count < aliases.count || parsed.question.map(aliases.contains) ?? false
        kind = isCircle || aliases.count > Self.maxAliases ? .malformed : .nodata
    }

    /// Addresses of one name that are tried, and aliases that are followed, at most.
    static let maxAddresses = 16
    static let maxAliases = 16

    init(kind: DNSOutcome.Kind, addresses: [IPAddress] = [], aliases: [String] = []) {
        self.kind = kind
        self.addresses = addresses
        self.aliases = aliases
    }

    /// The answers to A and AAAA as one outcome.
    ///
    /// An address in either is enough. Without one, a part that could not be looked up outweighs a part that says
    /// "nothing here", because could-not-look is never not-there; only NXDOMAIN speaks for all types (RFC 8020).
    static func merged(_ a: NameAnswer, _ aaaa: NameAnswer) -> NameAnswer {
        var result = a
        result.addresses = (a.addresses + aaaa.addresses).sorted()
        if result.aliases.isEmpty { result.aliases = aaaa.aliases }
        result.lifetime = [a, aaaa].filter { !$0.addresses.isEmpty }.map(\.lifetime).min() ?? 0
        if !result.addresses.isEmpty {
            result.kind = .addresses
        } else {
            result.kind = [a.kind, aaaa.kind].max { rank($0) < rank($1) } ?? a.kind
        }
        return result
    }

    private static func rank(_ kind: DNSOutcome.Kind) -> Int {
        switch kind {
        case .addresses, .literal, .forbiddenAddress: 0
        case .nodata: 1
        case .timeout: 2
        case .malformed: 3
        case .refused: 4
        case .servfail: 5
        case .badName: 6
        case .nxdomain: 7
        }
    }
}
