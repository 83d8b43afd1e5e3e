import Farm
import Model

/// The units of a region of the seventh world: health centres, districts, a hospital, bureaus and merged offices.
extension GrownRegion {
    mutating func addUnits() {
        addSecretariat()
        addHealth()
        addDistricts()
        addMerged()
    }

    /// The secretariat's site names its bureaus and, in passing, sister offices.
    private mutating func addSecretariat() {
        let host = "setda.\(domain)"
        let bureau = "organisasi.setda.\(domain)"
        let more =
            "<div class=unit><a href='http://\(bureau)/'>Bagian Organisasi</a> <span>Bagian Hukum</span> <a href='http://jdih.\(domain)/'>JDIH</a></div><div class=foot>Situs terkait: \(sisterLinks)</div>"
        region.plain[host] = GrownPages.site("Sekretariat Daerah", "Setda", name, skin: 0, extra: more)
        region.plain[bureau] = GrownPages.site("Bagian Organisasi", "Ortala", name, skin: 3)
        region.plain["jdih.\(domain)"] = [
            "/": WidePages.bare(
                "JDIH \(name)", "<h1>Jaringan Dokumentasi dan Informasi Hukum</h1><form><input name=q></form>")
        ]
        row("Sekretariat Daerah", "setda", "listed and alive", [.active], listed: "http://\(host)/")
        let parent = region.offices.last?.target.code
        let unread: Set<OfficeStatus> = weather == .dyingServer ? [.active, .missing] : [.active]
        row("Bagian Organisasi", "setda-bagian", "named by its secretariat", unread, withheld: true, parent: parent)
        row(
            "Bagian Hukum", "setda-bagian", "has an application only", [.missing, .unknown, .placeholder],
            parent: parent)
    }

    private mutating func addHealth() {
        let dinkes = "dinkes.\(domain)"
        let inside = "/puskesmas/2/puskesmas-sungai-dareh.html"
        let centres = """
            <h3>Jaringan Puskesmas</h3><ul><li><a href='\(inside)'>Puskesmas Sungai Dareh</a></li><li>Puskesmas Koto Baru</li>
            <li>Puskesmas Sitiung I <a href='https://www.facebook.com/puskesmassitiung1'>Website</a></li>
            <li><a href='http://pkmtimpeh.\(domain)/'>PKM Timpeh</a></li></ul>
            """
        region.plain[dinkes] = GrownPages.site("Dinas Kesehatan", "Dinkes", name, skin: 1, extra: centres)
        region.plain[dinkes]?[inside] = GrownPages.section("Puskesmas Sungai Dareh", name)
        region.plain["pkmtimpeh.\(domain)"] = GrownPages.site("UPTD Puskesmas Timpeh", "PKM Timpeh", name, skin: 2)
        region.plain["abaisiat.puskesmas.\(domain)"] = GrownPages.site("Puskesmas Abai Siat", "PKM", name, skin: 0)
        row("Dinas Kesehatan", "kesehatan", "by rule", [.active], withheld: true)
        let parent = region.offices.last?.target.code
        let silent: Set<OfficeStatus> = weather == .dyingServer ? [.missing, .unknown, .unreachable] : []
        func add(_ name: String, _ why: String, _ truth: Set<OfficeStatus>, withheld: Bool) {
            row(name, "puskesmas", why, truth, withheld: withheld, parent: parent)
        }
        add("Puskesmas Sungai Dareh", "below the Dinkes", silent.union([.section]), withheld: true)
        add("UPTD Puskesmas Timpeh", "linked by the Dinkes", silent.union([.active]), withheld: true)
        add("Puskesmas Abai Siat", "name first, by rule", [.active], withheld: true)
        add("Puskesmas Sitiung I", "a Facebook page", silent.union([.socialOnly]), withheld: false)
        add("Puskesmas Koto Baru", "named only", silent.union([.missing]), withheld: false)
    }

    private mutating func addDistricts() {
        let own = "kec-tanjungjati\(number).go.id"
        region.plain[own] = GrownPages.site("Kecamatan Tanjung Jati", "Kec. Tanjung Jati", name, skin: 1)
        link("Kecamatan Tanjung Jati", "", "kecamatan", "http://\(own)/")
        row(
            "Kecamatan Tanjung Jati", "kecamatan", "own second-level name, linked", [.active], withheld: true,
            needsPortal: true)
        region.plain["tanahmerah.\(domain)"] = GrownPages.site("Kecamatan Tanah Merah", "", name, skin: 0)
        row("Kecamatan Tanah Merah", "kecamatan", "bare name by rule", [.active], withheld: true)
        let ward = "kel-rawaindah.\(domain)"
        region.plain[ward] = GrownPages.site("Kelurahan Rawa Indah", "", name, skin: 3)
        link("Kelurahan Rawa Indah", "", "kelurahan", "http://\(ward)/")
        link("Kecamatan Rawa Indah", "", "kecamatan", nil)
        row("Kecamatan Rawa Indah", "kecamatan", "the ward of its name has a site; it has none", [.missing])
    }

    /// One site for two offices; a hospital on a name of its own outside go.id.
    private mutating func addMerged() {
        let host = "disperindag.\(domain)"
        region.plain[host] = GrownPages.site("Dinas Perindustrian dan Perdagangan", "Disperindag", name, skin: 0)
        link(listName("Dinas Perindustrian dan Perdagangan"), "Disperindag", "perindag", "http://\(host)/")
        row("Dinas Perindustrian", "perindag", "shares a site", [.active], withheld: true)
        row("Dinas Perdagangan", "perindag", "shares a site", [.active], withheld: true)
        let hospital = "rsdsoedarso\(number).com"
        region.plain[hospital] = GrownPages.site("RSUD dr. Soedarso", "RSUD", name, skin: 0)
        link("RSUD dr. Soedarso", "RSUD", "rsud", "http://\(hospital)/")
        row("RSUD dr. Soedarso", "rsud", "outside go.id, linked", [.offDomain], needsPortal: true)
    }
}
