import Model
import Rules

/// How much of a region's list of offices the pages of its portal account for.
///
/// Whoever stands on a list that was read and has no address there may be said to have none; whoever might stand on one
/// that names hardly anybody may not. Only agencies are counted (dinas, badan, satuan): every region has them, and every
/// list of offices begins with them.
public struct ListCoverage: Sendable, Hashable {
    /// Agencies of the list; those that some link names; those that any words of the pages name.
    public let agencies: Int
    public let linked: Int
    public let named: Int

    /// Agencies below which nothing is concluded from their number.
    static let enough = 6
    /// Longest line that names an office, in bytes.
    private static let lineLimit = 160

    public init(_ book: RuleBook, directory: PortalDirectory, pages: [ParsedPage], offices: [Target]) {
        let reader = MentionReader(gazetteer: RegionGazetteer(book.regions))
        let all = offices.filter { !$0.isPortal }.map { (target: $0, name: OfficeName($0, book: book, reader: reader)) }
            .filter { $0.name.unit == .agency }
        agencies = all.count
        var known = Set(all.filter { !directory.links(for: $0.target).isEmpty }.map(\.target.code))
        linked = known.count
        var seen: Set<String> = []
        for page in pages where known.count < all.count {
            for text in Self.lines(of: page) where seen.insert(text).inserted {
                for owner in reader.owners(in: text) {
                    for office in all where office.name.compare(owner, gazetteer: reader.gazetteer).score >= 0.5 {
                        known.insert(office.target.code)
                    }
                }
            }
        }
        named = known.count
    }

    private static func lines(of page: ParsedPage) -> [String] {
        page.blocks.filter { (3..<lineLimit).contains($0.text.count) }.map(page.text(of:)) + page.links.map(\.text)
            + page.images.map(\.alt)
    }

    /// The pages name less than a third of the agencies: whatever was read, it was not the list.
    public var isPoor: Bool { agencies >= Self.enough && named * 3 < agencies }

    /// The pages name fewer than three of many agencies: a list of offices was not seen at all, wherever it may stand. Without
    /// one nothing says that whoever has no name by habit has no site.
    public var isNone: Bool { agencies >= Self.enough * 2 && named < 3 }

    /// The pages name the agencies, and hardly one of them with an address.
    public var isUnlinked: Bool { agencies >= Self.enough && named >= Self.enough && linked * 4 < named }
}
