import Model

/// Values that both stores make of the columns of a row.
enum StoredRow {
    /// What lists need of a verdict; `items` as `biaya present,produk absent`.
    struct ShortVerdict {
        var status: String
        var domainClass: String
        var proven: Bool
        var reason: String?
        var reasonValues: String?
        var condition: String?
        var finalAddress: String?
        var attempts: Int?
        /// Nil where nobody asked for items: the values of the reason are read then.
        var items: String?

        func verdict() throws -> Verdict {
            guard let status = OfficeStatus(rawValue: status), let domain = DomainClass(rawValue: domainClass) else {
                throw StoreError(.corrupted, "The store holds a status that is none: \(status) \(domainClass).")
            }
            var verdict = Verdict(
                status: status, reason: reason ?? "",
                proof: Proof(proven: proven, attempts: attempts ?? 0, days: []),
                finalAddress: finalAddress.flatMap { WebAddress($0) }, domainClass: domain,
                items: (items ?? "").split(separator: ",").compactMap(Self.item))
            if let condition { verdict.condition = SiteCondition(rawValue: condition) ?? .normal }
            if items == nil, let reasonValues { verdict.reasonValues = try JSON.value(reasonValues) }
            return verdict
        }

        private static func item(_ pair: Substring) -> ItemVerdict? {
            let halves = pair.split(separator: " ")
            guard halves.count == 2, let item = ItemKey(rawValue: String(halves[0])),
                let state = ItemState(rawValue: String(halves[1]))
            else { return nil }
            return ItemVerdict(item: item, state: state)
        }
    }

    static func regionRound(region: String, scan: String, finishedAt: String, counts: String) throws -> RegionRound {
        let counts: [String: Int] = try JSON.value(counts)
        return RegionRound(
            region: region, scan: scan, finishedAt: try time(finishedAt),
            counts: counts.reduce(into: [:]) { known, pair in
                if let status = OfficeStatus(rawValue: pair.key) { known[status] = pair.value }
            })
    }

    /// A token with what it is good for: scopes and regions each parted by blanks.
    static func token(_ token: APIToken, scopes: String, regions: String, expires: Int64?) throws -> APIToken {
        var token = token
        for word in scopes.split(separator: " ") {
            guard let scope = APIToken.Scope(rawValue: String(word)) else {
                throw StoreError(.corrupted, "The store holds a token's scope that is none: \(word).")
            }
            token.scopes.insert(scope)
        }
        token.regions = regions.split(separator: " ").map(String.init)
        token.expires = expires.map { Timestamp(milliseconds: $0) }
        return token
    }

    static func time(_ text: String) throws -> Timestamp {
        guard let time = Timestamp(iso8601: text) else {
            throw StoreError(.corrupted, "The store holds a time that is none: \(text).")
        }
        return time
    }
}
