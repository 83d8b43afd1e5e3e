/// Where values of secrets stand in a text: passwords, tokens and keys, as debug pages and error messages show them.
///
/// `DB_PASSWORD = x`, `"api_key": "x y"`, `'secret' => 'x'`, `mysql://user:x@host`, and the next line (the cell beside it)
/// behind a name written as environments write them, `DB_PASSWORD`; bearers' tokens and private keys. The pictures of
/// quotations hide by the same rule (`PictureScript.mask` in Browser). What is named otherwise stays readable: nobody can hide every secret of a page.
enum SecretPlaces {
    private static let names = [
        "password", "passwd", "pwd", "secret", "token", "api_key", "apikey", "api-key", "app_key", "access_key",
        "private_key", "passphrase", "kata sandi",
    ].map { Array($0.utf8) }

    /// Bytes before and behind the word that still belong to its name: a page of nothing else must not cost its square.
    private static let longestName = 64

    /// Longest value that is hidden, in bytes.
    private static let limit = 400

    static func of(_ text: [UInt8]) -> [Range<Int>] {
        let lowered = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        var found = credentials(text) + bearers(lowered) + armours(lowered)
        for at in text.indices where "pstak".utf8.contains(lowered[at]) {
            guard let name = names.first(where: { lowered[at...].starts(with: $0) }) else { continue }
            if let value = value(after: at, at + name.count, text) { found.append(value) }
        }
        return found
    }

    /// The value behind a name that begins somewhere before `start` and goes on at `end`.
    private static func value(after start: Int, _ end: Int, _ text: [UInt8]) -> Range<Int>? {
        var first = start
        while first > 0, start - first < longestName, isName(text[first - 1]) { first -= 1 }
        var at = end
        while at < text.count, at - end < longestName, isName(text[at]) || "\"'-]".utf8.contains(text[at]) { at += 1 }
        let word = text[first..<at]
        at = skipBlanks(text, at)
        guard at < text.count else { return nil }
        if text[at] == UInt8(ascii: ":") || text[at] == UInt8(ascii: "=") {
            at += 1
            if at < text.count, text[at] == UInt8(ascii: ">") { at += 1 }
            at = skipBlanks(text, at)
            guard at < text.count else { return nil }
            if text[at] != 0x0A { return token(at, text) }
        }
        guard text[at] == 0x0A, isEnvironment(word) else { return nil }
        return line(at + 1, text)
    }

    /// A quoted text, or up to the next blank.
    private static func token(_ start: Int, _ text: [UInt8]) -> Range<Int>? {
        guard start < text.count else { return nil }
        let quote = text[start]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        let from = isQuoted ? start + 1 : start
        var at = from
        while at < text.count, at - from < limit, text[at] != 0x0A, isQuoted ? text[at] != quote : text[at] != 0x20 {
            at += 1
        }
        return at > from ? from..<at : nil
    }

    /// One line that is one word.
    private static func line(_ start: Int, _ text: [UInt8]) -> Range<Int>? {
        let end = text[start...].firstIndex(of: 0x0A) ?? text.count
        return end > start && end - start <= limit && !text[start..<end].contains(0x20) ? start..<end : nil
    }

    /// `DB_PASSWORD`: capitals, digits and at least one underscore.
    private static func isEnvironment(_ word: ArraySlice<UInt8>) -> Bool {
        word.contains(UInt8(ascii: "_"))
            && word.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    }

    /// The password in `scheme://user:password@host` (RFC 3986, section 3.2.1).
    private static func credentials(_ text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for at in text.indices where text[at] == UInt8(ascii: ":") && text[at...].starts(with: "://".utf8) {
            let from = at + 3
            var end = from
            while end < text.count, end - from < limit, text[end] > 0x20, text[end] != UInt8(ascii: "/") { end += 1 }
            guard let sign = text[from..<end].lastIndex(of: UInt8(ascii: "@")),
                let colon = text[from..<sign].firstIndex(of: UInt8(ascii: ":")), colon + 1 < sign
            else { continue }
            found.append(colon + 1..<sign)
        }
        return found
    }

    /// `Authorization: Bearer eyJ...` (RFC 6750, section 2.1).
    private static func bearers(_ lowered: [UInt8]) -> [Range<Int>] {
        lowered.indices.compactMap { at in
            guard lowered[at] == UInt8(ascii: "b"), lowered[at...].starts(with: "bearer ".utf8) else { return nil }
            let value = token(at + 7, lowered)
            return value.flatMap { $0.count >= 8 ? $0 : nil }
        }
    }

    /// What stands between `PRIVATE KEY-----` and `-----END` (RFC 7468).
    private static func armours(_ lowered: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = 0
        while at < lowered.count {
            guard lowered[at] == UInt8(ascii: "p"), lowered[at...].starts(with: "private key-----".utf8) else {
                at += 1
                continue
            }
            let from = at + 16
            let end = lowered[from...].indices.first { lowered[$0...].starts(with: "-----end".utf8) } ?? lowered.count
            if end > from { found.append(from..<end) }
            at = max(end, from)
        }
        return found
    }

    private static func skipBlanks(_ text: [UInt8], _ start: Int) -> Int {
        var at = start
        while at < text.count, text[at] == 0x20 { at += 1 }
        return at
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }
}
