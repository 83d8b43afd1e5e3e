import Model
import Report
import Rules

/// The frame of every page: head, sign-in line, navigation, foot.
struct Layout: Sendable {
    let pieces: ReportPieces
    let language: Language

    func callAsFunction(_ id: String, _ en: String) -> String { language == .id ? id : en }

    /// A whole page.
    func page(_ title: String, for visitor: Visitor?, _ content: Markup) -> Markup {
        page("\(title)" as Markup, for: visitor, content)
    }

    func page(_ title: Markup, for visitor: Visitor?, _ content: Markup) -> Markup {
        """
        <!doctype html>
        <html lang="\(language.rawValue)"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title) – Ronda</title><link rel="stylesheet" href="/gaya.css"></head>
        <body>\(pieces.drawings)
        <a class="skip" href="#isi">\(self("Langsung ke isi", "Skip to content"))</a>
        <header class="banner desk"><div class="page"><p class="kicker">Ronda</p>
        \(navigation(visitor))</div></header>
        <main id="isi" class="page"><h1>\(title)</h1>
        \(content)
        </main>
        <footer class="page"><p>\(self(
            "Yang ditampilkan adalah apa yang diterima Ronda pada waktu yang tertulis; 'belum dapat diperiksa' tidak berarti 'tidak ada'.",
            "Shown is what Ronda received at the times given; 'not checked' does not mean 'not there'."))</p></footer>
        </body></html>

        """
    }

    private func navigation(_ visitor: Visitor?) -> Markup {
        guard let visitor else { return "<nav><a href=\"/masuk\">\(self("Masuk", "Sign in"))</a></nav>" }
        var links: [(String, String)] = [
            ("/", self("Ikhtisar", "Overview")), ("/peta", self("Peta", "Map")),
            ("/pemeriksaan", self("Pemeriksaan", "Rounds")),
            ("/jadwal", self("Jadwal", "Schedules")), ("/daftar", self("Daftar", "Lists")),
            ("/sanggahan", self("Sanggahan", "Objections")), ("/penilaian", self("Penilaian", "Assessments")),
            ("/ketelitian", self("Ketelitian", "Accuracy")), ("/aturan", self("Aturan", "Rules")),
        ]
        if visitor.person.role == .admin {
            links += [("/akun", self("Akun", "Accounts")), ("/catatan", self("Catatan", "Audit log"))]
        }
        let items = links.map { "<li><a href=\"\(address: $0.0)\">\($0.1)</a></li>" as Markup }
        return """
            <nav aria-label="\(self("Menu utama", "Main menu"))"><ul>\(Markup.join(items))</ul></nav>
            <form method="post" action="/keluar">\(key(visitor))<span>\(visitor.person.name)</span>
            <button>\(self("Keluar", "Sign out"))</button></form>
            """
    }

    /// The hidden field that shows that a form is of this session.
    func key(_ visitor: Visitor) -> Markup {
        "<input type=\"hidden\" name=\"kunci\" value=\"\(visitor.session.formSecret)\">"
    }

    /// A labelled field.
    func field(
        _ name: String, _ label: String, type: String = "text", value: String = "", hint: String = "",
        required: Bool = true, id: String? = nil
    ) -> Markup {
        let id = id ?? name
        let help: Markup = hint.isEmpty ? "" : "<small id=\"\(id)-h\">\(hint)</small>"
        let described: Markup = hint.isEmpty ? "" : " aria-describedby=\"\(id)-h\""
        return """
            <p class="field"><label for="\(id)">\(label)</label>
            <input id="\(id)" name="\(name)" type="\(type)" value="\(value)"\(described)\(required ? " required" : "" as Markup)>\(help)</p>

            """
    }

    func notice(_ text: String, bad: Bool = false) -> Markup {
        text.isEmpty ? "" : "<p class=\"warning\" role=\"\(bad ? "alert" : "status")\">\(text, limit: 600)</p>"
    }
}
