import Rules
import Testing

@testable import Detect

@Suite("One automaton for all phrases")
struct PhraseAutomatonTests {
    /// Phrases met in a text, as they stand there.
    private func met(_ phrases: [String], in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return PhraseAutomaton(phrases).scan(text).map {
            String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
        }
    }

    @Test("Words are met whole, whatever stands between and around them")
    func borders() {
        #expect(met(["jam buka"], in: "JAM  BUKA: 08.00") == ["JAM  BUKA"])
        #expect(met(["visi misi"], in: "Visi & Misi") == ["Visi & Misi"])
        #expect(met(["jum at"], in: "Jum’at") == ["Jum’at"])
        #expect(met(["ktp"], in: "KTP") == ["KTP"])
    }

    @Test(
        "A word inside another word is not met",
        arguments: [
            ("lak", "pelaksana"), ("lapor", "laporan kinerja"), ("moto", "motor dinas"), ("moto", "foto"),
            ("skm", "skms"), ("ikm", "aikmel"), ("biaya", "pembiayaan"), ("alur", "jalur evakuasi"),
        ])
    func substrings(_ phrase: String, _ text: String) {
        #expect(met([phrase], in: text).isEmpty)
    }

    @Test("A phrase with a star goes on to the right, never to the left")
    func open() {
        #expect(met(["fotocop*"], in: "Fotocopy KTP dan fotocopian") == ["Fotocop", "fotocop"])
        #expect(met(["kop*"], in: "fotokopi").isEmpty)
    }

    @Test("Overlapping and nested phrases are all met, at any place")
    func overlap() {
        let found = met(["jangka waktu", "waktu pelayanan", "waktu", "pelayanan"], in: "Jangka waktu pelayanan")
        #expect(Set(found) == ["Jangka waktu", "waktu", "waktu pelayanan", "pelayanan"])
    }

    @Test("A scan of a range looks at nothing outside of it")
    func range() {
        let bytes = Array("biaya tarif biaya".utf8)
        var hits: [PhraseAutomaton.Hit] = []
        PhraseAutomaton(["biaya", "tarif"]).scan(bytes, 6..<11, into: &hits)
        #expect(hits.map(\.phrase) == [1])
        #expect(hits.first?.start == 6 && hits.first?.end == 11)
    }

    /// Words of few letters make phrases, parts of phrases and neither, again and again, with borders of every sort.
    @Test("A memory of words changes nothing", arguments: 1...20)
    func memory(_ seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let letters = Array("abAB1".utf8)
        func word() -> [UInt8] {
            // Some longer than a memory keeps.
            let length = random(12) == 0 ? 9 + random(16) : 1 + random(4)
            return (0..<length).map { _ in letters[random(letters.count)] }
        }
        func text(_ words: Int) -> String {
            let borders = [" ", " ", "  ", ", ", "–", ". ("]
            return (0..<words).map { _ in String(decoding: word(), as: UTF8.self) + borders[random(borders.count)] }
                .joined()
        }
        let phrases = (0..<60).map { _ in
            (0...random(3)).map { _ in String(decoding: word(), as: UTF8.self).lowercased() }.joined(separator: " ")
                + (random(5) == 0 ? "*" : "")
        }
        let automaton = PhraseAutomaton(Array(Set(phrases)))
        var memory = WordMemory()
        var met = 0
        for _ in 0..<40 {
            let bytes = Array(text(200).utf8)
            let range = random(40)..<(bytes.count - random(40))
            var plain: [PhraseAutomaton.Hit] = []
            var remembered: [PhraseAutomaton.Hit] = []
            automaton.scan(bytes, range, into: &plain)
            automaton.scan(bytes, range, &memory, into: &remembered)
            #expect(plain == remembered)
            met += plain.count
        }
        #expect(met > 100)
    }

    @Test("Nor does it with all phrases of the rules, in a text that is made of them")
    func memoryOfTheRules() throws {
        let lexicon = try Detector(RuleBook.bundled().detection).lexicon
        let words = lexicon.phrases.map { $0.filter { $0 != "*" } }
        // Phrase after phrase, then by pairs that the rules do not know.
        let text = words.joined(separator: " ") + zip(words, words.reversed()).map { "\($0) \($1), " }.joined()
        let bytes = Array(text.utf8)
        var memory = WordMemory()
        var plain: [PhraseAutomaton.Hit] = []
        var remembered: [PhraseAutomaton.Hit] = []
        lexicon.automaton.scan(bytes, 0..<bytes.count, into: &plain)
        lexicon.automaton.scan(bytes, 0..<bytes.count, &memory, into: &remembered)
        #expect(plain == remembered && plain.count > words.count)
    }

    @Test("No phrase, no text, no hit")
    func empty() {
        #expect(met([], in: "biaya").isEmpty)
        #expect(met(["biaya"], in: "").isEmpty)
        #expect(met(["biaya"], in: "–– ,.").isEmpty)
    }
}
