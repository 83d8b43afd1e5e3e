import Foundation
import Model

/// Bytes that ended a reader, one file each, for whoever mends it. Named by their hash, never by what a site says.
public struct StudyFolder: Sendable {
    public let path: String
    /// Files kept at most: a hostile site must not fill the disk.
    static let limit = 200

    public init(path: String) { self.path = path }

    /// Keeps a body with a note beside it; what cannot be written is only not kept.
    public func keep(_ body: [UInt8], sha256: String, address: WebAddress, trouble: ReaderTrouble, at: Timestamp) {
        let files = FileManager.default
        guard sha256.allSatisfy(\.isHexDigit), !sha256.isEmpty else { return }
        try? files.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let kept = (try? files.contentsOfDirectory(atPath: path).count) ?? 0
        guard kept < Self.limit * 2 else { return }
        let note = "\(trouble.rawValue)\n\(address)\n\(at.iso8601)\n"
        try? Data(body).write(to: URL(fileURLWithPath: path + "/" + sha256 + ".bin"))
        try? Data(note.utf8).write(to: URL(fileURLWithPath: path + "/" + sha256 + ".txt"))
    }
}
