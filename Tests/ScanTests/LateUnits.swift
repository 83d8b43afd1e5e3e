import Farm
import Model

/// The units of a region of the fifth world: health centres on blogs and paths, districts that bear the region's name.
extension LateRegion {
    private func living(_ right: Set<OfficeStatus>, needsPortal: Bool = false) -> Set<OfficeStatus> {
        var right = right
        if needsPortal, habit.isUnreadable || habit == .namesOnly {
            right.formUnion([.unknown, .missing, .unreachable])
        }
        if needsPortal, habit == .picture { right.remove(.missing) }
        if region.hasSickNames { right.formUnion([.unreachable, .unknown]) }
        return right
    }

    private var missing: Set<OfficeStatus> {
        if habit == .picture { return [.unknown, .unreachable] }
        var right: Set<OfficeStatus> = [.missing]
        if habit.isUnreadable { right.insert(.unknown) }
        if region.hasSickNames { right.formUnion([.unreachable, .unknown]) }
        return right
    }

    mutating func addUnits() {
        let blog = "pkmtelagabiru\(number).blogspot.com"
        region.plain[blog] = LatePages.site("Puskesmas Telaga Biru", "PKM", name, skin: 0)
        let list = """
            <h3>Jaringan</h3><ul><li><a href='http://\(blog)/'>Puskesmas Telaga Biru</a></li>
            <li><a href='/fasyankes/pkm-air-dingin'>Puskesmas Air Dingin</a></li><li>Puskesmas Air Panas</li></ul>
            """
        region.plain["dinkes.\(region.domain)"] = LatePages.site(
            "Dinas Kesehatan", "Dinkes", name, skin: 0, extra: list
        )
        .merging([
            "/fasyankes/pkm-air-dingin": WidePages.bare(
                "Fasyankes",
                "<h2>UPTD Puskesmas Air Dingin</h2><h3>Jenis layanan</h3><ul><li>Poli umum</li><li>Poli gigi</li><li>KIA</li></ul><h3>Jam buka</h3><p>Senin-Sabtu 07.30-14.00. UPTD Puskesmas Air Dingin \(name).</p>"
            )
        ]) { $1 }
        row("Dinas Kesehatan", "kesehatan", "dinkes by rule", living([.active]), withheld: true)
        let parent = region.offices.last?.target.code
        row("Puskesmas Telaga Biru", "puskesmas", "centre on a blog", living([.offDomain]), parent: parent)
        row(
            "UPTD Puskesmas Air Dingin", "puskesmas", "centre on a path", living([.section]), withheld: true,
            parent: parent)
        row("UPTD Puskesmas Air Panas", "puskesmas", "centre named only", missing, parent: parent)
        row("UPTD Puskesmas Air", "puskesmas", "part of others' names", missing, parent: parent)

        let district = "kec-\(squeezed).\(region.domain)"
        region.plain[district] = LatePages.site("Kecamatan \(region.bareName)", "", name, skin: 0)
        link(.init(name: "Kecamatan \(region.bareName)", kind: "", labels: [], short: ""), "http://\(district)/")
        row(
            "Kecamatan \(region.bareName)", "kecamatan", "district named as the region",
            living([.active], needsPortal: true), withheld: true)
        row("Kecamatan \(region.bareName) Utara", "kecamatan", "its northern neighbour, none", missing)

        region.plain["diskominfo.\(region.domain)"] = LatePages.site(
            "Dinas Komunikasi dan Informatika", "Diskominfo", name, skin: 0)
        row(
            "Dinas Komunikasi dan Informatika", "kominfo", "hub", living([.active]),
            listed: "http://diskominfo.\(region.domain)/")
    }
}
