/// One service (jenis layanan) that a page names, with what the page says of its components: a row of the matrix
/// service x the 14 components of UU 25/2009 Pasal 21.
public struct ServiceReading: Sendable, Hashable, Codable {
    /// As the page writes it: heading, tab label, table row or column, card.
    public var name: String
    /// Where the name stands, read by people.
    public var place: String
    /// The page names one service; false: components stand under a title that names none ("Standar Pelayanan").
    public var isNamed: Bool
    /// At most one finding per component, the one nearest to the citizen; a component not named here was not seen.
    public var items: [Finding]

    public init(name: String, place: String, isNamed: Bool = true, items: [Finding] = []) {
        self.name = name
        self.place = place
        self.isNamed = isNamed
        self.items = items
    }

    /// The state of a component of this service on this page alone.
    public func state(of item: ItemKey) -> ItemState { items.first { $0.item == item }?.state ?? .absent }

    /// Same service when letters and digits are the same: "E-KTP Baru" and "e KTP baru".
    public var foldedName: String { Self.fold(name) }

    public static func fold(_ name: String) -> String {
        // Nine names of ten are ASCII; asking Unicode for each of their letters cost 2 us a name.
        if name.utf8.allSatisfy({ $0 < 128 }) {
            var folded: [UInt8] = []
            folded.reserveCapacity(name.utf8.count)
            for byte in name.utf8 {
                switch byte {
                case 48...57, 97...122: folded.append(byte)
                case 65...90: folded.append(byte | 32)
                default: break
                }
            }
            return String(decoding: folded, as: UTF8.self)
        }
        return String(
            name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }

    /// Most services kept of one page, and most characters of a name.
    public static let limit = 60
    public static let nameLimit = 120
}

/// One service of an office, folded from all its pages.
public struct ServiceVerdict: Sendable, Hashable, Codable {
    /// As the page writes it that says most of it.
    public var name: String
    /// What was seen of its components, with evidence; in the order of `ItemKey.components`.
    public var items: [ItemVerdict]
    /// State of a component that no page names for this service: absent when the site was read completely.
    public var others: ItemState

    public init(name: String, items: [ItemVerdict], others: ItemState) {
        self.name = name
        self.items = items
        self.others = others
    }

    public func state(of item: ItemKey) -> ItemState { items.first { $0.item == item }?.state ?? others }

    /// Most services kept of one office.
    public static let limit = 60
}

extension Verdict {
    /// The state of a component of one of the office's services.
    ///
    /// A component that no page names for the service is absent only when the office names it nowhere: "semua layanan
    /// gratis" said once holds for every service, or may.
    public func state(of item: ItemKey, in service: ServiceVerdict) -> ItemState {
        let state = service.state(of: item)
        guard state == .absent, let office = items.first(where: { $0.item == item }) else { return state }
        return office.state == .absent ? .absent : .unknown
    }
}
