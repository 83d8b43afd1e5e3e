import Detect
import Model
import Parse
import Rules

@testable import Reader

/// Pages and rules the tests share.
enum ReadingSamples {
    static let book: RuleBook? = try? RuleBook.bundled()
    static let address = WebAddress("https://dinkes.contoh.go.id/layanan?id=1#atas")!

    static let html = """
        <html lang="id"><head><title>Standar Pelayanan</title><meta name="generator" content="WordPress 6">
        <link rel="canonical" href="/layanan"><meta name="description" content="Dinas"></head><body>
        <nav><a href="/">Beranda</a><a href="https://www.lapor.go.id/" rel="nofollow">LAPOR!</a></nav>
        <main><h1>Standar Pelayanan KTP</h1><h2>Persyaratan</h2><ol><li>Fotokopi kartu keluarga</li></ol>
        <table><tr><th>Waktu</th><td>3 hari kerja</td></tr><tr><th>Biaya</th><td>Tidak dipungut biaya</td></tr></table>
        <img src="/alur.jpg" alt="Alur pelayanan"><iframe src="https://drive.google.com/file/d/1/preview"></iframe>
        <time datetime="2026-02-03">3 Februari 2026</time><p style="display:none">slot gacor</p></main>
        <script>var a = 1;</script><footer>Jl. Merdeka 1 © 2026</footer></body></html>
        """

    static func request(_ html: String = html, path: String = "/layanan?id=1#atas") -> PageRequest {
        PageRequest(
            body: Array(html.utf8), address: WebAddress("https://dinkes.contoh.go.id" + path)!,
            contentType: "text/html; charset=utf-8")
    }

    static func pool(_ change: (inout ReaderLimits) -> Void = { _ in }) -> ReaderPool? {
        var limits = ReaderLimits()
        limits.readers = 1
        change(&limits)
        return book.map { ReaderPool(rules: $0.path + "/detection", limits: limits) }
    }
}
