import Foundation
import Testing

@testable import Rules

/// The quick reader and libyaml must agree wherever the quick one speaks.
@Suite struct PlainYAMLTests {
    /// Every rule file reads as libyaml reads it, places too; those that every reader process reads at its start are plain.
    @Test func everyRuleFileReadsAsLibyamlReadsIt() throws {
        let folder = try RuleFolder.find()
        let names = try folder.ruleFiles().filter { $0.hasSuffix(".yaml") }
        #expect(names.count > 20)
        for name in names {
            let text = String(decoding: try folder.bytes(name), as: UTF8.self)
            guard let plain = PlainYAML.read(text) else {
                #expect(!name.hasPrefix("detection/"), "\(name) is not plain and would be read slowly")
                continue
            }
            #expect(try plain == RuleTree.byLibyaml(text), "\(name) reads otherwise")
        }
    }

    @Test(arguments: [
        "a: b\n", "a: 'it''s'\n", "a: \"x \\\" \\\\ y\"\n", "- a\n- b\n", "a:\n- 1\n- 2\nb: c\n",
        "a:\n  - 1\n  - 2\nb: c\n",
        "- a: 1\n  b: 2\n- a: 3\n", "a: [b, c , 'd, e']\n", "a: {b: c, d: [e, f]}\n", "a: [b,\n    c]  # said\n",
        "# first\na: b # last\n\n# between\nc: d\n", "a: http://b.c/?d=e#f\n", "a: -b\n", "- - a\n  - b\n- c\n",
        "a: []\n",
        "a: {}\n", "é: ü, ß\nb: {é: ü}\n", "a:   b  c  \n", "a:\n  b\n", "- -1.5\n", "a: [b, c,]\n",
        "a: {\n  b: c,\n  d: e\n}\n",
        "'a b': c\n", "a: [x?, y?z]\n", "a: b - c\n", "a: 'b' # c\n", "plain\n", "a: b'c\"d\n",
    ])
    func readsAsLibyaml(_ text: String) throws {
        let plain = try #require(PlainYAML.read(text))
        #expect(try plain == RuleTree.byLibyaml(text))
    }

    /// What is not plain is left to libyaml, which also says what is wrong.
    @Test(arguments: [
        "", "\n", "# only\n", "a: b", "a: &x b\nc: *x\n", "a: !!str b\n", "a: |\n  b\n", "a: >-\n  b\n", "a: b\n  c\n",
        "a:\n",
        "a:\nb: c\n", "a: b\na: c\n", "a: {b: c, b: d}\n", "a: b: c\n", "---\na: b\n", "a: b\n---\nc: d\n", "\ta: b\n",
        "a: 'b\n",
        "a: 'b\n  c'\n", "a: \"\\n\"\n", "a: [b\n", "a: [b c\n  d]\n", "a: [b: c]\n", "a: {b}\n", "a: b\n c: d\n",
        "- a\n b\n",
        "? a\n: b\n", "a : b\n", "\"a\"b: c\n", "a: @b\n", "a: `b\n", "%a\n", "a: b\r\n", "a: \u{85}b\n", "a: 'b'#c\n",
        "- \n  - a\n",
        "- a\nb: c\n", "a: b\n- c\n", "[a]: b\n", "a: [, b]\n", "a: [b,,c]\n", "a: b\n...\n",
    ])
    func leavesTheRestToLibyaml(_ text: String) { #expect(PlainYAML.read(text) == nil) }

    /// Whatever is done to a text, the quick reader never says anything else than libyaml.
    @Test func neverSaysAnythingElse() throws {
        let text = "a: {b: 'c', d: [e, f]} # g\nh:\n  - i: j\n    k: \"l\"\n  - -m\nn: o\n"
        let signs = Array(" \n-:#,[]{}'\"?ax\t&*|>!%@\\.".utf8)
        let bytes = Array(text.utf8)
        var read = 0
        for place in bytes.indices {
            for sign in signs {
                var put = bytes
                put.insert(sign, at: place)
                var instead = bytes
                instead[place] = sign
                for changed in [put, instead] {
                    let changed = String(decoding: changed, as: UTF8.self)
                    guard let plain = PlainYAML.read(changed) else { continue }
                    read += 1
                    #expect(try plain == RuleTree.byLibyaml(changed), "\(changed)")
                }
            }
        }
        #expect(read > 500)
    }

    @Test func aliasesDoNotFillTheMemory() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(throws: RuleTree.TooMuch.self) { try RuleTree.read(text) }
    }

    @Test func deepNestingIsLibyamls() {
        #expect(PlainYAML.read(String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "\n") == nil)
    }
}
