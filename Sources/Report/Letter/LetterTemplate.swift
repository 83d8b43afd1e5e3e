import Foundation
import Mustache

/// The wording of a letter: a text file that people edit. Mustache for the values, a little markup for the form.
///
/// ```
/// hal: the subject, with {{values}}
/// ---
/// A paragraph; an empty line ends it.
///
/// 1. an item of a list
/// > words to take over as they are
/// # a heading
/// ! a note for whoever finishes the letter
/// ```
/// `{{name}}` is one line of harmless text; `{{#name}} … {{/name}}` stands only where there is something to say.
struct LetterTemplate: Sendable {
    let file: String
    private let subject: MustacheTemplate
    private let body: MustacheTemplate

    /// Reads a template and checks that every name in it is one of `names`.
    init(text: String, file: String, names: Set<String>) throws(ReportError) {
        self.file = file
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        try Self.check(lines, file: file, names: names)
        guard let first = lines.first, first.hasPrefix("hal:") else {
            throw .wording(file: file, line: 1, cause: "the first line must be 'hal: …', the subject")
        }
        guard let rule = lines.firstIndex(of: "---") else {
            throw .wording(file: file, line: 2, cause: "a line '---' must stand between the subject and the text")
        }
        subject = try Self.template(String(first.dropFirst(4)), file: file, line: 1)
        body = try Self.template(lines[(rule + 1)...].joined(separator: "\n"), file: file, line: rule + 2)
    }

    /// The subject and the blocks with values put in.
    func render(_ values: [String: Any]) -> (subject: String, blocks: [LetterDocument.Block]) {
        let text = body.render(values)
        return (PlainText.clean(subject.render(values), limit: 400), Self.blocks(text))
    }

    // MARK: Form

    private static func blocks(_ text: String) -> [LetterDocument.Block] {
        var blocks: [LetterDocument.Block] = []
        var paragraph: [String] = []
        var list: [String] = []
        func close() {
            if !list.isEmpty { blocks.append(.list(list)) }
            if !paragraph.isEmpty { blocks.append(.paragraph(line(paragraph.joined(separator: " ")))) }
            list = []
            paragraph = []
        }
        for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = raw.trimmingCharacters(in: .whitespaces)
            if text.isEmpty {
                close()
            } else if let item = item(text) {
                if !paragraph.isEmpty { close() }
                list.append(line(item))
            } else if let mark = text.first, "#>!".contains(mark), text.dropFirst().first == " " {
                close()
                blocks.append(marked(mark, line(String(text.dropFirst(2)))))
            } else if !list.isEmpty {
                list[list.count - 1] = line(list[list.count - 1] + " " + text)
            } else {
                paragraph.append(text)
            }
        }
        close()
        return blocks
    }

    private static func marked(_ mark: Character, _ text: String) -> LetterDocument.Block {
        switch mark {
        case "#": .heading(text)
        case ">": .quotation(text)
        default: .note(text)
        }
    }

    /// The text of `1. text`.
    private static func item(_ text: String) -> String? {
        let digits = text.prefix { $0.isNumber }
        guard !digits.isEmpty, digits.count < 4, text.dropFirst(digits.count).hasPrefix(". ") else { return nil }
        return String(text.dropFirst(digits.count + 2))
    }

    private static func line(_ text: String) -> String { PlainText.clean(text, limit: 4_000) }

    // MARK: Checks

    private static func template(_ text: String, file: String, line: Int) throws(ReportError) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
        } catch let error as MustacheTemplate.ParserError {
            throw .wording(file: file, line: line + error.context.lineNumber - 1, cause: "\(error.error)")
        } catch {
            throw .wording(file: file, line: line, cause: "\(error)")
        }
    }

    /// Every name between braces is one that the letter knows: else its value would silently be empty.
    private static func check(_ lines: [String], file: String, names: Set<String>) throws(ReportError) {
        for (index, line) in lines.enumerated() {
            for tag in line.matches(of: /\{\{\{?\s*([#^\/!]?)\s*([^}]*?)\s*\}?\}\}/) where tag.1 != "!" {
                guard names.contains(String(tag.2)) || tag.2 == "." else {
                    let known = names.sorted().joined(separator: ", ")
                    throw .wording(
                        file: file, line: index + 1,
                        cause: "'{{\(tag.2)}}' is not known here, expected one of: \(known)")
                }
            }
        }
    }
}
