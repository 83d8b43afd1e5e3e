import Model

/// How an electronic service or channel is known on a page: words of a link or line, or the host it leads to.
public struct ElectronicRule: Sendable, Hashable {
    public enum Place: String, Sendable, Hashable, CaseIterable {
        /// Links and frames: one of the words in the text, or one of the hosts in the address.
        case link
        /// Lines of text outside menus that hold one of the words and one of the typed values.
        case line
    }

    public var id: String
    public var kind: ElectronicService.Kind
    public var title: String
    public var place: Place
    public var words: [String]
    /// Parts of the host and path: `oss.go.id`, `wa.me/`.
    public var targets: [String]
    public var typed: [TypedCue]
    /// Word sets that keep a link or line from counting.
    public var notLine: [String]
    public var examplesPresent: [String]
    public var examplesAbsent: [String]
    public var source: SourcePlace
}

extension RuleNode {
    var electronicRule: ElectronicRule? {
        allowOnly("id", "kind", "title", "place", "words", "targets", "typed", "not_line", "present", "absent")
        guard let kind: ElectronicService.Kind = choice("kind"), let location: ElectronicRule.Place = choice("place")
        else { return nil }
        for phrase in optional("words")?.list ?? [] { phrase.checkPhrase() }
        return ElectronicRule(
            id: string("id"), kind: kind, title: string("title"), place: location, words: strings("words"),
            targets: strings("targets"), typed: strings("typed").compactMap { TypedCue(rawValue: $0) },
            notLine: strings("not_line"), examplesPresent: strings("present"), examplesAbsent: strings("absent"),
            source: self.place)
    }
}
