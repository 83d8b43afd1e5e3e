import Model
import Rules

/// Drafts the list of a region from the registers: what it usually has, nothing that anyone confirmed.
public enum TargetDraft {
    /// Portal, offices of the usual structure, kecamatan and puskesmas of any of the 552 regions.
    ///
    /// No row but the portal's carries an address. `keterangan` says of each row where it comes from.
    public static func draft(region code: String, book: RuleBook) throws(TargetsError) -> [Target] {
        let known = RegionCode(code, register: book.regions).code
        guard let region = book.regions.region(known) else { throw .unknownRegion(code) }
        let health: [Puskesmas]
        do throws(RulesError) {
            health = try book.puskesmas(inRegion: region.code)
        } catch {
            throw .rules(error.description)
        }
        var targets = [portal(region)] + offices(region, book.nomenclature)
        targets += kecamatan(region, health) + puskesmas(region, health)
        for index in targets.indices where targets[index].code.isEmpty {
            targets[index].code = OfficeCode.make(region: region.code, name: targets[index].name)
        }
        _ = ListChecks.makeCodesUnique(&targets)
        _ = ListChecks.resolveParents(&targets)
        return targets
    }

    // MARK: Rows

    private static func portal(_ region: Region) -> Target {
        let listed = region.domainStatus == "listed"
        var row = Target(
            code: "", name: "Portal Pemerintah " + region.fullName, kind: "portal", region: region.code,
            listed: region.portalDomain,
            note: region.portalDomain == nil
                ? "domain portal belum diketahui, isi kolom url"
                : listed
                    ? "domain tercantum dalam daftar nama terdaftar; belum dikunjungi"
                    : "domain hanya terlihat di satu daftar publik; periksa dahulu")
        row.extra["sumber"] = region.source
        return row
    }

    private static func offices(_ region: Region, _ nomenclature: Nomenclature) -> [Target] {
        // A kota administrasi of Jakarta has no dinas of its own; its offices are the province's.
        guard !region.isAdministrative else { return [] }
        var rows: [Target] = []
        for kind in nomenclature.kinds where kind.usualIn.contains(region.kind) {
            guard !["kecamatan", "puskesmas"].contains(kind.key) else { continue }
            rows.append(usual(name(of: kind, region), kind, region))
        }
        if region.provinceCode == "11", let aceh = nomenclature.kind("keistimewaan-aceh") {
            rows += aceh.names.map { usual($0, aceh, region) }
        }
        return rows
    }

    private static func usual(_ name: String, _ kind: OfficeKind, _ region: Region) -> Target {
        Target(
            code: "", name: name, kind: kind.key, region: region.code,
            note: "susunan umum, belum dikonfirmasi: sesuaikan nama atau hapus bila tidak ada",
            extra: ["sumber": "nomenklatur (PP 18/2016 jo. PP 72/2019)"])
    }

    /// The hospital and the councils carry the region's own name or word.
    private static func name(of kind: OfficeKind, _ region: Region) -> String {
        switch kind.key {
        case "setwan":
            region.provinceCode == "11"
                ? (region.kind == .provinsi ? "Sekretariat DPRA" : "Sekretariat DPRK") : "Sekretariat DPRD"
        case "rsud": "RSUD " + region.fullName
        case "pmd" where region.provinceCode == "11": "Dinas Pemberdayaan Masyarakat Gampong"
        case "kelautan-perikanan" where region.kind == .provinsi: "Dinas Kelautan dan Perikanan"
        default: kind.names[0]
        }
    }

    private static func kecamatan(_ region: Region, _ health: [Puskesmas]) -> [Target] {
        guard region.kind != .provinsi else { return [] }
        let word = districtWord(region)
        var seen: Set<String> = []
        return health.compactMap { centre in
            let name = RegisterName.kecamatan(centre.kecamatan)
            guard !name.isEmpty, seen.insert(RegisterName.key(name)).inserted else { return nil }
            return Target(
                code: "", name: word + " " + name, kind: "kecamatan", region: region.code,
                note: "nama dari kolom kecamatan daftar puskesmas 2019, belum dikonfirmasi dan mungkin tidak lengkap",
                extra: ["sumber": centre.source])
        }.sorted { $0.name < $1.name }
    }

    /// Distrik in Papua, kapanewon and kemantren in Yogyakarta (UU 13/2012, UU 2/2021).
    private static func districtWord(_ region: Region) -> String {
        switch region.provinceCode {
        case "91", "92", "93", "94", "95", "96": "Distrik"
        case "34": region.kind == .kota ? "Kemantren" : "Kapanewon"
        default: "Kecamatan"
        }
    }

    private static func puskesmas(_ region: Region, _ health: [Puskesmas]) -> [Target] {
        let sure = health.filter { !$0.code.isEmpty }.map { RegisterName.puskesmas($0.name) }
        let keys = Set(sure.map(RegisterName.key))
        return health.compactMap { centre in
            let name = RegisterName.puskesmas(centre.name)
            guard !name.isEmpty else { return nil }
            // The BPJS list repeats centres of the Kemenkes list under the same name.
            if centre.code.isEmpty, keys.contains(RegisterName.key(name)) { return nil }
            return Target(
                code: centre.code.isEmpty && !centre.bpjsCode.isEmpty ? "BPJS-" + centre.bpjsCode : centre.code,
                name: "Puskesmas " + name, kind: "puskesmas", region: region.code,
                note: note(on: centre, name: name, sure: sure), extra: ["sumber": centre.source])
        }
    }

    private static func note(on centre: Puskesmas, name: String, sure: [String]) -> String {
        guard centre.code.isEmpty else {
            let district = RegisterName.kecamatan(centre.kecamatan)
            return "terdaftar di Kemenkes 2019" + (district.isEmpty ? "" : ", kecamatan " + district)
        }
        if let other = sure.first(where: { RegisterName.mayBeSame($0, name) }) {
            return "hanya ada di daftar BPJS 2019; mungkin sama dengan Puskesmas \(other), hapus bila sama"
        }
        return "hanya ada di daftar BPJS 2019, belum dikonfirmasi"
    }
}
