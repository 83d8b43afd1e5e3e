import Deflate
import Foundation
import GRDB
import Model

extension SQLiteStore: AssessmentStore {
    public func begin(_ assessment: Assessment, packText: String) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO instrument_pack (hash, file, text) VALUES (?, ?, ?)",
                arguments: [assessment.pack, assessment.packFile, packText])
            try db.execute(
                sql: "INSERT INTO assessment (id, created_at, pack, record) VALUES (?, ?, ?, ?)",
                arguments: [
                    assessment.id, assessment.createdAt.iso8601, assessment.pack, try JSON.text(assessment),
                ])
        }
    }

    public func assessments() async throws(StoreError) -> [Assessment] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT record FROM assessment ORDER BY created_at, id").map {
                try JSON.value($0)
            }
        }
    }

    public func packText(_ hash: String) async throws(StoreError) -> String? {
        try await read { db in
            try String.fetchOne(db, sql: "SELECT text FROM instrument_pack WHERE hash = ?", arguments: [hash])
        }
    }

    public func attach(_ findings: [AttachedFinding], to assessment: String) async throws(StoreError) {
        try await write { db in
            let insert = try db.makeStatement(
                sql: "INSERT INTO assessment_finding (assessment, office, item, record) VALUES (?, ?, ?, ?)")
            for finding in findings {
                try insert.execute(arguments: [
                    assessment, finding.office, finding.item.rawValue, try JSON.text(finding),
                ])
            }
        }
    }

    public func attachments(of assessment: String) async throws(StoreError) -> [AttachedFinding] {
        try await read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT record FROM assessment_finding WHERE id IN (
                        SELECT max(id) FROM assessment_finding WHERE assessment = ? GROUP BY office, item)
                    ORDER BY office, item
                    """,
                arguments: [assessment]
            ).map { try JSON.value($0) }
        }
    }

    public func add(
        _ form: AssessorForm, data: [UInt8], to assessment: String
    ) async throws(StoreError) -> AssessorForm {
        let packed = Deflate.compress(data)
        return try await write { db in
            var form = form
            let last = try Int.fetchOne(
                db, sql: "SELECT max(number) FROM assessment_form WHERE assessment = ?", arguments: [assessment])
            form.number = (last ?? 0) + 1
            try db.execute(
                sql: """
                    INSERT INTO assessment_form (assessment, number, imported_at, record, size, data)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    assessment, form.number, form.importedAt.iso8601, try JSON.text(form), data.count, Data(packed),
                ])
            return form
        }
    }

    public func forms(of assessment: String) async throws(StoreError) -> [AssessorForm] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT record FROM assessment_form WHERE assessment = ? ORDER BY number",
                arguments: [assessment]
            ).map { try JSON.value($0) }
        }
    }

    public func formData(_ number: Int, of assessment: String) async throws(StoreError) -> [UInt8]? {
        try await read { db in
            guard
                let row = try GRDB.Row.fetchOne(
                    db, sql: "SELECT size, data FROM assessment_form WHERE assessment = ? AND number = ?",
                    arguments: [assessment, number])
            else { return nil }
            let data: Data = row[1]
            guard let bytes = Deflate.decompress(Array(data), limit: row[0]), bytes.complete else {
                throw StoreError(.corrupted, "The form \(number) of \(assessment) in the store cannot be unpacked.")
            }
            return bytes.bytes
        }
    }

    public func add(_ result: OfficialResult) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "INSERT INTO official_result (region, year, family, record) VALUES (?, ?, ?, ?)",
                arguments: [result.region, result.year, result.family, try JSON.text(result)])
        }
    }

    public func officialResults() async throws(StoreError) -> [OfficialResult] {
        try await read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT record FROM official_result WHERE id IN (
                        SELECT max(id) FROM official_result GROUP BY region, year, family)
                    ORDER BY region, family, year
                    """
            ).map { try JSON.value($0) }
        }
    }
}
