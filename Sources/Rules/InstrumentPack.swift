import Digest
import Model

/// The text of an instrument file as it was, with its hash: what an assessment keeps, so that a later edit of the file
/// changes no old result.
public struct InstrumentPack: Sendable, Hashable {
    public var name: Instrument.PackName
    public var text: String
    public var editions: [Instrument]

    /// Reads and checks the text of a pack.
    ///
    /// - Parameter file: the name that problems give.
    /// - Throws: `RulesError.invalid` with every problem as file:line:column.
    public init(text: String, file: String) throws(RulesError) {
        let log = ProblemLog()
        let name = Self.name(of: text, file: file)
        let root = RuleNode.parse(text, file: file, log: log)
        self.name = name
        self.text = text
        editions = root.map { Instrument.read($0, pack: name, kinds: nil) } ?? []
        if log.hasErrors { throw .invalid(log.problems) }
    }

    /// The edition of a key.
    public func edition(_ key: String) -> Instrument? { editions.first { $0.key == key } }

    static func name(of text: String, file: String) -> Instrument.PackName {
        Instrument.PackName(file: file, hash: SHA256.hex(text))
    }
}

extension RuleBook {
    /// The pack an edition stands in, read anew; its hash is checked against the edition's.
    public func pack(of edition: Instrument) throws(RulesError) -> InstrumentPack {
        let log = ProblemLog()
        guard let text = rules.text(edition.pack.file, log: log) else {
            throw .unreadable(file: path + "/" + edition.pack.file)
        }
        return try InstrumentPack(text: text, file: edition.pack.file)
    }

    /// The edition of a family and year; nil when none was held or none is known.
    public func edition(_ family: Instrument.Family, year: Int) -> Instrument? {
        instruments.first { $0.family == family && $0.years.contains(year) }
    }

    /// The edition of a key.
    public func edition(key: String) -> Instrument? { instruments.first { $0.key == key } }
}
