import Testing

@testable import Parse

@Suite struct CharsetTests {
    private static let late = String(repeating: " ", count: 1100)

    @Test(arguments: [
        ("<meta charset=utf-8>", nil, "utf-8", CharsetChoice.Source.meta),
        ("<meta charset='ISO-8859-1'>", nil, "windows-1252", .meta),
        ("<META http-equiv=Content-Type content='text/html; charset=shift-jis'>", nil, "shift_jis", .meta),
        ("<meta content='text/html; charset=big5' http-equiv=content-type>", nil, "big5", .meta),
        ("<meta content='text/html; charset=big5'>", nil, "utf-8", .valid),
        ("<meta charset=utf-16>", nil, "utf-8", .meta), ("<meta charset=x-user-defined>", nil, "windows-1252", .meta),
        ("<!-- <meta charset=koi8-r> --><meta charset=gbk>", nil, "gbk", .meta),
        ("<!--><meta charset=gbk>", nil, "gbk", .meta),
        ("<a title='<meta charset=gbk>'><meta charset=big5>", nil, "big5", .meta),
        ("<meta charset=tak-ada><meta charset=gbk>", nil, "gbk", .meta), ("<meta charset=euc-jp", nil, "utf-8", .valid),
        ("<meta charset=gbk>", "text/html; charset=\"UTF-8\"", "utf-8", .http),
        ("<meta charset=gbk>", "text/html; charset=tak-ada", "gbk", .meta),
        ("<meta charset=gbk>", "text/html; Charset = windows-1251 ", "windows-1251", .http),
        ("\u{FEFF}<meta charset=gbk>", "text/html; charset=big5", "utf-8", .bom),
        ("<?xml version='1.0' encoding='koi8-r'?><p>", nil, "koi8-r", .xmlDeclaration),
        ("<html>" + late + "<meta charset=gbk>", nil, "gbk", .lateMeta),
        ("<script>'" + late + "<meta charset=gbk>'</script>", nil, "utf-8", .valid),
        ("<p>dañé</p>", nil, "utf-8", .valid), ("", nil, "utf-8", .valid),
    ])
    func `the encoding is decided in the order of the standard`(
        html: String, header: String?, encoding: String, source: CharsetChoice.Source
    ) {
        #expect(
            Charset.decide(Array(html.utf8), contentType: header) == CharsetChoice(encoding: encoding, source: source))
    }

    @Test func `bytes that are no UTF-8 are windows-1252`() {
        let body = Array("<p>na".utf8) + [0xEF] + Array("ve".utf8)
        #expect(Charset.decide(body, contentType: nil) == CharsetChoice(encoding: "windows-1252", source: .fallback))
    }

    @Test(
        arguments: [
            ([0x80, 0x93, 0x41, 0xE9], "windows-1252", "€\u{201C}Aé", false),
            ([0x41, 0xFF, 0x42], "utf-8", "A\u{FFFD}B", true),
            ([0xEF, 0xBB, 0xBF, 0x41], "utf-8", "A", false), ([0xFF, 0xFE, 0x41, 0, 0xE9, 0], "utf-16le", "Aé", false),
            ([0xFE, 0xFF, 0, 0x41], "utf-16be", "A", false), ([0x41, 0, 0x42], "utf-16le", "A\u{FFFD}", true),
            ([0xD8, 0, 0, 0x41], "utf-16be", "\u{FFFD}A", true), ([0xC1, 0xD2], "koi8-r", "ар", false),
            ([0x82, 0xA0, 0x41], "shift_jis", "あA", false), ([0xC4, 0xE3], "gbk", "你", false),
            ([0xA4, 0xA4, 0xFF], "euc-jp", "い\u{FFFD}", true), ([0xB1, 0xE6], "iso-8859-2", "ąć", false),
            ([0xE4, 0xBD], "utf-8", "\u{FFFD}", true), ([0x41], "tidak-ada", "A", false), ([], "utf-8", "", false),
            ([0x41], "replacement", "\u{FFFD}", true),
        ] as [([UInt8], String, String, Bool)])
    func `bodies become UTF-8`(body: [UInt8], encoding: String, text: String, replaced: Bool) {
        let decoded = Charset.decode(body, encoding: encoding)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
        #expect(decoded.wasReplaced == replaced)
    }

    @Test(arguments: [
        (" UTF8 ", "utf-8"), ("Latin1", "windows-1252"), ("iso-8859-9", "windows-1254"), ("gb2312", "gbk"),
        ("tis-620", "windows-874"), ("iso-8859-1x", nil), ("", nil),
    ])
    func `labels`(label: String, encoding: String?) {
        #expect(Charset.encoding(forLabel: label) == encoding)
    }

    @Test func `a page of another encoding is read, and replaced bytes are noted`() {
        let page = read("<meta charset=x>", contentType: "text/html; charset=iso-8859-1")
        #expect(page.encoding == "windows-1252")
        let broken = PageParser.parse(
            Array("<p>potong ".utf8) + [0xE2, 0x80], address: page.address, contentType: "text/html; charset=utf-8")
        #expect(broken.notes.map(\.kind) == [.replacedBytes])
        #expect(broken.plainText == "potong \u{FFFD}")
    }
}
