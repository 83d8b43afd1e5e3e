import Cage
import Farm
import Foundation
import Model
import Testing

@testable import Fetch

@Suite struct CodingTests {
    /// What a shell command prints.
    private func output(of command: String) throws -> [UInt8] {
        let result = PlainRun(["/bin/sh", "-c", command]).run()
        try #require(result.end == .exited(0))
        return result.output
    }

    @Test func gzipIsDecoded() async throws {
        let packed = try output(of: "printf '<h1>Dinas Kesehatan Kabupaten</h1>' | gzip -c")
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .gzip(packed))])
        let page = try #require(await bed.fetch("http://h.go.id/").page)
        #expect(String(decoding: page.body, as: UTF8.self) == "<h1>Dinas Kesehatan Kabupaten</h1>")
        #expect(bed.server.log.first?.header("accept-encoding") == "gzip, br, zstd")
        await bed.fetcher.shutdown()
    }

    @Test func aBombIsCutAtTheLimitOfDecodedBytes() async throws {
        let packed = try output(of: "head -c 100000000 /dev/zero | gzip -c")
        #expect(packed.count < 200_000)
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .gzip(packed))]) { $0.maxBodyBytes = 1_000_000 }
        let page = try #require(await bed.fetch("http://h.go.id/").page)
        #expect(page.truncated && page.body.count == 1_000_000)
        #expect(bed.fetcher.counters.wireBytes < 200_000)
        await bed.fetcher.shutdown()
    }
}
