import Foundation
import Model
import Testing

/// The third world: written without a look at how sites are looked for. Its first figures stand in docs/finding.md.
@Suite(.serialized) struct WideRegionTests {
    @Test func truthHoldsInWideRegions() async throws {
        let world = try WideWorld()
        #expect(world.offices.count >= 500)
        let snapshot = try await world.round(at: "2026-05-04T01:00:00Z")
        #expect(world.timesLineBroke == 1, "our own line broke in the middle of the round")
        let results = Dictionary(uniqueKeysWithValues: snapshot.offices.map { ($0.target.code, $0) })
        #expect(results.count == world.offices.count)
        var wrong: [String] = []
        var wronglyMissing: [String] = []
        var found = (right: 0, all: 0)
        var missing = (right: 0, all: 0)
        for region in world.regions {
            for office in region.offices {
                let result = try #require(results[office.target.code])
                let status = result.verdict.status
                let isRight = office.right.contains(status)
                let line = line(region, office, result)
                if !isRight { wrong.append(line) }
                if status == .missing, !office.right.contains(.missing) { wronglyMissing.append(line) }
                if office.isWithheld {
                    found.all += 1
                    found.right += isRight ? 1 : 0
                }
                if office.right == [.missing] {
                    missing.all += 1
                    missing.right += isRight ? 1 : 0
                }
            }
        }
        if let path = ProcessInfo.processInfo.environment["RONDA_WIDE_LOG"] {
            let text =
                "of \(results.count) wrong \(wrong.count) wrongly missing \(wronglyMissing.count) found \(found) missing \(missing)\n"
            try (text + wrong.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(wronglyMissing == [])
        #expect(Double(missing.right) >= 0.98 * Double(missing.all), "\(missing)")
        #expect(Double(found.right) >= 0.95 * Double(found.all), "\(found)")
        #expect(Double(wrong.count) <= 0.02 * Double(world.offices.count), "\(wrong)")
    }

    private func line(_ region: WideRegion, _ office: HostileOffice, _ result: OfficeResult) -> String {
        let tried = result.attempts.filter { $0.candidate.reason != .namingRule || $0.result != .noSuchName }.map {
            "\($0.candidate.address)[\($0.candidate.reason.rawValue)]=\($0.result.rawValue)(\($0.note))"
        }
        return
            "\(region.portal.rawValue)/\(region.weather.rawValue) \(office.why): \(result.verdict.status.rawValue)/\(result.verdict.reason) \(office.target.name) \(office.target.listed ?? "-") \(tried.joined(separator: " "))"
    }
}
