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

    @Test("No phrase, no text, no hit")
    func empty() {
        #expect(met([], in: "biaya").isEmpty)
        #expect(met(["biaya"], in: "").isEmpty)
        #expect(met(["biaya"], in: "–– ,.").isEmpty)
    }
}
