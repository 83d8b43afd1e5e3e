/// The written forms of one Indonesian verb: what a sentence, a command and a heading make of the same root.
///
/// Source: Tata Bahasa Baku Bahasa Indonesia, on the prefixes me-, di- and pe-.
enum VerbForms {
    /// - Parameters:
    ///   - root: a root with its suffix behind `+`: `ambil`, `serah+kan`, `lengkap+i`.
    ///   - nouns: the nouns pe-...-an too; a line that begins with one may be the name of a service.
    /// - Returns: the root, with me-, with di-; no word twice.
    static func of(_ root: String, nouns: Bool) -> [String] {
        let parts = root.split(separator: "+", maxSplits: 1).map(String.init)
        guard let stem = parts.first, !stem.isEmpty else { return [] }
        let suffix = parts.count > 1 ? parts[1] : ""
        var forms = [stem + suffix, "me" + nasal(stem) + suffix, "di" + stem + suffix]
        if nouns { forms += ["pe" + nasal(stem) + "an"] }
        var met: Set<String> = []
        return forms.filter { met.insert($0).inserted }
    }

    /// What stands behind `me` and `pe`: `mbawa`, `ngambil`, `nyerah`, `ngecek`.
    static func nasal(_ stem: String) -> String {
        let signs = Array(stem)
        let rest = String(signs.dropFirst())
        let isCluster = signs.count > 1 && "lrstckfw".contains(signs[1]) && !isVowel(signs[0])
        if signs.count(where: isVowel) == 1, !isCluster { return "nge" + stem }
        switch signs[0] {
        case "p": return isCluster ? "m" + stem : "m" + rest
        case "t": return isCluster ? "n" + stem : "n" + rest
        case "s": return isCluster ? "n" + stem : "ny" + rest
        case "k": return isCluster ? "ng" + stem : "ng" + rest
        case "b", "f", "v": return "m" + stem
        case "c", "d", "j", "z": return "n" + stem
        case "l", "m", "n", "r", "w", "y": return stem
        default: return "ng" + stem
        }
    }

    private static func isVowel(_ sign: Character) -> Bool { "aiueo".contains(sign) }
}
