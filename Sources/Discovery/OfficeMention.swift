import Rules

/// An office as a text names it: `Dinas Kesehatan Kab. Kubu Raya`, `diskominfo`, `Puskesmas Sungai Raya Dalam`.
struct OfficeMention: Sendable, Hashable {
    /// Which family of offices it belongs to; offices of different families are never the same.
    enum Unit: Int, Sendable, Hashable {
        /// Dinas, badan, satuan, inspektorat, sekretariat.
        case agency
        /// Bagian or biro of a secretariat.
        case division
        case kecamatan, kelurahan
        case puskesmas, hospital

        /// Of several offices in one line the more special one is meant: a puskesmas names its Dinkes beside itself.
        var speciality: Int {
            switch self {
            case .puskesmas, .hospital: 4
            case .kelurahan: 3
            case .division: 2
            case .agency, .kecamatan: 1
            }
        }
    }

    var unit: Unit
    /// Possible readings of what the agency does; one, except for ambiguous acronyms. Empty for units with a proper name.
    var readings: [[String]] = []
    /// Words of the proper name: `sungai raya dalam`.
    var proper: [String] = []
    /// Regions the text names right after it.
    var regions: Set<String> = []
    /// A kind of region the text names ("Provinsi").
    var isProvincial = false

    /// Only "dan" or a comma stands between it and the office before: one roof, one site, two offices.
    var isJoined = false

    /// "Badan publik", "bagian dari": words that only look like an office. They may match a name never seen before, but
    /// they speak against nobody.
    var isVague: Bool {
        (unit == .agency || unit == .division) && readings.allSatisfy { $0.allSatisfy { $0.hasPrefix("+") } }
    }
}
