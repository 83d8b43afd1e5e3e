import Foundation
import Model
import Rules
import Store
import Testing

@testable import Assess

@Suite struct AssessmentStoreTests {
    @Test func whatIsKeptComesBackAndTheNewestCounts() async throws {
        let path = NSTemporaryDirectory() + "ronda-assess-\(UUID().uuidString).db"
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let store = try SQLiteStore(path: path)
        let book = try Sample.book.get()
        let edition = try Sample.edition("ombudsman-2022-2023")
        let pack = try book.pack(of: edition)
        let now = Timestamp(milliseconds: 1_700_000_000_000)
        let assessment = Assessment(
            id: "6112-1", edition: edition.key, pack: pack.name.hash, packFile: pack.name.file, region: "61.12",
            year: 2023, loci: Sample.loci, createdAt: now)
        try await store.begin(assessment, packText: pack.text)
        #expect(try await store.assessments() == [assessment])
        // The pack of an assessment is the text it was begun with.
        let text = try #require(try await store.packText(assessment.pack))
        #expect(try InstrumentPack(text: text, file: assessment.packFile).edition(edition.key) == edition)

        try await store.attach([Sample.finding("K1", .biaya, .absent)], to: "6112-1")
        try await store.attach([Sample.finding("K1", .biaya, .present)], to: "6112-1")
        #expect(try await store.attachments(of: "6112-1").map(\.state) == [.present])

        let form = AssessorForm(number: 0, name: "f.csv", sha256: "ab", importedAt: now, office: nil, rows: [])
        #expect(try await store.add(form, data: [1, 2, 3], to: "6112-1").number == 1)
        #expect(try await store.add(form, data: [4], to: "6112-1").number == 2)
        #expect(try await store.formData(1, of: "6112-1") == [1, 2, 3])
        #expect(try await store.forms(of: "6112-1").map(\.number) == [1, 2])

        for score in ["70", "73.57"] {
            try await store.add(
                OfficialResult(
                    region: "62", year: 2021, family: "ombudsman", score: score, zone: nil, source: "x", recordedAt: now
                ))
        }
        #expect(try await store.officialResults().map(\.score) == ["73.57"])
    }
}
