import Foundation
import Model
import Testing

@testable import Store

@Suite struct UpkeepTests {
    /// Three rounds of two offices; every page of every round rests on a body of its own.
    private func filled() async throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        for number in 1...3 {
            var scan = Sample.scan("s\(number)", at: "2026-03-0\(number)T00:00:00Z")
            try await temporary.store.begin(scan, targets: Sample.targets)
            for target in Sample.targets.prefix(2) {
                var record = try Sample.record(target, at: "2026-03-0\(number)T00:00:00Z")
                let sha256 = "\(target.code)-\(number)"
                record.pages[0].sha256 = sha256
                try await temporary.store.save(
                    record, Sample.verdict(.active),
                    bodies: [StoredBody(sha256: sha256, contentType: "text/html", bytes: Array(sha256.utf8))],
                    in: scan.id)
            }
            scan.finishedAt = Sample.time("2026-03-0\(number)T01:00:00Z")
            try await temporary.store.update(scan)
        }
        return temporary
    }

    @Test func aCopyMadeWhileARoundIsWrittenIsWholeAndHoldsWhatWasFinished() async throws {
        let temporary = try await filled()
        let store = temporary.store
        try await store.begin(Sample.scan("s4", at: "2026-03-04T00:00:00Z"), targets: Sample.targets)
        let copy = temporary.folder.appendingPathComponent("salinan.db").path
        async let writing: Void = {
            for target in Sample.targets {
                let record = try Sample.record(target, at: "2026-03-04T00:00:00Z")
                try await store.save(record, Sample.verdict(.active), bodies: [], in: "s4")
            }
        }()
        try await store.backUp(to: copy)
        try await writing
        let restored = try SQLiteStore(path: copy)
        #expect(try await restored.fault() == nil)
        #expect(try await restored.verdicts(of: "s3") == (try await store.verdicts(of: "s3")))
        #expect(try await restored.body("A1-3")?.bytes == Array("A1-3".utf8))
        #expect(try await restored.unfinishedScan(over: Sample.targets)?.id == "s4")
        try await store.compact()
        #expect(try await store.fault() == nil)
    }

    @Test func requestsAreTakenOnce() async throws {
        let temporary = try TemporaryStore()
        let request = RoundRequest(
            kind: .office, subject: "A1", region: "61.12", by: "siti", at: Sample.time("2026-03-01T00:00:00Z"))
        try await temporary.store.ask(request)
        try await temporary.store.ask(request)
        #expect(try await temporary.store.takeRequest(.schedule) == nil)
        #expect(try await temporary.store.takeRequest(.office) == request)
        #expect(try await temporary.store.takeRequest(.office) == nil)
    }
}
