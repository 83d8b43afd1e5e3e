/// The columns of a target list that Ronda reads, under the names people give them.
enum ListColumn: CaseIterable {
    case code, name, kind, region, url, parent, note

    /// The column a header cell names; nil for one that Ronda does not know and keeps.
    init?(header: String) {
        guard let column = Self.bySynonym[Self.normalise(header)] else { return nil }
        self = column
    }

    /// Letters and digits in lower case: `Nama OPD` and `NAMA_OPD` are the same.
    static func normalise(_ header: String) -> String {
        String(header.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// `alamat` is a street in some lists and a web address in others; the cells decide.
    static let doubtful: Set<String> = ["alamat", "address"]

    /// The header the writer uses.
    var header: String {
        switch self {
        case .code: "kode"
        case .name: "nama"
        case .kind: "jenis"
        case .region: "wilayah"
        case .url: "url"
        case .parent: "induk"
        case .note: "keterangan"
        }
    }

    private var synonyms: [String] {
        switch self {
        case .code: ["kode", "code", "kodeopd", "kodeunit", "kodepuskesmas", "kodesatker", "kodeinstansi", "kodeskpd"]
        case .name:
            [
                "nama", "namaopd", "namainstansi", "instansi", "opd", "namaperangkatdaerah", "perangkatdaerah",
                "unitkerja", "namaunit", "namaunitkerja", "skpd", "namaskpd", "namapuskesmas", "puskesmas", "name",
                "namaunitpenyelenggara", "unitpenyelenggara", "namakantor", "kantor", "namadinas",
            ]
        case .kind: ["jenis", "kind", "jenisopd", "jenisinstansi", "jenisunit", "tipe", "kategori", "type"]
        case .region:
            ["wilayah", "kodewilayah", "region", "kodekemendagri", "kabupatenkota", "kabkota", "daerah", "kodedaerah"]
        case .url:
            [
                "url", "website", "situs", "web", "alamatweb", "alamatwebsite", "alamatsitus", "alamatsitusweb",
                "domain",
                "link", "laman", "situsweb", "tautan", "websiteresmi", "linkwebsite", "alamaturl", "knownurl",
                "namadomain",
            ]
        case .parent: ["induk", "parent", "kodeinduk", "opdinduk", "indukopd", "instansiinduk"]
        case .note: ["keterangan", "catatan", "note", "ket", "remark", "remarks", "notes"]
        }
    }

    private static let bySynonym: [String: ListColumn] = {
        var result: [String: ListColumn] = [:]
        for column in allCases { for synonym in column.synonyms { result[synonym] = column } }
        return result
    }()
}
