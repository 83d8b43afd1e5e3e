/// A free blog: posts, archive, gadgets.
enum BlogFrame {
    static func page(_ site: DemoSite, title: String, path: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html dir='ltr' lang='id'>
        <head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>
        <meta content='blogger' name='generator'/>
        <title>\(DemoMarkup.escape(site.name)): \(DemoMarkup.escape(title))</title></head>
        <body><div class='header'><h1 class='title'><a href='/'>\(DemoMarkup.escape(site.name))</a></h1>
        <p class='description'>Blog \(DemoMarkup.escape(site.short)) Kabupaten Tanjung Rambai</p></div>
        <div class='tabs'><ul>\(site.pages.map { "<li><a href='\($0.path)'>\(DemoMarkup.escape($0.label))</a></li>" }.joined())</ul></div>
        <div class='main'><div class='post hentry'><h3 class='post-title entry-title'>\(DemoMarkup.escape(title))</h3>
        <div class='post-body entry-content'>
        \(body)
        </div></div></div>
        <div class='sidebar'><div class='widget'><h2>Arsip Blog</h2>\(DemoMarkup.newsList(site))</div>
        <div class='widget'><h2>Alamat</h2><p>\(DemoMarkup.escape(site.street)), Telp \(site.phone)</p></div></div>
        <div class='footer'>Diberdayakan oleh Blogger.</div>
        </body></html>
        """
    }
}
