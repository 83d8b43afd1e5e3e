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

    /// The middle cell of an old layout table: an outline with its own labels, a menu to the left, a poll to the right.
    private static let laidOut = """
        <table><tr><td><a href='/visi'>Visi Misi</a><br><a href='/buku'>Buku Tamu</a></td><td>I. IZIN KERAMAIAN<br>
        A. Dasar : Perkap Nomor 7 Tahun 2012<br>B. Syarat<br>1. Permohonan panitia<br>2. Susunan acara<br>
        C. Waktu : 1 hari<br>D. Biaya : tidak ada<br></td><td>POLLING</td></tr></table>
        """

    @Test(
        "A cell that holds an outline lays the page out: its lines stand under their own labels",
        arguments: [("1 hari", [ItemKey.jangkaWaktu]), ("tidak ada", [.biaya])])
    func layoutCell(_ words: String, _ items: [ItemKey]) {
        let found = owners(of: words, in: Self.laidOut)
        #expect(items.allSatisfy(found.contains))
        #expect(!found.contains(.visiMisi))
    }

    @Test("A cell with a long list keeps the label to its left")
    func longCell() {
        let list = (1...9).map { "<li>Fotokopi berkas nomor \($0)</li>" }.joined()
        let html = "<table><tr><td>Persyaratan</td><td><ol>\(list)</ol></td></tr></table>"
        #expect(owners(of: "nomor 9", in: html) == [.persyaratan])
    }

    @Test("A dashed line among the steps is a step, whatever it begins with")
    func dashedStep() {
        let steps = "- Mengisi formulir<br>- Survey lokasi oleh petugas<br>- Nilai"
        let html = "<p><b>Prosedur Pemasangan:</b></p><p>\(steps)</p>"
        #expect(owners(of: "Nilai", in: html) == [.prosedur])
    }
}
