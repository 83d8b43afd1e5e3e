import Model
import Rules

/// Decides the page kind: every piece of evidence adds its weights, the kind with the highest sum wins.
///
/// The weights are data (`82-kind-weights.yaml`), learned by `scripts/fit_page_kinds.py` from labelled pages and
/// measured by sites that were left out. Rules that have no weights there give their own points.
struct KindReader {
    /// Kinds, the likeliest first, with the logarithm of the odds by which they stay behind the first.
    let ranking: [(kind: PageKind, behind: Double)]

    init(_ sheet: PageSheet) {
        var sums = sheet.lexicon.kindStart
        for number in KindClues(sheet).met {
            let weights = sheet.lexicon.kindWeights[number]
            for kind in weights.indices { sums[kind] += weights[kind] }
        }
        let highest = sums.max() ?? 0
        // Equal sums keep the order of the list.
        let order = sums.indices.sorted { sums[$0] != sums[$1] ? sums[$0] > sums[$1] : $0 < $1 }
        ranking = order.map { (kind: KindWeight.kinds[$0], behind: highest - sums[$0]) }
    }

    func kind() -> PageKind { ranking[0].kind }

    /// The decided kind and those that are nearly as likely; a page of news or questions stays what it is.
    var possible: Set<PageKind> {
        if Self.falseFriends.contains(ranking[0].kind) { return [ranking[0].kind] }
        return Set(ranking.prefix { $0.behind <= Self.nearly }.map(\.kind))
    }

    /// The odds are less than two to one.
    static let nearly = 0.7
    static let falseFriends: Set<PageKind> = [.news, .survey]

    /// The page kind that a site condition implies; nil when the words decide.
    static func kind(of condition: SiteCondition) -> PageKind? {
        switch condition {
        case .normal, .application: nil
        case .parked, .serverDefault, .suspended, .maintenance, .emptyCMS, .directoryListing, .errorPage, .challenge,
            .ispBlock:
            .parked
        case .spaShell: .spaShell
        case .gambling, .takeover: .defaced
        }
    }
}
