import Testing

@testable import Zstd

@Suite struct ZstdTests {
    @Test(arguments: [0, 1, 100, 30_000, 2_000_000])
    func `what was packed comes back`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7 * 31) }
        let packed = Zstd.compress(bytes)
        #expect(packed.starts(with: Zstd.magic))
        #expect(Zstd.decompress(packed, count: count) == bytes)
        #expect(count < 1000 || packed.count < count / 2)
    }

    @Test func `a frame that holds more, less or nothing is refused`() {
        let packed = Zstd.compress([UInt8](repeating: 7, count: 500))
        #expect(Zstd.decompress(packed, count: 499) == nil)
        #expect(Zstd.decompress(packed, count: 501) == nil)
        #expect(Zstd.decompress(Array(packed.dropLast()), count: 500) == nil)
        #expect(Zstd.decompress([1, 2, 3], count: 3) == nil)
    }
}
