/// A page builder's look: nested divs, cards, headings that are no headings.
enum CardsFrame {
    static func page(_ site: DemoSite, title: String, path: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="csrf-token" content="rambai"><title>\(DemoMarkup.escape(site.short)) Tanjung Rambai - \(DemoMarkup.escape(title))</title>
        <link rel="stylesheet" href="/css/app.css"></head>
        <body class="bg-gray-50">
        <div class="topbar"><span>\(site.phone)</span> <span>\(site.mail)</span></div>
        <div class="navbar"><div class="brand"><a href="/">\(DemoMarkup.escape(site.name))<br>Kabupaten Tanjung Rambai</a></div>
        <div class="menu-utama"><a href="/">Beranda</a>
        \(site.pages.map { "<a class=\"menu\" href=\"\($0.path)\">\(DemoMarkup.escape($0.label))</a>" }.joined(separator: "\n"))
        </div></div>
        <div class="container"><div class="card"><div class="card-title judul">\(DemoMarkup.escape(title))</div>
        <div class="card-body">
        \(body)
        </div></div>
        \(path == "/" ? "<div class=\"card\"><div class=\"judul\">Kabar Terkini</div>\(DemoMarkup.newsList(site))</div>" : "")
        </div>
        \(site.injected)
        <div class="footer"><div class="kolom"><b>\(DemoMarkup.escape(site.name))</b><br>\(DemoMarkup.escape(site.street))</div>
        <div class="kolom">\(site.hours.map { DemoMarkup.escape($0) } ?? "")</div>
        <div class="kolom">\(site.social.map { "<a href=\"\($0.href)\">\($0.label)</a>" }.joined(separator: " "))</div></div>
        <div class="aksesibilitas"><button>Perbesar teks</button><button>Kontras tinggi</button><button>Baca halaman</button></div>
        <script src="/js/app.js"></script>
        </body></html>
        """
    }
}
