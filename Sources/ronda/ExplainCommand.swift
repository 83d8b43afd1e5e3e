import ArgumentParser
import Detect
import Foundation
import Model
import Parse
import Rules

/// `ronda explain FILE --item KEY`: why a page counted, line by line.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Mengapa sebuah butir dinilai demikian pada satu halaman. (Why an item was judged so on a page.)",
        discussion: """
            Mencetak setiap aturan yang berbicara beserta tempat dan kutipannya, lalu baris-baris di bawah judul butir \
            itu. (Prints every rule that spoke with place and quotation, then the lines under headings of the item.)
            """)

    @Argument(help: "Berkas HTML; - untuk masukan standar. (HTML file; - for standard input.)")
    var file: String

    @Option(help: "Kunci butir, misalnya jangka_waktu; bila kosong, semua. (Key of the item; all when left out.)")
    var item: String?

    @Option(help: "Alamat asal halaman. (Address the page came from.)")
    var url = "https://localhost/"

    @Option(help: "Folder aturan deteksi lain. (Other folder of detection rules.)")
    var rules: String?

    @Flag(help: "Semua baris, bukan hanya yang di bawah judul butir. (All lines.)")
    var all = false

    func run() throws {
        let key = try item.map { name in
            guard let key = ItemKey(rawValue: name) else {
                let known = ItemKey.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("unknown item '\(name)', expected one of: \(known)")
            }
            return key
        }
        guard let address = WebAddress(url) else { throw ValidationError("'\(url)' is no http address") }
        let page = PageParser.parse(try body(), address: address, contentType: nil)
        let detector = try Detector(
            try rules.map { try DetectionRules.load(folder: $0) } ?? RuleBook.bundled().detection)
        let reading = detector.read(page, status: 200, isHome: false)
        Explanation(reading: reading, trace: detector.trace(page), item: key, all: all).lines().forEach { print($0) }
    }

    private func body() throws -> [UInt8] {
        if file == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ValidationError("the file '\(file)' cannot be read; give the path of a saved page")
        }
        return [UInt8](data)
    }
}

/// What is printed of one reading.
struct Explanation {
    let reading: PageReading
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
        return lines + matrix() + traced()
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
