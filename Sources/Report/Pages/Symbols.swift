import Model

/// The visual signs of the reports: each status and state has a shape of its own, so that colour is never needed.
enum Symbols {
    /// The drawings that `icon` refers to, put once into a page.
    static let definitions: Markup = """
        <svg width="0" height="0" class="defs" aria-hidden="true" focusable="false"><defs>\
        <symbol id="i-active" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="currentColor"/>\
        <path d="M4.5 8.2l2.4 2.5 4.6-5" fill="none" stroke="#fff" stroke-width="2"/></symbol>\
        <symbol id="i-section" viewBox="0 0 16 16"><rect x="1" y="1" width="14" height="14" rx="2" fill="none" \
        stroke="currentColor" stroke-width="2"/><rect x="8" y="8" width="7" height="7" fill="currentColor"/></symbol>\
        <symbol id="i-off_domain" viewBox="0 0 16 16"><path d="M7 3H2.5v10.5H13V9M9 2h5v5M14 2L7.5 8.5" fill="none" \
        stroke="currentColor" stroke-width="2"/></symbol>\
        <symbol id="i-social_only" viewBox="0 0 16 16"><path d="M1.5 2.5h13v8h-7l-3.5 3.500v-3.500h-2.500z" fill="none" \
        stroke="currentColor" stroke-width="2"/></symbol>\
        <symbol id="i-placeholder" viewBox="0 0 16 16"><rect x="2" y="2" width="12" height="12" fill="none" \
        stroke="currentColor" stroke-width="2" stroke-dasharray="3 2"/></symbol>\
        <symbol id="i-compromised" viewBox="0 0 16 16"><path d="M8 1l7.5 14h-15z" fill="currentColor"/>\
        <path d="M8 6v4.500M8 11.800v1.7" stroke="#fff" stroke-width="1.8"/></symbol>\
        <symbol id="i-blocked" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" \
        stroke-width="2"/><path d="M4.5 8h7" stroke="currentColor" stroke-width="2.5"/></symbol>\
        <symbol id="i-unreachable" viewBox="0 0 16 16"><path d="M1 8h3.500M7 8h2M11.5 8H15" stroke="currentColor" \
        stroke-width="2.5"/></symbol>\
        <symbol id="i-missing" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" \
        stroke-width="2"/><path d="M5.2 5.200l5.6 5.600M10.8 5.200l-5.6 5.6" stroke="currentColor" stroke-width="2"/>\
        </symbol>\
        <symbol id="i-unknown" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" \
        stroke-width="1.5" stroke-dasharray="2 2"/><path d="M6 6.300a2 2 0 1 1 2.8 1.900c-.6.3-.8.6-.8 1.300M8 11v1.3" \
        fill="none" stroke="currentColor" stroke-width="1.6"/></symbol>\
        <pattern id="p-linked" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <rect width="6" height="6" fill="#b9d3f3"/><rect width="2.5" height="6" fill="#1d5aa8"/></pattern>\
        <pattern id="p-empty" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" \
        fill="#fdeec7"/><circle cx="2.5" cy="2.5" r="1.1" fill="#7a4b00"/></pattern>\
        <pattern id="p-absent" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" \
        fill="#fdeceb"/><path d="M2 2l4 4M6 2l-4 4" stroke="#b3261e" stroke-width="1.3"/></pattern>\
        <pattern id="p-unknown" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" \
        fill="#f2f3f5"/><path d="M1 0v5" stroke="#6b7280" stroke-width="1"/></pattern>\
        </defs></svg>
        """

    /// The drawing of a status.
    static func icon(_ status: OfficeStatus) -> Markup {
        "<svg class=\"icon s-\(status.rawValue)\" aria-hidden=\"true\"><use href=\"#i-\(status.rawValue)\"/></svg>"
    }

    /// Drawing and name of a status.
    static func badge(_ status: OfficeStatus, _ words: Vocabulary) -> Markup {
        "<span class=\"badge\">\(icon(status))\(words.label(status))</span>"
    }

    /// The sign of an item state in the matrix.
    static func sign(_ state: ItemState) -> String {
        switch state {
        case .present: "✓"
        case .linked: "◐"
        case .empty: "○"
        case .absent: "✕"
        case .unknown: "?"
        }
    }

    /// Class of a cell with that state.
    static func cellClass(_ state: ItemState) -> Markup {
        switch state {
        case .present: "p"
        case .linked: "l"
        case .empty: "e"
        case .absent: "a"
        case .unknown: "u"
        }
    }

    /// A share of a whole as a percentage with one decimal, for lengths in a drawing.
    static func percent(_ part: Int, of whole: Int) -> Markup {
        guard whole > 0 else { return "0%" }
        let thousandths = part * 1000 / whole
        return "\(thousandths / 10).\(thousandths % 10)%"
    }
}
