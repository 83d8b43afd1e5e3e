/// A CSS framework's navbar, hero and footer columns.
enum BootstrapFrame {
    static func page(_ site: DemoSite, title: String, path: String, body: String) -> String {
        """
        <!doctype html>
        <html lang="id">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(DemoMarkup.escape(title)) | \(DemoMarkup.escape(site.name))</title>
        <meta name="description" content="Situs resmi \(DemoMarkup.escape(site.name)) Kabupaten Tanjung Rambai">
        <link href="/assets/css/bootstrap.min.css" rel="stylesheet">
        </head>
        <body>
        <nav class="navbar navbar-expand-lg navbar-dark bg-primary"><div class="container">
        <a class="navbar-brand" href="/"><img src="/assets/img/logo.png" alt="Logo Kabupaten Tanjung Rambai"> \(DemoMarkup.escape(site.short))</a>
        <div class="collapse navbar-collapse" id="menu"><ul class="navbar-nav ms-auto">
        <li class="nav-item"><a class="nav-link" href="/">Beranda</a></li>
        \(menu(site))
        </ul></div></div></nav>
        <div class="modal fade" id="pengumuman" tabindex="-1"><div class="modal-body"><img src="/assets/img/hut-kabupaten.jpg" \
        alt="Dirgahayu Kabupaten Tanjung Rambai ke-23"><button data-bs-dismiss="modal">Tutup</button></div></div>
        <section class="hero py-5"><div class="container"><h1>\(DemoMarkup.escape(title))</h1>
        <p class="lead">\(DemoMarkup.escape(site.name)) Kabupaten Tanjung Rambai</p></div></section>
        <main class="container py-4">
        \(body)
        </main>
        \(site.injected)
        <footer class="bg-dark text-light py-4"><div class="container"><div class="row">
        <div class="col-md-4"><h5>Alamat</h5><p>\(DemoMarkup.escape(site.street))</p></div>
        <div class="col-md-4"><h5>Kontak</h5><p>Telepon: \(site.phone)<br>Email: \(site.mail)</p></div>
        <div class="col-md-4">\(site.hours.map { "<h5>Jam Pelayanan</h5><p>\(DemoMarkup.escape($0))</p>" } ?? "<h5>Tautan</h5>")
        \(site.social.map { "<a href=\"\($0.href)\">\($0.label)</a>" }.joined(separator: " "))</div>
        </div><iframe src="https://www.google.com/maps/embed?pb=rambai" title="Peta lokasi"></iframe>
        <p>Pengunjung hari ini: 125 | Total: 48.210</p><p>Hak cipta 2026 \(DemoMarkup.escape(site.short)) Tanjung Rambai</p></div></footer>
        <script src="/assets/js/bootstrap.bundle.min.js"></script>
        </body></html>
        """
    }

    private static func menu(_ site: DemoSite) -> String {
        DemoMarkup.menu(site).map { label, pages in
            if label.isEmpty {
                return pages.map {
                    "<li class=\"nav-item\"><a class=\"nav-link\" href=\"\($0.path)\">\(DemoMarkup.escape($0.label))</a></li>"
                }.joined()
            }
            let items = pages.map {
                "<li><a class=\"dropdown-item\" href=\"\($0.path)\">\(DemoMarkup.escape($0.label))</a></li>"
            }
            return """
                <li class="nav-item dropdown"><a class="nav-link dropdown-toggle" href="#" data-bs-toggle="dropdown">\
                \(DemoMarkup.escape(label))</a><ul class="dropdown-menu">\(items.joined())</ul></li>
                """
        }.joined(separator: "\n")
    }
}
