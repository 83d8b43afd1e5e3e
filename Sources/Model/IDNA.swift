/// Names outside ASCII to their DNS form: mapping of UTS 46 (non-transitional) and punycode.
///
/// Compact on purpose: lower case, width forms, ignorable characters, canonical composition and the character classes of
/// the standard library stand in for the mapping table. The rare compatibility forms (ligatures, circled
/// letters) and the rules for right-to-left labels are left out; such names end as another name that does not exist.
public enum IDNA {
    /// The name with every non-ASCII label in punycode; nil when a label holds what a name cannot.
    static func toASCII(_ name: String) -> [UInt8]? {
        var mapped = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            guard append(scalar, to: &mapped) else { return nil }
        }
        var out: [UInt8] = []
        // Longer than any name server takes; it also bounds the work below.
        guard mapped.count <= 255 else { return nil }
        for (i, label) in composed(mapped).split(separator: ".", omittingEmptySubsequences: false).enumerated() {
            if i > 0 { out.append(UInt8(ascii: ".")) }
            guard let bytes = encode(Array(label)) else { return nil }
            out += bytes
        }
        return out
    }

    /// The name as people read it: punycode labels decoded; a label that cannot be decoded stays.
    public static func toUnicode(_ host: String) -> String {
        host.split(separator: ".", omittingEmptySubsequences: false).map { label in
            guard label.lowercased().hasPrefix("xn--"), let scalars = Punycode.decode(Array(label.utf8.dropFirst(4)))
            else { return String(label) }
            return scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
        }.joined(separator: ".")
    }

    /// The mapping of one character; false when the standard does not allow it.
    private static func append(_ scalar: Unicode.Scalar, to out: inout String.UnicodeScalarView) -> Bool {
        if scalar.isASCII {
            out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            return true
        }
        switch scalar.value {
        case 0x3002, 0xFF0E, 0xFF61:
            out.append(".")
            return true
        case 0xFF01...0xFF5E:
            guard let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else { return false }
            out.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
            return true
        case 0x200C, 0x200D:
            return false
        default:
            break
        }
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return false
        default:
            guard scalar.value != 0xFFFD else { return false }
            out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            return true
        }
    }

    /// Letters and the marks behind them as one character where there is one (normal form C of the scripts with case).
    private static func composed(_ scalars: String.UnicodeScalarView) -> [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        for scalar in scalars {
            if scalar.properties.canonicalCombiningClass != .notReordered, let base = out.last,
                let whole = composition(base, scalar)
            {
                out[out.count - 1] = whole
            } else {
                out.append(scalar)
            }
        }
        return out
    }

    /// Swift compares texts by canonical equivalence, so the composed letter is the one that equals the pair.
    private static func composition(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        var pair = String.UnicodeScalarView([base])
        pair.append(mark)
        let text = String(pair)
        for range in [0xC0...0x52F, 0x1E00...0x1FFF] as [ClosedRange<UInt32>] {
            for value in range {
                if let scalar = Unicode.Scalar(value), String(Character(scalar)) == text { return scalar }
            }
        }
        return nil
    }

    private static func encode(_ label: [Unicode.Scalar]) -> [UInt8]? {
        let isPunycode = label.starts(with: "xn--".unicodeScalars)
        if label.allSatisfy(\.isASCII) {
            let bytes = label.map { UInt8($0.value) }
            return !isPunycode || isValid(punycode: bytes) ? bytes : nil
        }
        guard !isPunycode, let first = label.first, !isMark(first) else { return nil }
        return Punycode.encode(label).map { Array("xn--".utf8) + $0 }
    }

    /// A punycode label beside a Unicode label must decode to characters that needed it and are already mapped.
    private static func isValid(punycode bytes: [UInt8]) -> Bool {
        guard let decoded = Punycode.decode(Array(bytes.dropFirst(4))), !decoded.allSatisfy(\.isASCII),
            let first = decoded.first, !isMark(first)
        else { return false }
        var mapped = String.UnicodeScalarView()
        return decoded.allSatisfy { append($0, to: &mapped) } && Array(mapped) == decoded
            && Punycode.encode(decoded) == Array(bytes.dropFirst(4))
    }

    /// A combining mark cannot begin a label.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        [.nonspacingMark, .spacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
    }
}
