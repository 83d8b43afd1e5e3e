/// Words of a comparison.
enum ComparisonTexts {
    static let title = Bilingual(id: "Sebelum dan sesudah pendampingan", en: "Before and after support")
    static let before = Bilingual(id: "Sebelum", en: "Before")
    static let after = Bilingual(id: "Sesudah", en: "After")
    static let sentence = Bilingual(
        id: "Dari {n} kantor, {m} membaik, {r} memburuk{x}, dan {s} tetap; {u} belum dapat dibandingkan.",
        en: "Of {n} offices {m} got better, {r} got worse{x}, and {s} stayed as they were; {u} could not be compared.")
    static let mixed = Bilingual(id: ", {x} berubah ke dua arah", en: ", {x} moved both ways")
    static let newOnes = Bilingual(
        id: " {b} kantor baru ada dalam daftar sesudah, {g} tidak ada lagi.",
        en: " {b} offices are new in the later list, {g} are no longer in it.")
    static let totals = Bilingual(
        id:
            "Kantor dengan situs .go.id: {s1} menjadi {s2} dari {sn}. Enam komponen yang wajib diumumkan: {m1} menjadi {m2} dari {mn} yang dapat dinilai pada kedua pemeriksaan.",
        en:
            "Offices with a .go.id site: {s1} became {s2} out of {sn}. The six components that must be published: {m1} became {m2} out of {mn} that could be judged both times."
    )
    static let honest = Bilingual(
        id:
            "Yang tidak dapat diperiksa pada salah satu waktu tidak dihitung membaik ataupun memburuk. Perubahan menunjukkan apa yang terlihat di situs, bukan sebabnya.",
        en:
            "What could not be looked at on one of the two dates counts as neither better nor worse. A change shows what is seen on the sites, not its cause."
    )
    static let sites = Bilingual(id: "Situs web", en: "Websites")
    static let items = Bilingual(
        id: "Komponen standar pelayanan (UU 25/2009 Pasal 21)", en: "Service standard components (UU 25/2009 art. 21)")
    static let itemsLead = Bilingual(
        id: "Lingkaran kosong: sebelum. Lingkaran penuh: sesudah. ★ wajib diumumkan.",
        en: "Open circle: before. Full circle: after. ★ must be published.")
    static let hasSite = Bilingual(id: "situs atau bagian portal di .go.id", en: "site or section under .go.id")
    static let noSite = Bilingual(id: "belum ada situs .go.id yang layak", en: "no proper .go.id site")
    static let undecided = Bilingual(id: "belum dapat dipastikan", en: "could not be decided")
    static let regions = Bilingual(id: "Tiap wilayah", en: "Each region")
    static let ranking = Bilingual(
        id: "Peringkat kenaikan enam komponen wajib", en: "Ranking by gain in the six mandatory components")
    static let rank = Bilingual(id: "Peringkat", en: "Rank")
    static let sum = Bilingual(id: "seluruhnya", en: "in all")
    static let offices = Bilingual(id: "Kantor yang berubah", en: "Offices that changed")
    static let none = Bilingual(id: "Tidak ada kantor yang berubah.", en: "No office has changed.")
    static let more = Bilingual(
        id: "{n} kantor lain yang berubah ada dalam perbandingan.csv.",
        en: "{n} more offices that changed are in perbandingan.csv.")
    static let outOf = Bilingual(id: "{a} → {b} dari {n}", en: "{a} → {b} of {n}")
    static let nothing = Bilingual(id: "belum dapat dibandingkan", en: "cannot be compared")
    static let website = Bilingual(id: "Situs .go.id", en: ".go.id site")
    static let mandatory = Bilingual(id: "Enam komponen wajib", en: "Six mandatory components")
    static let information = Bilingual(id: "Informasi", en: "Information")

    static func movement(_ movement: Comparison.Movement) -> Bilingual {
        switch movement {
        case .mended: Bilingual(id: "membaik", en: "better")
        case .regressed: Bilingual(id: "memburuk", en: "worse")
        case .mixed: Bilingual(id: "dua arah", en: "both ways")
        case .same: Bilingual(id: "tetap", en: "same")
        case .new: Bilingual(id: "baru dalam daftar", en: "new in the list")
        case .gone: Bilingual(id: "tidak ada lagi dalam daftar", en: "no longer in the list")
        case .unknown: Bilingual(id: "belum dapat dibandingkan", en: "cannot be compared")
        }
    }
}
