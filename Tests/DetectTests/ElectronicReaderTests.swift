import Detect
import Model
import Testing

@Suite("Electronic services a page leads to")
struct ElectronicReaderTests {
    private static let page = """
        <title>DPMPTSP Contoh</title><h1>DPMPTSP Contoh</h1><p>Kami melayani perizinan bagi masyarakat setiap hari kerja.</p>
        <p>Daftar lewat <a href="https://oss.go.id/">OSS RBA</a> atau <a href="https://sicantik.go.id/">SiCantik</a></p>
        <p>WhatsApp layanan 0812-3344-5566</p><footer><a href="https://www.lapor.go.id/">LAPOR!</a>
        <a href="https://oss.go.id/">oss.go.id</a></footer>
        """

    @Test("Each once, with place, words and target")
    func found() throws {
        let services = try #require(TestRules.shared.read(Self.page).electronic)
        #expect(services.map(\.kind) == [.oss, .licensing, .lapor, .whatsApp])
        let oss = try #require(services.first)
        #expect(oss.quotation == "OSS RBA" && oss.address?.host == "oss.go.id" && oss.place == "tautan di isi halaman")
        #expect(services.last?.quotation == "WhatsApp layanan 0812-3344-5566")
    }

    @Test("News about a channel is no channel; a page that is no site has none")
    func silent() {
        let news = """
            <title>Sosialisasi OSS</title><h1>Dinas gelar sosialisasi OSS</h1><p>Senin lalu dinas menggelar sosialisasi, ujarnya.</p>
            <p><a href='/berita/2'>Bimtek SiCantik bagi admin</a></p>
            """
        #expect(TestRules.shared.read(news, path: "/berita/sosialisasi-oss").electronic == [])
        #expect(
            TestRules.shared.read("<title>Account Suspended</title><a href='https://oss.go.id'>OSS</a>").electronic
                == nil)
    }
}
