// Bytes without copies: what Span of Swift 6.2 lacks. `unsafe` here only for one memcpy, checked by the span's own count.

extension Array<UInt8> {
    /// Appends bytes in one copy.
    mutating func append(_ span: Span<UInt8>) {
        unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}

extension Span<UInt8> {
    /// Whether the bytes are this ASCII word, case counts.
    func isWord(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { buffer in
            for i in 0..<count where unsafe buffer[i] != self[i] { return false }
            return true
        }
    }

    /// Whether this lower-case ASCII word stands at an index, case ignored.
    func hasWord(_ word: StaticString, at start: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard start + length <= count else { return false }
        return word.withUTF8Buffer { buffer in
            for i in 0..<length where unsafe buffer[i] != self[start + i].lowered { return false }
            return true
        }
    }
}
