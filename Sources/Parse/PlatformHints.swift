/// Which CMS or framework made a page, by the traces that each leaves in its markup.
struct PlatformHints {
    var found: Set<String> = []

    /// Looks at the address of a script, style sheet or image.
    mutating func readAddress(_ address: ArraySlice<UInt8>) {
        var at = address.startIndex
        while let slash = address[at...].firstIndex(of: 47) {
            at = slash + 1
            guard at < address.endIndex else { return }
            if let name = Self.platform(ofPath: address[at...]) { found.insert(name) }
        }
    }

    /// What a folder name right after a slash gives away.
    private static func platform(ofPath rest: ArraySlice<UInt8>) -> String? {
        switch rest.first?.lowered {
        case 119:  // w
            if rest.starts(withWord: "wp-content/plugins/elementor") { return "elementor" }
            if rest.starts(withWord: "wp-content") || rest.starts(withWord: "wp-includes") { return "wordpress" }
        case 99:  // c
            if rest.starts(withWord: "com_") || rest.starts(withWord: "components/com_") { return "joomla" }
            if rest.starts(withWord: "core/misc/drupal") || rest.starts(withWord: "core/modules") { return "drupal" }
        case 109:  // m
            if rest.starts(withWord: "media/jui") || rest.starts(withWord: "media/system/js") { return "joomla" }
            if rest.starts(withWord: "modules/mod_") { return "joomla" }
        case 115:  // s
            if rest.starts(withWord: "sites/default/files") || rest.starts(withWord: "sites/all/") { return "drupal" }
            if rest.starts(withWord: "static.wixstatic") { return "wix" }
        case 95:  // _
            if rest.starts(withWord: "_next/") { return "nextjs" }
            if rest.starts(withWord: "_nuxt/") { return "nuxt" }
        case 101: if rest.starts(withWord: "elementor") { return "elementor" }
        case 108: if rest.starts(withWord: "livewire") { return "laravel" }
        case 118: if rest.starts(withWord: "vendor/livewire") { return "laravel" }
        case 111: if rest.starts(withWord: "opensid") { return "opensid" }
        case 112: if rest.starts(withWord: "po-content") || rest.starts(withWord: "po-includes") { return "popojicms" }
        case 103: if rest.starts(withWord: "gstatic.com/atari") { return "google_sites" }
        default: break
        }
        return nil
    }

    /// The words of `meta name=generator`.
    mutating func readGenerator(_ text: ArraySlice<UInt8>) {
        for name in Self.generators where text.has(name) {
            found.insert(name.replacing(" ", with: "_"))
        }
    }

    private static let generators = [
        "wordpress", "joomla", "drupal", "elementor", "opensid", "blogger", "wix", "hugo", "gatsby", "next.js", "nuxt",
        "typo3", "moodle", "mediawiki", "popojicms", "docusaurus", "jekyll", "webflow", "squarespace", "odoo", "slims",
        "google sites",
    ]

    /// Hidden fields by which frameworks know their forms.
    mutating func readFieldName(_ name: ArraySlice<UInt8>) {
        if name.isWord("_token") { found.insert("laravel") }
        if name.isWord("csrf_test_name") || name.isWord("ci_csrf_token") || name.isWord("ci_csrf_test_name") {
            found.insert("codeigniter")
        }
        if name.isWord("__viewstate") { found.insert("aspnet") }
        if name.isWord("csrfmiddlewaretoken") { found.insert("django") }
        if name.isWord("sidcsrf") { found.insert("opensid") }
    }

    /// The element that a script fills.
    mutating func readID(_ id: ArraySlice<UInt8>) {
        guard id.first == 95 else { return }
        if id.isWord("__next") { found.insert("nextjs") }
        if id.isWord("__nuxt") { found.insert("nuxt") }
        if id.isWord("__gatsby") || id.isWord("___gatsby") { found.insert("gatsby") }
    }
}
