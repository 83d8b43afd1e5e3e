import Deflate
import Model
import Postgres

/// Assessments: nothing in them is changed after it was written.
extension PostgresStore: AssessmentStore {
    public func begin(_ assessment: Assessment, packText: String) async throws(StoreError) {
        try await write { db in
            try db.run(
                "INSERT INTO instrument_pack (hash, file, text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                [assessment.pack, assessment.packFile, packText])
            try db.run(
                "INSERT INTO assessment (id, created_at, pack, record) VALUES ($1, $2, $3, $4)",
                [assessment.id, assessment.createdAt.iso8601, assessment.pack, try JSON.text(assessment)])
        }
    }

    public func assessments() async throws(StoreError) -> [Assessment] {
        try await read { db in
            try db.rows("SELECT record FROM assessment ORDER BY created_at, id").map { try JSON.value($0.text(0)) }
        }
    }

    public func packText(_ hash: String) async throws(StoreError) -> String? {
        try await read { db in
            try db.first("SELECT text FROM instrument_pack WHERE hash = $1", [hash])?.columns[0]
        }
    }

    public func attach(_ findings: [AttachedFinding], to assessment: String) async throws(StoreError) {
        try await write { db in
            for finding in findings {
                try db.run(
                    "INSERT INTO assessment_finding (assessment, office, item, record) VALUES ($1, $2, $3, $4)",
                    [assessment, finding.office, finding.item.rawValue, try JSON.text(finding)])
            }
        }
    }

    public func attachments(of assessment: String) async throws(StoreError) -> [AttachedFinding] {
        try await read { db in
            try db.rows(
                """
                SELECT record FROM assessment_finding WHERE id IN (
                    SELECT max(id) FROM assessment_finding WHERE assessment = $1 GROUP BY office, item)
                ORDER BY office, item
                """, [assessment]
            ).map { try JSON.value($0.text(0)) }
        }
    }

    public func add(
        _ form: AssessorForm, data: [UInt8], to assessment: String
    ) async throws(StoreError) -> AssessorForm {
        let packed = Deflate.compress(data)
        return try await write { db in
            // Two forms at once get two numbers: the assessment's row is held while the next one is found.
            try db.run("SELECT 1 FROM assessment WHERE id = $1 FOR UPDATE", [assessment])
            let last = try db.first("SELECT max(number) FROM assessment_form WHERE assessment = $1", [assessment])
            var form = form
            form.number = (last?.int(0) ?? 0) + 1
            try db.run(
                """
                INSERT INTO assessment_form (assessment, number, imported_at, record, size, data)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [assessment, form.number, form.importedAt.iso8601, try JSON.text(form), data.count, packed])
            return form
        }
    }

    public func forms(of assessment: String) async throws(StoreError) -> [AssessorForm] {
        try await read { db in
            try db.rows("SELECT record FROM assessment_form WHERE assessment = $1 ORDER BY number", [assessment])
                .map { try JSON.value($0.text(0)) }
        }
    }

    public func formData(_ number: Int, of assessment: String) async throws(StoreError) -> [UInt8]? {
        try await read { db in
            guard
                let row = try db.first(
                    "SELECT size, data FROM assessment_form WHERE assessment = $1 AND number = $2",
                    [assessment, number])
            else { return nil }
            guard let bytes = Deflate.decompress(row.bytes(1), limit: row.int(0)), bytes.complete else {
                throw StoreError(.corrupted, "The form \(number) of \(assessment) in the store cannot be unpacked.")
            }
            return bytes.bytes
        }
    }

    public func add(_ result: OfficialResult) async throws(StoreError) {
        try await write { db in
            _ = try db.run(
                "INSERT INTO official_result (region, year, family, record) VALUES ($1, $2, $3, $4)",
                [result.region, result.year, result.family, try JSON.text(result)])
        }
    }

    public func officialResults() async throws(StoreError) -> [OfficialResult] {
        try await read { db in
            try db.rows(
                """
                SELECT record FROM official_result WHERE id IN (
                    SELECT max(id) FROM official_result GROUP BY region, year, family)
                ORDER BY region, family, year
                """
            ).map { try JSON.value($0.text(0)) }
        }
    }
}

extension PostgresStore: PublicationStore {
    public func add(_ publication: Publication, copy: [UInt8]) async throws(StoreError) -> Publication {
        let packed = Deflate.compress(copy)
        return try await write { db in
            var stored = publication
            stored.id = 0
            let row = try db.first(
                "INSERT INTO publication (kind, number, at, record, copy) VALUES ($1, $2, $3, $4, $5) RETURNING id",
                [
                    stored.kind.rawValue, stored.kind == .final ? stored.number : nil, stored.at.iso8601,
                    try JSON.text(stored), packed,
                ])
            stored.id = row?.int(0) ?? 0
            return stored
        }
    }

    public func publications() async throws(StoreError) -> [Publication] {
        try await read { db in
            try db.rows("SELECT id, record FROM publication ORDER BY id").map { row in
                var publication: Publication = try JSON.value(row.text(1))
                publication.id = row.int(0)
                return publication
            }
        }
    }

    public func copy(ofPublication id: Int) async throws(StoreError) -> [UInt8]? {
        try await read { db in
            try db.first("SELECT copy FROM publication WHERE id = $1", [id])
                .flatMap { Deflate.decompress($0.bytes(0), limit: 1 << 28)?.bytes }
        }
    }
}
