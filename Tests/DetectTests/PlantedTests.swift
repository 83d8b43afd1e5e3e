import Detect
import Model
import Testing

@Suite("What is planted where visitors do not look")
struct PlantedTests {
    private static let office =
        "<title>Kecamatan Contoh</title><h1>Kecamatan Contoh</h1><p>Pelayanan administrasi bagi warga kabupaten.</p>"

    @Test(
        "Links, colours, boxes of one pixel, scripts, canonical and hreflang",
        arguments: [
            "<a href='https://ab.example/'>slot gacor</a> <a href='https://cd.example/'>slot88</a>",
            "<p style='color:#fff;background:#FFF'>situs slot, toto slot, bandar togel</p>",
            "<div style='width:1px;height:1px;overflow:hidden'>situs toto dan agen judi bola</div>",
            "<div style='position:fixed;left:-9999px;z-index:1'>slot gacor maxwin</div>",
            "<noscript><a href='https://a.example'>judi bola</a><a href='https://b.example'>sbobet</a></noscript>",
            "<script>if(/googlebot/i.test(navigator.userAgent)){}else{location.href='https://rajatogel88.example'}</script>",
            "<link rel=canonical href='https://situsslot77.example/'><link rel=alternate hreflang=id href='https://togelku.example/'>",
            "<iframe src='https://slotgacor-a.example/'></iframe><iframe src='https://maxwin-b.example/'></iframe>",
        ])
    func planted(_ markup: String) { #expect(TestRules.shared.read(Self.office + markup).condition == .gambling) }

    @Test(
        "The same words told as news, in one link, or of another thing stay clean",
        arguments: [
            "<a href='/berita/1'>Polisi tangkap bandar togel online</a> <a href='/berita/2'>Warga diimbau jauhi slot online</a>",
            "<a href='/jadwal'>Slot jadwal dokter</a>",
            "<p>Deklarasi anti judi: slot gacor, togel online, sbobet, casino online dan poker online dilarang.</p>",
            "<script>googletag.defineSlot('/1/a');var r=document.referrer;location.href='/beranda'</script>",
            "<p style='color:#fff;background:#000'>Pengumuman bagi warga</p>",
        ])
    func clean(_ markup: String) { #expect(TestRules.shared.read(Self.office + markup).condition == .normal) }
}
