import Model
import Testing

@testable import Discovery

/// Menus that only a script shows.
@Suite struct ScriptMenuTests {
    static let page = Samples.address("https://kuburayakab.go.id/")

    private func links(_ text: String, isScript: Bool = false) -> [String] {
        ScriptMenu.links(in: Array(text.utf8), page: Self.page, isScript: isScript).map { "\($0.text)|\($0.address)" }
    }

    @Test(
        "An address counts under the name beside it in the same object",
        arguments: [
            #"<script>var m=[{"nama":"Dinas Sosial","url":"https://dinsos.kuburayakab.go.id/"}]</script>"#,
            #"<script>m.push({url:'https:\/\/dinsos.kuburayakab.go.id\/', label: 'Dinas Sosial'})</script>"#,
            "<SCRIPT type=module>tambah([`Dinas Sosial`, `https://dinsos.kuburayakab.go.id/`])</SCRIPT>",
        ])
    func named(_ text: String) {
        #expect(links(text) == ["Dinas Sosial|https://dinsos.kuburayakab.go.id/"])
    }

    @Test func namesStayInTheirObject() {
        let text =
            #"<script>[{"n":"Dinas Sosial","u":"http://a.go.id/"},{"n":"Inspektorat","u":"http://b.go.id/"}]</script>"#
        #expect(links(text) == ["Dinas Sosial|http://a.go.id/", "Inspektorat|http://b.go.id/"])
    }

    @Test func pathsCountOnlyWithAName() {
        #expect(
            links(#"<script>{"n":"Dinas Sosial","u":"/opd/sosial"}; x="/js/app.js"</script>"#) == [
                "Dinas Sosial|https://kuburayakab.go.id/opd/sosial"
            ])
    }

    @Test func textOutsideScriptsIsNoMenu() {
        #expect(links(#"<p>"https://dinsos.kuburayakab.go.id/"</p><a href="/opd">OPD</a>"#) == [])
        #expect(
            links(#"u="https://dinsos.kuburayakab.go.id/""#, isScript: true) == ["|https://dinsos.kuburayakab.go.id/"])
    }

    @Test(arguments: ["", "<script>", "<script", "<script>\"http://", "<script>'''\"\"``</script", "</script><script>"])
    func brokenTextIsHarmless(_ text: String) { #expect(links(text) == []) }

    @Test func knowsTheFilesOfItsOwnHost() {
        let text = #"<script src="/js/menu.js"></script><script defer src='https://cdn.example/x.js'></script>"#
        #expect(
            ScriptMenu.files(in: Array(text.utf8), page: Self.page).map(\.description) == [
                "https://kuburayakab.go.id/js/menu.js"
            ])
    }
}
