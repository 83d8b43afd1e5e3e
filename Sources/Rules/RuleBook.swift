import Digest
import Model

/// All rules, read and checked.
public struct RuleBook: Sendable {
    /// SHA-256 over the rule files that decide findings and verdicts (names and bytes, sorted by name).
    public let hash: String
    public private(set) var regions: RegionRegister
    public let nomenclature: Nomenclature
    /// Who may use which go.id name.
    public private(set) var domains: DomainRules
    public let suffixes: PublicSuffixList
    /// Phrases, places and conditions by which Detect reads pages.
    public let detection: DetectionRules
    /// One per `ItemKey`, in its order.
    public let items: [ItemDefinition]
    /// What the absence of an item invites.
    public let maladministration: Maladministration
    /// Which offices come first.
    public let sectors: Sectors
    /// Networks where politeness counts by domain and not by address.
    public let edges: [EdgeNetwork]
    public let statuses: StatusTexts
    public let failures: FailureTexts
    /// Dated instruments, in order of file and edition.
    public let instruments: [Instrument]
    /// What is not wrong but should be looked at.
    public let warnings: [DataProblem]
    private let folder: RuleFolder

    /// Reads and checks the rules that came with Ronda, or those of `RONDA_DATA`.
    public static func bundled() throws(RulesError) -> RuleBook { try RuleBook(RuleFolder.find()) }

    /// The folder that `bundled()` reads.
    public static func bundledFolder() throws(RulesError) -> String { try RuleFolder.find().path }

    /// Reads and checks the rules of a folder.
    public static func load(folder: String) throws(RulesError) -> RuleBook { try RuleBook(RuleFolder(path: folder)) }

    init(_ folder: RuleFolder) throws(RulesError) {
        let log = ProblemLog()
        self.folder = folder
        hash = try Self.hash(of: folder)
        regions = RegionRegister.read(folder, log: log)
        nomenclature = Nomenclature.read(folder, log: log)
        suffixes = try PublicSuffixList(path: folder.path + "/" + PublicSuffixList.file)
        domains = DomainRules.read(folder, regions: regions, nomenclature: nomenclature, suffixes: suffixes, log: log)
        detection = try DetectionRules.read(folder: folder.path + "/detection", log: log)
        items = ItemDefinition.read(folder, log: log)
        maladministration = Maladministration.read(folder, log: log)
        sectors = Sectors.read(folder, nomenclature: nomenclature, log: log)
        edges = EdgeNetwork.read(folder, log: log)
        statuses = StatusTexts.read(folder, log: log)
        failures = FailureTexts.read(folder, log: log)
        instruments = Instrument.readAll(folder, nomenclature: nomenclature, log: log)
        warnings = log.problems
        if log.hasErrors { throw RulesError.invalid(log.problems) }
    }

    /// The same rules, with regions that a target list brings along: a row of kind `portal` names a region's portal,
    /// also for a code that the register lacks. A domain given here wins over the register's.
    public func including(_ portals: [Region]) -> RuleBook {
        guard !portals.isEmpty else { return self }
        var copy = self
        copy.regions = regions.including(portals)
        copy.domains = domains.over(copy.regions)
        return copy
    }

    /// The files themselves, for what is read again later.
    var rules: RuleFolder { folder }

    /// Where the rule files were read.
    public var path: String { folder.path }

    /// The puskesmas of one region, in register order; reads the register anew.
    public func puskesmas(inRegion code: String) throws(RulesError) -> [Puskesmas] {
        let log = ProblemLog()
        let found = try PuskesmasRegister.read(folder, region: code, log: log)
        if log.hasErrors { throw RulesError.invalid(log.problems) }
        return found
    }

    /// Every problem of the puskesmas register: rows of the wrong width, unknown regions, codes twice.
    func checkPuskesmas() -> [DataProblem] {
        let log = ProblemLog()
        PuskesmasRegister.check(folder, regions: regions, log: log)
        return log.problems
    }

    /// The definition of an item.
    public func item(_ key: ItemKey) -> ItemDefinition { items[key.index] }

    /// The Ombudsman's edition of a year; nil when none was held or none is known.
    public func edition(year: Int) -> Instrument? { edition(.ombudsman, year: year) }

    private static func hash(of folder: RuleFolder) throws(RulesError) -> String {
        var bytes: [UInt8] = []
        for name in try folder.ruleFiles() {
            bytes += Array(name.utf8) + [0]
            bytes += try folder.bytes(name) + [0]
        }
        return SHA256.hex(bytes)
    }
}
