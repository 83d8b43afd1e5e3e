/// The attributes that mean something to the reader.
enum AttributeName: UInt8, CaseIterable, Sendable {
    case unknown
    case id, `class`, style, hidden, role, href, src, alt, title, rel, name, content, property, charset, lang, type
    case value, placeholder, colspan, rowspan, datetime, data, srcset, start
    case httpEquiv, ariaControls, ariaLabel, ariaHidden, dataTarget, dataBsTarget, dataToggle, dataBsToggle, dataSrc
    case dataLazySrc, dataOriginal, dataSrcset, dataHref, itemprop, onclick, label, ngApp, hreflang, `for`,
        ariaLabelledby

    /// As written in markup, lower case.
    var spelling: String {
        switch self {
        case .httpEquiv: "http-equiv"
        case .ariaControls: "aria-controls"
        case .ariaLabel: "aria-label"
        case .ariaLabelledby: "aria-labelledby"
        case .ariaHidden: "aria-hidden"
        case .dataTarget: "data-target"
        case .dataBsTarget: "data-bs-target"
        case .dataToggle: "data-toggle"
        case .dataBsToggle: "data-bs-toggle"
        case .dataSrc: "data-src"
        case .dataLazySrc: "data-lazy-src"
        case .dataOriginal: "data-original"
        case .dataSrcset: "data-srcset"
        case .dataHref: "data-href"
        case .ngApp: "ng-app"
        default: "\(self)"
        }
    }

    static let names = NameTable(allCases.dropFirst().map { ($0.spelling, $0.rawValue) })
}

/// The known attributes of one tag: ranges of the page, used again for every tag. A value with references is decoded aside.
struct Attributes: Sendable {
    private let page: [UInt8]
    private var decoded: [UInt8] = []
    private var ranges = [Range<Int32>](repeating: 0..<0, count: AttributeName.allCases.count)
    private var present: UInt64 = 0
    private var isDecoded: UInt64 = 0

    init(of page: [UInt8]) { self.page = page }

    mutating func removeAll() {
        present = 0
        guard isDecoded != 0 else { return }
        isDecoded = 0
        decoded.removeAll(keepingCapacity: true)
    }

    /// Adds the value that stands in a range of the page; the first of several with one name counts, as in browsers.
    mutating func add(_ name: UInt8, _ text: Span<UInt8>, _ range: Range<Int>, hasReference: Bool) {
        let bit: UInt64 = 1 << UInt64(name)
        guard present & bit == 0 else { return }
        present |= bit
        guard hasReference else {
            ranges[Int(name)] = Int32(range.lowerBound)..<Int32(range.upperBound)
            return
        }
        isDecoded |= bit
        let start = decoded.count
        var at = range.lowerBound
        while at < range.upperBound {
            if text[at] == 38 {
                at = CharacterReference.read(text, at: at, end: range.upperBound, inAttribute: true, into: &decoded)
            } else {
                decoded.append(text[at])
                at += 1
            }
        }
        ranges[Int(name)] = Int32(start)..<Int32(decoded.count)
    }

    @inline(__always) func has(_ name: AttributeName) -> Bool { present & (1 << UInt64(name.rawValue)) != 0 }

    /// The value of an attribute; nil when the tag does not have it.
    @inline(__always)
    func value(_ name: AttributeName) -> ArraySlice<UInt8>? { has(name) ? slice(name) : nil }

    private func slice(_ name: AttributeName) -> ArraySlice<UInt8> {
        let range = Int(ranges[Int(name.rawValue)].lowerBound)..<Int(ranges[Int(name.rawValue)].upperBound)
        return isDecoded & (1 << UInt64(name.rawValue)) != 0 ? decoded[range] : page[range]
    }

    /// The value as a String, surrounding white space cut off; nil when missing or empty.
    func text(_ name: AttributeName) -> String? {
        guard let slice = value(name)?.trimmed, !slice.isEmpty else { return nil }
        return String(decoding: slice, as: UTF8.self)
    }
}
