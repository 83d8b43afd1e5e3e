import Model
import Rules

/// What is wrong, or right, with one office of the hostile regions.
enum Trap: String, CaseIterable, Sendable {
    // A living site.
    case plain, linked, byRule, ruleWithSectionLink, movedRedirect, movedText, listedGone, garbageTLS, slow, huge
    case anonymous, flapping, pagesFlap, softNotFoundSite, httpOnlyByRule, oddHostLinked, aliasInList
    // It exists, and cannot be looked at.
    case robots5xx, forbidden, tooMany, challenge, constant5xx, loop, doomedServer, hangs, emptyReply
    // A name, and nothing of the office behind it.
    case parked, suspended, defaultPage, lapsed, emptySection, socialOnly
    // Nothing.
    case none, noneAgain, noneWithEntry, noneSoftSection, toPortalHome, otherRegion, lookalike

    /// Statuses that are right.
    var right: Set<OfficeStatus> {
        switch self {
        case .plain, .linked, .byRule, .ruleWithSectionLink, .movedRedirect, .movedText, .listedGone, .garbageTLS,
            .slow, .huge,
            .flapping, .pagesFlap, .softNotFoundSite, .httpOnlyByRule, .oddHostLinked, .aliasInList:
            [.active]
        // Nothing on it says whose it is, and the list does not either: it may be found, and must not be denied.
        case .anonymous: [.active, .unknown]
        case .robots5xx: [.unreachable, .blocked]
        case .forbidden, .tooMany, .challenge: [.blocked]
        case .constant5xx, .loop, .hangs, .emptyReply: [.unreachable]
        case .doomedServer: [.unreachable, .active]
        case .parked, .suspended, .defaultPage, .emptySection: [.placeholder]
        case .lapsed: [.compromised]
        case .socialOnly: [.socialOnly]
        case .none, .noneAgain, .noneWithEntry, .noneSoftSection, .toPortalHome, .otherRegion, .lookalike: [.missing]
        }
    }

    /// There is a site, and the list does not lead to it.
    var isWithheld: Bool {
        switch self {
        case .linked, .byRule, .ruleWithSectionLink, .listedGone, .httpOnlyByRule, .oddHostLinked, .aliasInList: true
        default: false
        }
    }
}

/// One office with its truth.
struct HostileOffice: Sendable {
    var target: Target
    var why: String
    var right: Set<OfficeStatus>
    var isWithheld = false
    /// Host on which the site lives, where one lives.
    var host: String?

    var hasLivingSite: Bool { right.contains(.active) || right.contains(.section) }
}

/// The regions, and who sits in them.
enum HostileNames {
    static let regions = [
        "Muara Sekati", "Rimba Jelawat", "Bukit Tempayan", "Sungai Larik", "Telaga Wening", "Padang Ilalun",
        "Batu Kecapi", "Tanjung Selimau", "Pulau Kenari", "Lembah Arunika", "Gunung Salakan", "Rantau Pinangsia",
    ]

    /// Name and kind; which of the usual host labels a region uses depends on the region.
    static let offices: [(name: String, kind: String)] = [
        ("Dinas Pendidikan", "pendidikan"), ("Dinas Pekerjaan Umum dan Penataan Ruang", "pupr"),
        ("Dinas Perumahan Rakyat dan Kawasan Permukiman", "perkim"), ("Satuan Polisi Pamong Praja", "satpolpp"),
        ("Badan Penanggulangan Bencana Daerah", "bpbd"), ("Dinas Sosial", "sosial"), ("Dinas Tenaga Kerja", "naker"),
        ("Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana", "pppa-kb"),
        ("Dinas Lingkungan Hidup", "lh"),
        ("Dinas Kependudukan dan Pencatatan Sipil", "dukcapil"),
        ("Dinas Pemberdayaan Masyarakat dan Desa", "pmd"), ("Dinas Perhubungan", "perhubungan"),
        ("Dinas Komunikasi dan Informatika", "kominfo"), ("Dinas Koperasi dan Usaha Kecil Menengah", "koperasi-ukm"),
        ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "ptsp"),
        ("Dinas Kepemudaan dan Olahraga", "kepemudaan"), ("Dinas Pariwisata", "pariwisata"),
        ("Dinas Perpustakaan dan Kearsipan", "perpustakaan"), ("Dinas Perikanan", "kelautan-perikanan"),
        ("Dinas Perindustrian dan Perdagangan", "perindag"),
        ("Badan Perencanaan Pembangunan Daerah", "bappeda"), ("Badan Keuangan dan Aset Daerah", "keuangan"),
        ("Badan Pendapatan Daerah", "pendapatan"),
        ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "kepegawaian"),
        ("Badan Kesatuan Bangsa dan Politik", "kesbangpol"), ("Inspektorat", "inspektorat"),
    ]

    static let healthCentres = [
        "Sumber Waras", "Karang Bening", "Mekar Jati", "Tebing Rangkat", "Simpang Ulin", "Kelapa Tujuh",
    ]
}
