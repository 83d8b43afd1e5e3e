import Testing

@testable import Report

struct CSVTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+62 811", "'+62 811"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"), ("\r\n@x", "'@x"), ("\u{202E}=1", "'=1"), ("＝1", "'＝1"), ("aman", "aman"), ("", ""),
    ])
    func guardsCells(text: String, expected: String) { #expect(CSV.guarded(text) == expected) }

    @Test func quotesCells() {
        #expect(CSV.row(["a,b", "c \"d\"", "e;f", "=g"]) == "\"a,b\",\"c \"\"d\"\"\",\"e;f\",\"'=g\"\r\n")
    }
}
