import Model
import Rules

/// The doors of a site in words: which answer, where they lead, certificate, HSTS, IPv6.
enum DoorLines {
    static func of(_ office: OfficeResult, _ language: Language) -> [String] {
        guard let facts = office.doors else { return [] }
        var lines = facts.doors.map { door($0, language) }
        if let canonical = facts.canonical { lines.append(said(canonicalText, language, canonical.description)) }
        if let days = facts.certificateDaysLeft(at: office.finishedAt) {
            lines.append(said(days < 0 ? ended : daysLeft, language, "\(abs(days))"))
        }
        let hasTLS = facts.doors.contains { $0.address.scheme == "https" && $0.isOpen }
        if hasTLS { lines.append((facts.hsts == nil ? noHSTS : hsts)(language)) }
        if facts.doors.contains(where: { $0.address.scheme == "http" && $0.isOpen }) {
            lines.append((facts.upgradesToHTTPS ? upgrades : staysPlain)(language))
        }
        lines.append(facts.ipv6.isEmpty ? noIPv6(language) : said(ipv6, language, facts.ipv6[0]))
        return lines.map { PlainText.clean($0, limit: 300) }
    }

    private static func door(_ door: DoorFacts.Door, _ language: Language) -> String {
        let answer: String
        if let status = door.status {
            let leads = door.final.flatMap { $0.crawlKey == door.address.crawlKey ? nil : " -> \($0)" } ?? ""
            answer = "HTTP \(status)\(leads)\(door.tls?.problem.map { " (\($0.rawValue))" } ?? "")"
        } else {
            answer = door.failure?.rawValue ?? "-"
        }
        return "\(door.address.scheme)://\(door.address.host): \(answer)"
    }

    private static func said(_ text: Bilingual, _ language: Language, _ value: String) -> String {
        text(language, ["x": value])
    }

    private static let canonicalText = Bilingual(id: "alamat utama: {x}", en: "canonical address: {x}")
    private static let daysLeft = Bilingual(
        id: "sertifikat berlaku {x} hari lagi", en: "certificate valid for {x} more days")
    private static let ended = Bilingual(id: "sertifikat habis {x} hari lalu", en: "certificate ended {x} days ago")
    private static let hsts = Bilingual(id: "HSTS: ada", en: "HSTS: present")
    private static let noHSTS = Bilingual(id: "HSTS: tidak ada", en: "HSTS: absent")
    private static let upgrades = Bilingual(id: "http dialihkan ke https", en: "http is sent to https")
    private static let staysPlain = Bilingual(id: "http tidak dialihkan ke https", en: "http is not sent to https")
    private static let ipv6 = Bilingual(id: "IPv6: ada ({x})", en: "IPv6: present ({x})")
    private static let noIPv6 = Bilingual(id: "IPv6: tidak ada", en: "IPv6: absent")
}
