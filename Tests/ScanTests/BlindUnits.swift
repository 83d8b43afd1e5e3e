import Farm
import Model

/// The units of a region of the sixth world: health centres on a shared host, a hospital with a hero's name, districts.
extension BlindRegion {
    mutating func addUnits() {
        addHealth()
        addDistricts()
        let hub = "diskominfo.\(domain)"
        region.plain[hub] = BlindPages.site(
            "Dinas Komunikasi, Informatika, Statistik dan Persandian", "Diskominfo", name, skin: 0,
            extra:
                "<aside><h4>Tautan</h4><ul>\(sisterLinks)<li><a href='http://\(domain)/'>\(name)</a></li></ul></aside>")
        row(
            "Dinas Komunikasi, Informatika, Statistik dan Persandian", "kominfo", "hub: listed and alive", [.active],
            listed: "http://\(hub)/")
    }

    private mutating func addHealth() {
        let shared = "pkm.\(domain)"
        region.plain[shared] = [
            "/": WidePages.bare(
                "Puskesmas \(name)", "<h1>Puskesmas se-\(name)</h1><a href=/simpangtiga>Simpang Tiga</a>"),
            "/simpangtiga": BlindPages.section("UPTD Puskesmas Simpang Tiga", name),
        ]
        let list = """
            <h3>UPTD</h3><ul><li><a href='http://\(shared)/simpangtiga'>Puskesmas Simpang Tiga</a></li>
            <li><a href='/uptd/pkm-muara-kumpe.php'>PKM Muara Kumpe</a></li><li>PKM Tanjung Pasir</li></ul>
            """
        region.plain["dinkes.\(domain)"] = BlindPages.site("Dinas Kesehatan", "Dinkes", name, skin: 0, extra: list)
        region.plain["dinkes.\(domain)"]?["/uptd/pkm-muara-kumpe.php"] = BlindPages.section(
            "Puskesmas Muara Kumpe", name)
        row("Dinas Kesehatan", "kesehatan", "by rule", [.active], withheld: true)
        let parent = region.offices.last?.target.code
        row(
            "Puskesmas Simpang Tiga", "puskesmas", "on the centres' host", [.active, .section], withheld: true,
            parent: parent)
        row("Puskesmas Muara Kumpe", "puskesmas", "below the Dinkes", [.section], withheld: true, parent: parent)
        row(
            "Puskesmas Tanjung Pasir", "puskesmas", "named only",
            weather == .dyingServer ? [.missing, .unknown, .unreachable] : [.missing], parent: parent)
        region.plain["pkm-lubukgaung.\(domain)"] = BlindPages.site("Puskesmas Lubuk Gaung", "PKM", name, skin: 0)
        row("UPTD Puskesmas Lubuk Gaung", "puskesmas", "by rule", [.active], withheld: true, parent: parent)

        let hospital = "rsudmattaher.\(domain)"
        region.plain[hospital] = BlindPages.site("RSUD Raden Mattaher", "RSUD", name, skin: 2)
        link("RSUD Raden Mattaher", "RSUD R. Mattaher", "http://\(hospital)/")
        row(
            "Rumah Sakit Umum Daerah Raden Mattaher", "rsud", "hero's name, linked", [.active], withheld: true,
            needsPortal: true)
    }

    private mutating func addDistricts() {
        let host = "kecsukarame.\(domain)"
        region.plain[host] = BlindPages.site("Kecamatan Sukarame", "", name, skin: 1)
        row("Kecamatan Sukarame", "kecamatan", "by rule", [.active], withheld: true)
        let village = "sukamaju\(number).desa.id"
        region.everywhere[village] = WidePages.bare(
            "Website Resmi Desa Sukamaju",
            "<h1>Desa Sukamaju</h1><p>Kecamatan Sukamaju, \(name)</p><a href=/profil>Profil Desa</a><p>Data penduduk, APBDes dan lapak desa.</p>"
        )
        link("Desa Sukamaju", "Desa Sukamaju", "http://\(village)/")
        row("Kecamatan Sukamaju", "kecamatan", "a village of its name has a site; it has none", [.missing])
        row("Kecamatan Sukarame Ilir", "kecamatan", "begins like another's name; none", [.missing])
    }
}
