import Testing

@testable import Report

struct JSONTests {
    @Test func writesJSON() {
        let value = JSON.object([
            ("a", .text("\"\\\n\t\u{1B}\u{202E}é\u{E0041}")), ("b", .list([.null, .flag(true), .number(-3)])),
        ])
        #expect(
            String(decoding: value.bytes, as: UTF8.self)
                == #"{"a":"\"\\\n\t\u001b\u202eé\udb40\udc41","b":[null,true,-3]}"#)
    }
}
