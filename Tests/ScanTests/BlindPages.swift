import Farm

/// What hosts of the sixth world say.
enum BlindPages {
    static func site(_ office: String, _ short: String, _ region: String, skin: Int, extra: String = "") -> [String:
        FarmReply]
    {
        let profile = WidePages.bare(
            "Profil",
            "<h1>Tugas dan Fungsi</h1><p>\(office) \(region) membantu kepala daerah dalam urusan pemerintahan dan tugas pembantuan.</p>"
        )
        return ["/": home(office, short, region, skin: skin, extra: extra), "/profil": profile]
    }

    private static let feed = """
        <section class=elementor-posts><h4>Sosialisasi bersama Kejaksaan Negeri</h4><p>Kepala dinas hadir beserta jajaran Inspektorat.</p>
        <h4>Penghargaan dari Gubernur</h4><p>Diterima Wakil Bupati di aula Bappeda.</p></section>
        """

    private static func home(_ office: String, _ short: String, _ region: String, skin: Int, extra: String) -> FarmReply
    {
        let menu = "<nav><a href=/profil>Profil</a> <a href=/profil#layanan>Layanan</a></nav>"
        switch skin % 4 {
        case 0:
            return WidePages.bare(
                "\(short) \(region)",
                "<header class=site-header><div class=site-branding><p class=site-title><a href=/ rel=home>\(office)</a></p><p class=site-description>Pemerintah \(region)</p></div>\(menu)</header>\(feed)\(extra)"
            )
        case 1:
            return .page(
                "<html><head><title>Beranda - \(office)</title><script type=application/ld+json>{\"@type\":\"Organization\",\"name\":\"\(office) \(region)\"}</script></head><body>\(menu)<h2>Selamat Datang</h2>\(feed)\(extra)<footer>\(region)</footer></body></html>"
            )
        case 2:
            return WidePages.bare(
                short,
                "\(menu)<img src=/logo.png alt='Logo \(office) \(region)'>\(feed)\(extra)<div id=footer>Copyright © \(office) \(region)</div>"
            )
        default:
            return WidePages.bare(
                "::: \(office.uppercased()) :::",
                "<table><tr><td>PEMERINTAH \(region.uppercased())</td></tr><tr><td>\(menu)</td></tr></table>\(feed)\(extra)"
            )
        }
    }

    /// A page of the portal that has real content of an office.
    static func section(_ office: String, _ region: String) -> FarmReply {
        WidePages.bare(
            "\(office) - \(region)",
            "<h1>\(office)</h1><h2>Tugas</h2><p>Melaksanakan urusan pemerintahan yang menjadi kewenangan daerah.</p><h2>Alamat</h2><p>Jl. Jenderal Sudirman 12, telepon (0741) 60123</p><h2>Layanan</h2><ul><li>Konsultasi</li><li>Rekomendasi izin</li></ul><h2>Jam pelayanan</h2><p>Senin sampai Jumat 08.00-15.00</p>"
        )
    }

    static let whoops = WidePages.bare(
        "Whoops! There was an error.",
        "<div class=exception><h1>ErrorException (E_ERROR)</h1><p>Undefined index: nama_opd (View: /var/www/laravel/resources/views/home.blade.php)</p></div>"
    )
    static let nginx = WidePages.bare(
        "Welcome to nginx!",
        "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>"
    )
}
