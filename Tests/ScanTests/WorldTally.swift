import Foundation
import Model
import Testing

/// What a world's round is worth against its truth.
struct WorldTally {
    var offices = 0
    var wrong: [String] = []
    var wronglyMissing: [String] = []
    var found = (right: 0, all: 0)
    var missing = (right: 0, all: 0)

    init(_ regions: [(label: String, offices: [HostileOffice])], _ snapshot: ScanSnapshot) throws {
        let results = Dictionary(uniqueKeysWithValues: snapshot.offices.map { ($0.target.code, $0) })
        offices = results.count
        for (label, offices) in regions {
            for office in offices {
                let result = try #require(results[office.target.code])
                add(label, office, result)
            }
        }
    }

    private mutating func add(_ label: String, _ office: HostileOffice, _ result: OfficeResult) {
        let status = result.verdict.status
        let isRight = office.right.contains(status)
        let line = Self.line(label, office, result)
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

    /// Writes the figures and the wrong lines to the file that a variable of the environment names.
    func note(_ variable: String) throws {
        guard let path = ProcessInfo.processInfo.environment[variable] else { return }
        let text =
            "of \(offices) wrong \(wrong.count) wrongly missing \(wronglyMissing.count) found \(found) missing \(missing)\n"
        try (text + wrong.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }

    private static func line(_ label: String, _ office: HostileOffice, _ result: OfficeResult) -> String {
        let tried = result.attempts.filter { $0.candidate.reason != .namingRule || $0.result != .noSuchName }.map {
            "\($0.candidate.address)[\($0.candidate.reason.rawValue)]=\($0.result.rawValue)(\($0.note))"
        }
        return
            "\(label) \(office.why): \(result.verdict.status.rawValue)/\(result.verdict.reason) \(result.verdict.reasonValues["portal"] ?? "") want \(office.right.map(\.rawValue).sorted()) \(office.target.name) \(office.target.listed ?? "-") \(tried.joined(separator: " "))"
    }
}
