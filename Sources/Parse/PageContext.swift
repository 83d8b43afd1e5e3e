import Model

/// What an element inherits from the elements around it. Copied when an element opens, dropped when it closes.
struct PageContext {
    struct Flags: OptionSet {
        let rawValue: UInt16

        static let hidden = Flags(rawValue: 1)
        /// Script, style, template: neither text nor hidden text.
        static let skipped = Flags(rawValue: 2)
        static let bold = Flags(rawValue: 4)
        static let inForm = Flags(rawValue: 8)
        static let ordered = Flags(rawValue: 16)
        static let button = Flags(rawValue: 32)
        static let article = Flags(rawValue: 64)
        static let headerCell = Flags(rawValue: 128)
        static let panelLabel = Flags(rawValue: 256)
        /// In a card, modal or article, whose header and footer are not those of the page.
        static let box = Flags(rawValue: 512)
        static let title = Flags(rawValue: 1024)
        /// In main, article or section: a header there is not the page's.
        static let content = Flags(rawValue: 2048)
        /// A script runs on a click here.
        static let clickable = Flags(rawValue: 4096)
    }

    var kind: Block.Kind = .other
    var level: UInt8 = 0
    var zone: Block.Zone = .main
    var flags: Flags = []
    var listDepth: UInt8 = 0
    /// Block elements below a title class that still count as near.
    var nearTitle: UInt8 = 0
    /// Index of the pending link around, -1 when none.
    var link: Int32 = -1
    var table: Int32 = -1
    var row: Int32 = 0
    var column: Int32 = 0
    var panel: Int32 = -1

    /// Kinds that a div or p inside does not change.
    var keepsKind: Bool {
        switch kind {
        case .heading, .listItem, .tableCell, .caption, .label, .formField: true
        case .paragraph, .other: false
        }
    }

    var marks: Block.Marks {
        var marks: Block.Marks = []
        if nearTitle > 0 { marks.insert(.titleClass) }
        if flags.contains(.inForm) { marks.insert(.inForm) }
        if flags.contains(.headerCell) { marks.insert(.headerCell) }
        if flags.contains(.ordered) { marks.insert(.ordered) }
        if flags.contains(.panelLabel) { marks.insert(.panelLabel) }
        if flags.contains(.article) { marks.insert(.article) }
        return marks
    }
}

/// An open element.
struct OpenElement {
    var tag: Tag
    /// Of its content.
    var context: PageContext
    var splits: Bool
    /// Number of blocks when it opened, for elements that label or hold a panel.
    var firstBlock: Int32 = 0
    /// It labels panels: index in `PanelBinder.labels`, or -1.
    var label: Int32 = -1
    /// It is a panel with an id: index in `PanelBinder.panels`, or -1.
    var panel: Int32 = -1
    /// The label without target that closed last among its children: the next panel-like child belongs to it.
    var waitingLabel: Int32 = -1
}
