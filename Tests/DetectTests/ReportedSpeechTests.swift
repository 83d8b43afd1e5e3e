import Model
import Testing

@testable import Detect

@Suite("What somebody is quoted with, and what a sentence has said")
struct ReportedSpeechTests {
    private func state(_ item: ItemKey, _ body: String, path: String = "/layanan/surat") -> ItemState {
        let html =
            "<html><head><title>Layanan Surat</title></head><body><main><h1>Layanan Surat</h1>\(body)</main></body></html>"
        return TestRules.shared.read(html, path: path).state(of: item)
    }

    @Test(
        "A quoted official makes no component, the office's own sentence does",
        arguments: [
            ("<p>Pengurusan surat ini tidak dipungut biaya.</p>", ItemState.present),
            ("<p>\u{201C}Pengurusan surat ini tidak dipungut biaya,\u{201D} kata camat.</p>", .absent),
            ("<p>\u{201C}Pengurusan surat ini tidak dipungut biaya,\u{201D} ujarnya.</p>", .absent),
            ("<p>Ia mengatakan pengurusan surat ini tidak dipungut biaya.</p>", .absent),
        ])
    func quoted(_ body: String, _ expected: ItemState) { #expect(state(.biaya, body) == expected) }

    @Test(
        "A word forbids its own sentence and those behind it, not the one before",
        arguments: [
            ("<p>Penerbitan surat tidak dipungut biaya. Bila ada yang meminta uang, laporkan.</p>", ItemState.present),
            ("<p>Parkir motor di kantor. Penerbitan surat tidak dipungut biaya.</p>", .absent),
        ])
    func sentences(_ body: String, _ expected: ItemState) { #expect(state(.biaya, body) == expected) }

    @Test(
        "Sentences end at a mark before a capital, not at short forms and numbers",
        arguments: [
            ("Surat gratis. Laporkan pungutan!", [13]), ("Antre di Jl. Merdeka No. 5 Kota", []),
            ("1. Pemohon datang", []), ("Sudah siap? Ambil di loket; bawa KTP.", [11, 27]), ("Telp. Kantor", []),
        ])
    func ends(_ line: String, _ expected: [Int]) {
        let text = Array(line.utf8)
        #expect(SentenceEnds.of(text, text.indices) == expected)
    }

    @Test(
        "A report begins with a place in capitals and a dash",
        arguments: [
            ("PALU, Kabar Kota \u{2013} Kepala Dinas mengajak warga", true), ("KUNINGAN (KK) - Uji kendaraan", true),
            ("JAKARTA, BERITA.com -- Gubernur", true), ("KOTAK SARAN: di lobi - setiap hari", false),
            ("Kantor camat - buka setiap hari", false), ("SKCK dibuat di Polsek. Syarat - KTP", false),
            ("LANTAI 2", false), ("KTP - asli", false),
        ])
    func pressLead(_ line: String, _ expected: Bool) { #expect(PressLead.begins(ArraySlice(line.utf8)) == expected) }

    @Test("The address of a report is a headline: eight words or more")
    func headline() {
        #expect(PageSheet.isHeadline("dinas-bagikan-cara-membuat-kartu-kuning-ini-syaratnya"))
        #expect(!PageSheet.isHeadline("syarat-membuat-kartu-kuning"))
    }

    @Test("A gambling page that no office wrote has no items; gambling planted on an office's page takes none away")
    func gambling() {
        let foreign = """
            <html><head><title>RAJA99 Slot Gacor</title></head><body><h1>RAJA99 Situs Slot Gacor Maxwin</h1>
            <p>Daftar slot gacor tidak dipungut biaya, layanan deposit 24 jam.</p></body></html>
            """
        let page = TestRules.shared.read(foreign)
        #expect(page.condition == .gambling)
        #expect(page.findings.isEmpty)
        let office = """
            <html><head><title>Layanan - Kecamatan Contoh</title></head><body><h1>Layanan Kecamatan Contoh</h1>
            <p>Dinas dan kelurahan melayani masyarakat kabupaten.</p><h3>Biaya</h3><p>Tidak dipungut biaya</p>
            <div style="display:none"><a href="https://raja99.example/">slot gacor maxwin</a>
            <a href="https://raja98.example/">judi slot online</a></div></body></html>
            """
        #expect(TestRules.shared.read(office).state(of: .biaya) == .present)
    }
}
