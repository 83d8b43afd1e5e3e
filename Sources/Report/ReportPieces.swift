import Foundation
import Model
import Rules

/// Parts of the reports' pages, for the desk: the same words, signs and look in both.
package struct ReportPieces: Sendable {
    private let words: Vocabulary
    /// The style sheet of the reports.
    package let style: String
    /// The drawings that status badges refer to; once in a page.
    package let drawings = Symbols.definitions

    package init(book: RuleBook, language: Language) throws(ReportError) {
        words = Vocabulary(book, language)
        style = try PageFrame().style
    }

    /// Drawing and name of a status.
    package func badge(_ status: OfficeStatus) -> Markup { Symbols.badge(status, words) }

    package func label(_ status: OfficeStatus) -> String { words.label(status) }
    package func label(_ state: ItemState) -> String { words.label(state) }
    package func label(_ incident: Incident.Kind) -> String { words.label(incident) }
    /// What the mark † behind an article says.
    package var unsureLaw: String { words.unsureLaw }
    package func name(_ item: ItemKey) -> String { words.item(item).name }
    package func reason(_ verdict: Verdict) -> String { words.reason(verdict) }

    /// Class and sign of a matrix cell.
    package func cell(_ state: ItemState) -> (class: Markup, sign: String) {
        (Symbols.cellClass(state), Symbols.sign(state))
    }

    /// The count sentence of a snapshot, and how sure it is.
    package func lead(_ snapshot: ScanSnapshot) -> Markup {
        SummarySection.plainLead(CountSentence(snapshot), ReportContext(snapshot: snapshot, words: words))
    }

    package func ladder(_ snapshot: ScanSnapshot) -> Markup {
        LadderTable.markup(ReportContext(snapshot: snapshot, words: words))
    }

    /// Everything known of the only office of a snapshot: status with proof, facts, items with evidence, attempts.
    package func office(_ snapshot: ScanSnapshot) -> Markup {
        let context = ReportContext(snapshot: snapshot, words: words)
        return Markup.join(context.offices.map { OfficesSection.article($0, context) })
    }

    /// A moment as people of a region read it.
    package func time(_ moment: Timestamp, region: String) -> String {
        LocalTime(region: region, language: words.language).short(moment)
    }
}

extension ReportWriter {
    /// What can be asked for over the network.
    public enum Download: String, Sendable, CaseIterable {
        /// The list of offices without a website.
        case missingCSV = "daftar-tanpa-situs.csv"
        case missingXLSX = "daftar-tanpa-situs.xlsx"
        /// Every item of every office that was read, with its evidence.
        case findingsCSV = "temuan.csv"

        public var type: String {
            self == .missingXLSX
                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8"
        }
    }

    /// The bytes of one file, for who asks over the network.
    public func bytes(of download: Download, _ snapshot: ScanSnapshot) throws(ReportError) -> [UInt8] {
        let folder = NSTemporaryDirectory() + "/ronda-\(UUID().uuidString)"
        try Folder.make(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let context = ReportContext(snapshot: snapshot, words: words)
        let path = folder + "/" + download.rawValue
        switch download {
        case .missingCSV: try MissingFiles.writeCSV(context, to: path)
        case .missingXLSX: try MissingFiles.writeXLSX(context, to: path)
        case .findingsCSV: try FindingFiles.writeCSV(context, to: path)
        }
        return [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    }
}
