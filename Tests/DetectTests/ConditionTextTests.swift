import Detect
import Model
import Testing

/// Pages as servers, panels, hosters and firewalls send them, retold from memory of many hosts: title, then text.
@Suite("Pages that are no site, by their usual words")
struct ConditionTextTests {
    @Test(arguments: [
        (
            SiteCondition.serverDefault, "Apache2 Debian Default Page: It works",
            "This is the default welcome page used to test the correct operation of the Apache2 server after installation on Debian systems. If you can read this page, it means that the Apache HTTP server installed at this site is working properly."
        ),
        (
            .serverDefault, "HTTP Server Test Page powered by: Rocky Linux",
            "This page is used to test the proper operation of an HTTP server after it has been installed on a Rocky Linux system."
        ),
        (
            .serverDefault, "Test Page for the Nginx HTTP Server on AlmaLinux",
            "This page is used to test the proper operation of the nginx HTTP server after it has been installed."
        ),
        (
            .serverDefault, "Welcome to OpenResty!",
            "If you see this page, the OpenResty web platform is successfully installed and working."
        ),
        (.serverDefault, "Welcome page", "Caddy works! Congratulations! Your web server is working."),
        (.serverDefault, "", "<h1>It works!</h1>"),
        (.serverDefault, "IIS7", "Internet Information Services"),
        (
            .serverDefault, "Plesk Default Page",
            "Domain Default page. If you see this page it means: hosting for this domain is not configured."
        ),
        (.serverDefault, "CyberPanel Installed", "Welcome to CyberPanel. You have successfully installed CyberPanel."),
        (.serverDefault, "HTTP Server Test Page", "CentOS WebPanel. CWP. This is the default page of your account."),
        (
            .serverDefault, "Site is created successfully",
            "Congratulations, the site was created successfully! This is the default index.html of the website, you can find it in the site's root directory."
        ),
        (
            .serverDefault, "Welcome to your website!",
            "This is the default index page of your website. This file may be deleted or overwritten without any difficulty. Powered by ISPConfig."
        ),
        (
            .serverDefault, "Success! Your new web server is ready to use.",
            "Your new web server is ready. HestiaCP default page, powered by Hestia."
        ),
        (.serverDefault, "DirectAdmin", "This is the default index page for your domain. Powered by DirectAdmin"),
        (
            .serverDefault, "FASTPANEL",
            "Why am I seeing this page? The site was created in FASTPANEL and no content was uploaded."
        ),
        (.serverDefault, "Laragon", "Laragon. Apache, PHP. Getting Started"),
        (
            .serverDefault, "Laravel",
            "Laravel has wonderful documentation covering every aspect of the framework. Laracasts. Laravel News."
        ),
        (
            .serverDefault, "Welcome to CodeIgniter",
            "If you would like to edit this page you'll find it located at: application/views/welcome_message.php"
        ),
        (
            .serverDefault, "Welcome to Symfony!",
            "Welcome to Symfony. Your application is now ready and you can start working on it."
        ),
        (
            .serverDefault, "The install worked successfully! Congratulations!",
            "You are seeing this page because DEBUG=True is in your settings file."
        ),
        (
            .serverDefault, "WordPress › Installation",
            "Welcome to the famous five-minute WordPress installation process!"
        ),
        (.serverDefault, "Joomla! Web Installer", "Select language. Setup Site name."),
        (
            .serverDefault, "Hostinger",
            "You Are All Set to Go! All you have to do now is upload your website files and start your journey."
        ),
        (
            .serverDefault, "Selamat Datang",
            "Website kamu sudah aktif! Silahkan upload file website ke folder public_html. Niagahoster"
        ),
        (.serverDefault, "Domainesia", "Selamat! Akun hosting Anda sudah aktif."),
        (
            .emptyCMS, "Situs Baru – Just another WordPress site",
            "Hello world! Welcome to WordPress. This is your first post. A WordPress Commenter. Uncategorized. Sample Page"
        ),
        (
            .emptyCMS, "Blog – Situs WordPress baru",
            "Halo dunia! Selamat datang di WordPress. Tak Berkategori. Laman Contoh. Pengulas WordPress"
        ),
        (
            .directoryListing, "Index of /",
            "Index of / Name Last modified Size Description Parent Directory cgi-bin/ Apache/2.4"
        ),
        (
            .suspended, "Account Suspended",
            "Account Suspended. This Account has been suspended. Contact your hosting provider for more information."
        ),
        (.suspended, "Website Suspended", "Website ini dinonaktifkan sementara. Silakan hubungi penyedia hosting."),
        (
            .suspended, "509 Bandwidth Limit Exceeded",
            "Bandwidth Limit Exceeded. The server is temporarily unable to service your request due to the site owner reaching his/her bandwidth limit."
        ),
        (
            .suspended, "508 Resource Limit Is Reached",
            "Resource Limit Is Reached. The website is temporarily unable to service your request as it exceeded resource limit."
        ),
        (.suspended, "Layanan ditangguhkan", "Masa aktif hosting telah habis. Hubungi bagian billing."),
        (
            .parked, "namadinas.com is for sale",
            "namadinas.com This domain is for sale. Make an offer on this domain. Afternic"
        ),
        (.parked, "Parked Domain", "This domain is parked free, courtesy of GoDaddy"),
        (.parked, "Domain Expired", "This domain has expired. Renew this domain now."),
        (.parked, "Rumahweb", "Domain ini telah terdaftar dan sudah aktif"),
        (.maintenance, "Coming Soon", "Situs kami akan segera hadir"),
        (.maintenance, "Maintenance", "Briefly unavailable for scheduled maintenance. Check back in a minute."),
        (.maintenance, "Info", "Mohon maaf, website sedang dalam pemeliharaan. Kami akan segera kembali."),
        (.maintenance, "Selamat datang", "Website sedang dalam tahap pengembangan"),
        (.errorPage, "WordPress › Kesalahan", "Ada eror serius di situs web Anda."),
        (
            .errorPage, "Error 500",
            "500 Internal Server Error. The server encountered an internal error or misconfiguration."
        ),
        (.errorPage, "502 Bad Gateway", "nginx"),
        (
            .errorPage, "contoh.go.id | 521: Web server is down",
            "Web server is down Error code 521. Cloudflare Ray ID: 8a. Host Error"
        ),
        (.errorPage, "Whoops!", "Whoops, looks like something went wrong. SQLSTATE[HY000] [2002] Connection refused"),
        (.errorPage, "Not Found", "The requested URL was not found on this server."),
        (.challenge, "Just a moment...", "Enable JavaScript and cookies to continue"),
        (
            .challenge, "Request Rejected",
            "The requested URL was rejected. Please consult with your administrator. Your support ID is: 123"
        ),
        (
            .challenge, "Access Denied",
            "Access Denied. You don't have permission to access on this server. Reference errors.edgesuite.net"
        ),
        (
            .challenge, "Not Acceptable!",
            "Not Acceptable! An appropriate representation of the requested resource could not be found on this server. This error was generated by Mod_Security."
        ),
        (
            .challenge, "One moment, please...",
            "Please wait while your request is being verified... Imunify360 bot-protection"
        ),
        (.challenge, "Blocked", "Your access to this site has been limited by the site owner. Generated by Wordfence"),
        (.ispBlock, "Internet Positif", "Mohon maaf, akses ke situs ini tidak dapat dilanjutkan. Internetpositif"),
        (.ispBlock, "", "TRUST+POSITIF. Situs ini diblokir sesuai peraturan perundangan."),
        (.takeover, "Hacked By Anon", "Your security is low. We are Anonymous"),
        (
            .gambling, "SLOT88 Gacor Hari Ini: Daftar Situs Slot Online",
            "Link alternatif slot gacor, RTP live, deposit pulsa, bonus new member, mahjong ways"
        ),
    ])
    func seen(_ condition: SiteCondition, _ title: String, _ text: String) {
        let html = "<html><head><title>\(title)</title></head><body><h1>\(title)</h1><p>\(text)</p></body></html>"
        let reading = TestRules.shared.read(html, path: "/")
        // The exact name may differ between kinds of default pages; what must never happen is "a site".
        #expect(!reading.condition.isContent, "\(condition): \(title)")
        if [.challenge, .ispBlock, .gambling, .takeover, .suspended].contains(condition) {
            #expect(reading.condition == condition)
        }
    }
}
