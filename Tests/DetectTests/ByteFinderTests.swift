import Testing

@testable import Detect

/// Parts of addresses, found wherever they stand.
@Suite struct ByteFinderTests {
    private func met(_ texts: [String], in text: String) -> [Int] {
        var finder = ByteFinder()
        for (meaning, text) in texts.enumerated() { finder.add(text, meaning: meaning) }
        var mask = WordMask()
        finder.find(in: Array(text.utf8), &mask)
        return texts.indices.filter { mask.contains($0) }
    }

    @Test(arguments: [
        (["oss.go.id", "lapor.go.id"], "oss.go.id/login", [0]),
        (["oss.go.id", "go.id"], "www.oss.go.id", [0, 1]),
        (["spse.", "spse"], "https-spse", [1]),
        (["aa"], "baab", [0]),
        (["x"], "a/x", [0]),
        (["x", "ab"], "", []),
        (["abc"], "ab", []),
        (["", "b"], "b", [1]),
    ])
    func findsWhatStandsThere(texts: [String], text: String, found: [Int]) { #expect(met(texts, in: text) == found) }
}

/// One walk over a line says what five said.
@Suite struct LineBytesTests {
    private func read(_ text: String, content: Int = 0) -> LineBytes {
        let bytes = Array(text.utf8)
        return LineBytes(bytes.span, content: content)
    }

    @Test func tellsValuesColonsAndText() {
        #expect(read("Biaya: 5").mayHoldValue && read("Biaya: 5").hasColon)
        #expect(!read("Biaya:").hasColon && !read("Biaya:").mayHoldValue)
        #expect(read("a@b").mayHoldValue && read("a@b").isText == false)
        #expect(read("1. ab", content: 3).isText == false && read("1. abc", content: 3).isText)
        #expect(read("- 7", content: 2).isText)
        #expect(read("").isText == false && read("").isSentence == false)
    }

    @Test(arguments: [
        ("A -> B => C", 2), ("A → B ➔ C", 2), ("A » B ▶ C", 2), ("A > B", 1), ("A>B", 0), ("a >> b", 1), ("é — ü", 0),
    ])
    func countsArrows(text: String, arrows: Int) { #expect(read(text).arrows == arrows) }

    @Test func countsCommasAndKnowsSentences() {
        #expect(read("satu, dua; tiga,empat").commas == 2)
        #expect(read("Pelayanan ini gratis untuk semua warga.").isSentence)
        #expect(read("Pelayanan untuk semua warga. Tanpa biaya").isSentence)
        #expect(!read("No. 12 Tahun 2009 tentang pelayanan publik").isSentence)
        #expect(!read("Pendek.").isSentence)
    }
}
