/// What the frame of a page is made of, so that pages of one template can be known again whatever they say.
///
/// Made from names only: the theme's folder, style sheets, scripts, and class names in header, menu and footer. Text,
/// links and images never enter, so a new article does not change it (set sketches: Broder, "On the resemblance and
/// containment of documents", 1997).
public struct TemplatePrint: Sendable, Hashable, Codable {
    /// Content system or framework (`wordpress`, `joomla`, `laravel`); empty when nothing tells.
    public var platform = ""
    /// Folder name of the theme; empty when the addresses show none.
    public var theme = ""
    /// The smallest of the names' hashes, one for each of `sketchSize` orders; empty when there were too few names.
    public var sketch: [UInt32] = []
    /// Ids of the template hints the page was read with; nil when none fits.
    public var hints: [String]?

    public init() {}

    public static let sketchSize = 24
    /// Fewer names than this prove no kinship.
    public static let fewestNames = 8
    /// Share of equal sketch entries from which two frames are one template.
    public static let kinship = 0.6

    /// Nothing to know it by.
    public var isEmpty: Bool { sketch.isEmpty && theme.isEmpty }

    /// 0 to 1: how much of their names two frames share.
    public func likeness(_ other: TemplatePrint) -> Double {
        guard !sketch.isEmpty, sketch.count == other.sketch.count else { return 0 }
        return Double(zip(sketch, other.sketch).count { $0 == $1 }) / Double(sketch.count)
    }

    /// The same template: much the same names, or the same theme and at least half as much.
    public func isKin(_ other: TemplatePrint) -> Bool {
        let likeness = likeness(other)
        if !theme.isEmpty, theme == other.theme, platform == other.platform { return likeness >= Self.kinship / 3 }
        return likeness >= Self.kinship
    }

    /// For people: `wordpress / astra`, `joomla`, `tanpa nama`.
    public var label: String {
        let parts = [platform, theme].filter { !$0.isEmpty }
        return parts.isEmpty ? "?" : parts.joined(separator: " / ")
    }
}

/// Sites that share one template.
public struct TemplateCluster: Sendable, Hashable {
    public var label: String
    /// Codes of the offices, in the order they were given.
    public var offices: [String]

    /// Groups prints by kinship with the first of each group; the largest group first. Prints without names are left out.
    public static func clusters(of prints: [(office: String, print: TemplatePrint)]) -> [TemplateCluster] {
        var groups: [(print: TemplatePrint, cluster: TemplateCluster)] = []
        for (office, print) in prints where !print.isEmpty {
            if let at = groups.firstIndex(where: { $0.print.isKin(print) }) {
                groups[at].cluster.offices.append(office)
            } else {
                groups.append((print, TemplateCluster(label: print.label, offices: [office])))
            }
        }
        return groups.map(\.cluster).enumerated()
            .sorted { ($1.element.offices.count, $0.offset) < ($0.element.offices.count, $1.offset) }.map(\.element)
    }
}
