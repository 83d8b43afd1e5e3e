import Testing

@testable import Rules

@Suite("Phrases and rules that can decide something")
struct DetectionReachTests {
    @Test("a phrase twice, and a phrase behind an open one")
    func shadowed() {
        let found = DetectionRules.shadowed(["ktp", "fotokop*", "fotokopi ktp", "ktp", "kk"])
        #expect(found.map(\.phrase) == ["fotokopi ktp", "ktp"])
        #expect(found.map(\.by) == ["fotokop*", "ktp"])
        #expect(DetectionRules.shadowed(["surat", "surat izin"]).isEmpty)
    }

    @Test("a rule that forbids what it asks for")
    func vetoed() {
        let sets: [String: Set<String>] = ["a": ["x"], "b": ["x", "y"], "c": ["z"]]
        func isVetoed(_ line: CueChoice, _ veto: CueChoice) -> Bool {
            DetectionRules.isVetoed(line, by: veto) { sets[$0] ?? [] }
        }
        #expect(isVetoed(CueChoice(words: ["a"]), CueChoice(words: ["b"])))
        #expect(isVetoed(CueChoice(typed: [.link]), CueChoice(typed: [.link])))
        #expect(!isVetoed(CueChoice(words: ["a", "c"]), CueChoice(words: ["b"])))
        #expect(!isVetoed(CueChoice(words: ["a"], typed: [.duration]), CueChoice(words: ["b"])))
    }
}
