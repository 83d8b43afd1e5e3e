/// The host parser (https://url.spec.whatwg.org/#host-parsing): names, IPv4 in all its spellings, IPv6.
enum WebAddressHost {
    /// The host as serialised; nil when it is none.
    static func parse(_ bytes: ArraySlice<UInt8>) -> String? {
        if bytes.first == UInt8(ascii: "[") {
            guard bytes.last == UInt8(ascii: "]") else { return nil }
            return WebAddressIPv6.parse(Array(bytes.dropFirst().dropLast())).map { "[\($0)]" }
        }
        guard let name = domain(bytes), !name.isEmpty, !name.contains(where: isForbidden) else { return nil }
        if WebAddressIPv4.endsInNumber(name) { return WebAddressIPv4.parse(name) }
        return String(decoding: name, as: UTF8.self)
    }

    /// Domain to ASCII; plain ASCII names are only put in lower case, as the standard says.
    private static func domain(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        let decoded = bytes.contains(UInt8(ascii: "%")) ? PercentEncoding.decode(bytes) : Array(bytes)
        if decoded.allSatisfy({ $0 < 128 }) {
            return decoded.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        }
        return IDNA.toASCII(String(decoding: decoded, as: UTF8.self))
    }

    /// Forbidden domain code points: what ends a host, blanks, controls and the percent sign.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || forbidden.contains(byte)
    }

    private static let forbidden = ByteSet("#%/:<>?@[\\]^|")
}

/// IPv4 addresses as the standard reads them: 1 to 4 numbers, decimal, octal or hexadecimal.
enum WebAddressIPv4 {
    /// The last label is a number, so the host is an IPv4 address or nothing.
    static func endsInNumber(_ name: [UInt8]) -> Bool {
        var labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        guard let last = labels.last, !last.isEmpty else { return false }
        return last.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } || number(last) != nil
    }

    /// The address with dots; nil when it is none.
    static func parse(_ name: [UInt8]) -> String? {
        var labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        guard labels.count <= 4 else { return nil }
        let numbers = labels.compactMap(number)
        guard numbers.count == labels.count, let last = numbers.last, numbers.dropLast().allSatisfy({ $0 < 256 }),
            last < 1 << (8 * UInt64(5 - numbers.count))
        else { return nil }
        var value = last
        for (i, number) in numbers.dropLast().enumerated() { value += number << (8 * UInt64(3 - i)) }
        return [24, 16, 8, 0].map { String(value >> UInt64($0) & 255) }.joined(separator: ".")
    }

    /// One part; nil when it is no number. Numbers too large stay too large.
    private static func number(_ part: ArraySlice<UInt8>) -> UInt64? {
        guard let first = part.first else { return nil }
        var digits = part
        var radix: UInt64 = 10
        if first == UInt8(ascii: "0"), part.count > 1 {
            let isHex = part[part.startIndex + 1] | 0x20 == UInt8(ascii: "x")
            radix = isHex ? 16 : 8
            digits = part.dropFirst(isHex ? 2 : 1)
        }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = PercentEncoding.hexValue(byte), digit < radix else { return nil }
            value = min(value * radix + UInt64(digit), 1 << 40)
        }
        return value
    }
}

/// IPv6 addresses: read in any form, written in the shortest (RFC 5952).
enum WebAddressIPv6 {
    static func parse(_ text: [UInt8]) -> String? {
        var reader = Reader(text: text)
        return reader.read().map(serialise)
    }

    private static func serialise(_ pieces: [UInt16]) -> String {
        let gap = longestZeros(pieces)
        var out = ""
        var i = 0
        while i < 8 {
            if let gap, gap.lowerBound == i {
                out += i == 0 ? "::" : ":"
                i = gap.upperBound
                continue
            }
            out += String(pieces[i], radix: 16)
            if i < 7 { out += ":" }
            i += 1
        }
        return out
    }

    /// The first longest run of at least two zeros.
    private static func longestZeros(_ pieces: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        for i in 0...8 where i == 8 || pieces[i] != 0 {
            if i - start > max(best?.count ?? 0, 1) { best = start..<i }
            start = i + 1
        }
        return best
    }

    /// The standard's IPv6 parser, with a pointer into the text.
    private struct Reader {
        let text: [UInt8]
        var at = 0
        var pieces: [UInt16] = []
        var compress: Int?

        init(text: [UInt8]) { self.text = text }

        private var current: UInt8? { at < text.count ? text[at] : nil }

        mutating func read() -> [UInt16]? {
            if current == colon {
                guard at + 1 < text.count, text[at + 1] == colon else { return nil }
                at += 2
                compress = 0
            }
            while let byte = current {
                guard pieces.count < 8 else { return nil }
                if byte == colon {
                    guard compress == nil else { return nil }
                    at += 1
                    compress = pieces.count
                    continue
                }
                guard readPiece() else { return nil }
            }
            return expanded()
        }

        /// One piece and what ends it.
        private mutating func readPiece() -> Bool {
            let start = at
            var value: UInt16 = 0
            while at - start < 4, let byte = current, let digit = PercentEncoding.hexValue(byte) {
                value = value << 4 | UInt16(digit)
                at += 1
            }
            if current == dot {
                at = start
                return at < text.count && text[at] != dot && readIPv4()
            }
            if current == colon {
                at += 1
                if current == nil { return false }
            } else if current != nil {
                return false
            }
            pieces.append(value)
            return true
        }

        /// The dotted tail: exactly four decimal numbers without leading zeros.
        private mutating func readIPv4() -> Bool {
            guard pieces.count <= 6 else { return false }
            let parts = text[at...].split(separator: dot, omittingEmptySubsequences: false)
            guard parts.count == 4 else { return false }
            var bytes: [UInt16] = []
            for part in parts {
                let isPlain = !part.isEmpty && part.count <= 3 && (part.count == 1 || part.first != UInt8(ascii: "0"))
                guard isPlain, part.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
                    return false
                }
                let value = part.reduce(0) { $0 * 10 + UInt16($1 - UInt8(ascii: "0")) }
                guard value < 256 else { return false }
                bytes.append(value)
            }
            pieces += [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
            at = text.count
            return true
        }

        private func expanded() -> [UInt16]? {
            guard let compress else { return pieces.count == 8 ? pieces : nil }
            let zeros = [UInt16](repeating: 0, count: 8 - pieces.count)
            return Array(pieces[..<compress]) + zeros + Array(pieces[compress...])
        }

        private let colon = UInt8(ascii: ":")
        private let dot = UInt8(ascii: ".")
    }
}
