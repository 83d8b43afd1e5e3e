import Archive
import Digest
import Model
import Report

/// A BagIt bag (RFC 8493) inside a ZIP: payload files, then the manifests over them.
struct Bag {
    /// Folder inside the ZIP.
    let name: String
    let madeAt: Timestamp
    /// Lines of bag-info.txt besides those that follow from the payload.
    let info: [(String, String)]
    /// Payload by its path below `data/`, in order.
    private(set) var files: [(path: String, bytes: [UInt8], packed: Bool)] = []

    init(name: String, madeAt: Timestamp, info: [(String, String)]) {
        self.name = name
        self.madeAt = madeAt
        self.info = info
    }

    /// Adds a payload file.
    ///
    /// - Parameter packed: false for what is compressed already.
    mutating func add(_ path: String, _ bytes: [UInt8], packed: Bool = true) { files.append((path, bytes, packed)) }

    /// Writes the ZIP; it stands at the path whole or not at all.
    func write(to path: String) throws {
        var zip = ZipWriter(madeAt: madeAt)
        var file = try ReportFile(path: path)
        for tag in tagFiles { try file.write(try zip.entry("\(name)/\(tag.0)", tag.1)) }
        for entry in files {
            try file.write(try zip.entry("\(name)/data/\(entry.path)", entry.bytes, packed: entry.packed))
        }
        try file.write(try zip.end())
        try file.finish()
    }

    /// The files beside `data/`, the manifest of them last.
    var tagFiles: [(String, [UInt8])] {
        let declaration = Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)
        let tags = [
            ("bagit.txt", declaration), ("bag-info.txt", Array(bagInfo.utf8)),
            ("manifest-sha256.txt", manifest(files.map { ("data/" + $0.path, $0.bytes) })),
        ]
        return tags + [("tagmanifest-sha256.txt", manifest(tags))]
    }

    private var bagInfo: String {
        let octets = files.reduce(0) { $0 + $1.bytes.count }
        let lines =
            info + [
                ("Bagging-Date", String(madeAt.iso8601.prefix(10))), ("Payload-Oxum", "\(octets).\(files.count)"),
            ]
        return lines.map { "\($0.0): \(PlainText.clean($0.1, limit: 1000))\n" }.joined()
    }

    /// A line per file: digest, two blanks, path. Our paths hold no `%`, CR or LF, which would have to be encoded.
    private func manifest(_ files: [(String, [UInt8])]) -> [UInt8] {
        Array(files.map { "\(SHA256.hex($0.1))  \($0.0)\n" }.joined().utf8)
    }
}
