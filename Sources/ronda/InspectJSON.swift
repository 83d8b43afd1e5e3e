import Foundation
import Model

/// A JSON value of a question or an answer.
enum InspectJSON: Sendable, Equatable, Codable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([InspectJSON])
    case object([String: InspectJSON])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else if let array = try? value.decode([InspectJSON].self) {
            self = .array(array)
        } else {
            self = .object(try value.decode([String: InspectJSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let bool): try container.encode(bool)
        case .number(let number): try container.encode(number)
        case .string(let string): try container.encode(string)
        case .array(let array): try container.encode(array)
        case .object(let object): try container.encode(object)
        }
    }

    /// One line, keys sorted.
    var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return #"{"error":"the answer cannot be written as JSON"}"# }
        return String(decoding: data, as: UTF8.self)
    }

    static func text(_ text: String?) -> InspectJSON { text.map(InspectJSON.string) ?? .null }

    static func count(_ number: Int) -> InspectJSON { .number(Double(number)) }

    static func texts(_ texts: [String]) -> InspectJSON { .array(texts.map(InspectJSON.string)) }

    /// The text of a string; empty for anything else.
    var asText: String {
        if case .string(let text) = self { return text }
        return ""
    }

    /// The elements of an array; none for anything else.
    var asArray: [InspectJSON] {
        if case .array(let array) = self { return array }
        return []
    }

    /// A field of an object.
    subscript(_ key: String) -> InspectJSON {
        if case .object(let object) = self { return object[key] ?? .null }
        return .null
    }
}

/// One question: the fields of a JSON object.
struct InspectQuestion: Sendable {
    let fields: [String: InspectJSON]

    /// Reads one line; throws what is wrong with it.
    init(line: String) throws(InspectError) {
        guard let value = try? JSONDecoder().decode(InspectJSON.self, from: Data(line.utf8)) else {
            throw InspectError("the line is not JSON")
        }
        guard case .object(let fields) = value else { throw InspectError("the line is not a JSON object") }
        self.fields = fields
    }

    init(_ fields: [String: InspectJSON]) { self.fields = fields }

    func string(_ key: String) -> String? {
        if case .string(let text) = fields[key] { return text }
        return nil
    }

    func required(_ key: String) throws(InspectError) -> String {
        guard let text = string(key) else { throw InspectError("'\(key)' is missing or no text") }
        return text
    }

    /// `body_base64`, else `body` in UTF-8.
    func body() throws(InspectError) -> [UInt8] {
        if let text = string("body_base64") {
            guard let data = Data(base64Encoded: text) else { throw InspectError("'body_base64' is no base64") }
            return [UInt8](data)
        }
        guard let text = string("body") else { throw InspectError("'body' or 'body_base64' is missing") }
        return Array(text.utf8)
    }

    func address(_ key: String) throws(InspectError) -> WebAddress {
        let text = try required(key)
        guard let address = WebAddress(text) else { throw InspectError("'\(key)' is no http(s) address") }
        return address
    }
}

/// What is wrong with a question, in one sentence.
struct InspectError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
