import Model

/// From a host to the addresses a connection may go to: route, names, guard. Lives on the thread of the loop.
final class RouteLookup {
    private let settings: FetchSettings
    private let guardian: AddressGuard
    private let resolver: NameResolver

    init(settings: FetchSettings, guardian: AddressGuard, resolver: NameResolver) {
        self.settings = settings
        self.guardian = guardian
        self.resolver = resolver
    }

    /// Looks a host up by its route; the outcome holds only addresses that may be asked.
    func find(_ host: String, _ route: Route, reply: @escaping (DNSOutcome) -> Void) {
        let now = Linux.seconds()
        let guarded: (DNSOutcome) -> Void = { [guardian] in reply(Self.guarded($0, host: host, by: guardian)) }
        guard route.ownNameDecides else { return resolver.resolve(route.host, now: now, reply: guarded) }
        resolver.resolve(host, now: now) { [resolver] own in
            guard own.hasAddress else { return guarded(own) }
            resolver.resolve(route.host, now: now) { target in
                var merged = own
                merged.addresses = target.addresses
                merged.kind = target.hasAddress ? own.kind : target.kind
                guarded(merged)
            }
        }
    }

    /// Looks a bare host up as a connection by https or http would.
    func find(_ host: String, reply: @escaping (DNSOutcome) -> Void) {
        let routes = ["https", "http"].compactMap { WebAddress("\($0)://\(host)/") }
            .map { Route($0, settings: settings) }
        guard let route = routes.first(where: { $0.connectTo != nil }) ?? routes.first else {
            return reply(DNSOutcome(host: host, kind: .badName))
        }
        find(host, route, reply: reply)
    }

    /// Leaves only addresses that may be asked; none left is an outcome of its own, with what was said for the record.
    private static func guarded(_ outcome: DNSOutcome, host: String, by guardian: AddressGuard) -> DNSOutcome {
        var result = outcome
        result.host = host
        guard outcome.hasAddress else { return result }
        result.addresses = outcome.addresses.filter { IPAddress($0).map(guardian.permits) ?? false }
        if result.addresses.isEmpty {
            result.kind = .forbiddenAddress
            result.addresses = outcome.addresses
        }
        return result
    }
}
