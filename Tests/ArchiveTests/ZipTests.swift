import Archive
import Cage
import Foundation
import Model
import Testing

@Suite struct ZipTests {
    private static let noon = Timestamp(iso8601: "2026-11-22T12:00:00Z") ?? Timestamp(milliseconds: 0)

    private static func archive(_ files: [(String, [UInt8], Bool)]) throws -> [UInt8] {
        var writer = ZipWriter(madeAt: noon)
        var bytes: [UInt8] = []
        for (name, content, packed) in files { bytes += try writer.entry(name, content, packed: packed) }
        bytes += try writer.end()
        #expect(writer.size == bytes.count)
        return bytes
    }

    private static let files: [(String, [UInt8], Bool)] = [
        ("a.txt", Array("halo".utf8), true), ("map/kosong", [], true),
        ("map/besar", [UInt8](repeating: 7, count: 99_999), true),
        ("mentah.bin", Array(0...255), false), ("dokumén.txt", Array("é".utf8), true),
    ]

    @Test func whatGoesInComesOut() throws {
        let container = try ZipContainer(Self.archive(Self.files))
        #expect(container.entries.map(\.path) == Self.files.map(\.0))
        for (entry, file) in zip(container.entries, Self.files) {
            #expect(try entry.unpacked(limit: 100_000) == file.1)
        }
    }

    @Test func theSameEntriesAreTheSameBytes() throws {
        #expect(try Self.archive(Self.files) == Self.archive(Self.files))
    }

    /// Another program's opinion: Python's zipfile tests every checksum.
    @Test func pythonFindsNothingWrong() throws {
        let path = NSTemporaryDirectory() + "ronda-zip-\(UUID().uuidString).zip"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(Self.archive(Self.files)).write(to: URL(fileURLWithPath: path))
        let result = PlainRun(["python3", "-m", "zipfile", "-t", path]).run()
        #expect(result.end == .exited(0) && String(decoding: result.output, as: UTF8.self).contains("Done testing"))
    }

    @Test func replacingOneEntryLeavesTheOthersBitForBit() throws {
        let before = try ZipContainer(Self.archive(Self.files))
        let after = try ZipContainer(before.replacing("a.txt", with: Array("lain".utf8)))
        #expect(try after.entries[0].unpacked(limit: 10) == Array("lain".utf8))
        #expect(after.entries.dropFirst().map(\.data) == before.entries.dropFirst().map(\.data))
    }

    @Test func anArchiveCutOrChangedAnywhereIsNoCrash() throws {
        let bytes = try Self.archive([("a", Array("isi yang cukup panjang untuk dipadatkan padat".utf8), true)])
        for cut in stride(from: 0, to: bytes.count, by: 3) {
            #expect(throws: ArchiveError.self) { try ZipContainer(Array(bytes.prefix(cut))) }
        }
        for at in bytes.indices {
            var wrong = bytes
            wrong[at] ^= 0xFF
            _ = try? ZipContainer(wrong).entries.first?.unpacked(limit: 1000)
        }
    }

    @Test func aClaimedSizePastTheLimitIsNotUnpacked() throws {
        let container = try ZipContainer(Self.archive([("a", [UInt8](repeating: 0, count: 5000), true)]))
        #expect(throws: ArchiveError.tooLarge) { try container.entries[0].unpacked(limit: 4999) }
    }
}
