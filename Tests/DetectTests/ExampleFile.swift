import Foundation
import Model
import Testing

/// Whole pages written for the tests, in files of their own: `@@ condition name`, then the HTML.
struct ExamplePage: Sendable, CustomTestStringConvertible {
    var condition: SiteCondition
    var name: String
    var html: String

    var testDescription: String { "\(condition.rawValue) \(name)" }

    /// The pages of one file in `Examples`.
    static func read(_ file: String) -> [ExamplePage] {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Examples/" + file
        guard let data = FileManager.default.contents(atPath: path) else { fatalError("no file \(path)") }
        var pages: [ExamplePage] = []
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("@@ ") else {
                if !pages.isEmpty { pages[pages.count - 1].html += line + "\n" }
                continue
            }
            let words = line.dropFirst(3).split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2, let condition = SiteCondition(rawValue: words[0]) else {
                fatalError("\(file): bad mark \(line)")
            }
            pages.append(ExamplePage(condition: condition, name: words[1], html: ""))
        }
        return pages
    }
}
