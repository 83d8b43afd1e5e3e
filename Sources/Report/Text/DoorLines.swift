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
        if let network = facts.network {
            lines.append(said(networkText, language, "AS\(network.number) \(network.name) (\(network.country))"))
        }
        if let domain = facts.domain { lines += domainLines(domain, language) }
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

    /// What was not answered is not spoken of.
    private static func domainLines(_ domain: DomainFacts, _ language: Language) -> [String] {
        func found(_ type: String, _ value: String?, _ label: Bilingual, _ none: Bilingual) -> String? {
            if domain.unanswered.contains(type) { return nil }
            return value.map { said(label, language, $0) } ?? none(language)
        }
        func joined(_ hosts: [String]) -> String? { hosts.isEmpty ? nil : hosts.prefix(4).joined(separator: ", ") }
        return [
            found("NS", joined(domain.nameServers), nameServers, noNameServers),
            found("MX", joined(domain.mail), mail, noMail), found("SPF", domain.spf, spf, noSPF),
            found("DMARC", domain.dmarcPolicy ?? domain.dmarc, dmarc, noDMARC),
        ].compactMap(\.self)
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
    private static let networkText = Bilingual(id: "jaringan hosting: {x}", en: "hosting network: {x}")
    private static let nameServers = Bilingual(id: "server nama: {x}", en: "name servers: {x}")
    private static let noNameServers = Bilingual(id: "server nama: tidak tercatat", en: "name servers: none on record")
    private static let mail = Bilingual(id: "server surel (MX): {x}", en: "mail servers (MX): {x}")
    private static let noMail = Bilingual(id: "server surel (MX): tidak ada", en: "mail servers (MX): none")
    private static let spf = Bilingual(id: "SPF: {x}", en: "SPF: {x}")
    private static let noSPF = Bilingual(
        id: "SPF: tidak ada (surel atas nama domain ini mudah dipalsukan)",
        en: "SPF: none (mail in this domain's name is easily forged)")
    private static let dmarc = Bilingual(id: "DMARC: kebijakan {x}", en: "DMARC: policy {x}")
    private static let noDMARC = Bilingual(id: "DMARC: tidak ada", en: "DMARC: none")
    private static let noIPv6 = Bilingual(id: "IPv6: tidak ada", en: "IPv6: absent")
}
