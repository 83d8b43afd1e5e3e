// Questions about ASCII text in byte slices, without making Strings.

extension ArraySlice<UInt8> {
    /// Without white space (HTML standard, "ASCII whitespace") at both ends.
    var trimmed: ArraySlice<UInt8> {
        var slice = self
        while let byte = slice.first, byte.isWhitespace { slice = slice.dropFirst() }
        while let byte = slice.last, byte.isWhitespace { slice = slice.dropLast() }
        return slice
    }

    /// Whether the bytes are this lower-case ASCII word, case ignored.
    func isWord(_ word: String) -> Bool { count == word.utf8.count && starts(withWord: word) }

    /// Whether the bytes begin with this lower-case ASCII word, case ignored.
    func starts(withWord word: String) -> Bool { matches(word, at: startIndex) }

    /// Where this lower-case ASCII word first stands at or after an index, case ignored.
    func position(ofWord word: String, from start: Int? = nil) -> Int? {
        let length = word.utf8.count
        guard length > 0, count >= length else { return nil }
        var at = start ?? startIndex
        while at + length <= endIndex {
            if matches(word, at: at) { return at }
            at += 1
        }
        return nil
    }

    func has(_ word: String) -> Bool { position(ofWord: word) != nil }

    private func matches(_ word: String, at start: Int) -> Bool {
        let length = word.utf8.count
        guard start + length <= endIndex else { return false }
        let span = word.utf8.span
        var i = 0
        while i < length {
            if self[start + i].lowered != span[i] { return false }
            i += 1
        }
        return true
    }

    /// The decimal number at the start of the bytes; nil when there is no digit. Stops before overflow.
    var leadingNumber: Int? {
        var value: Int?
        for byte in self {
            guard byte.isDigit, (value ?? 0) < 100_000_000 else { break }
            value = (value ?? 0) * 10 + Int(byte - 48)
        }
        return value
    }
}

extension UInt8 {
    /// Tab, line feed, form feed, carriage return, space.
    @inline(__always) var isWhitespace: Bool { self == 32 || self == 10 || self == 9 || self == 13 || self == 12 }
    @inline(__always) var isDigit: Bool { self >= 48 && self <= 57 }
    @inline(__always) var isLetter: Bool { (lowered >= 97 && lowered <= 122) }
    /// ASCII lower case.
    @inline(__always) var lowered: UInt8 { self >= 65 && self <= 90 ? self | 32 : self }
}
