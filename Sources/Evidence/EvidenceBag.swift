import Archive
import Browser
import Model
import Report
import Rules

/// Makes the evidence bag of one office.
public struct EvidenceBag: Sendable {
    let book: RuleBook
    let language: Language
    /// Version of the program that makes the bag.
    let tool: String
    let madeAt: Timestamp
    /// Nil: no pictures are asked for.
    let pictures: PictureTaker?

    public init(book: RuleBook, language: Language, tool: String, madeAt: Timestamp, pictures: PictureTaker? = nil) {
        self.pictures = pictures
        self.book = book
        self.language = language
        self.tool = tool
        self.madeAt = madeAt
    }

    /// Writes `bukti-<kode>-<round>.zip` into a folder that exists; whole or not at all.
    ///
    /// - Returns: the path of the file.
    @discardableResult
    public func write(_ office: OfficeCase, to folder: String) async throws -> String {
        let path = "\(folder)/\(office.fileStem).zip"
        let bag = await bag(of: office)
        do { try bag.write(to: path) } catch ArchiveError.tooLarge {
            throw EvidenceError.tooLarge(office: office.record.target.code)
        }
        return path
    }

    func bag(of office: OfficeCase) async -> Bag {
        var bag = Bag(name: office.fileStem, madeAt: madeAt, info: info(office))
        let words = EvidenceWords(book, language, region: office.record.target.region)
        let warc = WarcFile(office: office, tool: tool, madeAt: madeAt).make()
        var pages: [IncludedPage] = []
        for (index, page) in office.decisivePages.enumerated() {
            var included = IncludedPage(number: index + 1, page: page, record: warc.records[index])
            await add(&included, to: &bag, office, words)
            pages.append(included)
        }
        let taken = await PagePictures(taker: pictures).take(office, &pages, into: &bag)
        bag.add("warc/\(office.fileStem).warc.gz", warc.bytes, packed: false)
        var facts = EvidenceFacts(office: office, tool: tool, rulesHash: book.hash, madeAt: madeAt)
        facts.pictures = taken
        bag.add("temuan.json", facts.findings.bytes + [10])
        bag.add("fakta.json", facts.network.bytes + [10])
        bag.add("percobaan.json", facts.attempts.bytes + [10])
        bag.add("pernyataan.json", facts.statements.bytes + [10])
        bag.add("versi.json", facts.versions.bytes + [10])
        let page = EvidencePage(
            office: office, pages: pages, pictures: taken, words: words, tool: tool, rulesHash: book.hash,
            madeAt: madeAt)
        bag.add("bukti.html", page.make().bytes)
        return bag
    }

    /// The copy or the document of one page.
    private func add(
        _ included: inout IncludedPage, to bag: inout Bag, _ office: OfficeCase, _ words: EvidenceWords
    ) async {
        let page = included.page
        guard let body = office.bodies[page.sha256] else { return }
        let stem = "\(pad(included.number))-\(page.sha256.prefix(12))"
        if let kind = DocumentKind(body.bytes) {
            included.document = "dokumen/\(stem).\(kind.rawValue)"
            bag.add(included.document ?? "", body.bytes, packed: false)
            return
        }
        let findings = office.verdict.items.flatMap(\.evidence).filter { $0.sha256 == page.sha256 }.map(\.finding)
        let copy = PageCopy(
            page: page, body: .init(bytes: body.bytes, contentType: page.contentType), findings: findings, words: words,
            isDefanged: office.isDefanged(page)
        ).make()
        included.copy = "salinan/\(stem).html"
        included.marked = copy.items
        included.passages = copy.passages
        bag.add(included.copy ?? "", copy.html)
    }

    private func info(_ office: OfficeCase) -> [(String, String)] {
        let target = office.record.target
        return [
            ("Source-Organization", "Ronda \(tool)"), ("External-Identifier", target.code),
            ("Internal-Sender-Identifier", office.scan.id),
            (
                "External-Description",
                "Bukti pemeriksaan situs \(target.name), \(office.regionName); status \(office.verdict.status.rawValue)"
            ),
            ("Bag-Software-Agent", "ronda \(tool)"),
        ]
    }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A decisive page and what the bag holds of it; paths are below `data/`.
struct IncludedPage {
    let number: Int
    let page: PageRecord
    /// The WARC record with its body; nil when the store has none.
    let record: String?
    var copy: String?
    var document: String?
    /// Items whose quotation is marked in the copy.
    var marked: Set<ItemKey> = []
    /// Quoted words by item, as they stand in the page.
    var passages: [(item: ItemKey, stretches: [String])] = []
    /// Paths of pictures of those words.
    var pictures: [ItemKey: String] = [:]
}

/// Bodies that are kept as documents of their own; by their first bytes, not by what the server called them.
enum DocumentKind: String {
    case pdf, png, jpg, gif, webp

    init?(_ body: [UInt8]) {
        if body.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if body.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            self = .png
        } else if body.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpg
        } else if body.starts(with: Array("GIF8".utf8)) {
            self = .gif
        } else if body.starts(with: Array("RIFF".utf8)), body.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            self = .webp
        } else {
            return nil
        }
    }
}

extension OfficeCase {
    /// `bukti-6112-03-20261122T010203Z-6112`: safe as a name of files and folders everywhere.
    var fileStem: String { "bukti-" + Self.safe(record.target.code) + "-" + Self.safe(scan.id) }

    private static func safe(_ text: String) -> String {
        let safe = text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") ? $0 : "-" }
        return String(safe.prefix(80))
    }
}
