import Model
import Testing

@testable import Parse

@Suite struct PageParserLinkTests {
    @Test(arguments: [
        ("<a href='/x'>Satu</a>", "https://dinas.contoh.go.id/x", "Satu"),
        ("<a href=' x.html '> Dua \n kata </a>", "https://dinas.contoh.go.id/a/x.html", "Dua kata"),
        ("<a href='//lain.go.id/y'><img src=i.png alt='Logo'></a>", "https://lain.go.id/y", "Logo"),
        ("<a href='/x' title='Judul'><i></i></a>", "https://dinas.contoh.go.id/x", "Judul"),
        ("<a href='/x' aria-label='Nama'></a>", "https://dinas.contoh.go.id/x", "Nama"),
        ("<a href='/x?a=1&amp;b=2'>T</a>", "https://dinas.contoh.go.id/x?a=1&b=2", "T"),
        ("<base href='https://cdn.go.id/d/'><a href='x'>T</a>", "https://cdn.go.id/d/x", "T"),
        ("<a href='x'>T</a><base href='/d/'>", "https://dinas.contoh.go.id/d/x", "T"),
        ("<a href='/x'><div><h3>Kartu</h3><p>isi</p></div></a>", "https://dinas.contoh.go.id/x", "Kartu isi"),
    ])
    func `links are resolved and named`(html: String, address: String, text: String) {
        let links = read(html).links
        #expect(links.map(\.address.description) == [address])
        #expect(links.map(\.text) == [text])
    }

    @Test(arguments: [
        "<a href='#'>T</a>", "<a href='#bagian'>T</a>", "<a href=''>T</a>", "<a>T</a>",
        "<a href='javascript:void(0)'>T</a>", "<a href='JavaScript:x()'>T</a>", "<a href='mailto:a@b.go.id'>T</a>",
        "<a href='tel:0541'>T</a>", "<a href='ftp://x/'>T</a>", "<a href='http://'>T</a>",
    ])
    func `an anchor that leads nowhere is text`(html: String) throws {
        let page = read(html)
        #expect(page.links.isEmpty)
        let block = try #require(page.block("T"))
        #expect(block.links.isEmpty)
        #expect(!block.marks.contains(.wholeLink))
    }

    @Test func `dropped links do not shift the ranges of blocks`() {
        let page = read("<p><a href='ftp://x'>a</a> lalu <a href='/1'>b</a></p><p><a href='/2'>c</a></p>")
        #expect(page.links.map(\.text) == ["b", "c"])
        #expect(page.blocks.map(\.links) == [0..<1, 1..<2])
        #expect(page.links.map(\.block) == [0, 1])
    }

    @Test(arguments: [
        ("<a href='/x'><div class=card><h3>Kartu</h3><p>Penjelasan</p></div></a>", [false, false]),
        ("<a href='/x'><h3>Judul pendek</h3></a>", [true]),
        ("<a href='/x'><p>\(String(repeating: "panjang ", count: 30))</p></a>", [false]),
        ("<p><a href='/x'>\(String(repeating: "panjang ", count: 30))</a></p>", [true]),
        ("<p><a href='/x'>a</a></p><p><a href='/y'>b</a>, c</p>", [true, false]),
    ])
    func `a card inside an anchor is content`(html: String, expected: [Bool]) {
        #expect(read(html).blocks.map { $0.marks.contains(.wholeLink) } == expected)
    }

    @Test func `anchors side by side are lines of their own`() {
        #expect(
            lines("<div><a href='/1'>Visi</a><a href='/2'>Misi</a> <a href='#'>Moto</a></div>") == [
                "Visi", "Misi", "Moto",
            ])
        #expect(lines("<p>lihat <a href='/1'>A</a> dan <a href='/2'>B</a></p>") == ["lihat A dan B"])
    }

    @Test func `zone, rel and place of a link`() {
        let page = read(
            "<nav><a href='/1' rel='nofollow noopener'>a</a></nav><footer><a href='/2'><img src=x></a></footer>")
        #expect(page.links.map(\.zone) == [.navigation, .footer])
        #expect(page.links.map(\.noFollow) == [true, false])
        #expect(page.links.map(\.block) == [0, -1])
    }

    @Test(arguments: [
        ("<img src='/img/maklumat%20pelayanan.jpg?v=1' alt=' Maklumat '>", "maklumat pelayanan.jpg", "Maklumat"),
        ("<img src='data:image/gif;base64,R0' data-src='/a/alur.png'>", "alur.png", ""),
        ("<img data-lazy-src='/a/b.png' src='/blank.gif'>", "b.png", ""),
        ("<img srcset='/s/kecil.webp 300w, /s/besar.webp 900w'>", "kecil.webp", ""),
        ("<img src='data:image/png;base64,AAAA' alt=x>", "", "x"),
    ])
    func `images`(html: String, name: String, alt: String) throws {
        let image = try #require(read(html).images.first)
        #expect(image.fileName == name)
        #expect(image.alt == alt)
        #expect((image.address == nil) == name.isEmpty)
    }

    @Test func `an image knows between which blocks it stands`() {
        let page = read("<img src=0.png><p>a</p><img src=1.png><p>b <img src=2.png></p>")
        #expect(page.images.map(\.position) == [0, 1, 2])
        #expect(page.images.map(\.after) == [-1, 0, 1])
    }

    @Test func `frames and the head`() {
        let page = read(
            """
            <html lang="id"><head><base href="/d/"><link rel=canonical href="/c"><meta name=generator content="WordPress 6.4">
            <meta name=Description content="Profil dinas"><meta name=robots content="noindex, nofollow">
            <meta http-equiv=refresh content="3; url='/baru'"></head>
            <body><iframe src="f.pdf"></iframe><embed src="/e.pdf"><object data="o.pdf"></object></body></html>
            """)
        #expect(page.frames.map(\.path) == ["/d/f.pdf", "/e.pdf", "/d/o.pdf"])
        #expect(page.canonical?.path == "/c")
        #expect(page.generator == "WordPress 6.4")
        #expect(page.description == "Profil dinas")
        #expect(page.language == "id")
        #expect(page.noFollow)
        #expect(page.refresh?.seconds == 3)
        #expect(page.refresh?.address.path == "/baru")
        #expect(page.platforms == ["wordpress"])
    }

    @Test(arguments: [
        ("0;url=/x", 0, "/x"), ("5", 5, "/a/b"), ("2; /y", 2, "/y"), ("1;URL=\"z\"", 1, "/a/z"),
        ("0.5, url=/q", 0, "/q"),
    ])
    func `refresh forms`(content: String, seconds: Int, path: String) throws {
        let refresh = try #require(read("<meta http-equiv=Refresh content='\(content)'>").refresh)
        #expect(refresh.seconds == seconds)
        #expect(refresh.address.path == path)
    }

    @Test(arguments: [
        ("<link rel=stylesheet href='/wp-content/themes/a.css'>", ["wordpress"]),
        ("<script src='/wp-content/plugins/elementor/x.js'></script>", ["elementor"]),
        ("<script src='/media/jui/js/jquery.js'></script>", ["joomla"]),
        ("<img src='/sites/default/files/a.png'>", ["drupal"]), ("<meta name=csrf-token content=x>", ["laravel"]),
        ("<input type=hidden name=csrf_test_name value=x>", ["codeigniter"]), ("<div id=__next></div>", ["nextjs"]),
        ("<meta name=generator content='OpenSID 2406'>", ["opensid"]), ("<p>wp-content</p>", []),
    ])
    func `platform hints`(html: String, platforms: [String]) {
        #expect(read(html).platforms == platforms)
    }
}
