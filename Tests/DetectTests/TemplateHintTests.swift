import Detect
import Model
import Parse
import Testing

@Suite("Hints for known templates")
struct TemplateHintTests {
    private static let page = """
        <html><head><title>Dinas Contoh</title><link rel="stylesheet" href="/wp-content/plugins/elementor/a.css"></head><body>
        <main><div class="elementor-widget-container"><div class="elementor-cta__title">Biaya Pelayanan</div>
        <div>Pengurusan surat oleh kantor dinas: gratis bagi semua warga</div></div>
        <div class="elementor-posts-container"><div>Kabar</div><div>Jam 08.00 - 10.00 rapat kerja</div></div></main></body></html>
        """

    private func parse(_ hints: [TemplateHint]) -> ParsedPage {
        let plain = TestRules.page(Self.page)
        return PageParser.parse(
            Array(Self.page.utf8), address: plain.address, contentType: "text/html", hints: hints)
    }

    @Test("A page of a known template is read once more, and says so")
    func twice() {
        let (page, reading) = TestRules.shared.detector.read(status: 200, isHome: false, parse: parse)
        #expect(reading.template?.hints?.contains("elementor") == true)
        let heading = page.blocks.first { page.text(of: $0) == "Biaya Pelayanan" }
        #expect(heading?.marks.contains(.titleClass) == true)
        #expect(page.blocks.first { page.text(of: $0) == "Kabar" }?.zone == .aside)
    }

    @Test("Without hints the same names mean less, and a page of no known template is read once")
    func once() {
        #expect(parse([]).blocks.first { $0.zone == .aside } == nil)
        var calls = 0
        let address = parse([]).address
        _ = TestRules.shared.detector.read(status: 200, isHome: false) { hints in
            calls += 1
            #expect(hints.isEmpty)
            return PageParser.parse(Array("<p>Kantor</p>".utf8), address: address, contentType: nil, hints: hints)
        }
        #expect(calls == 1)
    }
}
