import Foundation

/// Inputs that libFuzzer kept because each reached code no other did, and those that once went wrong: one base64 line each
/// in `Corpus/<reader>.txt`, a `#` before a remark. `scripts/fuzz.sh keep` writes them.
enum FuzzCorpus {
    static func inputs(of reader: ReaderFuzz) -> [[UInt8]] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")
        guard
            let text = try? String(contentsOf: folder.appendingPathComponent("\(reader.rawValue).txt"), encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            Data(base64Encoded: String(line)).map { [UInt8]($0) }
        }
    }
}
