import Model

/// One kind of office of the regional nomenclature (UU 23/2014, PP 18/2016 jo. PP 72/2019).
public struct OfficeKind: Sendable, Hashable {
    public enum Class: String, Sendable, Hashable, CaseIterable, Codable {
        case sekretariat, inspektorat, dinas, badan, satuan, kecamatan, kelurahan, upt, khusus
        /// RSUD: below the Dinkes, yet assessed as a unit of its own.
        case uptKhusus = "upt-khusus"
    }

    /// A left-most host label, and in how many of the 552 regions it was seen; 0 = named in practice, not seen.
    public struct HostLabel: Sendable, Hashable {
        public var label: String
        public var count: Int

        public init(label: String, count: Int) {
            self.label = label
            self.count = count
        }
    }

    /// `kesehatan`, `puskesmas`, `kecamatan` ...
    public var key: String
    public var `class`: Class
    /// Affairs the office carries.
    public var affairs: String
    public var law: String
    /// Official names, the most usual first.
    public var names: [String]
    public var abbreviations: [String]
    /// Names and abbreviations of earlier structures: they match, but are never proposed.
    public var oldNames: [String]
    /// Words that tell the kind after "Dinas", "Badan", "Kantor": for merged and shortened names.
    public var phrases: [String]
    /// Most used first.
    public var hostLabels: [HostLabel]
    /// Kinds of region that usually have one; empty when only some regions do.
    public var usualIn: Set<Region.Kind>

    public init(
        key: String, class: Class, affairs: String = "", law: String = "", names: [String],
        abbreviations: [String] = [], oldNames: [String] = [], phrases: [String] = [], hostLabels: [HostLabel] = [],
        usualIn: Set<Region.Kind> = []
    ) {
        self.key = key
        self.class = `class`
        self.affairs = affairs
        self.law = law
        self.names = names
        self.abbreviations = abbreviations
        self.oldNames = oldNames
        self.phrases = phrases
        self.hostLabels = hostLabels
        self.usualIn = usualIn
    }

    /// Whether it is a perangkat daerah of its own (not a unit below one).
    public var isPerangkatDaerah: Bool {
        switch self.class {
        case .upt, .uptKhusus, .kelurahan: false
        default: true
        }
    }
}

/// A label that speaks of more than one kind, or may be no office at all.
public struct AmbiguousLabel: Sendable, Hashable {
    /// What the label may mean.
    public var note: String
    /// Kinds it may be; empty when it may be an application.
    public var kinds: [String]
    /// Regions in which it was seen.
    public var regions: Int
}

/// Parts of a label that say nothing about the office and are taken off before it is looked up.
public struct LabelDecorations: Sendable, Hashable {
    public var prefixes: [String]
    public var suffixes: [String]
}

/// How puskesmas are addressed: `{nama}` stands for the name, `{wilayah}` for the region's domain.
public struct LabelPattern: Sendable, Hashable {
    public var pattern: String
    /// Hosts seen with it.
    public var hosts: Int
    /// Regions that use it.
    public var regions: Int
}
