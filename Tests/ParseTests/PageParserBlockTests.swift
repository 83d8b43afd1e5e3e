import Model
import Testing

@testable import Parse

@Suite struct PageParserBlockTests {
    @Test(arguments: [
        ("<p>Satu</p><p>Dua</p>", ["Satu", "Dua"]),
        ("<p>Satu<br>Dua<br/>Tiga</p>", ["Satu", "Dua", "Tiga"]),
        ("<div>Satu <b>dan</b>\n\t dua</div>", ["Satu dan dua"]),
        ("<h2>Standar<br>Pelayanan</h2>", ["Standar Pelayanan"]),
        ("<p>a&nbsp;&nbsp;b &amp; c &lt;d&gt; &#233; &eacute;</p>", ["a b & c <d> é é"]),
        ("<p>umur < 17 tahun</p>", ["umur < 17 tahun"]),
        ("<p>ju\u{200B}di zero\u{AD}width</p>", ["judi zerowidth"]),
        ("<ul><li>A<li>B<ul><li>C</ul></ul>", ["A", "B", "C"]),
        ("<div>luar<div>dalam</div>sesudah</div>", ["luar", "dalam", "sesudah"]),
        ("<script>var a='<p>x</p>'</script><style>p{}</style><template><p>t</p></template><p>isi</p>", ["isi"]),
        ("<svg><title>ikon</title><text>x</text></svg><p>isi</p>", ["isi"]),
        ("<!-- a --><p>isi</p><!-->tampak<!-- b --!><p>akhir</p>", ["isi", "tampak", "akhir"]),
        ("<p>tak tertutup <b>tebal", ["tak tertutup tebal"]),
        ("plain text saja", ["plain text saja"]),
        ("<div><span>Waktu</span><span>15 menit</span></div>", ["Waktu 15 menit"]),
        ("<p><strong>Biaya</strong>Gratis<em>(Rp 0)</em></p>", ["Biaya Gratis(Rp 0)"]),
        ("<p>100 m<sup>2</sup>, <b>P</b>uskesmas, CO<sub>2</sub></p>", ["100 m2, Puskesmas, CO2"]),
        ("", []),
    ])
    func `text is folded and split at block tags and br`(html: String, expected: [String]) {
        #expect(lines(html) == expected)
    }

    @Test(arguments: [
        ("<h3>X</h3>", Block.Kind.heading, UInt8(3)), ("<p>X</p>", .paragraph, 0), ("<div>X</div>", .other, 0),
        ("<ul><li>X</li></ul>", .listItem, 1), ("<ul><li><ol><li><p>X</p></li></ol></li></ul>", .listItem, 2),
        ("<table><caption>X</caption></table>", .caption, 0),
        ("<table><tr><td><p>X</p></td></tr></table>", .tableCell, 0),
        ("<details><summary>X</summary></details>", .label, 0), ("<label>X</label>", .formField, 0),
        ("<form><legend>X</legend></form>", .formField, 0), ("<select><option>X</select>", .formField, 0),
        ("<input placeholder=X>", .formField, 0), ("<form><button>X</button></form>", .formField, 0),
        ("<input type=submit value=X>", .formField, 0), ("<dl><dd>X</dd></dl>", .listItem, 1),
        ("<h2><div><span>X</span></div></h2>", .heading, 2),
    ])
    func `a block knows what it is`(html: String, kind: Block.Kind, level: UInt8) throws {
        let block = try #require(read(html).block("X"))
        #expect(block.kind == kind)
        #expect(block.level == level)
    }

    @Test(arguments: [
        ("<p><b>X</b></p>", Block.Marks.bold), ("<p class='fw-bold'>X</p>", .bold),
        ("<div class='section-title'>X</div>", .titleClass), ("<div class='judul'><p>X</p></div>", .titleClass),
        ("<p><a href='/x'>X</a></p>", .wholeLink), ("<form><p>X</p></form>", .inForm),
        ("<table><tr><th>X</table>", .headerCell), ("<ol><li>X</ol>", .ordered),
        ("<details><summary>X</summary>y</details>", .panelLabel), ("<button>X</button>", .button),
        ("<a href='#'>X</a>", .button), ("<a href='javascript:void(0)'>X</a>", .button), ("<a>X</a>", .button),
        ("<article><p>X</p></article>", .article),
        ("<form><label>X</label><textarea></textarea></form>", .beforeTextArea),
    ])
    func `marks are set`(html: String, mark: Block.Marks) throws {
        #expect(try #require(read(html).block("X")).marks.contains(mark))
    }

    @Test(arguments: [
        ("<p><b>X</b> biasa</p>", Block.Marks.bold), ("<p><a href='/x'>X</a> biasa</p>", .wholeLink),
        ("<p><a href='#'>X</a> biasa</p>", .button), ("<ol><li>a<ul><li>X biasa</ul></ol>", .ordered),
        ("<p>X biasa</p>", .titleClass), ("<form></form><p>X biasa</p>", .inForm),
    ])
    func `marks are not set for a part or a neighbour`(html: String, mark: Block.Marks) throws {
        #expect(!(try #require(read(html).block("X biasa")).marks.contains(mark)))
    }

    @Test func `headings own what follows, by level`() {
        let page = read(
            "<h1>A</h1><p>a</p><h2>B</h2><p>b</p><h3>C</h3><p>c</p><h2>D</h2><p>d</p><footer><p>f</p></footer>")
        #expect(page.blocks.map { page.owner($0.heading) } == ["-", "A", "A", "B", "B", "C", "A", "D", "-"])
    }

    @Test func `cells know row and column, spans counted`() {
        let page = read(
            """
            <table><tr><th rowspan=2>No<th colspan=2>Biaya<th>Z<tr><td>b1<td>b2<td>z1
            <tr><td>1<td>c1<td>c2<td><table><tr><td>dalam</table>sesudah</table><table><tr><td>lain</table>
            """)
        let places = page.blocks.map { "\(page.text(of: $0)) \($0.table):\($0.row),\($0.column)" }
        #expect(
            places == [
                "No 0:0,0", "Biaya 0:0,1", "Z 0:0,3", "b1 0:1,1", "b2 0:1,2", "z1 0:1,3", "1 0:2,0", "c1 0:2,1",
                "c2 0:2,2", "dalam 1:0,0", "sesudah 0:2,3", "lain 2:0,0",
            ])
    }

    @Test func `an enormous span costs nothing`() {
        let page = read("<table><tr><td colspan=99999999 rowspan=99999999>a<td>b</table>")
        #expect(page.blocks.count == 2)
        #expect(page.blocks[0].column == 0)
    }

    @Test(arguments: [
        ("<title>Dinas  Kesehatan\n</title><p>isi</p>", "Dinas Kesehatan"),
        ("<title>Dinas<body><p>isi</p>", "Dinas"),
        ("<title>Dinas<link rel=x><meta name=y content=z><p>isi</p>", "Dinas"),
        ("<title>A</title><title>B</title><p>isi</p>", "A"), ("<title>A &amp; B</title><p>isi</p>", "A & B"),
        ("<p>isi</p>", ""),
    ])
    func `the title is read, and an open one does not swallow the page`(html: String, title: String) {
        let page = read(html)
        #expect(page.title == title)
        #expect(page.block("isi") != nil)
    }

    @Test func `scripts are counted, not read`() {
        let page = read("<script src=/a.js></script><script>var a = 1;</script><div id=root></div>")
        #expect(page.scriptCount == 2)
        #expect(page.scriptBytes == 10)
        #expect(page.text.isEmpty)
    }

    @Test func `blocks point into the text, one line each`() {
        let page = read("<h1>Satu</h1><p>dua <i>tiga</i></p>")
        #expect(page.plainText == "Satu\ndua tiga")
    }
}
