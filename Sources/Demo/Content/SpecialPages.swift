// Answers that are no site: what hosters, servers, firewalls and intruders leave where an office should be.

import Farm

enum SpecialPages {
    /// A hosting panel's notice for an account that was not paid; the root redirects to it.
    static let suspended: [String: FarmReply] = [
        "/": .redirect("/cgi-sys/suspendedpage.cgi"),
        "/cgi-sys/suspendedpage.cgi": .page(
            """
            <!DOCTYPE html><html><head><title>Account Suspended</title></head><body>
            <div class="container"><h1>Account Suspended</h1>
            <p>This Account has been suspended. Contact your hosting provider for more information.</p></div>
            </body></html>
            """),
    ]

    /// A web server straight from the package.
    static let serverDefault = FarmReply.page(
        """
        <!DOCTYPE html><html><head><title>Welcome to nginx!</title></head><body>
        <h1>Welcome to nginx!</h1>
        <p>If you see this page, the nginx web server is successfully installed and working.
        Further configuration is required.</p>
        <p><em>Thank you for using nginx.</em></p></body></html>
        """, headers: [(name: "Server", value: "nginx/1.22.1")])

    /// An office that has been "back soon" for two years.
    static let maintenance = FarmReply.page(
        """
        <!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Dalam Perbaikan</title></head><body>
        <center><img src="/img/logo.png" alt="Logo"><h1>Website Sedang Dalam Perbaikan</h1>
        <p>Mohon maaf, situs Dinas Tenaga Kerja dan Transmigrasi Kabupaten Tanjung Rambai sedang dalam proses
        pengembangan. Silakan kembali beberapa saat lagi.</p></center></body></html>
        """)

    /// A name that lapsed and is for sale.
    static let parked = FarmReply.page(
        """
        <!DOCTYPE html><html><head><title>dkp-rambai.com is for sale</title></head><body>
        <h1>dkp-rambai.com</h1><h2>This domain is for sale!</h2>
        <p>The domain dkp-rambai.com is parked. Interested in buying it? Make an offer or rent it from US$ 45 a month.</p>
        <ul><li><a href="/?kw=hosting">Web Hosting</a></li><li><a href="/?kw=loan">Personal Loan</a></li>
        <li><a href="/?kw=fish">Fish Oil</a></li></ul><p>Related searches. Privacy policy.</p></body></html>
        """)

    /// A firewall that takes every visitor without a browser for an attack.
    static let firewall = FarmReply.page(
        """
        <html><head><title>403 Forbidden</title></head><body><h1>Access Denied</h1>
        <p>Your request was blocked by the web application firewall. If you think this is a mistake, contact the
        administrator and give the incident ID 7f31-99010-2281.</p></body></html>
        """, status: 403, headers: [(name: "Server", value: "waf")])

    /// A site whose database has been gone for months; also for robots.txt.
    static let databaseError = FarmReply.page(
        """
        <html><head><title>Database Error</title></head><body><h1>Error establishing a database connection</h1>
        </body></html>
        """, status: 500)

    /// A page that is only a script; its title still says whose it is.
    static let shell = FarmReply.page(
        """
        <!doctype html><html lang="id"><head><meta charset="utf-8"/>
        <title>Sekretariat DPRD Kabupaten Tanjung Rambai</title>
        <meta name="description" content="Situs resmi Sekretariat DPRD Kabupaten Tanjung Rambai"/>
        <script defer="defer" src="/static/js/main.8c1f02aa.js"></script>
        <link href="/static/css/main.4b7e.css" rel="stylesheet"></head>
        <body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>
        """)

    /// What an intruder planted in an office's pages: a block no visitor sees and every search engine reads.
    static let gambling: String = {
        let baits = [
            "slot gacor hari ini", "situs slot gacor maxwin", "slot deposit pulsa tanpa potongan", "rtp slot live",
            "bandar togel terpercaya", "judi bola online", "agen slot88 resmi", "link alternatif slot gacor",
            "slot deposit dana 5000", "bocoran rtp slot gacor malam ini", "daftar situs judi slot online terpercaya",
        ]
        let links = baits.enumerated().map {
            "<a href=\"https://maxwin\($0).rambai-gacor.example/\">\($1)</a>"
        }
        return "<div style=\"position:absolute;left:-9999px;top:-9999px\">\n\(links.joined(separator: "\n"))\n</div>"
    }()
}

extension SpecialPages {
    /// What a social network shows to those who are not logged in.
    static let socialLogin = FarmReply.page(
        """
        <!DOCTYPE html><html lang="id"><head><title>Facebook - Masuk atau Daftar</title></head><body>
        <h2>Masuk ke Facebook</h2><form><input name="email"><input name="pass" type="password">
        <button>Masuk</button></form></body></html>
        """)
}
