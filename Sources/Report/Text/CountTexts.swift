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

    static func opdMissing(_ count: Int) -> Bilingual {
        count == 0
            ? Bilingual(id: " yang tercatat belum memiliki situs web", en: " is recorded as having no website")
            : Bilingual(id: " belum memiliki situs web", en: count == 1 ? " has no website" : " have no website")
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

    static func puskesmasMissing(_ count: Int) -> Bilingual {
        count == 0
            ? Bilingual(id: " yang tercatat belum memiliki situs", en: " is recorded as having no site")
            : Bilingual(id: " belum memiliki situs", en: count == 1 ? " has no site" : " have no site")
    }

    static func proof(missing: Int, proven: Int) -> Bilingual {
        if proven == missing {
            return Bilingual(
                id: "Ketiadaan itu sudah terbukti untuk semuanya (\(missing)).",
                en: "That absence is proven for all \(missing) of them.")
        }
        if proven == 0 {
            return Bilingual(
                id:
                    "Ketiadaan itu belum terbukti untuk \(missing) instansi tersebut dan perlu diperiksa lagi pada hari lain.",
                en: "That absence is not yet proven for any of the \(missing) and must be tried again on another day.")
        }
        return Bilingual(
            id: "Dari \(missing) ketiadaan itu, \(proven) sudah terbukti dan \(missing - proven) belum terbukti.",
            en: "Of these \(missing) absences, \(proven) are proven and \(missing - proven) not yet.")
    }

    static func undecided(_ count: Int) -> Bilingual {
        Bilingual(
            id:
                "\(count) instansi belum dapat dipastikan (tidak terjangkau, menolak pemeriksa, atau belum dapat diperiksa) "
                + "dan tidak dihitung sebagai belum memiliki situs.",
            en: "\(count) could not be decided (unreachable, refusing the checker, or not checked) "
                + "and are not counted as having no website.")
    }
}
