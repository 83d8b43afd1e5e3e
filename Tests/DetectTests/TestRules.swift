import Detect
import Foundation
import Model
import Parse
import Rules

/// The shipped rules, read once for all tests.
struct TestRules: Sendable {
    static let shared = TestRules()

    let rules: DetectionRules
    let detector: Detector

    private init() {
        do {
            rules = try DetectionRules.load(folder: Self.folder)
            detector = try Detector(rules)
        } catch {
            fatalError("the shipped detection rules do not load: \(error)")
        }
    }

    /// The rule files in the sources; tests run from the package.
    static var folder: String {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return sources.deletingLastPathComponent().path + "/Sources/Rules/Resources/detection"
    }

    var examples: RuleExamples { RuleExamples(rules, detector: detector) { Self.page($0) } }

    /// A page of HTML at an address.
    static func page(_ html: String, path: String = "/contoh") -> ParsedPage {
        guard let address = WebAddress("https://dinas.contoh.example" + path) else { fatalError("bad path \(path)") }
        return PageParser.parse(Array(html.utf8), address: address, contentType: "text/html; charset=utf-8")
    }

    func read(_ html: String, path: String = "/contoh", isHome: Bool = false) -> PageReading {
        detector.read(Self.page(html, path: path), status: 200, isHome: isHome)
    }
}
