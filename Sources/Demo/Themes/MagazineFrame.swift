/// A blog engine's magazine theme: head full of assets, menu, content, side bar, footer.
enum MagazineFrame {
    static func page(_ site: DemoSite, title: String, path: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="id-ID">
        <head>
        <meta charset="UTF-8">
        <title>\(DemoMarkup.escape(title)) &#8211; \(DemoMarkup.escape(site.name))</title>
        <meta name="generator" content="WordPress 6.4.3">
        <link rel="stylesheet" href="/wp-content/themes/newsmag/style.css?ver=6.4.3">
        <script src="/wp-includes/js/jquery/jquery.min.js?ver=3.7.1"></script>
        </head>
        <body class="wp-custom-logo page">
        <div id="page" class="site">
        <header id="masthead" class="site-header"><div class="site-branding">
        <p class="site-title"><a href="/" rel="home">\(DemoMarkup.escape(site.name))</a></p>
        <p class="site-description">Kabupaten Tanjung Rambai</p></div>
        <nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu">
        <li class="menu-item"><a href="/">Beranda</a></li>
        \(menu(site))
        </ul></nav>
        <form role="search" class="search-form" action="/"><input type="search" name="s" placeholder="Cari &hellip;"></form>
        </header>
        <div id="content" class="site-content"><main id="main" class="site-main">
        <article class="page type-page"><header class="entry-header"><h1 class="entry-title">\(DemoMarkup.escape(title))</h1></header>
        <div class="entry-content">
        \(body)
        <div class="sharedaddy"><span>Bagikan ini:</span>
        <a href="https://www.facebook.com/sharer/sharer.php?u=x" rel="nofollow">Facebook</a>
        <a href="https://wa.me/?text=x" rel="nofollow">WhatsApp</a></div>
        </div></article>
        <div id="respond" class="comment-respond"><h3 id="reply-title">Tinggalkan Balasan</h3>
        <form id="commentform"><label for="comment">Komentar *</label><textarea id="comment"></textarea>
        <label for="author">Nama *</label><input id="author"><input type="submit" value="Kirim Komentar"></form></div></main>
        <aside id="secondary" class="widget-area"><section class="widget"><h2 class="widget-title">Berita Terbaru</h2>
        \(DemoMarkup.newsList(site))
        </section></aside></div>
        \(site.injected)
        <footer id="colophon" class="site-footer"><div class="widget"><p>\(DemoMarkup.escape(site.street))</p>
        <p>Telp. \(site.phone) | Email: \(site.mail)</p>\(site.hours.map { "<p>\(DemoMarkup.escape($0))</p>" } ?? "")
        \(social(site))
        </div><div class="site-info">&copy; 2025 \(DemoMarkup.escape(site.short))</div></footer></div>
        </body></html>
        """
    }

    private static func menu(_ site: DemoSite) -> String {
        DemoMarkup.menu(site).map { label, pages in
            let items = pages.map {
                "<li class=\"menu-item\"><a href=\"\($0.path)\">\(DemoMarkup.escape($0.label))</a></li>"
            }
            if label.isEmpty { return items.joined() }
            return """
                <li class="menu-item menu-item-has-children"><a href="#">\(DemoMarkup.escape(label))</a>
                <ul class="sub-menu">\(items.joined())</ul></li>
                """
        }.joined(separator: "\n")
    }

    private static func social(_ site: DemoSite) -> String {
        site.social.map { "<a href=\"\($0.href)\" target=\"_blank\">\($0.label)</a>" }.joined(separator: " | ")
    }
}
