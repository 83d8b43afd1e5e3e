/// An office of a target list: what goes in.
public struct Target: Sendable, Hashable, Codable {
    /// Stable code, unique within a scan: the puskesmas code, or region code and running number.
    public var code: String
    /// Official name as the list gives it.
    public var name: String
    /// Nomenclature key: `kesehatan`, `puskesmas`, `kecamatan`, `portal` ... (Rules, opd-kinds.yaml); empty when not known.
    public var kind: String
    /// Kemendagri code of the region: `61.12`, `62`.
    public var region: String
    /// The address as the list gives it, untouched; nil when none is known.
    public var listed: String?
    /// Code of the office it belongs to (a puskesmas to its Dinkes); nil when it stands alone.
    public var parent: String?
    /// The list's own remark.
    public var note: String = ""
    /// Columns Ronda does not know, kept as they are.
    public var extra: [String: String] = [:]
    /// Where in which file this row stands.
    public var source: SourcePlace?

    public init(
        code: String, name: String, kind: String, region: String, listed: String? = nil, parent: String? = nil,
        note: String = "", extra: [String: String] = [:], source: SourcePlace? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.region = region
        self.listed = listed
        self.parent = parent
        self.note = note
        self.extra = extra
        self.source = source
    }

    /// A row of kind `portal` gives the region's portal and is no office of its own.
    public var isPortal: Bool { kind == "portal" }
}

/// A place in a data file, as lint messages name it.
public struct SourcePlace: Sendable, Hashable, Codable, CustomStringConvertible {
    public var file: String
    /// From 1.
    public var line: Int
    /// From 1, in characters.
    public var column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    public var description: String { "\(file):\(line):\(column)" }
}

/// Something wrong in a data file: `file:line:column: what, expected what`.
public struct DataProblem: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Severity: String, Sendable, Hashable, Codable { case error, warning }

    public var place: SourcePlace
    public var severity: Severity = .error
    /// One sentence: what is wrong and what was expected.
    public var message: String

    public init(place: SourcePlace, severity: Severity = .error, message: String) {
        self.place = place
        self.severity = severity
        self.message = message
    }

    public var description: String { "\(place): \(severity == .error ? "error" : "warning"): \(message)" }
}
