/// The path pattern of an Allow or Disallow line: octets in one normal form, `*` for any run, `$` at the end for the end.
struct RobotsPattern: Sendable {
    /// Octets in normal form, or `any`.
    private let elements: [UInt16]
    private let atEnd: Bool
    /// Octets of the pattern as compared; the longest pattern decides.
    let length: Int

    private static let any: UInt16 = 256

    /// A longer pattern is cut: no path is that long, and matching stays cheap.
    private static let lengthLimit = 8_192

    init(_ value: ArraySlice<UInt8>) {
        atEnd = value.last == UInt8(ascii: "$")
        var elements: [UInt16] = []
        // A written `*` is a wildcard, `%2A` is the character.
        let parts = value.prefix(Self.lengthLimit).dropLast(atEnd && value.count <= Self.lengthLimit ? 1 : 0)
            .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        for (i, part) in parts.enumerated() {
            if i > 0, elements.last != Self.any { elements.append(Self.any) }
            elements += Self.normalForm(Array(part)).map(UInt16.init)
        }
        self.elements = elements
        length = elements.count + (atEnd ? 1 : 0)
    }

    /// Whether the pattern fits a path and query in normal form, from its first octet on.
    func matches(_ target: [UInt8]) -> Bool {
        var i = 0
        var j = 0
        var resume: (element: Int, octet: Int)?
        while true {
            if i == elements.count, !atEnd || j == target.count { return true }
            if i < elements.count, elements[i] == Self.any {
                resume = (i + 1, j)
                i += 1
            } else if i < elements.count, j < target.count, elements[i] == UInt16(target[j]) {
                i += 1
                j += 1
            } else if let (element, octet) = resume, octet < target.count {
                resume = (element, octet + 1)
                i = element
                j = octet + 1
            } else {
                return false
            }
        }
    }

    /// One spelling for every octet (RFC 9309, section 2.2.2): unreserved ones and `*` `$` bare, octets past ASCII and
    /// controls as `%XX`, other escapes kept in upper case.
    static func normalForm(_ octets: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(octets.count)
        var i = 0
        while i < octets.count {
            if octets[i] == UInt8(ascii: "%"), i + 2 < octets.count, let high = hex(octets[i + 1]),
                let low = hex(octets[i + 2])
            {
                let octet = high << 4 | low
                if isBare(octet) { out.append(octet) } else { escape(octet, to: &out) }
                i += 3
                continue
            }
            if octets[i] > 0x20, octets[i] < 0x7F { out.append(octets[i]) } else { escape(octets[i], to: &out) }
            i += 1
        }
        return out
    }

    /// Unreserved in RFC 3986, or a character that has a meaning in patterns.
    private static func isBare(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "*"), UInt8(ascii: "$"):
            true
        default: false
        }
    }

    private static func escape(_ octet: UInt8, to out: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        out += [UInt8(ascii: "%"), digits[Int(octet >> 4)], digits[Int(octet & 15)]]
    }

    private static func hex(_ octet: UInt8) -> UInt8? {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): octet - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): octet - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
