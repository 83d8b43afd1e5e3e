import Rules

/// The words of the count sentence.
enum CountTexts {
    static let and = Bilingual(id: " dan ", en: " and ")
    static let comma = Bilingual(id: ", ", en: ", ")
    static let commaAnd = Bilingual(id: ", dan ", en: ", and ")

    static let nothing = Bilingual(
        id: "Daftar ini tidak memuat OPD maupun puskesmas.",
        en: "This list names neither an OPD nor a puskesmas.")

    static let firstRound = Bilingual(
        id: "Ini putaran pertama, sehingga belum ada pembanding.",
        en: "This is the first round, so there is nothing to compare with yet.")

    static func opd(_ count: Int) -> Bilingual {
        count == 0
            ? Bilingual(id: "tidak ada OPD", en: "no OPD")
            : Bilingual(id: "\(count) OPD", en: "\(count) OPD")
    }

    /// What is not proven yet is said as a presumption, never as a fact.
    static func opdMissing(_ count: Int, proven: Int) -> Bilingual {
        if count == 0 {
            return Bilingual(id: " yang tercatat belum memiliki situs web", en: " is recorded as having no website")
        }
        let have = count == 1 ? " has" : " have"
        if proven == count { return Bilingual(id: " belum memiliki situs web", en: "\(have) no website") }
        return Bilingual(
            id: presumed(" belum memiliki situs web", proven), en: presumedEnglish(count, proven, "website"))
    }

    private static func presumed(_ words: String, _ proven: Int) -> String {
        " diduga\(words)" + (proven == 0 ? "" : " (\(proven) di antaranya terbukti)")
    }

    private static func presumedEnglish(_ count: Int, _ proven: Int, _ noun: String) -> String {
        (count == 1 ? " seems" : " seem") + " to have no \(noun)" + (proven == 0 ? "" : " (\(proven) of them proven)")
    }

    static func opdNowGoID(_ count: Int) -> Bilingual {
        Bilingual(
            id: count == 0
                ? " yang baru beralih ke .go.id" : " yang sebelumnya tidak memakai .go.id kini sudah memakainya",
            en: count == 0
                ? " has newly moved to .go.id"
                : count == 1 ? " that had no .go.id address now has one" : " that had no .go.id address now have one")
    }

    static func puskesmas(_ count: Int, of total: Int) -> Bilingual {
        count == 0
            ? Bilingual(id: "tidak ada puskesmas dari \(total)", en: "none of \(total) puskesmas")
            : Bilingual(id: "\(count) dari \(total) puskesmas", en: "\(count) of \(total) puskesmas")
    }

    static func puskesmasMissing(_ count: Int, proven: Int) -> Bilingual {
        if count == 0 {
            return Bilingual(id: " yang tercatat belum memiliki situs", en: " is recorded as having no site")
        }
        let have = count == 1 ? " has" : " have"
        if proven == count { return Bilingual(id: " belum memiliki situs", en: "\(have) no site") }
        return Bilingual(id: presumed(" belum memiliki situs", proven), en: presumedEnglish(count, proven, "site"))
    }

    /// Begins the sentence on proof: `Dari 14 ketiadaan itu, `.
    static func proofLead(_ missing: Int) -> Bilingual {
        Bilingual(id: "Dari \(missing) ketiadaan itu, ", en: "Of these \(missing) absences, ")
    }

    static func proven(_ count: Int, of missing: Int) -> Bilingual {
        count == missing
            ? Bilingual(id: "semuanya sudah terbukti", en: "all are proven")
            : Bilingual(id: "\(count) sudah terbukti", en: "\(count) are proven")
    }

    static func waiting(_ count: Int, of missing: Int) -> Bilingual {
        count == missing
            ? Bilingual(id: "semuanya belum terbukti", en: "none is proven yet")
            : Bilingual(id: "\(count) belum terbukti", en: "\(count) not yet")
    }

    static func proofEnd(_ waiting: Int) -> Bilingual {
        waiting == 0
            ? Bilingual(id: ".", en: ".")
            : Bilingual(
                id: "; yang belum terbukti perlu diperiksa lagi pada hari lain.",
                en: "; what is not proven must be tried again on another day.")
    }

    static func offices(_ count: Int) -> Bilingual {
        Bilingual(id: "\(count) instansi", en: count == 1 ? "1 office" : "\(count) offices")
    }

    static let undecided = Bilingual(
        id: " belum dapat dipastikan (tidak terjangkau, menolak pemeriksa, atau belum dapat diperiksa) "
            + "dan tidak dihitung sebagai belum memiliki situs.",
        en: " could not be decided (unreachable, refusing the checker, or not checked) "
            + "and not counted as having no website.")
}
