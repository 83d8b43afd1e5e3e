/// Tells a headline that speaks of an office from words that name its place: "Dinas Kesehatan Gelar Vaksinasi Massal" leads
/// to a piece of news, "Profil Dinas Kesehatan" to the office.
enum Headline {
    /// Words beside the office's name from which on a text is a sentence about it.
    static let wordsNeeded = 3

    /// - Parameters:
    ///   - text: a link text, heading or title.
    ///   - name: the words of the office's name and of its region's.
    static func isOne(_ text: String, about name: Set<String>) -> Bool {
        let phrases = NameTokens.phrases(text).split { $0 == "|" }
        return phrases.contains { phrase in
            let strange = phrase.filter { word in
                word != "," && !name.contains(word) && !OfficeTopics.silent.contains(word)
                    && !placeWords.contains(word) && LabelReader.acronyms[word] == nil && !isNumber(word)
                    && OfficeTopics.phrases[word] == nil
            }
            return strange.count >= wordsNeeded
        }
    }

    private static func isNumber(_ word: String) -> Bool { word.allSatisfy(\.isNumber) }

    /// Words of menus and pages that present an office.
    private static let placeWords: Set<String> = [
        "tugas", "pokok", "fungsi", "visi", "misi", "struktur", "organisasi", "sejarah", "sekilas", "tentang",
        "sambutan", "kepala", "standar", "layanan", "alamat", "kontak", "data", "informasi", "pegawai", "lihat",
        "detail", "selengkapnya", "kunjungi", "klik", "sini", "kabupaten", "kab", "kota", "provinsi", "prov", "dinas",
        "badan", "bagian", "biro", "kecamatan", "kelurahan", "puskesmas", "upt", "uptd", "rsud", "dan", "link",
        "tautan", "tahun", "kami", "publik", "gambaran", "umum", "daftar", "nama", "pejabat", "staf", "staff",
    ]
}
