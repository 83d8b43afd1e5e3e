/// Which elements end by themselves, and which end tags reach how far.
///
/// The behaviour of libxml2 2.9.14, asked of the library tag by tag (`htmlAutoCloseTag`): a start tag ends the innermost
/// open element, again and again, while that is one of those named here. Browsers do the same for p, li, option, cells
/// and rows, and more for headings and formatting; the difference moves text between blocks, never loses it.
enum Nesting {
    /// Whether the innermost open element ends where another begins.
    static func ends(_ open: Tag, before tag: Tag) -> Bool {
        table[Int(tag.rawValue) * Tag.allCases.count + Int(open.rawValue)]
    }

    /// An end tag closes elements of its own rank or lower only.
    static func rank(of tag: Tag) -> Int {
        switch tag {
        case .div: 1
        case .td, .th: 2
        case .tr: 3
        case .thead, .tbody, .tfoot: 4
        case .table: 5
        case .head, .body: 6
        case .html: 7
        default: 0
        }
    }

    private static let table: [Bool] = {
        var table = [Bool](repeating: false, count: Tag.allCases.count * Tag.allCases.count)
        for line in endings.split(separator: "\n") {
            let parts = line.split(separator: ":")
            for new in tags(parts[0]) {
                for old in tags(parts[1]) { table[Int(new.rawValue) * Tag.allCases.count + Int(old.rawValue)] = true }
            }
        }
        return table
    }()

    private static func tags(_ words: Substring) -> [Tag] {
        words.split(separator: " ").map { word in
            let value = Tag.names.valueIgnoringCase(of: Array(word.utf8)[...])
            guard value > 0, let tag = Tag(rawValue: value) else { preconditionFailure("no such tag: \(word)") }
            return tag
        }
    }

    /// What begins : what ends before it.
    private static let endings = """
        a abbr acronym b bdo big br cite code dfn em font i iframe img kbd map q s samp small span strike strong sub sup tt u : head
        var xmp listing address blockquote body center dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 hr : head
        li menu ol p pre table ul : head
        a : a
        address blockquote body caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 head hr : p
        li listing menu ol p pre table tbody td tfoot th title tr ul xmp : p
        p : h1 h2 h3 h4 h5 h6 b i u s big small tt strike
        body frameset : title link style
        noscript : script
        address menu ol pre : ul
        center : b i font
        ul : address pre ol menu dir xmp listing
        li : li address h1 h2 h3 h4 h5 h6 pre dl xmp listing
        dl : address pre dt menu dir xmp listing
        dt : address pre dd menu dir xmp listing
        dd : address pre dt menu dir xmp listing
        table : h1 h2 h3 h4 h5 h6 pre a xmp listing
        col : caption
        colgroup : caption col colgroup
        thead : caption col colgroup
        tbody : caption col colgroup thead tbody tfoot tr td th
        tfoot : caption col colgroup thead tbody tr td th
        tr : caption col colgroup tr td th
        td : td th a b i u font span
        th : td th a b i u font span
        form : form address h1 h2 h3 h4 h5 h6 pre ul ol dl menu dir xmp listing
        fieldset : h1 h2 h3 h4 h5 h6 pre legend a xmp listing
        option : option
        optgroup : option
        """
}
