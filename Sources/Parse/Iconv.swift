import Glibc

/// Decoding of the rarer encodings by glibc's iconv (man 3 iconv). The only file that says `unsafe` for it.
enum Iconv {
    /// Turns text of a charset into UTF-8; nil when glibc does not know the charset.
    ///
    /// Bytes that are no text become U+FFFD, one for each byte that has to be stepped over.
    static func decode(_ body: [UInt8], charset: String) -> DecodedBody? {
        // iconv_open answers (iconv_t)-1 on failure.
        guard let handle = unsafe iconv_open("UTF-8", charset), Int(bitPattern: handle) != -1 else { return nil }
        defer { _ = unsafe iconv_close(handle) }
        var input = body
        var output = [UInt8](repeating: 0, count: 16_384)
        var result: [UInt8] = []
        result.reserveCapacity(body.count * 2)
        var used = 0
        var wasReplaced = false
        while used < input.count {
            let step = unsafe convert(handle, &input, from: used, into: &output)
            result.append(contentsOf: output[..<step.written])
            used += step.read
            guard step.failed else { continue }
            wasReplaced = true
            result.append(contentsOf: [0xEF, 0xBF, 0xBD])
            used += 1
        }
        return DecodedBody(bytes: result, wasReplaced: wasReplaced)
    }

    /// One call: as much as fits; `failed` when the next byte is no text of the charset.
    private static func convert(
        _ handle: iconv_t, _ input: inout [UInt8], from used: Int, into output: inout [UInt8]
    ) -> (read: Int, written: Int, failed: Bool) {
        unsafe input.withUnsafeMutableBytes { source in
            unsafe output.withUnsafeMutableBytes { target in
                var from = unsafe source.baseAddress?.advanced(by: used).assumingMemoryBound(to: CChar.self)
                var left = source.count - used
                var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var room = target.count
                let before = left
                let answer = unsafe iconv(handle, &from, &left, &to, &room)
                let failed = answer == -1 && errno != E2BIG
                return (before - left, target.count - room, failed)
            }
        }
    }
}
