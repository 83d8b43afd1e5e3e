import Model

/// A community health centre of the register.
public struct Puskesmas: Sendable, Hashable {
    /// Kemenkes code `P6112050202`; empty when only BPJS lists it.
    public var code: String
    /// As the register writes it, without the word Puskesmas.
    public var name: String
    public var regionCode: String
    public var kecamatan: String
    /// BPJS facility code; empty when not known.
    public var bpjsCode: String
    /// `kemenkes-bppsdmk-2019`, `bpjs-2019`.
    public var source: String

    public init(
        code: String, name: String, regionCode: String, kecamatan: String, bpjsCode: String = "", source: String
    ) {
        self.code = code
        self.name = name
        self.regionCode = regionCode
        self.kecamatan = kecamatan
        self.bpjsCode = bpjsCode
        self.source = source
    }
}

/// The 10,734 puskesmas, read only when asked for: other commands should not wait for it.
enum PuskesmasRegister {
    static let file = "puskesmas.csv"

    /// Those of one region, in register order.
    static func read(_ folder: RuleFolder, region code: String?, log: ProblemLog) throws(RulesError) -> [Puskesmas] {
        let bytes = try folder.bytes(file)
        guard let table = RegisterTable(bytes, file: folder.path + "/" + file, log: log) else { return [] }
        let columns = ["code", "name", "region_code", "kecamatan", "bpjs_code", "source"]
            .map { table.column($0, log: log) }
        var found: [Puskesmas] = []
        for row in table.rows where code == nil || row.cells[columns[2]] == code {
            let cells = columns.map { row.cells[$0] }
            found.append(
                Puskesmas(
                    code: cells[0], name: cells[1], regionCode: cells[2], kecamatan: cells[3], bpjsCode: cells[4],
                    source: cells[5]))
        }
        return found
    }

    /// Checks the whole register; names that repeat are known and no problem.
    static func check(_ folder: RuleFolder, regions: RegionRegister, log: ProblemLog) {
        guard let table = folder.table(file, log: log) else { return }
        let region = table.column("region_code", log: log)
        let code = table.column("code", log: log)
        let name = table.column("name", log: log)
        var seen: Set<String> = []
        for row in table.rows {
            let place = SourcePlace(file: table.file, line: row.line, column: 1)
            if regions.region(row.cells[region]) == nil {
                log.report(place, "region '\(row.cells[region])' is not in \(RegionRegister.file)")
            }
            if row.cells[name].isEmpty { log.report(place, "the name is empty") }
            if !row.cells[code].isEmpty, !seen.insert(row.cells[code]).inserted {
                log.report(place, .warning, "the code \(row.cells[code]) stands in an earlier line")
            }
        }
    }
}
