import Foundation
import Model
import Rules

/// One score that an assessor entered.
public struct ScoreEntry: Sendable, Hashable {
    public var office: String
    /// `proses`, `proses/biaya`, `total`.
    public var indicator: String
    public var product: String
    public var score: Score

    public init(office: String, indicator: String, product: String = "", score: Score) {
        self.office = office
        self.indicator = indicator
        self.product = product
        self.score = score
    }

    /// The scores that count: for each office those of the newest form that scores it.
    public static func entries(of forms: [AssessorForm]) -> [ScoreEntry] {
        var entries: [String: [ScoreEntry]] = [:]
        for form in forms.sorted(by: { $0.number < $1.number }) {
            let rows = form.rows.compactMap { row -> ScoreEntry? in
                guard let office = row.office ?? form.office, let indicator = row.indicator,
                    let score = row.score.flatMap({ Score($0) })
                else { return nil }
                return ScoreEntry(office: office, indicator: indicator, product: row.product, score: score)
            }
            for (office, rows) in Dictionary(grouping: rows, by: \.office) { entries[office] = rows }
        }
        return entries.keys.sorted().flatMap { entries[$0] ?? [] }
    }
}

/// Sums the scores of assessors by the rule of an edition. Findings of a website have no way in.
public struct Scoring: Sendable {
    let edition: Instrument

    public init(_ edition: Instrument) { self.edition = edition }

    public func sheet(_ entries: [ScoreEntry], loci: [Assessment.Locus]) -> ScoreSheet {
        let scored = loci.map { locus in score(entries.filter { $0.office == locus.code }, of: locus) }
        var sheet = ScoreSheet(edition: edition, loci: scored, gaps: [])
        guard edition.score.rule != .none else {
            sheet.gaps = [.noScoreRule]
            return sheet
        }
        let open = scored.filter { $0.value == nil }
        if open.count == scored.count {
            sheet.gaps = [.noScores]
        } else if !open.isEmpty {
            sheet.gaps = open.map { .locus($0.locus.name) }
        } else if edition.score.rule == .productMean {
            sheet.value = Score.mean(entries.filter { $0.indicator == Self.total }.map(\.score))
        } else if edition.score.loci == .mean {
            sheet.value = Score.mean(scored.compactMap(\.value))
        } else {
            sheet.gaps = [.loci]
        }
        sheet.band = sheet.value.flatMap(band)
        if sheet.value != nil, edition.bands.isEmpty { sheet.gaps.append(.bands) }
        return sheet
    }

    /// The row of a form that gives the whole and not a part.
    public static let total = "total"

    /// The band of a value, compared as decimal numbers: 78 is 78 and not a little less.
    public func band(_ score: Score) -> Instrument.Band? {
        guard score.value >= 0, score.value <= Decimal(written: edition.score.scale) else { return nil }
        return edition.bands.first { score.value >= Decimal(written: $0.min) }
    }

    private func score(_ entries: [ScoreEntry], of locus: Assessment.Locus) -> ScoreSheet.LocusScore {
        var result = ScoreSheet.LocusScore(locus: locus, dimensions: [], gaps: [])
        let totals = entries.filter { $0.indicator == Self.total }.map(\.score)
        switch edition.score.rule {
        case .none: result.gaps = [.noScoreRule]
        case .productMean:
            result.dimensions = edition.dimensions.map { dimension($0, entries) }
            result.value = Score.mean(totals)
            result.isOwnTotal = totals.count == 1
            if totals.isEmpty { result.gaps = entries.isEmpty ? [.noScores] : weightGaps }
        case .weighted: weigh(entries, totals, &result)
        }
        result.band = result.value.flatMap(band)
        if result.value != nil, edition.bands.isEmpty { result.gaps.append(.bands) }
        return result
    }

    private var weightGaps: [ScoreGap] {
        let open = edition.dimensions.filter { $0.weight == nil }.map { ScoreGap.weight($0.key) }
        return open.isEmpty ? [.noScores] : open
    }

    private func weigh(_ entries: [ScoreEntry], _ totals: [Score], _ result: inout ScoreSheet.LocusScore) {
        result.dimensions = edition.dimensions.map { dimension($0, entries) }
        let points = result.dimensions.compactMap(\.points)
        let isWhole = !points.isEmpty && points.count == edition.dimensions.count
        if isWhole { result.value = Score(points.reduce(Decimal(0)) { $0 + $1.value }) }
        let total = totals.count > 1 && edition.score.products != .mean ? nil : Score.mean(totals)
        if totals.count > 1, total == nil { result.gaps.append(.products) }
        if let total {
            if let sum = result.value {
                if sum.rounded != total.rounded {
                    result.gaps.append(.contradiction(total: total.rounded, sum: sum.rounded))
                }
            } else {
                result.value = total
                result.isOwnTotal = true
            }
        }
        if result.value == nil {
            result.gaps += entries.isEmpty ? [.noScores] : result.dimensions.compactMap(\.gap)
        }
    }

    private func dimension(_ dimension: Instrument.Dimension, _ entries: [ScoreEntry]) -> ScoreSheet.DimensionScore {
        var result = ScoreSheet.DimensionScore(dimension: dimension)
        let direct = entries.filter { $0.indicator == dimension.key }.map(\.score)
        if direct.count > 1, edition.score.products != .mean {
            result.gap = .products
        } else if !direct.isEmpty {
            result.score = Score.mean(direct)
        } else {
            (result.score, result.gap) = ofIndicators(dimension, entries)
        }
        guard let score = result.score else { return result }
        if let weight = dimension.weight {
            result.points = Score(score.value * Decimal(written: weight) / 100)
        } else {
            result.gap = .weight(dimension.key)
        }
        return result
    }

    /// The score of a dimension from those of its indicators; only where the share of every one is known.
    private func ofIndicators(
        _ dimension: Instrument.Dimension, _ entries: [ScoreEntry]
    ) -> (Score?, ScoreGap?) {
        let own = entries.filter { $0.indicator.hasPrefix(dimension.key + "/") }
        guard !own.isEmpty else { return (nil, .dimension(dimension.key)) }
        let shares = dimension.indicators.compactMap(\.share)
        guard shares.count == dimension.indicators.count,
            shares.reduce(Decimal(0), { $0 + Decimal(written: $1) }) == 100
        else { return (nil, .shares(dimension.key)) }
        var sum = Decimal(0)
        for (indicator, share) in zip(dimension.indicators, shares) {
            let scores = own.filter { $0.indicator == "\(dimension.key)/\(indicator.key)" }.map(\.score)
            guard let score = Score.mean(scores) else { return (nil, .dimension(dimension.key)) }
            if scores.count > 1, edition.score.products != .mean { return (nil, .products) }
            sum += score.value * Decimal(written: share) / 100
        }
        return (Score(sum), nil)
    }
}
