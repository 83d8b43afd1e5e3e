import Model

/// The fictional Kabupaten Tanjung Rambai: its list, its web in each round, its clock.
public enum DemoRegion {
    /// A code that the Kemendagri register does not use.
    public static let code = "99.01"
    public static let name = "Kabupaten Tanjung Rambai"
    /// Domain of the portal; the offices' own names hang below it.
    public static let portalDomain = DemoSite.portalHost
    /// Hosts of nobody, to see whether our own connection works.
    public static let controlHosts = ["kendali-satu.example", "kendali-dua.example"]
    /// Number of rounds.
    public static let rounds = 2

    /// The region's web in round 1 or 2.
    public static func world(round: Int) -> DemoWorld { DemoWorld(round: round) }

    /// Start of a round: 2 and 12 March 2026, 08.00 WIB.
    public static func clock(round: Int) -> Timestamp {
        let day = round == 1 ? 2 : 12
        let days = CivilTime.daysSinceEpoch(year: 2026, month: 3, day: day)
        return Timestamp(milliseconds: (Int64(days) * 86_400 + 3_600) * 1000)
    }

    /// The target list as a civil servant keeps it: some addresses missing, some outdated.
    public static func listCSV() -> String {
        let head = "kode,nama,jenis,wilayah,url,induk,keterangan"
        let portal = "\(code).000,Portal Pemerintah \(name),portal,\(code),\(portalDomain),,"
        let rows = DemoOffice.all.map { office in
            [office.code, office.name, office.kind, code, office.listed ?? "", office.parent ?? "", office.note]
                .map(quoted).joined(separator: ",")
        }
        return ([head, portal] + rows).map { $0 + "\n" }.joined()
    }

    private static func quoted(_ field: String) -> String {
        field.contains { $0 == "," || $0 == "\"" }
            ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }
}
