import Model
import Testing

@testable import Detect

/// The same content in the layouts that templates make of it: what owns a line is found by structure, not by words.
@Suite("One content, many layouts")
struct LayoutTests {
    private static let layouts: [(String, @Sendable (String, String) -> String)] = [
        ("heading", { "<h3>\($0)</h3><p>\($1)</p>" }),
        ("label row", { "<table><tr><td>\($0)</td><td>:</td><td>\($1)</td></tr></table>" }),
        (
            "numbered row",
            {
                "<table><tr><th>No</th><th>Komponen</th><th>Uraian</th></tr><tr><td>1</td><td>\($0)</td><td>\($1)</td></tr></table>"
            }
        ),
        (
            "column",
            {
                "<table><tr><th>No</th><th>Nama</th><th>\($0)</th></tr><tr><td>1</td><td>Surat</td><td>\($1)</td></tr></table>"
            }
        ),
        ("definition", { "<dl><dt>\($0)</dt><dd>\($1)</dd></dl>" }),
        ("bold line", { "<p><b>\($0)</b></p><p>\($1)</p>" }),
        ("colon", { "<p>\($0) : \($1)</p>" }),
        ("cell of a layout table", { "<table><tr><td><strong>\($0)</strong><br>\($1)</td></tr></table>" }),
        ("details", { "<details><summary>\($0)</summary><p>\($1)</p></details>" }),
        ("outline", { "<p>B. \($0.uppercased())</p><p>1. \($1)</p>" }),
        ("nested list", { "<ol><li>\($0)<ul><li>\($1)</li></ul></li></ol>" }),
        ("columns of a grid", { "<div class='row'><div>\($0)</div><div>:</div><div>\($1)</div></div>" }),
    ]

    private static let contents: [(ItemKey, String, String)] = [
        (.persyaratan, "Persyaratan", "Fotokopi KTP dan Kartu Keluarga"),
        (.jangkaWaktu, "Jangka Waktu Penyelesaian", "3 (tiga) hari kerja"),
        (.biaya, "Biaya/Tarif", "Tidak dipungut biaya"),
        (.kompetensiPelaksana, "Kompetensi Pelaksana Layanan", "Pendidikan minimal D3"),
        (.jumlahPelaksana, "Jumlah Pelaksana", "2 orang"),
        (.evaluasiKinerja, "Evaluasi Kinerja Pelaksana", "Survei Kepuasan Masyarakat setiap semester"),
    ]

    @Test(arguments: layouts.indices)
    func present(_ index: Int) {
        let (name, layout) = Self.layouts[index]
        for (item, heading, value) in Self.contents {
            let html = "<title>Surat Pindah</title><main><h1>Surat Pindah</h1>\(layout(heading, value))</main>"
            let reading = TestRules.shared.read(html, path: "/layanan/surat-pindah")
            #expect(reading.state(of: item) == .present, "\(item.rawValue) as \(name)")
        }
    }

    @Test("a heading without content is no content in any layout", arguments: layouts.indices)
    func filler(_ index: Int) {
        let (name, layout) = Self.layouts[index]
        for (item, heading, _) in Self.contents {
            for filler in ["...", "Belum tersedia", "-"] {
                let html = "<title>Surat Pindah</title><main><h1>Surat Pindah</h1>\(layout(heading, filler))</main>"
                let reading = TestRules.shared.read(html, path: "/layanan/surat-pindah")
                #expect(reading.state(of: item) != .present, "\(item.rawValue) as \(name) with \(filler)")
            }
        }
    }

    @Test("spans without a space between")
    func glued() {
        let html = "<div><span>Waktu</span><span>15 menit</span></div><div><span>Biaya</span><span>Gratis</span></div>"
        let reading = TestRules.shared.read("<main><h1>Surat Pindah</h1>" + html + "</main>", path: "/layanan")
        #expect(reading.state(of: .jangkaWaktu) == .present)
        #expect(reading.state(of: .biaya) == .present)
    }

    @Test("teasers of news own nothing, though their titles name an item")
    func teasers() {
        let html = """
            <main><h1>Bidang Metrologi</h1><h3>Kabar Terkini</h3>
            <h4><a href="/berita/sop">Asistensi Penyusunan SOP</a></h4><p>Peserta mengisi formulir dan petugas memeriksa.</p>
            <h4><a href="/berita/lain">Rapat</a></h4><p>Pemohon mengajukan berkas lalu menunggu.</p></main>
            """
        let reading = TestRules.shared.read(html)
        #expect(reading.state(of: .prosedur) != .present)
        #expect(reading.state(of: .persyaratan) != .present)
    }

    @Test("sentences are no names of services")
    func sentences() {
        let html = """
            <main><h1>Pelayanan Rawat Jalan</h1><p>Layanan ini diselenggarakan oleh puskesmas kami.</p>
            <p>Surat rujukan dibuat oleh dokter yang memeriksa.</p></main>
            """
        #expect(TestRules.shared.read(html).state(of: .produk) != .present)
    }

    @Test("the footer does not stand under the last tab of the page")
    func footer() {
        let html = """
            <main><ul><li><a data-toggle="tab" href="#a">Biaya</a></li></ul><div id="a"><p>Gratis</p></div></main>
            <footer><p>Rp 5.000 disumbangkan</p></footer>
            """
        let quotes = TestRules.shared.read(html).findings.filter { $0.item == .biaya && $0.state == .present }
        #expect(!quotes.isEmpty)
        #expect(!quotes.contains { $0.quotation.contains("5.000") })
    }
}
