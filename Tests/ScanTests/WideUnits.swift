import Farm
import Model

/// The units of a region: districts, villages, health centres, merged and renamed offices, and the hub.
extension WideRegion {
    private func living(_ other: Set<OfficeStatus>, needsPortal: Bool = false) -> Set<OfficeStatus> {
        if needsPortal, portal.isUnreadable { return other.union([.unknown, .unreachable]) }
        return weather == .dyingServer || hasSickNames ? other.union([.unreachable, .unknown]) : other
    }

    /// What is right of a unit that may stand in the site of the Dinkes, which dies with its server.
    private var missingUnit: Set<OfficeStatus> {
        weather == .dyingServer ? [.missing, .unreachable, .unknown] : missing
    }

    private var missing: Set<OfficeStatus> {
        portal.isUnreadable || weather == .lameNames
            ? [.unknown, .unreachable] : hasSickNames ? [.missing, .unreachable, .unknown] : [.missing]
    }

    /// Kecamatan, or distrik in Papua: one with a host, one with the name of a village that has a site, one in the portal.
    mutating func addDistricts() {
        guard !isProvince else { return }
        let word = code.hasPrefix("9") ? "Distrik" : "Kecamatan"
        let first = "\(word) Sentani \(bareName)"
        let host = "kec-sentani\(bareName.lowercased().filter { $0 != " " }).\(domain)"
        plain[host] = WidePages.site(first, "", name, skin: 0)
        row(
            first, "kecamatan", "district linked", living([.active], needsPortal: true),
            withheld: !portal.isUnreadable)
        menu.append((first, "http://\(host)/"))

        row("\(word) Waimital", "kecamatan", "a village has the name and a site", missing)
        plain["desa-waimital.\(domain)"] = WidePages.site("Desa Waimital", "", name, skin: 0)
        plain["waimital\(number).desa.id"] = WidePages.site("Pemerintah Desa Waimital", "", name, skin: 0)
        menu.append(("Desa Waimital", "http://desa-waimital.\(domain)/"))
        menu.append(("Pemerintah Desa Waimital", "http://waimital\(number).desa.id/"))

        row("\(word) Batu Layar Timur", "kecamatan", "district by rule", living([.active]), withheld: true)
        plain["kec-batulayartimur.\(domain)"] = WidePages.site("\(word) Batu Layar Timur", "", name, skin: 0)
        row("\(word) Batu Layar", "kecamatan", "a district whose name begins alike", missing)
        row("Kelurahan Paal Dua", "kelurahan", "ward, none", missing)
    }

    /// Health centres under the Dinkes, in a portal of their own, with hosts, and none.
    mutating func addHealth() {
        guard !isProvince else { return }
        let dinkes = "dinkes.\(domain)"
        let shared = "puskesmas.\(domain)"
        let list = """
            <table><tr><th>No</th><th>Puskesmas</th><th>Profil</th></tr>
            <tr><td>1</td><td>Puskesmas Lauwa Raya</td><td><a href='/unit/11-lauwa-raya.html'>Lihat</a></td></tr>
            <tr><td>2</td><td>Puskesmas Kampili Indah</td><td>-</td></tr></table>
            """
        plain[dinkes] = WidePages.site("Dinas Kesehatan", "Dinkes", name, skin: 0, extra: list).merging([
            "/unit/11-lauwa-raya.html": centre("Puskesmas Lauwa Raya")
        ]) { $1 }
        row(listName("Dinas Kesehatan", "Dinkes"), "kesehatan", "dinkes", living([.active]), withheld: true)
        let parent = offices.last?.target.code
        row(
            "UPTD Puskesmas Lauwa Raya", "puskesmas", "centre in a table of the dinkes", living([.section]),
            withheld: true, parent: parent)
        row("Puskesmas Kampili Indah", "puskesmas", "centre named in a table only", missingUnit, parent: parent)
        plain[shared] = [
            "/": WidePages.bare(
                "Puskesmas se-\(name)",
                "<h1>Portal Puskesmas</h1><div class=card><h4>Pallangga Dua</h4><a href='/pallangga-dua'>Selengkapnya</a></div><div class=card><h4>Tompobulu</h4><a href='/tompobulu'>Selengkapnya</a></div>"
            ),
            "/pallangga-dua": centre("Puskesmas Pallangga Dua"), "/tompobulu": centre("Puskesmas Tompobulu"),
        ]
        row(
            "Puskesmas Pallangga Dua", "puskesmas", "centre in the shared portal", living([.section]), withheld: true,
            parent: parent)
        row("Puskesmas Pallangga", "puskesmas", "a centre whose name begins alike", missingUnit, parent: parent)
        row("Puskesmas Bontonompo I", "puskesmas", "centre one of two", missingUnit, parent: parent)
        row(
            "Puskesmas Bontonompo II", "puskesmas", "centre by rule", living([.active]), withheld: true,
            parent: parent)
        plain["puskesmasbontonompo2.\(domain)"] = WidePages.site("UPT Puskesmas Bontonompo II", "", name, skin: 0)
        row("RSUD Tgk. Chik Ditiro \(bareName)", "rsud", "hospital by rule", living([.active]), withheld: true)
        plain["rsud.\(domain)"] = WidePages.site("RSUD Tgk. Chik Ditiro", "RSUD", name, skin: 0)
    }

    private func centre(_ centre: String) -> FarmReply {
        WidePages.bare(
            centre,
            "<h1>\(centre)</h1><h2>Jenis Layanan</h2><ul><li>Poli umum</li><li>Poli gigi</li><li>KIA dan KB</li></ul><h2>Jam Pelayanan</h2><p>Senin-Kamis 08.00-14.00</p><p>\(centre), \(name), melayani 12 desa.</p>"
        )
    }

    /// Offices that were merged or renamed; the site knows only one of the names.
    mutating func addOldNames() {
        row(
            "Dinas Kebudayaan", "pariwisata", "merged, the site has both names", living([.active], needsPortal: true),
            withheld: !portal.isUnreadable)
        plain["seni-budaya.\(domain)"] = WidePages.site(
            "Dinas Kebudayaan, Kepurbakalaan dan Permuseuman", "Disbud", name, skin: 0)
        menu.append(("Dinas Kebudayaan, Kepurbakalaan dan Permuseuman", "http://seni-budaya.\(domain)/"))

        row(
            "Badan Riset dan Inovasi Daerah", "litbang", "renamed, the site has the old name",
            living([.active, .unknown]), listed: "http://balitbangda.\(domain)/")
        plain["balitbangda.\(domain)"] = WidePages.site(
            "Badan Penelitian dan Pengembangan Daerah", "Balitbangda", name, skin: 0)
        // The hub bears statistics in its name: one site for two offices.
        row("Dinas Statistik", "", "part of the hub's name", living([.active]))
    }

    /// The office for communication: alive everywhere, with links to its sisters.
    mutating func addHub() {
        plain["diskominfo.\(domain)"] = WidePages.site(
            "Dinas Komunikasi, Informatika, Statistik dan Persandian", "Diskominfo", name, skin: 0,
            extra: "<aside><h3>Tautan Terkait</h3><ul>\(hubLinks)</ul></aside>")
        row(
            listName("Dinas Komunikasi, Informatika, Statistik dan Persandian", "Diskominfo"), "kominfo", "hub",
            living([.active]), listed: "http://diskominfo.\(domain)/")
    }
}
