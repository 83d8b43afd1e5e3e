import Assess
import Digest
import Foundation
import Model
import Rules
import Store

/// Assessments as the desk works on them: findings of the newest round attached, forms taken and given back filled.
struct AssessmentDesk: Sendable {
    let store: any DeskStore
    let book: RuleBook
    let language: Language

    /// The edition as it was when the assessment was begun.
    func edition(of assessment: Assessment) async throws -> Instrument? {
        guard let text = try await store.packText(assessment.pack) else { return nil }
        return try InstrumentPack(text: text, file: assessment.packFile).edition(assessment.edition)
    }

    /// Attaches what the newest finished round of each locus found; gives the number of findings.
    func attach(_ assessment: Assessment, at moment: Timestamp) async throws -> Int {
        guard let edition = try await edition(of: assessment) else { return 0 }
        let attacher = FindingAttacher(edition: edition)
        var findings: [AttachedFinding] = []
        for locus in assessment.loci {
            guard let place = try await store.whereabouts(of: locus.code),
                let record = try await store.record(of: locus.code, in: place.scan),
                let verdict = try await store.verdict(of: locus.code, in: place.scan)
            else { continue }
            findings += attacher.findings(
                of: locus, record, verdict, scan: place.scan, pagesRead: record.pages.count, at: moment)
        }
        try await store.attach(findings, to: assessment.id)
        return findings.count
    }

    /// Reads a form and keeps it as it came; what cannot be used is told line by line.
    func take(
        _ file: (name: String, bytes: [UInt8]), for assessment: Assessment, at moment: Timestamp
    ) async throws -> (form: AssessorForm, problems: [DataProblem])? {
        guard let edition = try await edition(of: assessment) else { return nil }
        let name = PlainName.of(file.name)
        let reader = FormReader(edition: edition, loci: assessment.loci, book: book, language: language)
        let (rows, problems) = try reader.read(FormFile(file.bytes, name: name), office: nil)
        let form = AssessorForm(
            number: 0, name: name, sha256: SHA256.hex(file.bytes), importedAt: moment, office: nil, rows: rows)
        return (try await store.add(form, data: file.bytes, to: assessment.id), problems)
    }

    /// The form with the findings beside the assessor's columns; number 0: a blank one of the instrument.
    func filled(_ number: Int, of assessment: Assessment) async throws -> (name: String, bytes: [UInt8])? {
        guard let edition = try await edition(of: assessment) else { return nil }
        let filler = FormFiller(
            edition: edition, findings: try await store.attachments(of: assessment.id), book: book,
            language: language)
        if number == 0 { return ("\(assessment.id)-kosong.csv", filler.blank(assessment.loci)) }
        guard let form = try await store.forms(of: assessment.id).first(where: { $0.number == number }),
            let data = try await store.formData(number, of: assessment.id)
        else { return nil }
        let rows = form.rows.map { row in
            var row = row
            row.office = row.office ?? form.office
            return row
        }
        let end = form.name.split(separator: ".").last.map { $0.lowercased() } ?? "csv"
        return (
            "\(assessment.id)-\(number)-terisi.\(end == "xlsx" ? "xlsx" : "csv")",
            try filler.fill(FormFile(data, name: form.name), rows: rows)
        )
    }

    /// A new assessment of a region over the offices that the instrument visits there; nil when there are none.
    func begin(_ key: String, region: String, at moment: Timestamp) async throws -> Assessment? {
        guard let edition = book.edition(key: key), let level = Instrument.Level(region: region),
            let round = try await store.rounds(ofRegion: region, limit: 1).first
        else { return nil }
        let kinds = edition.loci.filter { locus in
            locus.count == nil && (locus.level == level || (locus.level == .kabupaten && level == .kota))
        }.map(\.kind)
        let loci = try await store.offices(ofRegion: region, in: round.scan).map(\.target)
            .filter { kinds.contains($0.kind) }.map { Assessment.Locus(code: $0.code, name: $0.name, kind: $0.kind) }
        guard !loci.isEmpty else { return nil }
        let pack = try book.pack(of: edition)
        let taken = Set(try await store.assessments().map(\.id))
        let stem = "\(region.filter(\.isNumber))-\(edition.key)"
        let id = (1...).lazy.map { "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem
        let assessment = Assessment(
            id: id, edition: edition.key, pack: pack.name.hash, packFile: pack.name.file, region: region,
            year: edition.years.count == 1 ? edition.years[0] : nil, loci: loci, createdAt: moment)
        try await store.begin(assessment, packText: pack.text)
        return assessment
    }
}
