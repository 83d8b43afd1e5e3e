import Model
import Zstd

/// What a round keeps of an office beside what is searched: its whole verdict and its pages, packed.
///
/// A row of its own for every page cost 8.7 KB, most of it words that stand in each of them, and 0.4 KB more of keys and
/// indexes. The pages of an office lie in one frame, where what they share is written once: 0.2 to 0.5 KB a page of real
/// sites (docs/capacity.md). Nothing is left out: what goes in comes out.
struct OfficePack {
    /// The verdict, which is read without the pages.
    var head: [UInt8]
    /// One text a page.
    var pages: [UInt8]
    var pageCount: Int
    /// First eight bytes of every body that something in here rests on, each once.
    var bodies: [Int64]

    init(_ record: SiteRecord, _ verdict: Verdict) throws {
        var head = record
        head.pages = []
        let text = try JSON.text(verdict)
        self.init(
            verdict: text, pages: record.pages.map(PageRowText.bytes),
            resting: record.pages.map(\.sha256) + Self.digests(try JSON.text(head)) + Self.digests(text))
    }

    /// Of texts as they are.
    init(verdict: String, pages rows: [[UInt8]], resting digests: [String]) {
        head = Self.packed([verdict])
        pages = Self.packed(rows)
        pageCount = rows.count
        bodies = Self.bodies(digests)
    }

    // MARK: - Texts in one frame

    /// Texts, each behind its length, in one frame behind its own; nothing for no text.
    static func packed(_ texts: [String]) -> [UInt8] { packed(texts.map { Array($0.utf8) }) }

    static func packed(_ texts: [[UInt8]]) -> [UInt8] {
        guard !texts.isEmpty else { return [] }
        var raw: [UInt8] = []
        raw.reserveCapacity(texts.reduce(0) { $0 + $1.count + 4 })
        for text in texts {
            raw += length(text.count)
            raw += text
        }
        return length(raw.count) + Zstd.compress(raw, level: raw.count > large ? levelOfLarge : level)
    }

    static func texts(_ bytes: [UInt8]) throws(StoreError) -> [String] {
        let raw = try unpacked(bytes)
        var (texts, at) = ([String](), 0)
        while at < raw.count {
            guard let count = count(raw, at), at + 4 + count <= raw.count else { throw damaged }
            texts.append(String(decoding: raw[(at + 4)..<(at + 4 + count)], as: UTF8.self))
            at += 4 + count
        }
        return texts
    }

    static func verdict(_ bytes: [UInt8]) throws -> Verdict {
        guard let text = try texts(bytes).first else { throw damaged }
        return try JSON.value(text)
    }

    static func pages(_ bytes: [UInt8]) throws -> [PageRecord] { try texts(bytes).map(JSON.page) }

    /// Of every page what a repeat round asks of it.
    static func heads(_ bytes: [UInt8]) throws -> [PageHead] {
        let raw = try unpacked(bytes)
        var (heads, at) = ([PageHead](), 0)
        while at < raw.count {
            guard let count = count(raw, at), at + 4 + count <= raw.count else { throw damaged }
            let row = Array(raw[(at + 4)..<(at + 4 + count)])
            heads.append(
                try PageRowReader.head(row) ?? PageHead(try JSON.page(String(decoding: row, as: UTF8.self))))
            at += 4 + count
        }
        return heads
    }

    /// One page; nil when there are fewer.
    static func page(_ position: Int, _ bytes: [UInt8]) throws -> PageRecord? {
        let raw = try unpacked(bytes)
        var (at, number) = (0, 0)
        while at < raw.count {
            guard let count = count(raw, at), at + 4 + count <= raw.count else { throw damaged }
            if number == position {
                return try JSON.page(String(decoding: raw[(at + 4)..<(at + 4 + count)], as: UTF8.self))
            }
            at += 4 + count
            number += 1
        }
        return nil
    }

    private static func unpacked(_ bytes: [UInt8]) throws(StoreError) -> [UInt8] {
        guard !bytes.isEmpty else { return [] }
        guard let size = count(bytes, 0), size <= most,
            let raw = Zstd.decompress(Array(bytes.dropFirst(4)), count: size)
        else { throw damaged }
        return raw
    }

    private static func length(_ count: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) } }

    private static func count(_ bytes: [UInt8], _ at: Int) -> Int? {
        guard at + 4 <= bytes.count else { return nil }
        return (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << ($1 * 8) }
    }

    private static var damaged: StoreError {
        StoreError(.corrupted, "What the store holds of an office cannot be unpacked; restore it from a copy.")
    }

    /// CPU for a page of 5.2 KB and what it becomes: 29 us for 528 bytes at 7, 9 us for 586 at 3, 40 us for 522 at 9.
    private static let level: Int32 = 7
    /// An office of more than 100 real pages is packed faster: the farm's 53 pages of 30 KB take 26 us a page instead of 155
    /// and 1.69 KB instead of 1.38. Offices of 40 pages, of which a nation's store is made, lie far below.
    private static let large = 524_288
    private static let levelOfLarge: Int32 = 3
    /// Bytes that are ever unpacked at once: an office of 20,000 pages.
    private static let most = 1 << 28

    // MARK: - Bodies

    static func bodies(_ digests: [String]) -> [Int64] { Set(digests.map(key)).sorted() }

    /// The number that finds a body: the first eight bytes of its digest.
    static func key(_ sha256: String) -> Int64 {
        let start = sha256.utf8.prefix(16)
        if start.count == 16, let number = UInt64(String(decoding: start, as: UTF8.self), radix: 16) {
            return Int64(bitPattern: number)
        }
        // A name that is no digest is found all the same: FNV-1a, by Fowler, Noll and Vo.
        return Int64(bitPattern: sha256.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
    }

    /// The digests that a JSON text names.
    static func digests(_ json: String) -> [String] {
        json.split(separator: "\"sha256\":\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}

extension Verdict {
    /// What lists and counts need: without evidence, services and facts.
    var brief: Verdict {
        var brief = self
        brief.items = items.map { ItemVerdict(item: $0.item, state: $0.state) }
        brief.services = nil
        brief.facts = nil
        return brief
    }
}
