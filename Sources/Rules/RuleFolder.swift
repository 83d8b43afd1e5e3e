import Foundation
import Model

/// The folder of rule files: where it is, and its bytes.
struct RuleFolder {
    let path: String

    /// Finds the folder: `RONDA_DATA` when set, else beside the executable, as SwiftPM or an installer puts it there.
    ///
    /// `Bundle.module` is not asked: it stops the process when its folder was moved, and we want to say what to do.
    static func find() throws(RulesError) -> RuleFolder {
        let places = candidates()
        guard let path = places.first(where: isRuleFolder) else { throw RulesError.folderNotFound(places) }
        return RuleFolder(path: path)
    }

    private static func candidates() -> [String] {
        if let set = ProcessInfo.processInfo.environment["RONDA_DATA"], !set.isEmpty { return [set] }
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let beside = (own as NSString).deletingLastPathComponent
        return [
            beside + "/ronda_Rules.resources/Resources", beside + "/data",
            beside + "/../share/ronda/data", Bundle.main.bundlePath + "/ronda_Rules.resources/Resources",
        ]
    }

    private static func isRuleFolder(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/regions.csv")
    }

    /// Bytes of a file by its name in the folder.
    func bytes(_ name: String) throws(RulesError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path + "/" + name) else {
            throw RulesError.unreadable(file: path + "/" + name)
        }
        return [UInt8](data)
    }

    /// Names of the files that decide findings and verdicts, sorted; the puskesmas register only names offices.
    func ruleFiles() throws(RulesError) -> [String] {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
            throw RulesError.unreadable(file: path)
        }
        return names.filter { name in
            [".yaml", ".csv", ".dat"].contains { name.hasSuffix($0) } && name != PuskesmasRegister.file
        }.sorted()
    }

    /// A file as text; nil, with the problem logged, when it cannot be read.
    func text(_ name: String, log: ProblemLog) -> String? {
        guard let bytes = try? bytes(name) else {
            log.report(SourcePlace(file: path + "/" + name, line: 1, column: 1), "the file cannot be read")
            return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A YAML file as a node; nil, with the problem logged, when it cannot be used.
    func yaml(_ name: String, log: ProblemLog) -> RuleNode? {
        text(name, log: log).flatMap { RuleNode.parse($0, file: path + "/" + name, log: log) }
    }

    /// A CSV register; empty, with the problem logged, when it cannot be used.
    func table(_ name: String, log: ProblemLog) -> RegisterTable? {
        guard let bytes = try? bytes(name) else {
            log.report(SourcePlace(file: path + "/" + name, line: 1, column: 1), "the file cannot be read")
            return nil
        }
        return RegisterTable(bytes, file: path + "/" + name, log: log)
    }
}
