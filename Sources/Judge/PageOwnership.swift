import Model

/// Which pages of a site speak of another unit than the office: a puskesmas on the site of its Dinas, a kelurahan on
/// that of its kecamatan. What stands there is that unit's, and says nothing of the office.
struct PageOwnership {
    private let own: [String]
    /// A name that most pages carry is the site's own.
    private let common: Set<String>

    init(_ record: SiteRecord) {
        own = Self.words(record.target.name)
        var counts: [String: Int] = [:]
        for page in record.pages {
            for name in Self.names(in: page.title) { counts[name.joined(separator: " "), default: 0] += 1 }
        }
        common = Set(counts.filter { $0.value * 3 > record.pages.count && record.pages.count > 2 }.keys)
    }

    /// The unit a page belongs to by its title, when that is not the office; nil when it is, or nobody is named.
    func otherUnit(of page: PageRecord, isHome: Bool) -> String? {
        guard !isHome, own.contains(where: Self.offices.contains) else { return nil }
        let other = Self.names(in: page.title).first { name in
            !common.contains(name.joined(separator: " ")) && !names(name)
        }
        return other?.joined(separator: " ")
    }

    /// The office's own name holds the unit's.
    private func names(_ unit: [String]) -> Bool {
        guard let kind = unit.first, own.contains(kind) else { return false }
        return unit.dropFirst().allSatisfy(own.contains)
    }

    /// A target named by nothing but a host says not whose page is whose.
    private static let offices: Set<String> = [
        "dinas", "badan", "kecamatan", "puskesmas", "kelurahan", "desa", "rsud", "kantor", "inspektorat", "sekretariat",
        "satuan", "upt", "uptd", "bagian", "kabupaten", "kota",
    ]
    private static let kinds: Set<String> = ["puskesmas", "kelurahan", "desa", "rsud", "pustu"]
    /// After these a unit is spoken of in general.
    private static let general: Set<String> = [
        "se", "di", "dan", "yang", "pembantu", "keliling", "untuk", "dengan", "dalam", "oleh", "ke", "ini", "kami",
        "atau",
        "terakreditasi", "siaga", "wisata", "adat", "sehat", "tangguh", "cantik", "terbaik", "mandiri", "digital",
        "pintar",
        "bersih", "baru", "lain", "lainnya", "tersebut", "induk", "rawat", "non", "online", "juara", "binaan", "layak",
    ]

    /// Parts of a title that are the name of one unit: kind and one or two words, nothing before and little after.
    private static func names(in title: String) -> [[String]] {
        title.split(whereSeparator: { "|»›·—–•:-".contains($0) }).compactMap { part in
            var words = words(String(part))
            if let first = words.first, ["uptd", "upt", "blud"].contains(first) { words.removeFirst() }
            guard (2...4).contains(words.count), kinds.contains(words[0]), !general.contains(words[1]),
                words.allSatisfy({ $0.allSatisfy(\.isLetter) })
            else { return nil }
            return words
        }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
