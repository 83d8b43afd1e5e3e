import Model
import Testing

@testable import Detect

@Suite("Which item a line stands under")
struct OutlineTests {
    /// Items of the first line that holds the words.
    private func owners(of words: String, in html: String) -> [ItemKey] {
        let page = TestRules.page(html)
        let sheet = PageSheet(page: page, lexicon: TestRules.shared.detector.lexicon, status: 200, isHome: false)
        guard let line = sheet.lines.first(where: { sheet.text($0).contains(words) }) else { return [] }
        return ItemKey.allCases.filter(line.owners.contains)
    }

    @Test(
        "Every form of heading opens a section",
        arguments: [
            "<h2>Persyaratan</h2><p>Nilai</p>", "<p><b>Persyaratan</b></p><p>Nilai</p>",
            "<p>Persyaratan:</p><p>Nilai</p>",
            "<p>A. Persyaratan Pelayanan</p><p>Nilai</p>", "<p>Persyaratan</p><p>Nilai</p>",
            "<div class='card-title'>Persyaratan</div><div>Nilai</div>",
            "<p>Adapun persyaratan yang harus dipenuhi sebagai berikut:</p><p>Nilai</p>",
            "<details><summary>Persyaratan</summary><p>Nilai</p></details>",
            "<h4>Apa saja persyaratan mengurus KTP?</h4><p>Nilai</p>",
            "<table><tr><td>1</td><td>Persyaratan</td><td>:</td><td>Nilai</td></tr></table>",
            "<table><tr><th>Layanan</th><th>Persyaratan</th></tr><tr><td>KTP</td><td>Nilai</td></tr></table>",
            "<h2>Persyaratan</h2><h3>Untuk WNI</h3><p>Nilai</p>",
            "<h2>Persyaratan</h2><p>Untuk WNI:</p><p>Nilai</p>",
        ])
    func opens(_ html: String) { #expect(owners(of: "Nilai", in: html).contains(.persyaratan)) }

    @Test(
        "A section ends at the next heading of its level and where another item begins",
        arguments: [
            "<h2>Persyaratan</h2><p>KTP asli</p><h2>Galeri</h2><p>Nilai</p>",
            "<h2>Persyaratan</h2><p>KTP asli</p><h3>Biaya</h3><p>Nilai</p>",
            "<p><b>Persyaratan</b></p><p>KTP asli</p><p><b>Kontak lain</b></p><p>Nilai</p>",
            "<main><h2>Persyaratan</h2><p>KTP asli</p></main><footer><p>Nilai</p></footer>",
            "<p>Nilai</p><h2>Persyaratan</h2>",
            "<h2>Persyaratan Lelang</h2><p>Nilai</p>",
            "<nav><ul><li>Persyaratan</li></ul></nav><p>Nilai</p>",
        ])
    func ends(_ html: String) { #expect(!owners(of: "Nilai", in: html).contains(.persyaratan)) }

    @Test("Of overlapping words the first decides; vague words must be the whole heading")
    func words() {
        #expect(owners(of: "Nilai", in: "<h2>Jangka Waktu Pelayanan</h2><p>Nilai</p>") == [.jangkaWaktu])
        #expect(
            owners(of: "Nilai", in: "<h2>Waktu Pelayanan</h2><p>Nilai</p>") == [.jangkaWaktu, .jamLayanan])
        #expect(owners(of: "Nilai", in: "<h2>Waktu</h2><p>Nilai</p>").contains(.jangkaWaktu))
        #expect(owners(of: "Nilai", in: "<h2>Waktu yang baik bagi kita</h2><p>Nilai</p>").isEmpty)
        #expect(owners(of: "Nilai", in: "<h2>Persyaratan Pelayanan</h2><p>Nilai</p>") == [.persyaratan])
    }

    @Test("A line may carry its own label")
    func ownLabel() {
        let html = "<p>Biaya : Gratis</p><p>Waktu : 10 menit</p>"
        #expect(owners(of: "Gratis", in: html).contains(.biaya))
        #expect(owners(of: "menit", in: html).contains(.jangkaWaktu))
    }
}
