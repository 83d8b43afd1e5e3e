/// What the class and id names of an element say about its role, by the words the names are made of.
///
/// `section-title` and `sectionTitle` are made of `section` and `title`. Names are conventions, not facts, so
/// a role is taken only when the whole name is made of words of page structure.
struct ClassWords: OptionSet, Sendable {
    let rawValue: UInt32

    static let title = ClassWords(rawValue: 1 << 0)
    static let header = ClassWords(rawValue: 1 << 1)
    static let navigation = ClassWords(rawValue: 1 << 2)
    static let footer = ClassWords(rawValue: 1 << 3)
    static let aside = ClassWords(rawValue: 1 << 4)
    static let tabs = ClassWords(rawValue: 1 << 5)
    /// The content side of tabs, accordions, modals, dropdowns: hidden until somebody clicks.
    static let panel = ClassWords(rawValue: 1 << 6)
    /// The clickable side of an accordion or tab.
    static let toggle = ClassWords(rawValue: 1 << 7)
    /// A box of content with its own header and footer: card, modal, article.
    static let box = ClassWords(rawValue: 1 << 8)
    static let bold = ClassWords(rawValue: 1 << 9)
    /// Shown later by an animation script.
    static let animated = ClassWords(rawValue: 1 << 10)

    /// Adds what one `class` or `id` value says.
    mutating func read(_ value: ArraySlice<UInt8>) {
        var at = value.startIndex
        while at < value.endIndex {
            while at < value.endIndex, value[at].isWhitespace { at += 1 }
            let start = at
            while at < value.endIndex, !value[at].isWhitespace { at += 1 }
            if start < at { formUnion(Self.meaning(of: value[start..<at])) }
        }
    }

    private static func meaning(of token: ArraySlice<UInt8>) -> ClassWords {
        guard token.count <= 64 else { return [] }
        var parts = ClassParts()
        var at = token.startIndex
        while at < token.endIndex {
            let start = at
            while at < token.endIndex, token[at] != 45, token[at] != 95, at == start || !isHump(token, at) { at += 1 }
            if start < at { parts.add(token[start..<at]) }
            if at < token.endIndex, token[at] == 45 || token[at] == 95 { at += 1 }
        }
        return parts.meaning
    }

    /// `maklumatModal` is made of two words.
    private static func isHump(_ token: ArraySlice<UInt8>, _ at: Int) -> Bool {
        token[at] >= 65 && token[at] <= 90 && token[at - 1] >= 97 && token[at - 1] <= 122
    }
}

/// What class and id values met before on this page say: nine of ten are written again and again.
struct ClassMemory {
    private struct Slot {
        var hash: UInt32 = 0
        var key: Range<Int32> = 0..<0
        var words: ClassWords = []
    }

    private var slots = [Slot](repeating: Slot(), count: 256)
    private var keys: [UInt8] = []

    /// As `ClassWords.read`, from memory where it can.
    mutating func words(of value: ArraySlice<UInt8>) -> ClassWords {
        var hash = NameTable.seed
        for byte in value { hash = NameTable.step(hash, byte) }
        let index = Int(hash >> 8) & 255
        let slot = slots[index]
        if slot.hash == hash, slot.key.count == value.count,
            keys[Int(slot.key.lowerBound)..<Int(slot.key.upperBound)].elementsEqual(value)
        {
            return slot.words
        }
        var words: ClassWords = []
        words.read(value)
        guard value.count <= 200, keys.count < 50_000 else { return words }
        let start = Int32(keys.count)
        keys.append(contentsOf: value)
        slots[index] = Slot(hash: hash, key: start..<Int32(keys.count), words: words)
        return words
    }
}

/// The words inside one class or id name.
private struct ClassParts {
    private var seen: UInt64 = 0
    private var foreign = false

    private enum Word: UInt8 {
        case title = 1, header, nav, menu, navbar, footer, sidebar, breadcrumb, topbar, structural, tabs, pane, panel
        case collapse, accordion, modal, dropdown, content, toggle, box, bold, animated, top, bar, section, copyright
        case topmenu, tab, font, fw, button
    }

    private static let words: NameTable = {
        var entries: [(name: String, value: UInt8)] = []
        func put(_ word: Word, _ names: String) {
            for name in names.split(separator: " ") { entries.append((String(name), word.rawValue)) }
        }
        put(.title, "title heading judul headline subtitle titel caption-title entrytitle pagetitle posttitle")
        put(.header, "header masthead banner-top")
        put(.nav, "nav navigation navigasi")
        put(.navbar, "navbar navmenu mainmenu mainnav topnav sitenav megamenu navwrap")
        put(.menu, "menu menus")
        put(.topmenu, "topmenu")
        put(.footer, "footer foot colophon")
        put(.sidebar, "sidebar widgets")
        put(.breadcrumb, "breadcrumb breadcrumbs")
        put(.topbar, "topbar topheader headertop")
        put(.top, "top")
        put(.bar, "bar")
        put(
            .structural,
            "site main primary secondary wrapper wrap container inner outer area sticky fixed desktop mobile middle mid "
                + "bottom page1 global web responsive fluid section1 widget block1 row col box1 sm md lg xl expand light dark "
                + "default static")
        put(.section, "section")
        put(.tabs, "tabs pills tablist tabbed")
        put(.tab, "tab")
        put(.pane, "pane tabpane tabpanel tabcontent")
        put(.panel, "panel panels")
        put(.collapse, "collapse collapsible collapsed expandable spoiler toggle-content")
        put(.accordion, "accordion accordian akordion accordions faq faqs")
        put(.modal, "modal popup lightbox offcanvas dialog drawer")
        put(.dropdown, "dropdown submenu")
        put(.content, "content body answer jawaban isi")
        put(.toggle, "toggle trigger question pertanyaan")
        put(.button, "button btn head")
        put(.box, "card modal entry post article comment item box tile")
        put(.bold, "bold bolder semibold strong extrabold")
        put(.font, "font")
        put(.fw, "fw")
        put(.animated, "wow aos animated animate invisible fade fadein reveal lazy lazyload")
        put(.copyright, "copyright")
        // A word stands once; the first meaning wins.
        var known: Set<String> = []
        return NameTable(entries.filter { known.insert($0.name).inserted })
    }()

    mutating func add(_ part: ArraySlice<UInt8>) {
        let value = Self.words.valueIgnoringCase(of: part)
        if value == 0 {
            // Numbers and single letters say nothing.
            if part.count > 1, !part.allSatisfy(\.isDigit) { foreign = true }
        } else {
            seen |= 1 << UInt64(value)
        }
    }

    private func has(_ word: Word) -> Bool { seen & (1 << UInt64(word.rawValue)) != 0 }
    private func hasAny(_ words: Word...) -> Bool { words.contains { has($0) } }

    /// Roles of the page frame ask that every word of the name is a word of structure.
    var meaning: ClassWords {
        guard seen != 0 else { return [] }
        var result: ClassWords = []
        if has(.title) || (has(.accordion) && has(.header)) { result.insert(.title) }
        if hasAny(.tabs, .tab) { result.insert(.tabs) }
        if hasAny(.pane, .collapse, .modal, .dropdown)
            || (hasAny(.accordion, .tab, .panel, .tabs) && hasAny(.content, .panel, .collapse))
        {
            result.insert(.panel)
        }
        if hasAny(.accordion, .tab, .collapse), hasAny(.header, .button, .toggle, .title, .top) {
            result.insert(.toggle)
        }
        if has(.accordion), !foreign, seen == 1 << UInt64(Word.accordion.rawValue) { result.insert(.toggle) }
        if hasAny(.box, .modal, .panel, .accordion) { result.insert(.box) }
        if has(.bold) || (has(.fw) && has(.bold)) { result.insert(.bold) }
        if has(.animated) { result.insert(.animated) }
        result.formUnion(frameRole)
        return result
    }

    private var frameRole: ClassWords {
        if has(.breadcrumb) { return .navigation }
        guard !foreign, !hasAny(.title, .tabs, .tab, .pane, .panel, .collapse, .accordion, .modal, .box, .button)
        else { return [] }
        if has(.footer) || (has(.copyright) && !has(.content)) { return .footer }
        if hasAny(.navbar, .topmenu) || (hasAny(.nav, .menu) && !has(.content) && !has(.section)) { return .navigation }
        if has(.dropdown) { return [] }
        if has(.sidebar), !hasAny(.content) { return .aside }
        if has(.topbar) || (has(.top) && has(.bar)) || (has(.header) && !hasAny(.section, .content)) { return .header }
        return []
    }
}
