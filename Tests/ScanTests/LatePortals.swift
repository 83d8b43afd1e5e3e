import Farm

/// The portals of the fifth world.
extension LateRegion {
    private func home(_ body: String) -> FarmReply {
        WidePages.bare(
            "Pemerintah \(name)",
            "<h1>Portal Resmi Pemerintah \(name)</h1>\(body)<section><h3>Kabar</h3><p>Wali kota dan bupati se-eks karesidenan bertemu di pendopo.</p></section>"
        )
    }

    private func lines(_ make: (Entry) -> String) -> String { entries.map(make).joined(separator: "\n") }

    mutating func addPortal() {
        let site: [String: FarmReply]
        switch habit {
        case .namesOnly:
            site = [
                "/": home("<nav><a href=/struktur>Struktur Pemerintahan</a></nav>"),
                "/struktur": WidePages.bare(
                    "Struktur Pemerintahan",
                    "<h1>Perangkat Daerah</h1><ol>\(lines { "<li>\($0.name)</li>" })</ol>"),
            ]
        case .letters: site = letters
        case .linkedData: site = linkedData
        case .otherHost: site = otherHost()
        case .picture:
            site = [
                "/": home("<nav><a href=/opd>Organisasi Perangkat Daerah</a></nav>"),
                "/opd": WidePages.bare(
                    "Organisasi Perangkat Daerah",
                    "<h1>Daftar OPD dan Alamat Website</h1><p><img src=/storage/daftar-opd.png width=100% alt='Daftar OPD'></p>"
                ),
                "/storage/daftar-opd.png": .bytes(
                    [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], type: "image/png"),
            ]
        case .scrolling: site = scrolling
        case .smallTables:
            site = [
                "/": home("<nav><a href=/profil>Profil</a><a href=/dinas-badan>Dinas dan Badan</a></nav>"),
                "/profil": WidePages.bare("Profil", "<h1>Sejarah</h1><p>Berdiri tahun 1549.</p>"),
                "/dinas-badan": WidePages.bare(
                    "Dinas dan Badan",
                    lines {
                        "<table><tr><th colspan=2>\($0.name)</th></tr><tr><td>Alamat</td><td>Jl. Diponegoro \($0.number)</td></tr><tr><td>Telepon</td><td>(0291) 43\($0.number)</td></tr><tr><td>Laman</td><td>\($0.href.map { "<a href=\"\($0)\">kunjungi</a>" } ?? "-")</td></tr></table>"
                    }),
            ]
        case .markers:
            let marks = lines {
                "L.marker([-2.2\($0.number), 113.9\($0.number)]).addTo(map).bindPopup(\"<b>\($0.name)</b><br><a href='\($0.href ?? "#")' target='_blank'>Website</a>\");"
            }
            site = [
                "/": home("<nav><a href=/peta-opd>Peta Lokasi OPD</a></nav>"),
                "/peta-opd": WidePages.bare(
                    "Peta Lokasi OPD",
                    "<h1>Peta Lokasi OPD</h1><div id=map></div><script>var map = L.map('map');\n\(marks)\n</script>"),
            ]
        }
        region.plain[region.domain] = site
    }

    private var letters: [String: FarmReply] {
        let first = Set(entries.compactMap(\.name.first)).sorted()
        let bar = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { "<a href='/opd?huruf=\($0)'>\($0)</a>" }.joined(separator: " ")
        var pages: [String: FarmReply] = [
            "/": home("<nav><a href=/opd>Indeks OPD</a></nav>"),
            "/opd": WidePages.bare("Indeks OPD", "<h1>Indeks OPD</h1><p>\(bar)</p><p>Pilih huruf.</p>"),
        ]
        for letter in first {
            let items = entries.filter { $0.name.first == letter }.map {
                "<li><a href=\"\($0.href ?? "#")\">\($0.name)</a></li>"
            }.joined()
            pages["/opd?huruf=\(letter)"] = WidePages.bare(
                "Indeks OPD", "<h1>Indeks OPD</h1><p>\(bar)</p><ul>\(items)</ul>")
        }
        return pages
    }

    private var linkedData: [String: FarmReply] {
        let items = entries.enumerated().map { at, entry in
            "{\"@type\":\"ListItem\",\"position\":\(at + 1),\"item\":{\"@type\":\"GovernmentOrganization\",\"name\":\"\(entry.name)\",\"url\":\"\(entry.href ?? "")\"}}"
        }.joined(separator: ",")
        return [
            "/": home("<nav><a href=/direktori>Direktori Instansi</a></nav>"),
            "/direktori": WidePages.bare(
                "Direktori Instansi",
                "<h1>Direktori</h1><script type=application/ld+json>{\"@context\":\"https://schema.org\",\"@type\":\"ItemList\",\"itemListElement\":[\(items)]}</script>\(lines { "<a href=\"\($0.href ?? "#")\" aria-label=\"\($0.name)\"><svg width=20><use href='#i'/></svg></a>" })"
            ),
        ]
    }

    private mutating func otherHost() -> [String: FarmReply] {
        let host = "direktori.\(region.domain)"
        region.plain[host] = [
            "/": WidePages.bare(
                "Direktori Situs \(name)",
                "<h1>Direktori Situs</h1><div class=grid>\(lines { "<a class=tile href=\"\($0.href ?? "#")\" data-bs-toggle=tooltip data-bs-original-title=\"\($0.name)\"><b>\($0.short)</b></a>" })</div>"
            )
        ]
        return ["/": home("<nav><a href=/kontak>Kontak</a><a href='http://\(host)/'>Situs OPD</a></nav>")]
    }

    private var scrolling: [String: FarmReply] {
        func cards(_ range: Range<Int>) -> String {
            entries[range].map {
                "<div class=card><h4>\($0.name)</h4><a href=\"\($0.href ?? "#")\">Selengkapnya</a></div>"
            }.joined()
        }
        let count = entries.count
        var pages: [String: FarmReply] = [
            "/": home("<nav><a href=/perangkat-daerah>Perangkat Daerah</a></nav>"),
            "/perangkat-daerah": WidePages.bare(
                "Perangkat Daerah",
                "<h1>Perangkat Daerah</h1><div id=kartu data-next-page='/perangkat-daerah/muat?hal=2'>\(cards(0..<min(6, count)))</div><div class=spinner>Memuat...</div><script src=/js/gulir.js></script>"
            ),
            "/js/gulir.js": .page(
                "window.addEventListener('scroll',function(){var k=document.getElementById('kartu');if(dekatBawah()){$.get(k.dataset.nextPage,function(h){k.insertAdjacentHTML('beforeend',h)})}})",
                type: "text/javascript"),
        ]
        for (page, start) in stride(from: 6, to: count, by: 6).enumerated() {
            pages["/perangkat-daerah/muat?hal=\(page + 2)"] = .page(cards(start..<min(start + 6, count)))
        }
        return pages
    }
}
