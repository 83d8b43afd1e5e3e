import Foundation
import Model
import Testing

/// Issue 4's bars on a generated world: nobody with a living site is called missing, hardly a missing one is missed.
@Suite(.serialized) struct HostileRegionTests {
    @Test func truthHoldsInTwelveHostileRegions() async throws {
        let world = try HostileWorld(regions: 12)
        #expect(world.offices.count >= 400)
        let first = try await world.round(1, at: "2026-03-02T01:00:00Z")
        #expect(world.net.timesLineBroke == 1, "our own line broke in the middle of the round")
        check(first, world)
        checkSuspects(first, world)
        checkPagesRead(first, world)
        let named = first.offices.filter { $0.verdict.status == .missing && $0.verdict.proof.proven }
        #expect(named.isEmpty, "one round proves no absence")

        let second = try await world.round(2, at: "2026-03-09T01:00:00Z")
        check(second, world)
        checkProof(second, world)
    }

    private func check(_ snapshot: ScanSnapshot, _ world: HostileWorld) {
        let results = Dictionary(uniqueKeysWithValues: snapshot.offices.map { ($0.target.code, $0) })
        #expect(results.count == world.offices.count, "every office has an outcome, no portal row has")
        var wrong: [String] = []
        var wronglyMissing: [String] = []
        var found = (right: 0, all: 0)
        var missing = (right: 0, all: 0)
        for office in world.offices {
            guard let result = results[office.target.code] else { continue }
            let status = result.verdict.status
            let isRight = office.right.contains(status)
            if !isRight { wrong.append(line(office, result)) }
            if status == .missing, !office.right.contains(.missing) { wronglyMissing.append(line(office, result)) }
            if office.isWithheld {
                found.all += 1
                found.right += isRight ? 1 : 0
            }
            if office.right == [.missing] {
                missing.all += 1
                missing.right += isRight ? 1 : 0
            }
        }
        if let path = ProcessInfo.processInfo.environment["RONDA_HOSTILE_LOG"] { log(wrong, found, missing, to: path) }
        #expect(wronglyMissing == [])
        #expect(Double(missing.right) >= 0.98 * Double(missing.all), "\(missing)")
        #expect(Double(found.right) >= 0.95 * Double(found.all), "\(found)")
        #expect(Double(wrong.count) <= 0.02 * Double(world.offices.count), "\(wrong)")
    }

    /// A look-alike outside go.id that nobody official names is shown, and is not the site.
    private func checkSuspects(_ snapshot: ScanSnapshot, _ world: HostileWorld) {
        for office in world.offices where office.why == Trap.lookalike.rawValue {
            let result = snapshot.offices.first { $0.target.code == office.target.code }
            #expect(result?.suspects.map(\.host).first?.hasSuffix(".web.id") == true, "\(office.target.code)")
        }
    }

    /// Pages that failed until the second pass were read in it.
    private func checkPagesRead(_ snapshot: ScanSnapshot, _ world: HostileWorld) {
        for office in world.offices where office.why == Trap.pagesFlap.rawValue {
            let result = snapshot.offices.first { $0.target.code == office.target.code }
            let fee = result?.verdict.items.first { $0.item == .biaya }
            #expect(fee?.state == .present, "\(office.target.code) read \(result?.pagesRead ?? 0) pages")
        }
    }

    private func checkProof(_ snapshot: ScanSnapshot, _ world: HostileWorld) {
        let truth = Dictionary(uniqueKeysWithValues: world.offices.map { ($0.target.code, $0) })
        let open = snapshot.offices.filter {
            $0.verdict.status == .missing && truth[$0.target.code]?.right == [.missing] && !$0.verdict.proof.proven
        }
        #expect(open.map(\.target.code) == [], "a second round days later proves the absences")
    }

    private func line(_ office: HostileOffice, _ result: OfficeResult) -> String {
        let tried = result.attempts.filter { $0.candidate.reason != .namingRule || $0.result != .noSuchName }.map {
            "\($0.candidate.address)[\($0.candidate.reason.rawValue)]=\($0.result.rawValue)"
        }
        return "\(office.target.code) \(office.why): \(result.verdict.status.rawValue)/\(result.verdict.reason) "
            + "\(office.target.name) \(tried.joined(separator: " "))"
    }

    private func log(
        _ wrong: [String], _ found: (right: Int, all: Int), _ missing: (right: Int, all: Int), to path: String
    ) {
        let text = "wrong \(wrong.count) found \(found) missing \(missing)\n" + wrong.joined(separator: "\n") + "\n\n"
        let old = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        try? (old + text).write(toFile: path, atomically: true, encoding: .utf8)
    }
}
