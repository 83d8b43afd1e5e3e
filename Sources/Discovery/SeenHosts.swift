/// Hosts of a region's domain that stand anywhere in the bytes of a page: in text, in scripts, in attributes, escaped.
///
/// Whatever way a portal has to write its addresses, a host that it shows is one that somebody set up.
public enum SeenHosts {
    /// Hosts read from one body at most.
    static let limit = 300
    private static let labelLimit = 120

    /// Names below `domain` that the body holds, lower case, in order, each once.
    public static func hosts(in body: [UInt8], under domain: String) -> [String] {
        let tail = Array(("." + domain).utf8)
        guard tail.count > 4, body.count >= tail.count else { return [] }
        var found: [String] = []
        var seen: Set<String> = []
        var at = 0
        while found.count < limit, let hit = find(tail, in: body, from: at) {
            at = hit + tail.count
            // `x.go.id.example` is another's, `x.go.idn` no name.
            if at < body.count, isLabel(body[at]) || body[at] == 0x2E && at + 1 < body.count && isLabel(body[at + 1]) {
                continue
            }
            var start = hit
            while start > 0, hit - start < labelLimit, isLabel(body[start - 1]) || body[start - 1] == 0x2E {
                start -= 1
            }
            // "%2F%2Fdinkes.x": two digits of an escape stand before the name.
            if start > 0, body[start - 1] == UInt8(ascii: "%"), hit - start > 2 { start += 2 }
            let host = String(decoding: body[start..<hit], as: UTF8.self).lowercased() + "." + domain
            guard isHost(host), seen.insert(host).inserted else { continue }
            found.append(host)
        }
        return found
    }

    private static func isHost(_ host: String) -> Bool {
        host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
            (1...63).contains($0.utf8.count) && $0.first != "-" && $0.last != "-"
        }
    }

    private static func isLabel(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
        default: false
        }
    }

    private static func find(_ word: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        guard start <= body.count - word.count else { return nil }
        return (start...(body.count - word.count)).first { at in
            body[at] == word[0] && word.indices.allSatisfy { lower(body[at + $0]) == word[$0] }
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
