import Testing

@testable import Parse

/// What the scanner calls, written as text: `<div class="x">`, `</div>`, words.
private struct Transcript: MarkupHandler {
    var calls = ""
    var isDone = false

    mutating func open(_ tag: Parse.Tag, _ attributes: Attributes) {
        let named = AttributeName.allCases.filter { $0 != .unknown && attributes.has($0) }
        let list = named.map { " \($0.spelling)=\(String(decoding: attributes.value($0) ?? [], as: UTF8.self))" }
        calls += "<\(tag)\(list.joined())>"
    }
    mutating func close(_ tag: Parse.Tag) { calls += "</\(tag)>" }
    mutating func text(_ bytes: Span<UInt8>) { add(bytes) }
    mutating func rawText(_ bytes: Span<UInt8>) {
        calls += "{"
        add(bytes)
        calls += "}"
    }
    mutating func giveUp() { isDone = true }

    private mutating func add(_ bytes: Span<UInt8>) {
        var copy: [UInt8] = []
        copy.append(bytes)
        calls += String(decoding: copy, as: UTF8.self)
    }
}

@Suite struct MarkupScannerTests {
    private func calls(_ html: String) -> String {
        MarkupScanner(Array(html.utf8), handler: Transcript(), attributeLimit: 50).handler.calls
    }

    @Test(arguments: [
        ("<div>a<b>c</b></div>", "<div>a<b>c</b></div>"),
        ("<DIV CLASS=x ID='y z'>a</Div>", "<div id=y z class=x>a</div>"),
        ("<div title = \"a > b\" hidden>a</div>", "<div hidden= title=a > b>a</div>"),
        ("<div @click=\"a > b\" id=q>a</div>", "<div id=q>a</div>"),
        ("<div id=a id=b></div>", "<div id=a></div>"),
        ("<br><br/><img src=/a/>", "<br></br><br></br><img src=/a/></img>"),
        ("<a href=/>x</a>", "<a href=/>x</a>"),
        ("<p/>x", "<p></p><p>x</p>"),
    ])
    func `tags and attributes are cut as browsers do`(html: String, expected: String) {
        #expect(calls(html) == expected)
    }

    @Test(arguments: [
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<div><p>a<div>b</div></div>", "<div><p>a</p><div>b</div></div>"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
        ("<div><b>a</div>b</b>c", "<div><b>a</b></div><p>bc</p>"),
        ("<div><td>a</div>b</td></div>", "<div><td>ab</td></div>"),
        ("<html><head><title>t</title><body>x</html>", "<html><head><title>t</title></head><body>x</body></html>"),
        ("<html><body>x<body>y</body>z", "<html><body>xyz</body></html>"),
        ("<div><o:p>a</o:p>b</x:y></div>", "<div><unknown>a</unknown>b</div>"),
        ("teks", "<p>teks</p>"),
    ])
    func `what nobody closed ends where it must`(html: String, expected: String) {
        #expect(calls(html) == expected)
    }

    @Test(arguments: [
        ("a<!-- <p> -->b", "ab"), ("a<!-->b", "ab"), ("a<!--->b", "ab"), ("a<!-- x --!>b", "ab"), ("a<!-- x", "a"),
        ("a<!doctype html>b", "ab"), ("a<?php echo 1 ?>b", "ab"), ("a</>b</ x>c", "abc"), ("a < b", "a < b"),
        ("a<b x=\"", "a"), ("a<", "a<"), ("a</", "a</"),
    ])
    func `comments and broken tags are no text`(html: String, expected: String) {
        #expect(calls("<div>" + html) == "<div>" + expected + "</div>")
    }

    @Test(arguments: [
        ("a&amp;b&lt;&#65;&#x42;", "a&b<AB"), ("&eacute;&Eacute;", "éÉ"), ("&copy 2021", "© 2021"), ("&#150;", "–"),
        ("&foo; &", "&foo; &"), ("&#;&#x;", "&#;&#x;"), ("a&#0;b&#xD800;c", "abc"), ("&rarr", "&rarr"),
    ])
    func `references are what browsers show`(html: String, expected: String) {
        #expect(calls("<p>" + html) == "<p>" + expected + "</p>")
    }

    @Test func `a reference in an address needs its semicolon before an equals sign`() {
        #expect(calls("<a href='?a=1&copy=2&amp;b'></a>") == "<a href=?a=1&copy=2&b></a>")
    }

    @Test(arguments: ["script", "style"])
    func `code is raw until its end tag`(tag: String) {
        #expect(calls("<\(tag)>a<b></\(tag.uppercased()) >c</p>") == "<\(tag)>{a<b>}</\(tag)><p>c</p>")
        #expect(calls("<\(tag)>a<b>") == "<\(tag)>{a<b>}</\(tag)>")
    }

    @Test func `stray end tags in a deep page end the reading`() {
        let deep = String(repeating: "<b>", count: 20_000)
        let scanner = MarkupScanner(
            Array(("<div><td>" + deep + String(repeating: "</div>", count: 2_000)).utf8), handler: Transcript(),
            attributeLimit: 50)
        #expect(scanner.handler.isDone)
    }
}
