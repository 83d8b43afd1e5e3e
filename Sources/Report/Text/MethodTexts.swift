import Rules

/// What a reader must know before using the report, sentence by sentence.
enum MethodTexts {
    static let how: [Bilingual] = [
        Bilingual(
            id:
                "Alat mencari situs setiap instansi dari alamat dalam daftar, tautan portal daerah, dan pola nama domain; setiap alamat yang dicoba beserta jawabannya dicatat.",
            en:
                "The tool looks for each office's website from the address in the list, the links of the region's portal and the naming pattern of the domain; every address tried is kept with its answer."
        ),
        Bilingual(
            id:
                "Halaman dibaca dengan sopan: sesuai robots.txt, dengan jeda, dan dengan nama alat yang jelas. Tidak ada kata sandi, formulir, atau celah yang dicoba.",
            en:
                "Pages are read politely: by robots.txt, with pauses, under a clear name. No password, form or weakness is tried."
        ),
        Bilingual(
            id:
                "Sebuah informasi disebut “ada” hanya bila isinya dapat dipakai warga di halaman instansi itu sendiri, dan selalu disertai kutipan, alamat, waktu, dan sidik SHA-256 dari halaman yang diterima.",
            en:
                "An item is called present only when its content is usable by a citizen on the office's own page, always with a quotation, the address, the time and the SHA-256 of the page received."
        ),
    ]

    static let limits: [Bilingual] = [
        Bilingual(
            id:
                "“Tidak dapat dilihat” tidak pernah dianggap “tidak ada”. Situs yang menolak, lambat, atau rusak dicatat apa adanya.",
            en:
                "“Could not be seen” never becomes “is not there”. A site that refuses, is slow or broken is recorded as just that."
        ),
        Bilingual(
            id:
                "“Tidak ada” hanya dikatakan bila situs terbaca cukup lengkap; dokumen dan gambar yang tidak terbaca membuat jawabannya “belum diketahui” atau “hanya dokumen/tautan”.",
            en:
                "“Absent” is said only of a site that was read completely enough; unread documents and images leave “unknown” or “document or link only”."
        ),
        Bilingual(
            id: "Satu putaran saja belum membuktikan ketiadaan: lihat jumlah dan hari percobaan pada setiap baris.",
            en: "One round proves no absence: see the number and days of the attempts in each row."),
        Bilingual(
            id:
                "Laporan ini bukan penilaian Ombudsman dan tidak memperkirakan nilainya; sebagian besar penilaian dilakukan di lokasi.",
            en:
                "This report is not an Ombudsman assessment and predicts no score; most of an assessment takes place on site."
        ),
        Bilingual(
            id:
                "Tautan “buka halaman” menuju halaman yang hidup dan bisa sudah berubah; sidik SHA-256 menunjukkan isi yang diterima saat itu.",
            en:
                "“Open the page” leads to the living page, which may have changed; the SHA-256 stands for what was received then."
        ),
    ]

    /// What a counter of a round counts; a counter without words keeps its name.
    static func counter(_ key: String, _ language: Language) -> String {
        counters[key]?(language) ?? PlainText.clean(key, limit: 60)
    }

    private static let counters: [String: Bilingual] = [
        "offices": Bilingual(id: "Instansi", en: "Offices"),
        "pages": Bilingual(id: "Halaman dibaca", en: "Pages read"),
        "documents": Bilingual(id: "Dokumen dibaca", en: "Documents read"),
        "requests": Bilingual(id: "Permintaan", en: "Requests"),
        "bytes": Bilingual(id: "Byte diterima", en: "Bytes received"),
        "failures": Bilingual(id: "Permintaan gagal", en: "Failed requests"),
        "candidates": Bilingual(id: "Alamat dicoba", en: "Addresses tried"),
        "attempts": Bilingual(id: "Percobaan", en: "Attempts"),
        "connections": Bilingual(id: "Sambungan", en: "Connections"),
        "control_hosts": Bilingual(id: "Host kendali", en: "Control hosts"),
        "seconds": Bilingual(id: "Detik", en: "Seconds"),
    ]
}
