import Foundation

/// The records of a WARC file with a gzip member each, read the plain way.
struct WarcReading {
    let types: [String]
    let text: String

    init(_ bytes: [UInt8]) throws {
        // Python's gzip reads members one after the other.
        let path = NSTemporaryDirectory() + "ronda-warc-\(UUID().uuidString).gz"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        text =
            try Outside.run([
                "python3", "-c", "import gzip,sys;sys.stdout.buffer.write(gzip.open(sys.argv[1]).read())", path,
            ])?.text ?? ""
        types = text.split(separator: "\r\n").filter { $0.hasPrefix("WARC-Type: ") }.map { String($0.dropFirst(11)) }
    }
}
