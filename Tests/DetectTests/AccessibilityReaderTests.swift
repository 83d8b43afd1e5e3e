import Detect
import Model
import Testing

@Suite("Basic accessibility, from the markup alone")
struct AccessibilityReaderTests {
    private static let good = """
        <html lang="id"><head><title>Dinas Contoh</title><meta name="viewport" content="width=device-width, initial-scale=1">
        </head><body><h1>Dinas Contoh</h1><h2>Layanan</h2><img src="a.png" alt="Loket"><img src="garis.png" alt="">
        <form><label for="n">Nama</label><input id="n" name="nama"><label>Isi <textarea></textarea></label>
        <input type="text" aria-label="Cari"><input type="hidden" name="t"><input type="submit" value="Kirim"></form>
        <p>Kantor melayani masyarakat setiap hari kerja.</p></body></html>
        """
    private static let bad = """
        <html><head><meta name="viewport" content="width=device-width, maximum-scale=1.0, user-scalable=no"></head><body>
        <h3>Layanan</h3><h2>Profil</h2><h4>Visi</h4><img src="/img/foto1.jpg"><form><input name="cari" placeholder="Cari">
        <select name="bulan"><option>Mei</option></select></form><p>Kantor melayani masyarakat setiap hari kerja.</p></body></html>
        """

    private func facts(_ html: String) -> [AccessibilityFact.Check: AccessibilityFact] {
        let facts = TestRules.shared.read(html).accessibility ?? []
        return Dictionary(uniqueKeysWithValues: facts.map { ($0.check, $0) })
    }

    @Test("A page that does it right has no failures")
    func clean() {
        for (check, fact) in facts(Self.good) { #expect(fact.failures == 0, "\(check): \(fact.places)") }
        #expect(facts(Self.good)[.imageText]?.looked == 2)
        #expect(facts(Self.good)[.fieldLabel]?.looked == 3)
    }

    @Test(
        "Each failure is counted, with its places",
        arguments: [
            (AccessibilityFact.Check.language, 1, [String]()), (.title, 1, []), (.imageText, 1, ["foto1.jpg"]),
            (.fieldLabel, 2, ["cari", "bulan"]), (.headingOrder, 2, ["h0 → h3: Layanan", "h2 → h4: Visi"]),
            (.zoom, 1, ["width=device-width, maximum-scale=1.0, user-scalable=no"]), (.viewport, 0, []),
        ])
    func failures(_ check: AccessibilityFact.Check, _ count: Int, _ places: [String]) {
        let fact = facts(Self.bad)[check]
        #expect(fact?.failures == count)
        #expect(fact?.places == places)
    }

    @Test(
        "Zoom is forbidden by a scale below two or by name, not by an initial scale",
        arguments: [
            ("width=device-width", 0), ("width=device-width, maximum-scale=5", 0), ("maximum-scale=1", 1),
            ("user-scalable=0", 1), ("initial-scale=1.0", 0), ("user-scalable=yes, maximum-scale=2.0", 0),
        ])
    func zoom(_ viewport: String, _ failures: Int) {
        let html = "<html lang=id><meta name=viewport content='\(viewport)'><title>x</title><p>Kantor Dinas</p>"
        #expect(facts(html)[.zoom]?.failures == failures)
    }

    @Test("A statement that only a picture carries is named")
    func picture() {
        let html =
            "<title>Dinas</title><h1>Dinas</h1><p>Profil dinas</p><img src='/u/maklumat.jpg' alt='Maklumat Pelayanan'>"
        #expect(facts(html)[.imageOnly]?.failures == 1)
        #expect(facts(html)[.imageOnly]?.places.first?.hasPrefix("maklumat: ") == true)
    }
}
