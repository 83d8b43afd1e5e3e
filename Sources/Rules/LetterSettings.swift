import Foundation
import Model

/// What a region puts on its letters: letterhead, numbering, addressee, who signs. A small YAML file per region.
///
/// Every value may be missing; a letter then shows `…………` in its place. Nothing is ever invented.
/// `ronda letter contoh` prints an example with every key.
public struct LetterSettings: Sendable, Hashable {
    /// The letterhead (kop).
    public struct Head: Sendable, Hashable {
        /// PNG or JPEG; an absolute path, or nil.
        public var logo: String?
        /// `PEMERINTAH KABUPATEN KUBU RAYA`.
        public var government: String?
        /// `SEKRETARIAT DAERAH`.
        public var office: String?
        /// Lines under the names: address, telephone, mail, site.
        public var lines: [String] = []

        public init() {}
    }

    /// Who signs.
    public struct Signatory: Sendable, Hashable {
        /// `a.n. Bupati …`; nil when the signatory signs for himself.
        public var onBehalf: String?
        public var post: String?
        public var name: String?
        public var rank: String?
        /// 18 digits.
        public var number: String?

        public init() {}
    }

    public var head = Head()
    /// Where the letter is written: `Sungai Raya`.
    public var place: String?
    /// `555/{urut}/{unit}/{tahun}`: `{urut}` is given when the letter is made, `{tahun}` and `{bulan}` (Roman) come from its date.
    public var numberFormat: String?
    /// `Biasa`, `Penting`, `Segera` ...
    public var nature: String?
    /// The office that answers for websites: lines after "Yth.".
    public var addressee: [String] = []
    public var signatory = Signatory()
    /// Copies (tembusan), one per line.
    public var copies: [String] = []

    public init() {}

    /// What stands where a value is missing.
    public static let blank = "…………"

    /// Reads and checks a settings file; problems name file, line and column. With an error there are no settings.
    public static func load(path: String) -> (settings: LetterSettings?, problems: [DataProblem]) {
        let log = ProblemLog()
        guard let data = FileManager.default.contents(atPath: path) else {
            log.report(SourcePlace(file: path, line: 1, column: 1), "the file cannot be read")
            return (nil, log.problems)
        }
        let node = RuleNode.parse(String(decoding: data, as: UTF8.self), file: path, log: log)
        let settings = node.map { read($0, folder: (path as NSString).deletingLastPathComponent) }
        return (log.hasErrors ? nil : settings, log.problems)
    }

    private static func read(_ node: RuleNode, folder: String) -> LetterSettings {
        node.allowOnly("kop", "surat", "pejabat", "tembusan")
        var settings = LetterSettings()
        if let head = node.optional("kop") { settings.head = self.head(head, folder: folder) }
        if let letter = node.optional("surat") {
            letter.allowOnly("tempat", "nomor", "sifat", "kepada")
            settings.place = letter.optionalString("tempat")
            settings.numberFormat = letter.optionalString("nomor")
            if let number = letter.optional("nomor") { checkNumber(number) }
            settings.nature = letter.optionalString("sifat")
            settings.addressee = letter.strings("kepada")
        }
        if let person = node.optional("pejabat") { settings.signatory = signatory(person) }
        settings.copies = node.strings("tembusan")
        return settings
    }

    private static func head(_ node: RuleNode, folder: String) -> Head {
        node.allowOnly("logo", "pemerintah", "perangkat_daerah", "baris")
        var head = Head()
        head.government = node.optionalString("pemerintah")
        head.office = node.optionalString("perangkat_daerah")
        head.lines = node.strings("baris")
        if let logo = node.optional("logo"), let name = node.optionalString("logo") {
            head.logo = name.hasPrefix("/") || folder.isEmpty ? name : folder + "/" + name
            checkLogo(head.logo ?? name, logo)
        }
        return head
    }

    private static func signatory(_ node: RuleNode) -> Signatory {
        node.allowOnly("atas_nama", "jabatan", "nama", "pangkat", "nip")
        var person = Signatory()
        person.onBehalf = node.optionalString("atas_nama")
        person.post = node.optionalString("jabatan")
        person.name = node.optionalString("nama")
        person.rank = node.optionalString("pangkat")
        person.number = node.optionalString("nip")
        if let number = person.number, number.filter(\.isNumber).count != 18 {
            (node.optional("nip") ?? node).fail(
                "'nip' must have 18 digits, this has \(number.filter(\.isNumber).count)")
        }
        return person
    }

    // MARK: Checks

    static let numberParts = ["urut", "unit", "tahun", "bulan"]

    private static func checkNumber(_ node: RuleNode) {
        for match in (node.text ?? "").matches(of: /\{([^}]*)\}/) where !numberParts.contains(String(match.1)) {
            let allowed = numberParts.map { "{\($0)}" }.joined(separator: ", ")
            node.fail("'{\(match.1)}' is no part of a number, expected one of: \(allowed)")
        }
    }

    /// Largest logo taken, in bytes.
    public static let logoLimit = 1 << 20

    private static func checkLogo(_ path: String, _ node: RuleNode) {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            return node.fail("the logo \(path) cannot be read; give a path beside this file, or leave the key out")
        }
        if bytes.count > logoLimit { node.fail("the logo is larger than 1 MB; make it smaller") }
        let isPicture = bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF])
        if !isPicture { node.fail("the logo must be a PNG or JPEG picture") }
    }
}
