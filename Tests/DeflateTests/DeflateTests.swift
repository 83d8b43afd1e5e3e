import Testing

@testable import Deflate

@Suite struct DeflateTests {
    @Test(arguments: [0, 1, 1000, 200_000]) func givesBackWhatItPacked(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 7) }
        let back = try #require(Deflate.decompress(Deflate.compress(bytes), limit: size + 1))
        #expect(back.bytes == bytes)
        #expect(back.complete)
    }

    @Test func saysWhenTheDataIsCut() throws {
        let packed = Deflate.compress((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0) })
        let back = try #require(Deflate.decompress(Array(packed.dropLast(20)), limit: 10_000))
        #expect(!back.complete)
        #expect(back.bytes.count < 5000)
    }

    @Test func refusesWhatIsNeitherFormat() {
        #expect(Deflate.decompress(Array("<html>".utf8), limit: 100) == nil)
    }

    @Test func inflationStopsAtTheLimit() throws {
        // 64 KiB of zeros in 96 bytes.
        let bomb: [UInt8] = [
            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xED, 0xC1, 0x01, 0x01, 0x00, 0x00,
            0x00, 0x80, 0x90, 0xFE, 0xAF, 0xEE, 0x08, 0x0A, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
            0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
            0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
            0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
            0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x6A, 0xEB, 0x8E, 0x97, 0xD7, 0x00, 0x00, 0x01, 0x00,
        ]
        let result = try #require(Deflate.decompress(bomb, limit: 10_000))
        #expect(result.bytes.count == 10_000)
        #expect(!result.complete)
    }
}

@Suite struct ArchiveFormatTests {
    private static let bytes = Array("Persyaratan: KTP dan KK. ".utf8) + Array(repeating: 65, count: 70_000)

    @Test func aGzipMemberAndRawDataComeBack() throws {
        let member = Deflate.compress(Self.bytes, as: .gzip)
        #expect(Array(member.prefix(4)) == [0x1F, 0x8B, 8, 0])
        let gzip = try #require(Deflate.decompress(member, limit: 100_000))
        #expect(gzip.complete && gzip.bytes == Self.bytes)
        let raw = try #require(Deflate.decompressRaw(Deflate.compress(Self.bytes, as: .raw), limit: 100_000))
        #expect(raw.complete && raw.bytes == Self.bytes)
    }

    @Test func nothingIsAMemberToo() throws {
        let empty = try #require(Deflate.decompress(Deflate.compress([], as: .gzip), limit: 10))
        #expect(empty.complete && empty.bytes.isEmpty)
    }

    /// The check value of the CRC-32 catalogue.
    @Test func theChecksumIsThatOfZip() { #expect(Deflate.crc32(Array("123456789".utf8)) == 0xCBF4_3926) }
}
