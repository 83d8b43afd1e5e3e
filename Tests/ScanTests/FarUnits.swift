import Farm
import Model

/// The units of a region of the fourth world: districts, villages, health centres, near names, and the hub.
extension FarRegion {
    private func living(_ right: Set<OfficeStatus>, needsPortal: Bool = false) -> Set<OfficeStatus> {
        var right = right
        if needsPortal, habit.isUnreadable { right.formUnion([.unknown, .unreachable]) }
        if hasSickNames || weather == .dyingServer { right.formUnion([.unreachable, .unknown]) }
        if weather == .busy429 { right.formUnion([.blocked, .unknown, .unreachable]) }
        return right
    }

    /// Nothing is there, and it can be known.
    private var missing: Set<OfficeStatus> {
        if habit.isUnreadable || weather == .lameNames { return [.unknown, .unreachable] }
        return hasSickNames || weather == .busy429 ? [.missing, .unreachable, .unknown] : [.missing]
    }

    /// Districts and villages on one path of the portal, one with content and one without; schools and villages of the name.
    mutating func addDistricts() {
        let word = region.code.hasPrefix("94") ? "Distrik" : "Kecamatan"
        let slug = "sukamaju"
        portalPages["/kecamatan/\(slug)"] = WidePages.bare(
            "\(word) Suka Maju",
            "<h1>\(word) Suka Maju</h1><h2>Sejarah</h2><p>\(word) Suka Maju dibentuk tahun 1998 dan terdiri atas 9 desa.</p><h2>Layanan</h2><ul><li>Surat pengantar nikah</li><li>Legalisasi dokumen</li></ul><h2>Pegawai</h2><table><tr><td>Camat</td><td>Drs. Hasan</td></tr></table>"
        )
        link("\(word) Suka Maju", "", "/kecamatan/\(slug)")
        row(
            "\(word) Suka Maju", "kecamatan", "district on a path", living([.section], needsPortal: true),
            withheld: !habit.isUnreadable)
        row("\(word) Suka Makmur", "kecamatan", "a district whose name is near", missing)
        region.plain["sukamakmur\(number).desa.id"] = FarPages.site("Desa Suka Makmur", "", name, skin: 0)
        region.plain["sman1sukamakmur.sch.id"] = FarPages.site("SMA Negeri 1 Suka Makmur", "", name, skin: 0)
        link("Desa Suka Makmur", "", "http://sukamakmur\(number).desa.id/")
        link("SMA Negeri 1 Suka Makmur", "", "http://sman1sukamakmur.sch.id/")

        let host = "kecamatan-rawaindah.\(region.domain)"
        region.plain[host] = FarPages.site("\(word) Rawa Indah", "", name, skin: number).merging([
            "/kelurahan/rawa-barat": WidePages.bare(
                "Kelurahan Rawa Barat",
                "<h1>Kelurahan Rawa Barat</h1><h2>Pelayanan</h2><ul><li>Surat keterangan usaha</li><li>Surat domisili</li></ul><h2>Jam layanan</h2><p>Senin-Jumat 08.00-15.00 di kantor Kelurahan Rawa Barat, \(word) Rawa Indah.</p>"
            ),
            "/": FarPages.home(
                "\(word) Rawa Indah", "Kec. Rawa Indah", name, skin: 0,
                extra: "<h3>Kelurahan</h3><ul><li><a href=/kelurahan/rawa-barat>Kelurahan Rawa Barat</a></li></ul>"),
        ]) { $1 }
        link("\(word) Rawa Indah", "Kec. Rawa Indah", "http://\(host)/")
        row(
            "\(word.uppercased()) RAWA INDAH", "kecamatan", "district linked", living([.active], needsPortal: true),
            withheld: !habit.isUnreadable)
        let parent = region.offices.last?.target.code
        row(
            "Kelurahan Rawa Barat", "kelurahan", "ward in the district's site",
            living([.section], needsPortal: true), withheld: !habit.isUnreadable, parent: parent)
        row("Kelurahan Rawa Timur", "kelurahan", "ward, none", missing, parent: parent)
    }

    /// The Dinkes with its centres on pages of a script-free list, and a hospital with a name of its own.
    mutating func addHealth() {
        let dinkes = "dinkes.\(region.domain)"
        let list = """
            <h3>UPTD</h3><ul><li><a href='/puskesmas/7/puskesmas-tanjung-sari.html'>PKM Tanjung Sari</a></li>
            <li><a href='#'>PKM Tanjung Baru</a></li></ul>
            """
        region.plain[dinkes] = FarPages.site("Dinas Kesehatan", "Dinkes", name, skin: 0, extra: list).merging([
            "/puskesmas/7/puskesmas-tanjung-sari.html": WidePages.bare(
                "Puskesmas Tanjung Sari - Dinas Kesehatan",
                "<h1>Puskesmas Tanjung Sari</h1><h2>Layanan</h2><ul><li>Rawat jalan</li><li>Imunisasi</li><li>Laboratorium</li></ul><h2>Tenaga</h2><p>Dokter umum 2, bidan 14.</p><p>Puskesmas Tanjung Sari, \(name).</p>"
            )
        ]) { $1 }
        row("Dinas Kesehatan, Pengendalian Penduduk dan KB", "kesehatan", "dinkes", living([.active]), withheld: true)
        let parent = region.offices.last?.target.code
        row(
            "UPT Puskesmas Tanjung Sari", "puskesmas", "centre in the dinkes", living([.section]), withheld: true,
            parent: parent)
        let none: Set<OfficeStatus> =
            weather == .dyingServer ? [.missing, .unreachable, .unknown] : missing
        row("UPT Puskesmas Tanjung Baru", "puskesmas", "centre named only", none, parent: parent)
        row("UPT Puskesmas Sari", "puskesmas", "part of another's name", none, parent: parent)
        region.plain["pkm-sungaijernih.\(region.domain)"] = FarPages.site(
            "UPTD Puskesmas Sungai Jernih", "PKM Sungai Jernih", name, skin: 3)
        row(
            "Puskesmas Sei Jernih", "puskesmas", "centre, Sei for Sungai", living([.active]), withheld: true,
            parent: parent)
        let own = "rsudhadi\(squeezed).go.id"
        region.plain[own] = FarPages.site("RSUD dr. H. Hadi Soewignyo", "RSUD", name, skin: 4)
        region.plain["rsud.\(region.domain)"] = ["/": .redirect("http://\(own)/", status: 301)]
        // Two hosts in a row that reset the first request are one too many for two passes.
        let patient: Set<OfficeStatus> = weather == .flapping ? [.unreachable] : []
        row(
            "RSUD dr. Hadi Soewignyo", "rsud", "hospital with its own name", living([.active]).union(patient),
            withheld: true)
        row("RSUD Pratama Kuala Batu", "rsud", "another hospital, none", none.union(patient))
    }

    /// Two offices whose names begin alike, one site for both of another pair, and a house of the district head's staff.
    mutating func addNearNames() {
        let merged = "dinas-pp.\(region.domain)"
        region.plain[merged] = FarPages.site(
            "Dinas Peternakan dan Kesehatan Hewan", "Disnakkeswan", name, skin: 0)
        link("Dinas Peternakan dan Kesehatan Hewan", "Disnakkeswan", "http://\(merged)/")
        row(
            "Dinas Peternakan", "pertanian", "short of the linked name", living([.active, .unknown], needsPortal: true))
        row("Bagian Tata Pemerintahan", "setda-bagian", "bureau, none", missing)
        region.plain["setda.\(region.domain)"] = FarPages.site("Sekretariat Daerah", "Setda", name, skin: 2)
        row("Sekretariat Daerah", "setda", "secretariat by rule", living([.active]), withheld: true)
    }

    /// The office for communication, with links to its sisters.
    mutating func addHub() {
        let host = "kominfo.\(region.domain)"
        region.plain[host] = FarPages.site(
            "Dinas Komunikasi dan Informatika", "Diskominfo", name, skin: 0,
            extra: "<aside><h3>Tautan</h3><ul>\(sisterLinks)</ul></aside>")
        row(
            listName("Dinas Komunikasi dan Informatika", "Diskominfo"), "kominfo", "hub", living([.active]),
            listed: host)
    }
}
