import Model

/// Links out of a report: only http(s) (a `WebAddress` is nothing else), without referrer, and never to what was taken over.
enum Links {
    /// How an address may be shown.
    enum Show: Sendable {
        /// As a link.
        case link
        /// As text: nobody answers there.
        case text
        /// As text that no program takes for an address: taken over, or a stranger's.
        case defanged
    }

    static func address(_ address: WebAddress, _ show: Show) -> Markup {
        let text = address.description
        switch show {
        case .link:
            return "<a class=\"addr\" href=\"\(address: text)\" rel=\"noopener noreferrer nofollow\">\(text)</a>"
        case .text: return "<span class=\"addr\">\(text)</span>"
        case .defanged: return "<span class=\"addr\">\(Defang.address(address))</span>"
        }
    }

    /// A link to the quoted words of a page.
    static func quotation(_ evidence: Evidence, label: String) -> Markup {
        let target = TextFragment.link(evidence.address, quotation: evidence.finding.quotation)
        return "<a href=\"\(address: target)\" rel=\"noopener noreferrer nofollow\">\(label)</a>"
    }
}
