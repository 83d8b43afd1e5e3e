import Model

/// A list that shows its first rows only, and the others to a script: no address leads to them.
///
/// Offices that are not among the rows shown may stand among those that are not.
public enum ScriptPager {
    /// Bytes of one anchor at most.
    private static let tagLimit = 400

    /// The page has a way to more rows that is no address: a page number, "Berikutnya" or "Muat lebih banyak" behind a
    /// script, or a form that ASP.NET sends back (`__doPostBack(..., 'Page$2')`).
    public static func hidesMore(in body: [UInt8]) -> Bool {
        let text = String(decoding: body, as: UTF8.self)
        if text.contains(/__doPostBack\([^)]{0,120}Page\$/) || text.contains(fragment) { return true }
        let anchors = text.matches(
            of: /<(?:a|button|li|span)\b([^>]{0,400})>\s*(?:<[^>]{1,80}>\s*)?([^<]{1,40})</.ignoresCase())
        var numbers: Set<String> = []
        for anchor in anchors {
            let (attributes, words) = (anchor.output.1.lowercased(), anchor.output.2.trimmingSpaces.lowercased())
            guard isScripted(attributes) else { continue }
            if more.contains(words) { return true }
            if ["1", "2", "3"].contains(words) { numbers.insert(words) }
        }
        return numbers.contains("2") && numbers.contains("3")
    }

    /// Where a script fetches the rows that follow: `data-next-page="/opd/muat?hal=2"`, `hx-get`.
    public static func fragments(in body: [UInt8], page: WebAddress) -> [WebAddress] {
        let text = String(decoding: body, as: UTF8.self)
        return text.matches(of: fragment).prefix(4).compactMap {
            WebAddress(String($0.output.1).replacing("&amp;", with: "&"), base: page)
        }.filter { SiteScope.hostKey(of: $0) == SiteScope.hostKey(of: page) }
    }

    private static var fragment: Regex<(Substring, Substring)> {
        /\s(?:data-(?:next|more|load|scroll|ajax)[a-z-]{0,16}|hx-get)\s*=\s*["']?([^"'\s>]{2,300})/.ignoresCase()
    }

    /// No address, and something that a script hears.
    private static func isScripted(_ attributes: String) -> Bool {
        if let href = attributes.firstMatch(of: /href\s*=\s*["']?([^"'\s>]*)/)?.output.1 {
            return href == "#" || href.hasPrefix("javascript:")
        }
        return attributes.contains("onclick") || attributes.contains("click=") || attributes.contains("page-link")
            || attributes.contains("load-more") || attributes.contains("loadmore")
    }

    private static let more: Set<String> = [
        "muat lebih banyak", "muat lainnya", "muat lagi", "load more", "tampilkan lebih banyak", "lihat lebih banyak",
        "tampilkan semua", "show more",
    ]
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
