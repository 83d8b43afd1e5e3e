import Cage
import Foundation
import Model
import Rules
import Testing

@testable import Report

/// scan.json against docs/schema/scan.schema.json, by an independent validator and by the enumerations of Model.
struct JSONSchemaTests {
    static let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../docs/schema/scan.schema.json").standardizedFileURL

    @Test(.enabled(if: Python.has("jsonschema"), "python3 with jsonschema is not here"), arguments: [true, false])
    func validates(whole: Bool) throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/scan.json"
        try ScanJSON.write(whole ? SampleSnapshot.full : SampleSnapshot.cutShort, to: file)
        let script = """
            import json, sys, jsonschema
            schema, value = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
            jsonschema.Draft202012Validator.check_schema(schema)
            for error in jsonschema.Draft202012Validator(schema).iter_errors(value):
                print(error.json_path, error.message)
            """
        #expect(try Python.run(script, [Self.schema.path, file]) == "")
    }

    @Test(.enabled(if: Python.has("jsonschema"), "python3 with jsonschema is not here"))
    func refusesWhatIsNotAScan() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/scan.json"
        try ScanJSON.write(SampleSnapshot.full, to: file)
        let wrong = try folder.read("scan.json").replacingOccurrences(
            of: "\"status\":\"missing\"", with: "\"status\":\"gone\"")
        try Data(wrong.utf8).write(to: URL(fileURLWithPath: file))
        let script = """
            import json, sys, jsonschema
            schema, value = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
            print(sum(1 for _ in jsonschema.Draft202012Validator(schema).iter_errors(value)))
            """
        #expect(try Python.run(script, [Self.schema.path, file]) == "5\n")
    }

    @Test(.enabled(if: Python.has("jsonschema"), "python3 with jsonschema is not here"))
    func theListValidates() throws {
        let folder = try TemporaryFolder()
        try ReportWriter(words: .sample()).writeMissing(snapshot: SampleSnapshot.full, to: folder.path)
        let script = """
            import json, sys, jsonschema
            schema, value = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
            jsonschema.Draft202012Validator.check_schema(schema)
            print(len(value["rows"]), [e.message for e in jsonschema.Draft202012Validator(schema).iter_errors(value)])
            """
        let schema = Self.schema.deletingLastPathComponent().appendingPathComponent("missing.schema.json")
        #expect(try Python.run(script, [schema.path, folder.path + "/daftar-tanpa-situs.json"]) == "10 []\n")
    }

    @Test func enumeratesWhatModelDoes() throws {
        let defs = try #require(try object(Data(contentsOf: Self.schema))["$defs"] as? [String: [String: Any]])
        func values(_ name: String) -> [String] { (defs[name]?["enum"] as? [Any] ?? []).compactMap { $0 as? String } }
        #expect(values("officeStatus") == OfficeStatus.allCases.map(\.rawValue))
        #expect(values("domainClass") == DomainClass.allCases.map(\.rawValue))
        #expect(values("condition") == SiteCondition.allCases.map(\.rawValue))
        #expect(values("candidateReason") == Candidate.Reason.allCases.map(\.rawValue))
        #expect(values("attemptResult") == Attempt.Result.allCases.map(\.rawValue))
        #expect(values("dnsKind") == DNSOutcome.Kind.allCases.map(\.rawValue))
        #expect(values("tlsProblem") == TLSFacts.Problem.allCases.map(\.rawValue))
        #expect(values("failure") == FailureKind.allCases.map(\.rawValue))
        #expect(values("itemKey") == ItemKey.allCases.map(\.rawValue))
        #expect(values("itemState") == ItemState.allCases.map(\.rawValue))
    }

    @Test func keepsEveryValueOfAHostileOffice() throws {
        let folder = try TemporaryFolder()
        try ScanJSON.write(SampleSnapshot.full, to: folder.path + "/scan.json")
        let text = try folder.read("scan.json")
        let offices = try #require(try object(Data(text.utf8))["offices"] as? [[String: Any]])
        let hostile = try #require(offices.first { ($0["kode"] as? String)?.hasPrefix("=") == true })
        #expect(hostile["nama"] as? String == SampleSnapshot.hostileName)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && PlainText.isInvisible($0) })
    }

    @Test func cutShortHasNoEnd() throws {
        let folder = try TemporaryFolder()
        try ScanJSON.write(SampleSnapshot.cutShort, to: folder.path + "/scan.json")
        let scan = try object(Data(folder.read("scan.json").utf8))
        #expect(scan["finished_at"] is NSNull)
        #expect((scan["offices"] as? [Any])?.count == 4)
    }

    @Test func noOfficesIsAValidDocument() throws {
        let folder = try TemporaryFolder()
        var empty = SampleSnapshot.cutShort
        empty.offices = []
        try ScanJSON.write(empty, to: folder.path + "/scan.json")
        #expect((try object(Data(folder.read("scan.json").utf8))["offices"] as? [Any])?.isEmpty == true)
    }

    private func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}

/// python3 as an independent reader; tests that need it are skipped with a message where it is absent.
enum Python {
    static func has(_ module: String) -> Bool { (try? run("import \(module)", [])) != nil }

    /// Standard output of a script; throws when it fails.
    static func run(_ script: String, _ arguments: [String]) throws -> String {
        let result = PlainRun(["python3", "-c", script] + arguments).run()
        let output = String(decoding: result.output, as: UTF8.self)
        guard result.end == .exited(0) else { throw PythonFailure(output: output) }
        return output
    }

    struct PythonFailure: Error {
        let output: String
    }
}
