import Model
import Yams

/// Gathers what is wrong while rule files are read, so that one run shows every problem.
final class ProblemLog {
    private(set) var problems: [DataProblem] = []

    func report(_ place: SourcePlace, _ message: String) { report(place, .error, message) }

    func report(_ place: SourcePlace, _ severity: DataProblem.Severity, _ message: String) {
        problems.append(DataProblem(place: place, severity: severity, message: message))
    }

    var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// A YAML node that knows its file and reports what is missing or of the wrong shape.
struct RuleNode {
    let node: RuleTree
    let file: String
    let log: ProblemLog

    /// Reads a YAML text; nil, with a problem in the log, when it is no YAML.
    static func parse(_ text: String, file: String, log: ProblemLog) -> RuleNode? {
        do {
            if let node = try RuleTree.read(text) { return RuleNode(node: node, file: file, log: log) }
            log.report(SourcePlace(file: file, line: 1, column: 1), "the file is empty, expected YAML")
        } catch {
            log.report(place(of: error, file: file), "not valid YAML: \(firstLine(of: error))")
        }
        return nil
    }

    var place: SourcePlace { SourcePlace(file: file, line: node.line, column: node.column) }

    func fail(_ message: String) { log.report(place, .error, message) }
    func warn(_ message: String) { log.report(place, .warning, message) }

    // MARK: Shapes

    /// The scalar as written; nil for a list or a map.
    var text: String? {
        if case .scalar(let text) = node.content { return text }
        return nil
    }

    /// Items of a list; a problem when it is none.
    var list: [RuleNode] {
        guard case .list(let items) = node.content else {
            fail("expected a list")
            return []
        }
        return items.map(wrap)
    }

    /// Keys and values of a map in file order; a problem when it is none.
    var entries: [(key: RuleNode, value: RuleNode)] {
        guard case .map(let entries) = node.content else {
            fail("expected a map of key: value")
            return []
        }
        return entries.map { (wrap($0.key), wrap($0.value)) }
    }

    /// The value of a key; nil when it is not there.
    func optional(_ key: String) -> RuleNode? {
        guard case .map(let entries) = node.content else { return nil }
        for entry in entries {
            if case .scalar(let name) = entry.key.content, name == key { return wrap(entry.value) }
        }
        return nil
    }

    /// The value of a key that must be there.
    func required(_ key: String) -> RuleNode? {
        if let value = optional(key) { return value }
        fail("key '\(key)' is missing")
        return nil
    }

    /// Reports keys that nobody reads: mostly a misspelt one.
    func allowOnly(_ keys: String...) { allowOnly(names: keys) }

    func allowOnly(names keys: [String]) {
        for (key, _) in entries {
            guard let name = key.text, !keys.contains(name) else { continue }
            key.fail("unknown key '\(name)', expected one of: \(keys.joined(separator: ", "))")
        }
    }

    // MARK: Values of keys

    func string(_ key: String) -> String {
        guard let value = required(key) else { return "" }
        guard let text = value.text, !text.isEmpty else {
            value.fail("'\(key)' must be a text that is not empty")
            return ""
        }
        return text
    }

    func optionalString(_ key: String) -> String? {
        guard let text = optional(key)?.text, !text.isEmpty, text != "~", text != "null" else { return nil }
        return text
    }

    func strings(_ key: String) -> [String] {
        guard let value = optional(key) else { return [] }
        return value.list.compactMap { item in
            if item.text == nil { item.fail("expected a text") }
            return item.text
        }
    }

    func integer(_ key: String) -> Int {
        guard let value = required(key) else { return 0 }
        if let number = value.text.flatMap({ Int($0) }) { return number }
        value.fail("'\(key)' must be a whole number")
        return 0
    }

    func number(_ key: String) -> Double? {
        guard let value = optional(key) else { return nil }
        if let number = value.text.flatMap(Double.init) { return number }
        value.fail("'\(key)' must be a number with a decimal point")
        return nil
    }

    /// The number of a key that must be there.
    func neededNumber(_ key: String) -> Double { required(key) == nil ? 0 : number(key) ?? 0 }

    func flag(_ key: String) -> Bool {
        guard let value = required(key) else { return false }
        switch value.text {
        case "true": return true
        case "false": return false
        default:
            value.fail("'\(key)' must be true or false")
            return false
        }
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type = Choice.self) -> Choice?
    where Choice.RawValue == String {
        guard let value = required(key) else { return nil }
        if let choice = value.text.flatMap({ Choice(rawValue: $0) }) { return choice }
        let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        value.fail("'\(key)' must be one of: \(allowed)")
        return nil
    }

    /// This node as one of the cases; a problem, and nil, when it is none.
    func value<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        if let choice = text.flatMap({ Choice(rawValue: $0) }) { return choice }
        fail("expected one of: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        return nil
    }

    /// `{id: ..., en: ...}` under a key.
    func localText(_ key: String) -> LocalText {
        guard let value = required(key) else { return LocalText(id: "", en: "") }
        return value.localText
    }

    /// This node as `{id: ..., en: ...}`.
    var localText: LocalText {
        // A text with a comma and no quotes falls apart in {id: ..., en: ...}; its tail shows up as an unknown key.
        allowOnly("id", "en")
        return LocalText(id: string("id"), en: string("en"))
    }

    private func wrap(_ node: RuleTree) -> RuleNode { RuleNode(node: node, file: file, log: log) }

    private static func place(of error: any Error, file: String) -> SourcePlace {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            SourcePlace(file: file, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(_, let context):
            SourcePlace(file: file, line: context.mark.line, column: context.mark.column)
        default:
            SourcePlace(file: file, line: 1, column: 1)
        }
    }

    private static func firstLine(of error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping(let keys, _): "the same key twice: \(keys.joined(separator: ", "))"
        default: "\(error)"
        }
    }
}
