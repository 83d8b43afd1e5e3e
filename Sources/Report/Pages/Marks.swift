import Model

/// Small marks with words that several sections share.
enum Marks {
    /// The mark of the six components that must be published.
    static func star(_ item: ItemKey, _ context: ReportContext) -> Markup {
        guard ItemKey.serviceDelivery.contains(item) else { return "" }
        return " <abbr class=\"star\" title=\"\(context.text(ColumnTexts.mustPublish))\">★</abbr>"
    }

    /// Sign, colour and name of each item state.
    static func legend(_ context: ReportContext) -> Markup {
        let entries = ItemState.allCases.map { state -> Markup in
            """
            <li><span class="cell \(Symbols.cellClass(state))" aria-hidden="true">\(Symbols.sign(state))</span>\
            <svg class="key" width="22" height="12" aria-hidden="true"><rect class="b\(Symbols.cellClass(state))" \
            width="22" height="12"/></svg>\(context.words.label(state))</li>
            """
        }
        return "<ul class=\"legend\">\(Markup.join(entries))</ul>"
    }

    /// `terbukti` or `belum terbukti`.
    static func proofTag(_ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        numbered.isProven
            ? "<span class=\"tag proven\">\(context.text(ColumnTexts.proven))</span>"
            : "<span class=\"tag waiting\">\(context.text(ColumnTexts.notProven))</span>"
    }
}
