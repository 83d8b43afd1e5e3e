import Archive
import Deflate
import Digest
import Model
import Testing

@testable import Evidence

@Suite struct WarcReaderTests {
    private let records = [
        WarcRecord(
            .warcinfo, id: "urn:uuid:1", date: Timestamp(milliseconds: 0), contentType: "application/warc-fields",
            block: Array("software: x\r\n".utf8)),
        WarcRecord(
            .resource, id: "urn:uuid:2", date: Timestamp(milliseconds: 0), contentType: "text/html",
            block: Array("WARC/1.1\r\n\r\nisi".utf8), target: "https://a.go.id/", payloadDigest: "ab"),
    ]

    @Test(arguments: [true, false]) func whatWasWrittenIsRead(packed: Bool) {
        let file = records.flatMap { packed ? $0.packed : $0.bytes }
        let reader = WarcReader(file)
        #expect(reader.trouble == nil)
        #expect(reader.records.map { $0.field("warc-type") } == ["warcinfo", "resource"])
        #expect(reader.records.map { Array($0.block) } == records.map(\.block))
        #expect(reader.records[1].field("WARC-Target-URI") == "https://a.go.id/")
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\n\r\n", WarcReader.Trouble.version), ("WARC/1.1\r\nX: 1", .head),
        ("WARC/1.1\r\nno field\r\n\r\n", .head), ("WARC/1.1\r\nContent-Length: 9\r\n\r\nabc\r\n\r\n", .length),
        ("WARC/1.1\r\nContent-Length: -1\r\n\r\n", .length), ("WARC/1.1\r\n\r\n", .length),
        ("WARC/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", .length),
        ("WARC/1.1\r\nContent-Length: 3\r\n\r\nabc", .end),
    ])
    func whatIsBrokenIsSaid(_ text: String, _ trouble: WarcReader.Trouble) {
        #expect(WarcReader(Array(text.utf8)).trouble == trouble)
    }

    @Test func packingThatIsCutOrTooLargeIsSaid() {
        let file = records.flatMap(\.packed)
        #expect(WarcReader(file.dropLast(5).map(\.self)).trouble == .packing)
        #expect(WarcReader(file, limit: 50).trouble == .packing)
        #expect(WarcReader(file + [1, 2, 3]).trouble == .packing)
    }
}

@Suite struct BagCheckTests {
    /// A bag of two files, one of them a WARC file; `change` alters what is packed after the manifests were written.
    private func zip(_ change: (inout [(String, [UInt8])]) -> Void = { _ in }) throws -> [UInt8] {
        var bag = Bag(name: "bukti-1", madeAt: Timestamp(milliseconds: 0), info: [])
        bag.add("bukti.html", Array("<p>bukti".utf8))
        let record = WarcRecord(
            .resource, id: "urn:uuid:2", date: Timestamp(milliseconds: 0), contentType: "text/html",
            block: Array("isi".utf8))
        bag.add("warc/a.warc.gz", record.packed)
        var files = bag.tagFiles + bag.files.map { ("data/" + $0.path, $0.bytes) }
        change(&files)
        var writer = ZipWriter(madeAt: Timestamp(milliseconds: 0))
        var bytes: [UInt8] = []
        for (path, content) in files { bytes += try writer.entry("bukti-1/" + path, content) }
        return bytes + (try writer.end())
    }

    @Test func aBagAsItWasWrittenIsWhole() throws {
        let check = BagCheck(zip: try zip())
        #expect(check.faults.isEmpty)
        #expect((check.files, check.records) == (5, 1))
    }

    @Test func whateverWasChangedIsNamed() throws {
        func faults(_ change: (inout [(String, [UInt8])]) -> Void) throws -> [BagCheck.Fault] {
            BagCheck(zip: try zip(change)).faults
        }
        func index(_ files: [(String, [UInt8])], _ path: String) -> Int { files.firstIndex { $0.0 == path } ?? 0 }
        #expect(
            try faults { $0[index($0, "data/bukti.html")].1 = Array("<p>lain".utf8) } == [.altered("data/bukti.html")])
        #expect(try faults { $0.remove(at: index($0, "data/bukti.html")) } == [.missing("data/bukti.html")])
        #expect(try faults { $0.append(("data/baru.html", [])) } == [.unlisted("data/baru.html")])
        #expect(try faults { $0[index($0, "bag-info.txt")].1 += [65] } == [.altered("bag-info.txt")])
        #expect(try faults { $0.append(("data/bukti.html", [])) }.contains(.altered("data/bukti.html")))
        #expect(try faults { $0.remove(at: index($0, "bagit.txt")) } == [.noBag("bagit.txt, manifest-sha256.txt")])
    }

    /// Somebody who writes the manifest anew still has to write the record's own digest anew.
    @Test func aRecordThatDoesNotFitItsDigestIsNamed() throws {
        let text =
            "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Block-Digest: sha256:00\r\nContent-Length: 3\r\n\r\nisi\r\n\r\n"
        let record = Deflate.compress(Array(text.utf8), as: .gzip)
        var bag = Bag(name: "b", madeAt: Timestamp(milliseconds: 0), info: [])
        bag.add("a.warc.gz", record)
        var writer = ZipWriter(madeAt: Timestamp(milliseconds: 0))
        var bytes: [UInt8] = []
        for (path, content) in bag.tagFiles { bytes += try writer.entry("b/" + path, content) }
        bytes += try writer.entry("b/data/a.warc.gz", record)
        #expect(
            BagCheck(zip: bytes + (try writer.end())).faults == [
                .record("data/a.warc.gz", 1)
            ])
    }

    @Test(arguments: ["", "PK", "teks biasa"]) func whatIsNoZIPIsSaid(_ text: String) {
        #expect(BagCheck(zip: Array(text.utf8)).faults == [.noBag("ZIP")])
    }
}
