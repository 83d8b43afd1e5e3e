import Model
import Parse
import Testing

@Suite("Which template a page was made with")
struct TemplatePrintTests {
    private func page(_ theme: String, _ frame: String, _ content: String) -> TemplatePrint {
        let html = """
            <html><head><title>x</title><meta name="generator" content="WordPress 6.4">
            <link rel="stylesheet" href="/wp-content/themes/\(theme)/style.css?ver=1">
            <script src="/wp-content/themes/\(theme)/js/main.min.js"></script></head><body class="home page-id-12">
            <header class="\(frame)-header site-top bar-left"><nav class="\(frame)-nav main-menu menu-large"></nav></header>
            <main>\(content)</main><footer class="\(frame)-footer widgets-row copy-line social-row"></footer></body></html>
            """
        let address = WebAddress("https://a.contoh.example/")
        return address.map { PageParser.parse(Array(html.utf8), address: $0, contentType: "text/html").template }
            ?? TemplatePrint()
    }

    @Test("Content does not change it, another theme does")
    func stable() {
        let one = page("dinas", "gov", "<p class='a b c'>Berita</p>")
        let two = page("dinas", "gov", "<div class='x-1 entry'><h2 class='judul'>Profil</h2></div>")
        let other = page("sekolah", "school", "<p class='a b c'>Berita</p>")
        #expect(one.platform == "wordpress" && one.theme == "dinas" && !one.sketch.isEmpty)
        #expect(one.likeness(two) == 1 && one.isKin(two))
        #expect(!one.isKin(other))
    }

    @Test("Sites are grouped, the largest group first; a bare page is in none")
    func clusters() {
        let gov = page("dinas", "gov", "<p>1</p>")
        let school = page("sekolah", "school", "<p>2</p>")
        let clusters = TemplateCluster.clusters(of: [
            ("1", school), ("2", gov), ("3", gov), ("4", TemplatePrint()),
        ])
        #expect(clusters.map(\.offices) == [["2", "3"], ["1"]])
        #expect(clusters.first?.label == "wordpress / dinas")
    }
}
