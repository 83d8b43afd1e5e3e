import Foundation
import Testing

@testable import Report

/// What anybody must be able to read: contrast (WCAG 2.2, 1.4.3), table heads, language, pictures with words.
struct LooksTests {
    /// Every rule of a style sheet that sets a colour, with the ground it stands on.
    private func pairs(_ name: String) throws -> [(rule: String, ink: String, ground: String)] {
        let style = try TemplateFolder.text(name).replacing("var(--ink)", with: "#1b2430")
            .replacing("var(--soft)", with: "#4a5565").replacing("var(--brand)", with: "#12355b")
            .replacing("var(--link)", with: "#0b4f94").replacing("var(--pale)", with: "#f4f6f9")
        return style.matches(of: /([^{}]+)\{([^{}]*)\}/).compactMap { rule in
            guard let ink = rule.2.firstMatch(of: /(?:^|;)color:(#[0-9a-f]{3,6})/) else { return nil }
            let ground = rule.2.firstMatch(of: /background(?:-color)?:(#[0-9a-f]{3,6})/)
            let name = rule.1.trimmingCharacters(in: .whitespacesAndNewlines)
            // The banner is dark on screens and white on paper.
            let dark = name.hasPrefix(".kicker") || name.hasPrefix(".banner .facts")
            let isPrinted = String(ink.1) == "#333"
            return (name, String(ink.1), ground.map { String($0.1) } ?? (dark && !isPrinted ? "#12355b" : "#ffffff"))
        }
    }

    private func luminance(_ colour: String) -> Double {
        var digits = Array(colour.dropFirst())
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        let parts = stride(from: 0, to: 6, by: 2).map { at -> Double in
            let value = Double(Int(String(digits[at...at + 1]), radix: 16) ?? 0) / 255
            return value <= 0.040_45 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ one: String, _ other: String) -> Double {
        let values = [luminance(one), luminance(other)].sorted()
        return (values[1] + 0.05) / (values[0] + 0.05)
    }

    @Test func theMeasureIsRight() {
        #expect(abs(contrast("#000", "#ffffff") - 21) < 0.01)
        #expect(abs(contrast("#777777", "#fff") - 4.48) < 0.01)
    }

    @Test(arguments: ["style.css", "surat.css"])
    func everyColourIsReadable(_ name: String) throws {
        let pairs = try pairs(name)
        #expect(pairs.count > 4)
        for pair in pairs {
            #expect(contrast(pair.ink, pair.ground) >= 4.5, "\(pair.rule): \(pair.ink) on \(pair.ground)")
        }
    }

    @Test(arguments: [
        "index.html", "daftar-tanpa-situs.html", "perbandingan.html", "surat-kominfo.html", "index-en-cut-short.html",
    ])
    func everyPageTellsItsLanguageItsHeadsAndItsPictures(_ name: String) throws {
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Golden/\(name)")
        let page = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
        #expect(page.contains(name.contains("-en-") ? "<html lang=\"en\">" : "<html lang=\"id\">"))
        #expect(page.matches(of: /<th(?![a-z])(?![^>]*scope=)/).isEmpty)
        #expect(page.matches(of: /<svg(?![^>]*(?:aria-hidden|aria-label))/).isEmpty)
        #expect(page.matches(of: /<img(?![^>]*alt=)/).isEmpty)
        #expect(page.matches(of: /<h1/).count + (name.hasPrefix("surat") ? 1 : 0) == 1)
        #expect(page.contains("name=\"viewport\""))
    }
}
