/// A thing an office must or should publish; the keys of the corpus labels and of every report.
///
/// The first 14 are the components of a service standard, in the order of UU 25/2009 Pasal 21 huruf a to n.
public enum ItemKey: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
    case dasarHukum = "dasar_hukum"
    case persyaratan
    case prosedur
    case jangkaWaktu = "jangka_waktu"
    case biaya
    case produk
    case saranaPrasarana = "sarana_prasarana"
    case kompetensiPelaksana = "kompetensi_pelaksana"
    case pengawasanInternal = "pengawasan_internal"
    case pengaduan
    case jumlahPelaksana = "jumlah_pelaksana"
    case jaminanPelayanan = "jaminan_pelayanan"
    case jaminanKeamanan = "jaminan_keamanan"
    case evaluasiKinerja = "evaluasi_kinerja"
    case maklumat
    case surveiKepuasan = "survei_kepuasan"
    case visiMisi = "visi_misi"
    case moto
    case jamLayanan = "jam_layanan"
    case kontakAlamat = "kontak_alamat"
    case strukturOrganisasi = "struktur_organisasi"
    case ppid
    case sp4nLapor = "sp4n_lapor"
    case pelayananKhusus = "pelayanan_khusus"
    case mediaSosial = "media_sosial"

    /// The 14 components of UU 25/2009 Pasal 21, in the order of the law.
    public static let components: [ItemKey] = Array(allCases.prefix(14))

    /// The six components of service delivery, which must be published to users (PermenPANRB 15/2014).
    public static let serviceDelivery: [ItemKey] = [
        .persyaratan, .prosedur, .jangkaWaktu, .biaya, .produk, .pengaduan,
    ]

    /// Position in `allCases`, from 0. Asked for every line and rule: a switch, not a dictionary.
    public var index: Int {
        switch self {
        case .dasarHukum: 0
        case .persyaratan: 1
        case .prosedur: 2
        case .jangkaWaktu: 3
        case .biaya: 4
        case .produk: 5
        case .saranaPrasarana: 6
        case .kompetensiPelaksana: 7
        case .pengawasanInternal: 8
        case .pengaduan: 9
        case .jumlahPelaksana: 10
        case .jaminanPelayanan: 11
        case .jaminanKeamanan: 12
        case .evaluasiKinerja: 13
        case .maklumat: 14
        case .surveiKepuasan: 15
        case .visiMisi: 16
        case .moto: 17
        case .jamLayanan: 18
        case .kontakAlamat: 19
        case .strukturOrganisasi: 20
        case .ppid: 21
        case .sp4nLapor: 22
        case .pelayananKhusus: 23
        case .mediaSosial: 24
        }
    }

    public static func < (left: ItemKey, right: ItemKey) -> Bool { left.index < right.index }
}

/// Whether an item is published (design, section 3.1). "Could not look" is `unknown`, never `absent`.
public enum ItemState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Content a citizen can use stands on this office's own page.
    case present
    /// Only a document, image or link leads to it, and that could not be read.
    case linked
    /// A heading or menu with nothing under it.
    case empty
    /// Not there; said of a site only when it was read completely enough.
    case absent
    /// Could not be decided; the reason stands beside it.
    case unknown

    /// Which state wins when several pages of one site speak of the same item: the one nearer to the citizen.
    public var strength: Int {
        switch self {
        case .present: 4
        case .linked: 3
        case .empty: 2
        case .absent: 1
        case .unknown: 0
        }
    }
}

/// What kind of page this is; the values of the corpus labels.
public enum PageKind: String, Sendable, Hashable, CaseIterable, Codable {
    case serviceStandard = "service_standard"
    case home
    case profile
    case news
    case ppid
    case complaint
    case contact
    case survey
    case parked
    case defaced
    case spaShell = "spa_shell"
    case social
    case other
}

/// What state the page shows the site to be in: a 200 is not a site (design, section 3.5).
public enum SiteCondition: String, Sendable, Hashable, CaseIterable, Codable {
    /// A page with content of its own.
    case normal
    /// Domain for sale or parked with advertisements.
    case parked
    /// Default page of a web server, hosting panel or CMS.
    case serverDefault = "server_default"
    /// Account suspended by the hoster.
    case suspended
    /// "Dalam perbaikan", coming soon.
    case maintenance
    /// A CMS theme with no content of the office.
    case emptyCMS = "empty_cms"
    /// An index of a folder ("Index of /").
    case directoryListing = "directory_listing"
    /// The page is an error text although the status says otherwise (soft 404, database error).
    case errorPage = "error_page"
    /// A login form or application, not a profile site.
    case application
    /// Nothing readable without JavaScript.
    case spaShell = "spa_shell"
    /// Gambling or other foreign content was planted in a page of the office.
    case gambling
    /// Defaced, or the lapsed name is now used by somebody else.
    case takeover
    /// A firewall's challenge or block page.
    case challenge
    /// The block page of an internet provider (Internet Positif).
    case ispBlock = "isp_block"

    /// Whether the page is content of the office at all.
    public var isContent: Bool { self == .normal }
}
