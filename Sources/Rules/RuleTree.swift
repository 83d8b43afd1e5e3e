import Yams

/// A value of a rule file as it stands there: nothing has a type yet.
struct RuleTree: Hashable {
    enum Content: Hashable {
        case scalar(String)
        case list([RuleTree])
        case map([Entry])
    }

    struct Entry: Hashable {
        var key: RuleTree
        var value: RuleTree
    }

    var content: Content
    /// Where it begins, from 1; columns count Unicode scalars.
    var line: Int
    var column: Int

    /// Reads a YAML text; nil when it is empty.
    ///
    /// What `PlainYAML` knows is read by that, everything else by libyaml, which says also what is wrong.
    static func read(_ text: String) throws -> RuleTree? {
        try PlainYAML.read(text) ?? byLibyaml(text)
    }

    static func byLibyaml(_ text: String) throws -> RuleTree? {
        // The basic resolver gives no scalar a type, so no regular expression runs; we convert ourselves.
        guard let node = try Yams.compose(yaml: text, .basic) else { return nil }
        var left = text.utf8.count * 2 + 10
        return try RuleTree(node, &left)
    }

    /// Aliases repeat more than the text holds.
    struct TooMuch: Error, CustomStringConvertible { var description: String { "aliases repeat too much of the file" } }

    init(_ content: Content, line: Int, column: Int) {
        self.content = content
        self.line = line
        self.column = column
    }

    /// - Parameter left: values that may still be made; an alias of an alias of a list must not fill the memory.
    private init(_ node: Node, _ left: inout Int) throws(TooMuch) {
        left -= 1
        guard left > 0 else { throw TooMuch() }
        line = node.mark?.line ?? 1
        column = node.mark?.column ?? 1
        switch node {
        case .scalar(let scalar): content = .scalar(scalar.string)
        case .sequence(let list):
            var items: [RuleTree] = []
            for item in list { items.append(try RuleTree(item, &left)) }
            content = .list(items)
        case .mapping(let map):
            var entries: [Entry] = []
            for (key, value) in map {
                entries.append(Entry(key: try RuleTree(key, &left), value: try RuleTree(value, &left)))
            }
            content = .map(entries)
        // The composer puts what an alias stands for in its place.
        case .alias: content = .scalar("")
        }
    }
}
