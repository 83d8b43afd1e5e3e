import Foundation
import Model

/// Why a template of a message cannot be used.
public struct HookError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
}

/// A message to a service with a form of its own, Telegram's `sendMessage` for one: address and JSON in a file.
///
/// ```
/// https://api.telegram.org/bot123:ABC/sendMessage
/// {"chat_id": -100123, "text": "{{subject}}\n{{text:3500}}"}
/// ```
/// `{{subject}}` and `{{text}}` become JSON text; a number behind a colon is the most characters of it. The address is a
/// secret, so that the file belongs to its owner only (mode 600) and neither the store nor a process list has it.
public struct Hook: Sendable, Hashable {
    public let address: String
    private let template: String

    public init(file: String) throws(HookError) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
            let mode = attributes[.posixPermissions] as? Int, mode & 0o077 == 0,
            let data = FileManager.default.contents(atPath: file)
        else { throw HookError(description: "\(file) is missing or readable by others; run chmod 600") }
        do { try self.init(text: String(decoding: data, as: UTF8.self)) } catch {
            throw HookError(description: "\(file): \(error)")
        }
    }

    public init(text: String) throws(HookError) {
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        address = lines.first?.trimmingCharacters(in: .whitespaces) ?? ""
        template = lines.count > 1 ? String(lines[1]) : ""
        guard address.hasPrefix("https://") || address.hasPrefix("http://127.0.0.1") else {
            throw HookError(description: "the first line must be an https address")
        }
        guard template.contains("{{text") || template.contains("{{subject}}") else {
            throw HookError(description: "below the address stands JSON with {{subject}} and {{text}}")
        }
        _ = try body(Message(key: "", to: "", subject: "a\"b", body: "c\nd", due: Timestamp(milliseconds: 0)))
    }

    /// The JSON of a message.
    func body(_ message: Message) throws(HookError) -> Data {
        var filled = ""
        var rest = template[...]
        while let mark = rest.firstMatch(of: /\{\{(subject|text)(?::([0-9]{1,5}))?\}\}/) {
            filled += rest[..<mark.range.lowerBound]
            let words = mark.1 == "text" ? message.body : message.subject
            filled += try Self.escaped(mark.2.flatMap { Int($0) }.map { String(words.prefix($0)) } ?? words)
            rest = rest[mark.range.upperBound...]
        }
        filled += rest
        let data = Data(filled.utf8)
        guard (try? JSONSerialization.jsonObject(with: data)) != nil else {
            throw HookError(description: "what stands below the address is no JSON")
        }
        return data
    }

    /// As it stands between the quotes of a JSON text (RFC 8259, section 7).
    private static func escaped(_ text: String) throws(HookError) -> String {
        guard let data = try? JSONEncoder().encode(text) else { throw HookError(description: "a text is no JSON") }
        return String(String(decoding: data, as: UTF8.self).dropFirst().dropLast())
    }
}
