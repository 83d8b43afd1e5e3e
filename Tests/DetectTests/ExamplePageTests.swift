import Detect
import Model
import Testing

/// Pages that are no site, and pages of offices that look a little like them. How they were written and what they
/// scored when first run stands in docs/accuracy.md.
@Suite("Whole pages: no site, and offices that sound like one")
struct ExamplePageTests {
    @Test(
        "Pages of servers, panels, hosters, firewalls, installers and intruders are no site",
        arguments: [
            "no-site-first.txt", "no-site-second.txt", "no-site-third.txt", "no-site-fourth.txt", "no-site-fifth.txt",
        ].flatMap(ExamplePage.read))
    func noSite(_ page: ExamplePage) {
        let reading = TestRules.shared.read(page.html, path: "/")
        #expect(reading.condition != .normal)
        // Names of empty places differ; what accuses somebody or asks for another look must be right.
        if [.gambling, .takeover, .ispBlock, .spaShell].contains(page.condition) {
            #expect(reading.condition == page.condition)
        }
    }

    @Test(
        "Pages of offices that mention such things stay pages of offices",
        arguments: ["clean.txt", "clean-second.txt", "clean-third.txt"].flatMap(ExamplePage.read))
    func clean(_ page: ExamplePage) {
        let reading = TestRules.shared.read(page.html, path: "/")
        #expect(reading.condition == .normal, "\(reading.signs.map(\.rule))")
    }
}
