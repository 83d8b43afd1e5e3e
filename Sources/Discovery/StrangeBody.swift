/// Words of a page's head that name a body which is no office of a region's government, or a region nobody told us of.
enum StrangeBody {
    /// What the words name, for people; nil when they name neither.
    static func sign(in text: String) -> String? {
        let words = NameTokens.words(text)
        let line = " " + words.joined(separator: " ") + " "
        if bodies.contains(where: { line.contains(" \($0) ") }) { return "lembaga lain" }
        for (word, next) in zip(words, words.dropFirst())
        where regionWords.contains(word) && !plainWords.contains(next) && next.count > 2 {
            return "daerah lain"
        }
        return nil
    }

    private static let bodies = [
        "kementerian", "republik indonesia", "kejaksaan", "pengadilan", "polres", "polda", "kepolisian",
        "komisi pemilihan umum", "kpu", "bawaslu", "badan pusat statistik", "bpjs", "mahkamah", "kantor pertanahan",
        "universitas", "politeknik",
    ]
    private static let regionWords: Set<String> = ["kabupaten", "kab", "kota", "provinsi", "prov"]
    /// What follows "kabupaten" or "kota" and is no name.
    private static let plainWords: Set<String> = [
        "dan", "atau", "kota", "kabupaten", "yang", "ini", "kami", "layak", "sehat", "se", "di", "resmi", "tahun",
        "kreatif",
        "cerdas", "pintar", "hijau", "bersih",
    ]
}
