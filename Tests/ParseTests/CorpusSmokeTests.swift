import Foundation
import Model
import Testing

@testable import Parse

/// Reads every page of the labelled corpus, when it is there (`RONDA_CORPUS`, else ../shared/corpus beside the checkout).
@Suite struct CorpusSmokeTests {
    private struct Label: Decodable {
        struct Structure: Decodable {
            var textChars: Int

            enum CodingKeys: String, CodingKey { case textChars = "text_chars" }
        }

        var file: String
        var structure: Structure
    }

    private static let folder: String? = {
        let beside = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../../shared/corpus").standardizedFileURL.path
        let places = [ProcessInfo.processInfo.environment["RONDA_CORPUS"], beside, "../shared/corpus"].compactMap { $0 }
        return places.first { FileManager.default.fileExists(atPath: $0 + "/dev/labels.jsonl") }.map { $0 + "/dev" }
    }()

    @Test(.enabled(if: folder != nil, "no corpus here"))
    func `every page of the corpus gives its text`() throws {
        let folder = try #require(Self.folder)
        let labels = try String(contentsOfFile: folder + "/labels.jsonl", encoding: .utf8).split(separator: "\n")
        for line in labels {
            let label = try JSONDecoder().decode(Label.self, from: Data(line.utf8))
            let body = try #require(FileManager.default.contents(atPath: folder + "/" + label.file))
            let page = PageParser.parse([UInt8](body), address: WebAddress("https://a.go.id/")!, contentType: nil)
            if label.structure.textChars > 200 {
                #expect(page.text.count > label.structure.textChars / 3, "\(label.file)")
            }
            #expect(page.blocks.allSatisfy { $0.text.upperBound <= page.text.count && $0.heading < page.blocks.count })
            #expect(page.blocks.allSatisfy { $0.links.upperBound <= page.links.count })
        }
        #expect(labels.count > 100)
    }
}
