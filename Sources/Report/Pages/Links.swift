import Model

/// Links out of a report: only http(s) (a `WebAddress` is nothing else), without referrer, and never to what was taken over.
enum Links {
    /// The address as a link that shows itself, or as text that cannot be clicked.
    static func address(_ address: WebAddress, live: Bool) -> Markup {
        guard live else { return "<span class=\"addr\">\(Defang.address(address))</span>" }
        let text = address.description
        return "<a class=\"addr\" href=\"\(address: text)\" rel=\"noopener noreferrer nofollow\">\(text)</a>"
    }

    /// A link to the quoted words of a page.
    static func quotation(_ evidence: Evidence, label: String) -> Markup {
        let target = TextFragment.link(evidence.address, quotation: evidence.finding.quotation)
        return "<a href=\"\(address: target)\" rel=\"noopener noreferrer nofollow\">\(label)</a>"
    }
}
