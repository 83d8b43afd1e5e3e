import Demo
import Detect
import Foundation
import Model
import Rules
import Scan
import Testing

/// End to end: list, loopback network, every stage, store, report; judged against the truth.
@Suite struct DemoRoundTests {
    @Test func everyOfficeIsJudgedRightInBothRounds() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/ronda-demo-\(UInt64.random(in: 0...UInt64.max))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let rounds = try await demo().run(out: folder)
        #expect(rounds.count == 2)
        for round in rounds {
            #expect(round.confusion.wrong == [])
            #expect(round.confusion.officesRight == 50)
        }
        checkProof(rounds[1].snapshot)
        checkMoves(rounds[1].snapshot)
        for file in rounds.flatMap(\.files) { #expect(FileManager.default.fileExists(atPath: file)) }
    }

    private func demo() throws -> DemoRun {
        let book = try RuleBook.bundled()
        let detector = try Detector(book.detection)
        return DemoRun(book: book, language: .id) { fetcher, store, clock, options in
            ScanFlow(book: book, fetcher: fetcher, detector: detector, store: store, clock: clock, options: options)
        }
    }

    /// After two rounds every absence is proven; the first round alone could only propose.
    private func checkProof(_ snapshot: ScanSnapshot) {
        let missing = snapshot.offices.filter { $0.verdict.status == .missing }
        #expect(missing.count == 22)
        for office in missing {
            #expect(office.verdict.proof.proven, "\(office.target.name)")
            #expect(office.verdict.proof.days == ["2026-03-02", "2026-03-12"], "\(office.target.name)")
        }
    }

    private func checkMoves(_ snapshot: ScanSnapshot) {
        let moved = snapshot.offices.filter {
            $0.previousDomainClass == .nonCompliant && $0.verdict.domainClass == .compliant
        }
        #expect(
            moved.map(\.target.name) == [
                "Dinas Pemberdayaan Masyarakat dan Desa", "Dinas Koperasi, UKM dan Perdagangan",
            ])
    }
}
