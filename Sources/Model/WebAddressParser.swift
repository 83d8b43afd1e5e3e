/// The WHATWG basic URL parser, for http(s) results only (https://url.spec.whatwg.org/#concept-basic-url-parser).
///
/// Both schemes are special and every base is http(s), so the states that lead to file, opaque and other
/// addresses all end in nil. It works on UTF-8 bytes: a page holds some forty links, most of them plain ASCII.
struct WebAddressParser {
    private let input: [UInt8]
    private let base: WebAddress?

    init(_ text: some Sequence<UInt8>, base: WebAddress?) {
        self.input = Self.strip(text)
        self.base = base
    }

    /// Leading and trailing C0 controls and blanks go, and every tab and newline.
    private static func strip(_ text: some Sequence<UInt8>) -> [UInt8] {
        var bytes = Array(text)
        let end = (bytes.lastIndex { $0 > 0x20 } ?? -1) + 1
        bytes.removeSubrange(end...)
        if let first = bytes.first, first <= 0x20 {
            bytes.removeSubrange(..<(bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex))
        }
        if bytes.contains(where: { $0 < 0x20 }) { bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }
        return bytes
    }

    func parse() -> WebAddress? {
        guard let (scheme, rest) = schemeAndRest() else { return relative(from: 0) }
        guard scheme == "http" || scheme == "https" else { return nil }
        let slashed = rest + 1 < input.count && input[rest] == slash && input[rest + 1] == slash
        if let base, base.scheme == scheme, !slashed { return relative(from: rest) }
        return authority(from: rest, scheme: scheme)
    }

    /// The scheme in lower case and the index after its colon; nil when the text has none.
    private func schemeAndRest() -> (scheme: String, rest: Int)? {
        guard let first = input.first, isLetter(first) else { return nil }
        guard let colon = input.firstIndex(where: { !isSchemeByte($0) }), input[colon] == UInt8(ascii: ":") else {
            return nil
        }
        return (String(decoding: input[..<colon].map(lowercase), as: UTF8.self), colon + 1)
    }

    /// The relative and relative slash states.
    private func relative(from start: Int) -> WebAddress? {
        guard let base else { return nil }
        guard start < input.count else {
            return with(base, path: Array(base.path.utf8), query: base.query, from: start)
        }
        switch input[start] {
        case slash, backslash:
            if start + 1 < input.count, isSlash(input[start + 1]) { return authority(from: start, scheme: base.scheme) }
            return path(from: start, base.scheme, base.host, base.port, base.credentials, after: [])
        case UInt8(ascii: "?"), UInt8(ascii: "#"):
            return with(base, path: Array(base.path.utf8), query: base.query, from: start)
        default:
            var folder = Array(base.path.utf8)
            folder.removeSubrange((folder.lastIndex(of: slash) ?? 0)...)
            return path(from: start, base.scheme, base.host, base.port, base.credentials, after: folder)
        }
    }

    /// The authority, host and port states: from the slashes before it to the start of the path.
    private func authority(from start: Int, scheme: String) -> WebAddress? {
        let first = input[start...].firstIndex { !isSlash($0) } ?? input.endIndex
        let end = input[first...].firstIndex { isSlash($0) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        var span = input[first..<(end ?? input.endIndex)]
        var credentials: String?
        if let at = span.lastIndex(of: UInt8(ascii: "@")) {
            credentials = Self.credentials(span[..<at])
            span = span[(at + 1)...]
        }
        guard let (name, digits) = Self.hostAndPort(span), let host = WebAddressHost.parse(name),
            let port = Self.port(digits, scheme: scheme)
        else { return nil }
        return path(from: end ?? input.endIndex, scheme, host, port.number, credentials, after: [])
    }

    /// User name and password in normal form; nil when both are empty.
    private static func credentials(_ span: ArraySlice<UInt8>) -> String? {
        let colon = span.firstIndex(of: UInt8(ascii: ":")) ?? span.endIndex
        var bytes: [UInt8] = []
        PercentEncoding.append(span[..<colon], to: &bytes, set: .userinfo)
        if colon < span.endIndex, colon + 1 < span.endIndex {
            bytes.append(UInt8(ascii: ":"))
            PercentEncoding.append(span[(colon + 1)...], to: &bytes, set: .userinfo)
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// Parts at the first colon outside brackets; nil when there is no host.
    private static func hostAndPort(_ span: ArraySlice<UInt8>) -> (host: ArraySlice<UInt8>, port: ArraySlice<UInt8>)? {
        var bracketed = false
        var colon = span.endIndex
        for i in span.indices {
            if span[i] == UInt8(ascii: "[") { bracketed = true }
            if span[i] == UInt8(ascii: "]") { bracketed = false }
            if span[i] == UInt8(ascii: ":"), !bracketed {
                colon = i
                break
            }
        }
        guard colon > span.startIndex else { return nil }
        return (span[..<colon], colon < span.endIndex ? span[(colon + 1)...] : [])
    }

    /// The port, without a number when it is the scheme's own; nil when it is no port.
    private static func port(_ digits: ArraySlice<UInt8>, scheme: String) -> (number: Int?, Void)? {
        var number = 0
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
            if number > 65535 { return nil }
        }
        return (digits.isEmpty || number == (scheme == "https" ? 443 : 80) ? nil : number, ())
    }

    /// The path states: reads segments after a folder (without its last slash), then query and fragment.
    private func path(
        from start: Int, _ scheme: String, _ host: String, _ port: Int?, _ credentials: String?, after folder: [UInt8]
    ) -> WebAddress? {
        var out = folder
        var i = start
        if i < input.count, isSlash(input[i]) { i += 1 }
        while true {
            let end = input[i...].firstIndex { isSlash($0) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
            let stop = end ?? input.endIndex
            let isLast = stop == input.endIndex || !isSlash(input[stop])
            Self.append(segment: input[i..<stop], isLast: isLast, to: &out)
            i = stop
            if isLast { break }
            i += 1
        }
        let whole = WebAddress(
            scheme: scheme, host: host, port: port, credentials: credentials, path: "/", query: nil, fragment: nil)
        return with(whole, path: out, query: nil, from: i)
    }

    /// Adds one segment; `.` and `..`, also written with `%2e`, move instead.
    private static func append(segment: ArraySlice<UInt8>, isLast: Bool, to out: inout [UInt8]) {
        switch dots(segment) {
        case 2:
            if let cut = out.lastIndex(of: slash) { out.removeSubrange(cut...) }
            if isLast { out.append(slash) }
        case 1:
            if isLast { out.append(slash) }
        default:
            out.append(slash)
            PercentEncoding.append(segment, to: &out, set: .path)
        }
    }

    /// 1 for a single-dot segment, 2 for a double-dot segment, else 0.
    private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
        guard !segment.isEmpty, segment.count <= 6 else { return 0 }
        var count = 0
        var i = segment.startIndex
        while i < segment.endIndex {
            if segment[i] == UInt8(ascii: ".") {
                i += 1
            } else if segment.endIndex - i >= 3, segment[i] == UInt8(ascii: "%"), segment[i + 1] == UInt8(ascii: "2"),
                segment[i + 2] | 0x20 == UInt8(ascii: "e")
            {
                i += 3
            } else {
                return 0
            }
            count += 1
        }
        return count <= 2 ? count : 0
    }

    /// The query and fragment states: what stands from `start` on replaces what is given.
    private func with(_ address: WebAddress, path: [UInt8], query: String?, from start: Int) -> WebAddress {
        var query = query
        var fragment: String?
        let hash = input[start...].firstIndex(of: UInt8(ascii: "#")) ?? input.endIndex
        if start < hash, input[start] == UInt8(ascii: "?") {
            query = PercentEncoding.text(input[(start + 1)..<hash], set: .query)
        }
        if hash < input.endIndex { fragment = PercentEncoding.text(input[(hash + 1)...], set: .fragment) }
        return WebAddress(
            scheme: address.scheme, host: address.host, port: address.port, credentials: address.credentials,
            path: String(decoding: path, as: UTF8.self), query: query, fragment: fragment)
    }
}

private let slash = UInt8(ascii: "/")
private let backslash = UInt8(ascii: "\\")

private func isSlash(_ byte: UInt8) -> Bool { byte == slash || byte == backslash }

private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

private func lowercase(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

private func isSchemeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
}
