import Model

/// `scan.json` and the `--json` option: one round as docs/schema/scan.schema.json describes it.
///
/// Written office by office, so that a round of any size needs the memory of one office. A round that was cut short
/// gives a valid file too: `finished_at` is null and the offices that were reached are there.
public enum ScanJSON {
    /// Writes the round of a snapshot to `path`; a path that is a stream (`/dev/stdout`) is written to as it is.
    public static func write(_ snapshot: ScanSnapshot, to path: String) throws(ReportError) {
        var stream = try ScanJSONStream(snapshot.scan, previous: snapshot.previous, to: path)
        for office in snapshot.offices { try stream.add(office) }
        try stream.finish()
    }
}

/// The same, for a caller that has one office at a time.
public struct ScanJSONStream: ~Copyable {
    private var file: ReportFile
    private var count = 0

    /// Starts the document with what is known of the scan.
    public init(_ scan: ScanRecord, previous: PreviousScan? = nil, to path: String) throws(ReportError) {
        var started = try ReportFile(path: path)
        let head = ScanValues.scan(scan, previous: previous, schema: "ronda/scan/1")
        try started.write(JSON.opened(head, with: "offices"))
        file = started
    }

    /// Adds one office.
    public mutating func add(_ office: OfficeResult) throws(ReportError) {
        if count > 0 { try file.write(",\n") }
        try file.write(ScanValues.office(office).bytes)
        count += 1
    }

    /// Ends the document and puts it in its place.
    public mutating func finish() throws(ReportError) {
        try file.write("\n]}\n")
        try file.finish()
    }
}
