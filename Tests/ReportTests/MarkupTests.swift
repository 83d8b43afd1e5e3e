import Testing

@testable import Report

struct MarkupTests {
    @Test func escapesMarkup() {
        let name = "<b a='1'>\"&\u{202E}"
        let markup: Markup = "<td title=\"\(name)\">\(name)</td>"
        #expect(
            String(decoding: markup.bytes, as: UTF8.self)
                == "<td title=\"&lt;b a=&#39;1&#39;&gt;&quot;&amp;\">&lt;b a=&#39;1&#39;&gt;&quot;&amp;</td>")
    }
}
