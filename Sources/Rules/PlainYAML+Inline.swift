/// Values within a line: scalars, and lists and maps in brackets.
extension PlainYAML {
    /// A scalar, or a list or map in brackets.
    mutating func inline(isFlow: Bool, depth: Int) throws(NotPlain) -> RuleTree {
        guard depth < Self.deepest else { throw NotPlain() }
        let (start, startLine, startOfLine) = (at, line, lineStart)
        let content: RuleTree.Content
        switch bytes[at] {
        case 91: content = .list(try flowList(depth: depth))
        case 123: content = .map(try flowMap(depth: depth))
        case 34, 39: content = .scalar(try quoted(bytes[at]))
        default: content = .scalar(try plain(isFlow: isFlow))
        }
        return tree(content, at: start, line: startLine, lineStart: startOfLine)
    }

    private mutating func flowList(depth: Int) throws(NotPlain) -> [RuleTree] {
        var items: [RuleTree] = []
        try openOrNext()
        while bytes[at] != 93 {
            items.append(try inline(isFlow: true, depth: depth + 1))
            try endEntry(93)
        }
        at += 1
        return items
    }

    private mutating func flowMap(depth: Int) throws(NotPlain) -> [RuleTree.Entry] {
        var entries: [RuleTree.Entry] = []
        try openOrNext()
        while bytes[at] != 125 {
            let key = try inline(isFlow: true, depth: depth + 1)
            guard case .scalar = key.content, isEntry(58), !entries.contains(where: { $0.key.content == key.content })
            else { throw NotPlain() }
            try openOrNext()
            entries.append(RuleTree.Entry(key: key, value: try inline(isFlow: true, depth: depth + 1)))
            try endEntry(125)
        }
        at += 1
        return entries
    }

    /// Behind the sign it stands at and the white space that follows.
    private mutating func openOrNext() throws(NotPlain) {
        at += 1
        try skipSpace()
    }

    /// A comma, or the closing bracket.
    private mutating func endEntry(_ close: UInt8) throws(NotPlain) {
        try skipSpace()
        if bytes[at] == 44 { return try openOrNext() }
        guard bytes[at] == close else { throw NotPlain() }
    }

    /// White space, line ends and comments within brackets.
    private mutating func skipSpace() throws(NotPlain) {
        while true {
            if bytes[at] == 10 {
                newLine()
                guard at < bytes.count else { throw NotPlain() }
            } else if bytes[at] == 32 {
                at += 1
            } else if bytes[at] == 35 {
                guard at == lineStart || bytes[at - 1] == 32 else { throw NotPlain() }
                while bytes[at] != 10 { at += 1 }
            } else {
                return
            }
        }
    }

    /// A scalar in quotes, on one line; of the escapes only `\"` and `\\`.
    private mutating func quoted(_ quote: UInt8) throws(NotPlain) -> String {
        var text: [UInt8] = []
        at += 1
        while true {
            let byte = bytes[at]
            if byte == 10 { throw NotPlain() }
            at += 1
            if byte == quote {
                guard quote == 39, bytes[at] == 39 else { break }
                at += 1
            } else if byte == 92, quote == 34 {
                guard bytes[at] == 34 || bytes[at] == 92 else { throw NotPlain() }
                text.append(bytes[at])
                at += 1
                continue
            }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A scalar without quotes: to the colon of a key, a comment, the line's end, in brackets also to a comma or bracket.
    private mutating func plain(isFlow: Bool) throws(NotPlain) -> String {
        let start = at
        guard Self.mayBegin(bytes[at], bytes[at + 1]), at > lineStart || !isMark else { throw NotPlain() }
        var end = at
        scan: while bytes[at] != 10 {
            switch bytes[at] {
            case 32: break
            case 35 where bytes[at - 1] == 32: break scan
            case 58 where bytes[at + 1] == 32 || bytes[at + 1] == 10: break scan
            case 58 where isFlow && Self.isFlowSign(bytes[at + 1]): throw NotPlain()
            case let sign where isFlow && sign != 63 && Self.isFlowSign(sign): break scan
            default: end = at + 1
            }
            at += 1
        }
        // `key :` is read by libyaml.
        guard bytes[at] != 58 || end == at else { throw NotPlain() }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Signs that mean something within brackets: , ? [ ] { }
    private static func isFlowSign(_ byte: UInt8) -> Bool {
        switch byte {
        case 44, 63, 91, 93, 123, 125: true
        default: false
        }
    }

    /// Not one of the signs that mean something at a beginning; a dash may when a word follows.
    private static func mayBegin(_ byte: UInt8, _ next: UInt8) -> Bool {
        switch byte {
        case 45: next != 32 && next != 10
        case 10, 32, 33, 34, 35, 37, 38, 39, 42, 44, 58, 62, 63, 64, 91, 93, 96, 123, 124, 125: false
        default: true
        }
    }
}
