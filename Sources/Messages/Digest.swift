import Model

/// The news of a round as one text.
public struct Digest: Sendable, Hashable {
    public var subject: String
    public var body: String

    /// Lines of one kind that are spelled out; the rest is counted.
    static let shown = 25

    /// - Parameters:
    ///   - lead: the count sentence of the round.
    ///   - isPrivate: the receiver may know of hacked sites.
    public init(_ news: RoundNews, region: String, lead: String, scan: String, isPrivate: Bool, english: Bool) {
        func words(_ id: String, _ en: String) -> String { english ? en : id }
        func part(_ title: String, _ lines: [RoundNews.Line], _ detail: (String) -> String) -> [String] {
            guard !lines.isEmpty else { return [] }
            let rows = lines.prefix(Self.shown).map { line in
                "- " + Self.plain(line.office) + (line.detail.isEmpty ? "" : detail(Self.plain(line.detail)))
            }
            let rest = lines.count - rows.count
            let more = rest > 0 ? [words("- dan \(rest) lainnya", "- and \(rest) more")] : []
            return ["", "\(title) (\(lines.count))"] + rows + more
        }
        subject = words(
            "Ronda: pemeriksaan \(Self.plain(region)) selesai", "Ronda: the round of \(Self.plain(region)) has ended")
        var text = [Self.plain(lead)]
        text += part(words("Kini memiliki situs", "Now have a site"), news.provided) { ": \($0)" }
        text += part(words("Terbukti belum memiliki situs", "Proven to have no site"), news.missing) {
            words(" (\($0) kali dicoba)", " (tried \($0) times)")
        }
        text += part(
            words(
                "Turun setelah lama baik, \(news.badRounds) putaran berturut-turut",
                "Fell after a long good time, \(news.badRounds) rounds running"), news.regressed
        ) {
            words(" (sebelumnya baik \($0) putaran)", " (good for \($0) rounds before)")
        }
        text += part(
            words("Sertifikat berakhir dalam 14 hari", "Certificates that end within 14 days"), news.certificates
        ) { ": \($0)" }
        if isPrivate {
            text += part(words("RAHASIA: situs yang disusupi", "PRIVATE: compromised sites"), news.compromised) {
                ": " + $0.replacing(".", with: "[.]")
            }
        }
        if news.isEmpty || (!isPrivate && text.count == 1) {
            text += ["", words("Tidak ada perubahan yang perlu diberitahukan.", "No change that needs to be told.")]
        }
        body = (text + ["", words("Pemeriksaan: \(scan)", "Round: \(scan)")]).joined(separator: "\n") + "\n"
    }

    /// No line of a stranger may begin a header or a second line.
    private static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.prefix(300)))
    }
}
