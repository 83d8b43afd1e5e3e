import ArgumentParser
import Detect
import Foundation
import Model
import Parse
import Rules
import Store

/// `ronda explain FILE|URL --item KEY`: why a page counted, line by line.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Mengapa sebuah butir dinilai demikian pada satu halaman. (Why an item was judged so on a page.)",
        discussion: """
            Mencetak setiap aturan yang berbicara beserta tempat dan kutipannya, aturan yang dicegah dan oleh apa, lalu \
            baris-baris di bawah judul butir itu. Alamat dibaca dari penyimpanan (--store), tidak dari jaringan. \
            (Prints every rule that spoke with place and quotation, rules that were vetoed and by what, then the lines \
            under headings of the item. An address is read from the store, never from the network.)
            """)

    @Argument(help: "Berkas HTML, alamat http(s) yang ada di penyimpanan, atau -. (HTML file, stored address, or -.)")
    var file: String

    @Option(help: "Kunci butir, misalnya jangka_waktu; bila kosong, semua. (Key of the item; all when left out.)")
    var item: String?

    @Option(help: "Alamat asal halaman. (Address the page came from.)")
    var url = "https://localhost/"

    @Option(help: "Folder aturan deteksi lain. (Other folder of detection rules.)")
    var rules: String?

    @Flag(help: "Semua baris, bukan hanya yang di bawah judul butir. (All lines.)")
    var all = false

    @OptionGroup var storage: StoreOptions
    @OptionGroup var speech: SpeechOptions

    func run() async throws {
        try await Exit.guarding(speech.lang) { try await explain() }
    }

    private func explain() async throws {
        let key = try item.map { name in
            guard let key = ItemKey(rawValue: name) else {
                let known = ItemKey.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("unknown item '\(name)', expected one of: \(known)")
            }
            return key
        }
        let source = try await source()
        let page = PageParser.parse(source.bytes, address: source.address, contentType: source.contentType)
        let detector = try Detector(
            try rules.map { try DetectionRules.load(folder: $0) } ?? RuleBook.bundled().detection)
        let reading = detector.read(page, status: source.status, isHome: false)
        let vetoes =
            key.map { detector.vetoes(page, status: source.status, isHome: false, item: $0) } ?? []
        Explanation(reading: reading, vetoes: vetoes, trace: detector.trace(page), item: key, all: all).lines()
            .forEach { print($0) }
    }

    private struct Source {
        var bytes: [UInt8]
        var address: WebAddress
        var contentType: String?
        var status = 200
    }

    private func source() async throws -> Source {
        if file.hasPrefix("http://") || file.hasPrefix("https://") { return try await stored() }
        guard let address = WebAddress(url) else { throw ValidationError("'\(url)' is no http address") }
        if file == "-" {
            return Source(bytes: [UInt8](FileHandle.standardInput.readDataToEndOfFile()), address: address)
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ValidationError("the file '\(file)' cannot be read; give the path of a saved page")
        }
        return Source(bytes: [UInt8](data), address: address)
    }

    /// The page as the newest round read it.
    private func stored() async throws -> Source {
        guard let address = WebAddress(file) else { throw ValidationError("'\(file)' is no http address") }
        let store = try await storage.openDesk(existing: true)
        guard let page = try await store.newestPage(at: address), let body = try await store.body(page.sha256) else {
            throw Exit(
                .usage,
                id: "Penyimpanan \(storage.store) tidak memuat isi \(file), dan perintah ini tidak membuka jaringan; "
                    + "periksa dahulu dengan `ronda scan`, atau simpan halamannya dan sebutkan berkasnya.",
                en: "The store \(storage.store) holds no body of \(file), and this command opens no network; scan it "
                    + "first with `ronda scan`, or save the page and name the file.")
        }
        let type = page.contentType.isEmpty ? nil : page.contentType
        return Source(bytes: body.bytes, address: page.address, contentType: type, status: page.status)
    }
}

/// What is printed of one reading.
struct Explanation {
    let reading: PageReading
    let vetoes: [VetoedRule]
    let trace: String
    let item: ItemKey?
    let all: Bool

    func lines() -> [String] {
        let asked = item.map { [$0] } ?? ItemKey.allCases
        var lines = [
            "jenis halaman (page kind): \(reading.kind.rawValue), keadaan (condition): \(reading.condition.rawValue)"
        ]
        lines += reading.signs.map { "  tanda (sign): \($0.rule)" }
        for key in asked {
            let findings = reading.findings.filter { $0.item == key }
            if item == nil, findings.isEmpty { continue }
            lines.append("\(key.rawValue): \(reading.state(of: key).rawValue)")
            lines += findings.sorted { $0.strength > $1.strength }.map {
                "  [\($0.rule)] \($0.state.rawValue) \($0.strength), \($0.place): \($0.quotation)"
            }
        }
        return lines + vetoed() + matrix() + traced()
    }

    /// Rules that met all they need on a line and were forbidden to speak there.
    private func vetoed() -> [String] {
        guard item != nil else { return [] }
        return ["aturan yang dicegah (vetoed rules): \(vetoes.count)"]
            + vetoes.map { "  [\($0.rule)] \($0.reason), \($0.place): \($0.quotation)" }
    }

    /// Services of the page with the state of each component.
    private func matrix() -> [String] {
        guard item == nil, !reading.services.isEmpty else { return [] }
        return ["layanan dan komponennya (services and their components): \(reading.services.count)"]
            + reading.services.map { service in
                let items = service.items.map { "\($0.item.rawValue)=\($0.state.rawValue)" }.joined(separator: " ")
                return "  " + (service.isNamed ? service.name : "(\(service.name))") + ": " + items
            }
    }

    /// The lines of the page that stand under a heading of the item, with number, zone, level and owners.
    private func traced() -> [String] {
        let lines = trace.split(separator: "\n").map(String.init)
        guard let item, !all else { return all ? lines : [] }
        let under = lines.filter { line in
            line.prefix { $0 != "|" }.split { " <>,".contains($0) }.contains { $0 == item.rawValue }
        }
        return ["baris di bawah judul butir ini (lines under headings of the item): \(under.count)"] + under
    }
}
