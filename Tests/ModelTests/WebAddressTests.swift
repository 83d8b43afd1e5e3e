import Testing

@testable import Model

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("HTTP://Dinkes.Contohkab.go.id", "http://dinkes.contohkab.go.id/"),
        ("https://contohkab.go.id:443/a", "https://contohkab.go.id/a"),
        ("http://contohkab.go.id:0080/", "http://contohkab.go.id/"),
        ("https://contohkab.go.id:80/", "https://contohkab.go.id:80/"),
        ("  https://contohkab.go.id/a b\n", "https://contohkab.go.id/a%20b"),
        ("https:\\\\contohkab.go.id\\opd\\dinkes", "https://contohkab.go.id/opd/dinkes"),
        ("https:contohkab.go.id", "https://contohkab.go.id/"),
        ("https://contohkab.go.id/a/./b/../c/%2e%2E/d", "https://contohkab.go.id/a/d"),
        ("https://contohkab.go.id/../../x/..", "https://contohkab.go.id/"),
        ("https://contohkab.go.id?q='a'&r=\"b\"#sätze", "https://contohkab.go.id/?q=%27a%27&r=%22b%22#s%C3%A4tze"),
        ("https://admin:rahasia@contohkab.go.id/", "https://admin:rahasia@contohkab.go.id/"),
        ("https://u@s:p@contohkab.go.id/", "https://u%40s:p@contohkab.go.id/"),
        ("https://contohkab.go.id/pelayanan/KTP%2fKK", "https://contohkab.go.id/pelayanan/KTP%2fKK"),
        ("https://contohkab.go.id/^", "https://contohkab.go.id/%5E"),
    ])
    func absolute(_ text: String, _ serialised: String) {
        #expect(WebAddress(text)?.description == serialised)
    }

    @Test(arguments: [
        "", "dinkes.contohkab.go.id", "/profil", "mailto:a@b.go.id", "javascript:void(0)", "ftp://contohkab.go.id/",
        "data:text/html,x", "file:///etc/passwd", "http://", "http:///", "https://:80/", "https://a b/",
        "https://a%00b/",
        "https://contohkab.go.id:70000/", "https://contohkab.go.id:8a/", "https://user@/", "https://[::1",
        "https://a^b/",
    ])
    func refused(_ text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test(arguments: [
        ("berita.html", "https://x.go.id/a/berita.html"), ("./berita.html", "https://x.go.id/a/berita.html"),
        ("../c", "https://x.go.id/c"), ("/c", "https://x.go.id/c"), ("\\c", "https://x.go.id/c"),
        ("?hal=2", "https://x.go.id/a/b?hal=2"), ("#kontak", "https://x.go.id/a/b?q=1#kontak"),
        ("", "https://x.go.id/a/b?q=1"), ("//y.go.id/d", "https://y.go.id/d"), ("///y.go.id", "https://y.go.id/"),
        ("https:c", "https://x.go.id/a/c"), ("https:/c", "https://x.go.id/c"), ("http:c", "http://c/"),
        ("a:b/c", ""), ("1:2", "https://x.go.id/a/1:2"), ("%2e%2e/c", "https://x.go.id/c"),
        ("c\t\nd", "https://x.go.id/a/cd"),
    ])
    func relative(_ href: String, _ serialised: String) throws {
        let base = try #require(WebAddress("https://x.go.id/a/b?q=1#bagian"))
        #expect((WebAddress(href, base: base)?.description ?? "") == serialised)
    }

    @Test(arguments: [
        ("10.0.0.1", "10.0.0.1"), ("0xA.1", "10.0.0.1"), ("012.0.0.01", "10.0.0.1"), ("167772161", "10.0.0.1"),
        ("10.0.0.1.", "10.0.0.1"), ("10.0.256", "10.0.1.0"), ("%31%30.0.0.1", "10.0.0.1"),
        ("[2001:DB8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]"), ("[::]", "[::]"), ("[1:0:0:2::]", "[1:0:0:2::]"),
        ("[::ffff:10.0.0.1]", "[::ffff:a00:1]"), ("[0:0:1:2:3:0:4:5]", "[::1:2:3:0:4:5]"),
    ])
    func numericHosts(_ written: String, _ host: String) {
        let address = WebAddress("http://\(written)/")
        #expect(address?.host == host)
        #expect(address?.hasLiteralHost == true)
    }

    @Test(arguments: [
        "1.2.3.4.5", "256.1.1.1", "1.2.3.09", "4294967296", "a.0x1", "[1:2:3]", "[1::2::3]", "[::1.2.3]", "[12345::]",
        "[:1]", "[1:2:3:4:5:6:7:8:9]", "[::1.2.3.04]",
    ])
    func brokenNumericHosts(_ written: String) {
        #expect(WebAddress("http://\(written)/") == nil)
    }

    @Test(arguments: [
        ("dinkes。contohkab．go｡id", "dinkes.contohkab.go.id"), ("ＤＩＮＫＥＳ.go.id", "dinkes.go.id"),
        ("bücher.example", "xn--bcher-kva.example"), ("straße.example", "xn--strae-oqa.example"),
        ("ÜBER.example", "xn--ber-goa.example"), ("ad\u{AD}a.go.id", "ada.go.id"), ("gо.id", "xn--g-1tb.id"),
        ("XN--G-1TB.id", "xn--g-1tb.id"), ("u\u{308}ber.example", "xn--ber-goa.example"),
    ])
    func namesOutsideASCII(_ written: String, _ host: String) {
        #expect(WebAddress("http://\(written)/")?.host == host)
    }

    @Test(arguments: [
        "http://\u{300}a.id/", "http://a\u{3000}b.id/", "http://\u{FFFD}.id/", "http://\u{AD}/", "http://xn--ü.id/",
        "http://xn--a.ü.id/", "http://％41.id/",
    ])
    func namesThatAreNone(_ text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test func partsOfAnAddress() throws {
        let address = try #require(WebAddress("https://u:p@www.contohkab.go.id:8443/a?b=2&a=1#c"))
        #expect(address.origin == "https://www.contohkab.go.id:8443")
        #expect(address.effectivePort == 8443)
        #expect(address.requestTarget == "/a?b=2&a=1")
        #expect(address.crawlKey == "https://www.contohkab.go.id:8443/a?b=2&a=1")
        #expect(address.hostWithoutWWW == "contohkab.go.id")
        #expect(!address.hasLiteralHost)
    }

    @Test func crawlKeyForgetsWhatChangesNoPage() {
        #expect(WebAddress("https://x.go.id/a?#b")?.crawlKey == "https://x.go.id/a")
        #expect(WebAddress("https://x.go.id/a?b")?.crawlKey != WebAddress("https://x.go.id/a")?.crawlKey)
    }

    /// Reading what was written gives the same address again.
    @Test(arguments: [
        "http://a:b@x.go.id:81/%7e/?%20#%", "http://[::1]/", "https://xn--g-1tb.id/a%2Fb?c?d#e#f", "http://x//y//",
    ])
    func serialisationIsStable(_ text: String) throws {
        let once = try #require(WebAddress(text))
        #expect(WebAddress(once.description) == once)
    }
}
