import Model

/// The same site by its other doors: http and https, with and without `www.`.
enum Endpoints {
    /// The addresses to ask for one candidate, in order; the given one first.
    ///
    /// A guess of the naming rules has no claim behind it, so only its scheme varies: the name servers are spared.
    static func variants(of candidate: Candidate) -> [WebAddress] {
        let given = candidate.address
        guard given.port == nil else { return [given] }
        var addresses = [given, with(scheme: other(given.scheme), host: given.host, of: given)]
        if candidate.reason != .namingRule, given.host.contains(".") {
            let host = given.host.hasPrefix("www.") ? String(given.host.dropFirst(4)) : "www." + given.host
            addresses.append(with(scheme: given.scheme, host: host, of: given))
            addresses.append(with(scheme: other(given.scheme), host: host, of: given))
        }
        return addresses.compactMap(\.self)
    }

    private static func other(_ scheme: String) -> String { scheme == "https" ? "http" : "https" }

    private static func with(scheme: String, host: String, of address: WebAddress) -> WebAddress? {
        WebAddress("\(scheme)://\(host)\(address.requestTarget)")
    }
}
