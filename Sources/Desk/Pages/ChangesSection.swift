import Model
import Report

/// What changed between the newest round of each region and the round before it.
struct ChangesSection: Sendable {
    let layout: Layout

    /// Kinds of change, the ones to act on first.
    private enum Kind: CaseIterable {
        case lost, gone, gained, other

        init(_ change: OfficeChange) {
            let lived: Set<OfficeStatus> = [.active, .section]
            if change.after == .missing {
                self = .gone
            } else if lived.contains(change.after) {
                self = lived.contains(change.before) ? .other : .gained
            } else {
                self = lived.contains(change.before) ? .lost : .other
            }
        }
    }

    private static let longest = 15

    func markup(_ changes: [OfficeChange]) -> Markup {
        let title = layout("Berubah sejak pemeriksaan sebelumnya", "Changed since the round before")
        guard !changes.isEmpty else {
            let none = layout(
                "Tidak ada kantor yang keadaannya berubah pada pemeriksaan terakhir.",
                "No office changed its status in the latest rounds.")
            return "<section><h2>\(title)</h2><p>\(none)</p></section>"
        }
        let groups = Dictionary(grouping: changes, by: Kind.init)
        let parts = Kind.allCases.compactMap { kind in groups[kind].map { group(kind, $0) } }
        return "<section><h2>\(title)</h2>\(Markup.join(parts))</section>"
    }

    private func group(_ kind: Kind, _ changes: [OfficeChange]) -> Markup {
        let items = changes.prefix(Self.longest).map { change -> Markup in
            """
            <li><a href="/kantor/\(address: Path.encoded(change.office))">\(change.name, limit: 90)</a> \
            <span class="addr">\(change.region)</span>: \(layout.pieces.badge(change.before)) → \
            \(layout.pieces.badge(change.after))</li>

            """
        }
        let more: Markup =
            changes.count > Self.longest
            ? "<li>+ \(changes.count - Self.longest) \(layout("lagi; lihat halaman wilayahnya", "more; see the regions' pages"))</li>"
            : ""
        return "<h3>\(name(kind)): \(changes.count)</h3><ul>\(Markup.join(items))\(more)</ul>"
    }

    private func name(_ kind: Kind) -> String {
        switch kind {
        case .lost: layout("Situsnya tidak lagi melayani", "The site no longer serves")
        case .gone: layout("Kini diduga tanpa situs", "Now seems to have no website")
        case .gained: layout("Kini memiliki situs", "Now has a website")
        case .other: layout("Perubahan lain", "Other changes")
        }
    }
}
