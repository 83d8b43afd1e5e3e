import Foundation
import Model
import Rules

/// What a letter needs beside its content: the region's settings, its number and its date.
public struct LetterForm: Sendable {
    public var settings: LetterSettings
    /// Running number in the register of letters; nil leaves a blank.
    public var sequence: String?
    /// Code of the unit in the number; nil leaves a blank.
    public var unit: String?
    /// The date of the letter; nil leaves a blank.
    public var date: Timestamp?
    /// Folder of the person's own templates; nil takes those that came with Ronda.
    public var templates: String?
    /// `PRATINJAU …` in the head; nil for a letter in earnest.
    public var stamp: String?

    public init(
        settings: LetterSettings = LetterSettings(), sequence: String? = nil, unit: String? = nil,
        date: Timestamp? = nil, templates: String? = nil, stamp: String? = nil
    ) {
        self.settings = settings
        self.sequence = sequence
        self.unit = unit
        self.date = date
        self.templates = templates
        self.stamp = stamp
    }

    private static let blank = LetterDocument.blank

    private func told(_ text: String?) -> String { text.map { PlainText.clean($0) } ?? Self.blank }

    var head: LetterDocument.Head {
        let head = settings.head
        return LetterDocument.Head(
            logo: head.logo.flatMap(LetterDocument.Logo.init(path:)), government: told(head.government),
            office: told(head.office),
            lines: head.lines.isEmpty ? [Self.blank] : head.lines.map { PlainText.clean($0) })
    }

    /// The number by the region's format; parts that are not given stay blank.
    func number(_ time: LocalTime) -> String {
        guard let format = settings.numberFormat else { return Self.blank }
        let civil = date?.civil(offsetHours: time.offsetHours)
        let parts = [
            "urut": told(sequence), "unit": told(unit), "tahun": civil.map { String($0.year) } ?? Self.blank,
            "bulan": civil.map { Self.roman[$0.month - 1] } ?? Self.blank,
        ]
        return PlainText.clean(Bilingual.fill(format, parts))
    }

    func placeAndDate(_ time: LocalTime) -> String {
        "\(told(settings.place)), \(date.map { time.date($0) } ?? Self.blank)"
    }

    var nature: String { told(settings.nature) }
    var copies: [String] { settings.copies.map { PlainText.clean($0) } }

    /// The office that answers for websites.
    var webOffice: [String] {
        settings.addressee.isEmpty
            ? ["Kepala Dinas Komunikasi dan Informatika", "di \(Self.blank)"]
            : settings.addressee.map { PlainText.clean($0) }
    }

    var signature: LetterDocument.Signature {
        let person = settings.signatory
        return LetterDocument.Signature(
            onBehalf: person.onBehalf.map { PlainText.clean($0) }, post: told(person.post), name: told(person.name),
            rank: told(person.rank), number: told(person.number))
    }

    private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

    /// A template by its name: the person's own where there is one.
    func template(_ name: String, names: Set<String>) throws(ReportError) -> LetterTemplate {
        if let templates {
            let path = templates + "/" + name
            if let data = FileManager.default.contents(atPath: path) {
                return try LetterTemplate(text: String(decoding: data, as: UTF8.self), file: path, names: names)
            }
        }
        return try LetterTemplate(text: try TemplateFolder.text(name), file: name, names: names)
    }
}

extension LetterDocument.Logo {
    /// Reads a PNG or JPEG with its size; nil when it is neither or too large.
    init?(path: String) {
        guard let data = FileManager.default.contents(atPath: path), data.count <= LetterSettings.logoLimit else {
            return nil
        }
        self.init(bytes: [UInt8](data))
    }

    init?(bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count > 24 {
            // IHDR is always first: width and height at 16 and 20 (PNG, section 11.2.2).
            self.init(
                form: .png, bytes: bytes, width: Self.number(bytes, at: 16, count: 4),
                height: Self.number(bytes, at: 20, count: 4))
        } else if let size = Self.jpegSize(bytes) {
            self.init(form: .jpeg, bytes: bytes, width: size.width, height: size.height)
        } else {
            return nil
        }
        guard (1...20_000).contains(width), (1...20_000).contains(height) else { return nil }
    }

    private static func number(_ bytes: [UInt8], at place: Int, count: Int) -> Int {
        bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
    }

    /// The frame header (SOF) of a JPEG holds its size (ITU T.81, B.2.2).
    private static func jpegSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var at = 2
        while at + 9 < bytes.count, bytes[at] == 0xFF {
            let marker = bytes[at + 1]
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return (number(bytes, at: at + 7, count: 2), number(bytes, at: at + 5, count: 2))
            }
            at += 2 + number(bytes, at: at + 2, count: 2)
        }
        return nil
    }
}

extension LetterForm {
    private static let templateNames: [(name: String, names: Set<String>)] = [
        (ListLetter.template, ListLetter.names), (OfficeLetter.template, OfficeLetter.names),
    ]

    /// What is wrong with a person's own templates; those that are not there are taken from Ronda and are sound.
    public static func problems(templates folder: String?) -> [DataProblem] {
        guard let folder else { return [] }
        let form = LetterForm(templates: folder)
        var problems: [DataProblem] = []
        for entry in templateNames {
            do throws(ReportError) { _ = try form.template(entry.name, names: entry.names) } catch {
                guard case .wording(let file, let line, let cause) = error else { continue }
                problems.append(DataProblem(place: SourcePlace(file: file, line: line, column: 1), message: cause))
            }
        }
        return problems
    }

    /// Writes the example settings and the templates that came with Ronda; files that are there already stay.
    public static func writeExamples(to folder: String) throws(ReportError) -> [String] {
        try Folder.make(folder)
        var written: [String] = []
        for name in ["surat-contoh.yaml"] + templateNames.map(\.name) {
            let path = folder + "/" + name
            guard !FileManager.default.fileExists(atPath: path) else { continue }
            var file = try ReportFile(path: path)
            try file.write(try TemplateFolder.text(name))
            try file.finish()
            written.append(path)
        }
        return written
    }
}
