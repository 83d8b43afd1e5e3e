import Farm

/// What the hosts of the hostile regions say.
enum HostilePages {
    static func html(_ title: String, _ body: String) -> FarmReply {
        .page("<!doctype html><html lang=\"id\"><head><title>\(title)</title></head><body>\(body)</body></html>")
    }

    /// A plain site of an office: home, a service page, contact; `extra` stands on the home page.
    static func site(_ name: String, _ region: String, extra: String = "") -> [String: FarmReply] {
        let full = "\(name) \(region)"
        return [
            "/": html(
                full,
                """
                <header><h1>\(full)</h1></header>
                <nav><a href="/layanan">Standar Pelayanan</a> <a href="/profil">Profil</a> <a href="/kontak">Kontak</a></nav>
                <p>Selamat datang di situs resmi \(full). Kami melayani warga setiap hari kerja.</p>\(extra)
                <footer><p>Hak cipta \(full)</p></footer>
                """),
            "/layanan": html(
                "Standar Pelayanan - \(full)",
                """
                <h1>Standar Pelayanan</h1><h2>Persyaratan</h2><ol><li>Fotokopi KTP</li><li>Fotokopi Kartu Keluarga</li>
                <li>Pas foto 3x4</li></ol><h2>Jangka Waktu Penyelesaian</h2><p>3 (tiga) hari kerja</p>
                <h2>Biaya/Tarif</h2><p>Tidak dipungut biaya</p>
                """),
            "/profil": html("Profil - \(full)", "<h1>Profil</h1><p>\(full) dibentuk dengan Peraturan Daerah.</p>"),
            "/kontak": html(
                "Kontak - \(full)", "<h1>Kontak</h1><p>Jalan Merdeka Nomor 1, \(region). Telepon (0561) 123450</p>"),
        ]
    }

    /// A section about one office in a bigger site.
    static func section(_ name: String, _ region: String) -> FarmReply {
        html(
            "\(name) \(region)",
            """
            <h1>\(name)</h1><p>\(name) melayani warga di wilayah kerjanya dengan pemeriksaan umum, kesehatan ibu dan anak,
            imunisasi, gizi, dan pengendalian penyakit. Petugas kami siap pada hari kerja, dan unit gawat darurat buka
            dua puluh empat jam.</p><h2>Jam Pelayanan</h2><p>Senin sampai Jumat pukul 07.30 sampai 14.00, Sabtu sampai
            pukul 12.00. Pendaftaran ditutup satu jam lebih awal dari jam pelayanan berakhir.</p>
            """)
    }

    static let parked = html(
        "Domain is for sale",
        "<h1>This domain is for sale!</h1><p>The domain is parked. Interested in buying it? Make an offer.</p>")
    static let suspended = html(
        "Account Suspended",
        "<h1>Account Suspended</h1><p>This Account has been suspended. Contact your hosting provider for more information.</p>"
    )
    static let serverDefault = html(
        "Welcome to nginx!",
        "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>"
    )
    static let challenge = FarmReply.page(
        "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser before accessing</h1><p>Please enable JavaScript and cookies to continue</p><script src=\"/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1\"></script></body></html>",
        status: 503, headers: [(name: "Server", value: "cloudflare"), (name: "cf-mitigated", value: "challenge")])
    static let gambling = html(
        "Slot Gacor Hari Ini",
        "<h1>Situs Slot Gacor Maxwin</h1><p>Daftar situs judi slot online terpercaya, rtp slot live, bandar togel, slot deposit pulsa tanpa potongan.</p>"
            + (1...12).map { "<a href=\"https://maxwin\($0).example/\">slot gacor deposit dana \($0)</a>" }.joined())
    static let notFound = html("Halaman tidak ditemukan", "<h1>Halaman tidak ditemukan</h1><p>Maaf.</p>")
}
