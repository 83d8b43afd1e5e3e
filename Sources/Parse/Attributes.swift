/// The attributes that mean something to the reader.
enum AttributeName: UInt8, CaseIterable, Sendable {
    case unknown
    case id, `class`, style, hidden, role, href, src, alt, title, rel, name, content, property, charset, lang, type
    case value, placeholder, colspan, rowspan, datetime, data, srcset, start
    case httpEquiv, ariaControls, ariaLabel, ariaHidden, dataTarget, dataBsTarget, dataToggle, dataBsToggle, dataSrc
    case dataLazySrc, dataOriginal, dataSrcset, dataHref, itemprop, onclick, label, ngApp

    /// As written in markup, lower case.
    var spelling: String {
        switch self {
        case .httpEquiv: "http-equiv"
        case .ariaControls: "aria-controls"
        case .ariaLabel: "aria-label"
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

/// The known attributes of one tag: values lie one after the other in one array that is used again for every tag.
struct Attributes: Sendable {
    private(set) var bytes: [UInt8] = []
    private var entries: [(name: AttributeName, range: Range<Int>)] = []
    private var present: UInt64 = 0

    mutating func removeAll() {
        guard present != 0 else { return }
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        present = 0
    }

    /// Adds a value; the first of several with one name counts, as in browsers.
    mutating func add(_ name: AttributeName, _ value: Span<UInt8>) {
        guard !has(name) else { return }
        let start = bytes.count
        for i in value.indices { bytes.append(value[i]) }
        entries.append((name, start..<bytes.count))
        present |= 1 << UInt64(name.rawValue)
    }

    @inline(__always) func has(_ name: AttributeName) -> Bool { present & (1 << UInt64(name.rawValue)) != 0 }

    /// The value of an attribute; nil when the tag does not have it.
    func value(_ name: AttributeName) -> ArraySlice<UInt8>? {
        guard has(name) else { return nil }
        for entry in entries where entry.name == name { return bytes[entry.range] }
        return nil
    }

    /// The value as a String, surrounding white space cut off; nil when missing or empty.
    func text(_ name: AttributeName) -> String? {
        guard let slice = value(name)?.trimmed, !slice.isEmpty else { return nil }
        return String(decoding: slice, as: UTF8.self)
    }
}
