import Rules

/// Tells the kind of an office from its name, portals included.
enum KindInference {
    static func kind(ofName name: String, _ nomenclature: Nomenclature) -> String? {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if let portal = portal(words) { return portal }
        return nomenclature.kind(forName: name)?.key
    }

    /// `Portal ...`, `Pemerintah Kabupaten ...`, `Website resmi Kota ...`.
    private static func portal(_ words: [String]) -> String? {
        guard let first = words.first else { return nil }
        if first == "portal" || first == "website" || first == "situs" {
            if words.contains("puskesmas") { return words.contains("portal") ? "puskesmas-portal" : nil }
            let rest = words.dropFirst().drop { ["resmi", "web", "utama"].contains($0) }
            return rest.isEmpty || rest.first.map(isGovernment) == true ? "portal" : nil
        }
        if ["pemkab", "pemkot", "pemprov"].contains(first) { return "portal" }
        if first == "pemerintah", words.dropFirst().first.map(isLevel) == true { return "portal" }
        return nil
    }

    private static func isGovernment(_ word: String) -> Bool {
        isLevel(word) || ["pemerintah", "pemkab", "pemkot", "pemprov"].contains(word)
    }

    private static func isLevel(_ word: String) -> Bool {
        ["kabupaten", "kab", "kota", "provinsi", "prov", "daerah"].contains(word)
    }

    /// Words people put into `jenis` that name a class of office, not a kind.
    static func isClassWord(_ word: String) -> Bool {
        OfficeKind.Class(rawValue: word) != nil
            || ["opd", "skpd", "uptd", "kantor", "perangkat daerah", "unit"].contains(word)
    }
}
