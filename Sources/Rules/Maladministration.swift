import Model

/// The kinds of maladministration that a lacking item invites, with the source of their names.
public struct Maladministration: Sendable {
    /// The ten kinds under which the Ombudsman counts complaints.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case tidakMemberikanPelayanan = "tidak_memberikan_pelayanan"
        case penundaanBerlarut = "penundaan_berlarut"
        case penyimpanganProsedur = "penyimpangan_prosedur"
        case penyalahgunaanWewenang = "penyalahgunaan_wewenang"
        case permintaanImbalan = "permintaan_imbalan"
        case tidakPatut = "tidak_patut"
        case tidakKompeten = "tidak_kompeten"
        case diskriminasi
        case berpihak
        case konflikKepentingan = "konflik_kepentingan"
    }

    /// Where the names and the definition stand.
    public let source: String
    public let verified: Verification
    let kinds: TextTable<Kind>

    public func label(_ kind: Kind, _ language: Language) -> String { kinds[kind, language] }

    static let file = "maladministration.yaml"

    static func read(_ folder: RuleFolder, log: ProblemLog) -> Maladministration {
        guard let node = folder.yaml(file, log: log) else {
            return Maladministration(source: "", verified: .unknown, kinds: .read(nil))
        }
        node.allowOnly("source", "verified", "kinds")
        return Maladministration(
            source: node.string("source"), verified: node.choice("verified") ?? .unknown,
            kinds: .read(node.required("kinds")))
    }
}
