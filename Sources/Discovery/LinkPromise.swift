import Model

/// What a link's words promise: which items may stand behind it, and how likely it is worth a fetch.
struct LinkPromise: Sendable, Hashable {
    enum Tier: Int, Sendable, Comparable {
        /// Ends a session, changes something, or is a machine's address.
        case never
        /// News, galleries, tags, older pages: no service standard is published there.
        case unlikely
        /// Says nothing: it could hold anything.
        case neutral
        /// Names an item.
        case promising

        static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
    }

    var tier: Tier
    var items: ItemSet
    /// 0 to 100 within the tier.
    var weight: Int

    /// For exhaustive crawls: every link alike, in the order met.
    static let inOrder = LinkPromise(tier: .neutral, items: .all, weight: 0)

    /// Whether reading is not complete without it.
    var couldHoldItem: Bool { tier >= .neutral }

    private init(tier: Tier, items: ItemSet, weight: Int) {
        self.tier = tier
        self.items = items
        self.weight = weight
    }

    /// Whether a link must not even be followed by a crawl that follows everything.
    static func isForbidden(text: String, address: WebAddress) -> Bool {
        let path = NameTokens.words(LinkWords.readablePath(of: address))
        let words = text.utf8.count > 24 ? [] : NameTokens.words(text)
        return LinkWords.isForbidden(path: path, text: words, address: address)
    }

    /// Reads a link by its text and its path.
    init(text: String, address: WebAddress) {
        let words = NameTokens.words(text)
        let path = NameTokens.words(LinkWords.readablePath(of: address))
        if LinkWords.isForbidden(path: path, text: words, address: address) {
            self = LinkPromise(tier: .never, items: [], weight: 0)
            return
        }
        let hint = LinkWords.hints(in: words + ["|"] + path)
        let isTitle = words.count >= LinkWords.sentenceWords || path.count >= LinkWords.sentenceWords + 3
        if LinkWords.isStream(path: path, text: words, address: address) {
            // `/category/layanan` under a short menu text is a menu, a dated post with a long title is news.
            let isMenu =
                !LinkWords.hints(in: words).items.isEmpty && !isTitle && words.count <= 4
                && !LinkWords.isDated(address) && !LinkWords.isStreamText(words)
            self = LinkPromise(tier: isMenu ? .promising : .unlikely, items: hint.items, weight: hint.weight / 2)
        } else if hint.items.isEmpty {
            self = LinkPromise(tier: isTitle ? .unlikely : .neutral, items: [], weight: 0)
        } else {
            self = LinkPromise(tier: .promising, items: hint.items, weight: isTitle ? hint.weight / 2 : hint.weight)
        }
    }
}
