import Archive
import Digest
import Model
import Rules

/// Whether an evidence bag is as it was written: every file against the manifests (RFC 8493, section 3), every record of its
/// WARC file against its own digests. It tells that nothing was altered since, not who made it.
public struct BagCheck: Sendable {
    public enum Fault: Sendable, Hashable {
        case noBag(String)
        case missing(String), altered(String), unlisted(String), unreadable(String)
        /// A record does not fit its own digest; records are counted from 1.
        case record(String, Int)
        case warc(String, Int, WarcReader.Trouble)

        public func sentence(_ language: Language) -> String {
            let id = language == .id
            return switch self {
            case .noBag(let part):
                id ? "Bukan paket bukti: \(part) tidak ada atau rusak." : "No evidence bag: \(part) missing or damaged."
            case .missing(let path): id ? "\(path): hilang." : "\(path): missing."
            case .altered(let path): id ? "\(path): isinya berubah." : "\(path): altered."
            case .unlisted(let path): id ? "\(path): tidak tercantum dalam daftar." : "\(path): not in the manifest."
            case .unreadable(let path): id ? "\(path): tidak dapat dibaca." : "\(path): cannot be read."
            case .record(let path, let number):
                id
                    ? "\(path), rekaman \(number): isinya tidak cocok dengan sidiknya sendiri."
                    : "\(path), record \(number): does not fit its own digest."
            case .warc(let path, let number, let trouble):
                "\(path), \(id ? "rekaman" : "record") \(number): \(trouble.sentence(language))."
            }
        }
    }

    /// Files that the manifests name, and WARC records whose digests were compared.
    public private(set) var files = 0
    public private(set) var records = 0
    public private(set) var faults: [Fault] = []

    /// Bytes of one file that are unpacked.
    private static let most = 1 << 30

    public init(zip bytes: [UInt8]) {
        guard let zip = try? ZipContainer(bytes) else {
            faults = [.noBag("ZIP")]
            return
        }
        let top = Set(zip.entries.map { $0.path.prefix { $0 != "/" } })
        guard top.count == 1, let name = top.first else {
            faults = [.noBag("bagit.txt")]
            return
        }
        var entries: [String: ZipContainer.Entry] = [:]
        for entry in zip.entries {
            let path = String(entry.path.dropFirst(name.count + 1))
            if path.isEmpty || path.hasSuffix("/") { continue }
            // Two files of one name: which of them is opened depends on the program.
            if entries.updateValue(entry, forKey: path) != nil { faults.append(.altered(path)) }
        }
        guard entries["bagit.txt"] != nil, entries["manifest-sha256.txt"] != nil else {
            faults = [.noBag("bagit.txt, manifest-sha256.txt")]
            return
        }
        check(entries)
    }

    private mutating func check(_ entries: [String: ZipContainer.Entry]) {
        var listed: Set<String> = ["tagmanifest-sha256.txt"]
        for manifest in ["tagmanifest-sha256.txt", "manifest-sha256.txt"] {
            guard let entry = entries[manifest] else {
                faults.append(.missing(manifest))
                continue
            }
            guard let bytes = try? entry.unpacked(limit: Self.most) else {
                faults.append(.unreadable(manifest))
                continue
            }
            for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
                let parts = line.split(separator: " ", maxSplits: 1)
                guard parts.count == 2 else { continue }
                let path = String(parts[1].drop { $0 == " " || $0 == "*" })
                listed.insert(path)
                check(path, digest: parts[0].lowercased(), entries[path])
            }
        }
        for path in entries.keys.sorted() where !listed.contains(path) { faults.append(.unlisted(path)) }
    }

    private mutating func check(_ path: String, digest: String, _ entry: ZipContainer.Entry?) {
        files += 1
        guard let entry else { return faults.append(.missing(path)) }
        guard let bytes = try? entry.unpacked(limit: Self.most) else { return faults.append(.unreadable(path)) }
        if SHA256.hex(bytes) != digest { return faults.append(.altered(path)) }
        if path.hasSuffix(".warc.gz") || path.hasSuffix(".warc") { checkRecords(path, bytes) }
    }

    private mutating func checkRecords(_ path: String, _ bytes: [UInt8]) {
        let warc = WarcReader(bytes)
        for (number, record) in warc.records.enumerated() {
            records += 1
            if let digest = record.field("WARC-Block-Digest"), digest.hasPrefix("sha256:"),
                digest.dropFirst(7) != SHA256.hex(Array(record.block))
            {
                faults.append(.record(path, number + 1))
            }
        }
        if let trouble = warc.trouble { faults.append(.warc(path, warc.records.count + 1, trouble)) }
    }
}
