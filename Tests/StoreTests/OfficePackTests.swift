import GRDB
import Model
import Postgres
import Testing

@testable import Store

@Suite struct OfficePackTests {
    @Test(arguments: [[], [""], ["a"], ["ä\u{1F600}", "", "x"], [String(repeating: "ulang ", count: 5000), "akhir"]])
    func textsComeBackAsTheyWere(_ texts: [String]) throws {
        #expect(try OfficePack.texts(OfficePack.packed(texts)) == texts)
    }

    @Test func onePageIsTakenOut() throws {
        var record = try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z")
        record.pages.append(record.pages[0])
        record.pages[1].title = "Kedua"
        let pack = try OfficePack(record, Sample.verdict(.active))
        #expect(pack.pageCount == 2)
        #expect(try OfficePack.page(1, pack.pages)?.title == "Kedua")
        #expect(try OfficePack.page(2, pack.pages) == nil)
        #expect(try OfficePack.pages(pack.pages).map(PageRowText.text) == record.pages.map(PageRowText.text))
        #expect(try OfficePack.verdict(pack.head) == Sample.verdict(.active))
    }

    @Test(arguments: [nil, "W/\"a\\b\"", "\"é\""]) func aRepeatRoundAsksOnlyTheHeads(_ etag: String?) throws {
        var record = try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z")
        record.pages[0].etag = etag
        record.pages[0].lastModified = "Mon, 02 Mar 2026 01:00:00 GMT"
        record.pages.append(record.pages[0])
        record.pages[1].etag = nil
        record.pages[1].lastModified = nil
        let heads = try OfficePack.heads(OfficePack(record, Sample.verdict(.active)).pages)
        #expect(heads.map(\.address) == record.pages.map(\.address))
        #expect(heads.map(\.sha256) == record.pages.map(\.sha256))
        #expect(heads.map(\.etag) == record.pages.map(\.etag))
        #expect(heads.map(\.lastModified) == record.pages.map(\.lastModified))
        // The quick way was gone, not the slow one.
        #expect(record.pages.allSatisfy { PageRowReader.head(PageRowText.bytes($0)) != nil })
        // Rows in another order are read whole.
        let other = "{\"reading\":{},\"address\":\"http://a.go.id/\",\"sha256\":\"00\"}"
        #expect(PageRowReader.head(Array(other.utf8)) == nil)
    }

    @Test func damageIsToldAndNeverRead() throws {
        let whole = OfficePack.packed(["kantor", "halaman"])
        for bytes in [Array(whole.dropLast()), Array(whole.prefix(3)), [255, 255, 255, 255] + whole.dropFirst(4)] {
            let error = #expect(throws: StoreError.self) { try OfficePack.texts(bytes) }
            #expect(error?.kind == .corrupted)
        }
        // A length inside that reaches past the end.
        let inner = OfficePack.packed(["abc"])
        #expect(try OfficePack.texts(inner) == ["abc"])
    }

    @Test(arguments: [
        ("00000000000000010000000000000000000000000000000000000000000000ff", Int64(1)),
        ("ffffffffffffffff00", Int64(-1)),
    ]) func aBodyIsFoundByItsFirstBytes(_ sha256: String, _ key: Int64) {
        #expect(OfficePack.key(sha256) == key)
    }

    @Test func digestsOfATextAreAllThatItNames() {
        #expect(OfficePack.digests(#"{"sha256":"ab","x":[{"sha256":"cd"}],"sha":"ef"}"#) == ["ab", "cd"])
    }

    /// A store as version 0.2 left it, with a row for every page, is packed when it is opened, and answers as before.
    @Test func anOlderStoreIsPacked() async throws {
        let temporary = try TemporaryStore()
        let path = temporary.folder.appendingPathComponent("lama.db").path
        let record = try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z")
        var verdict = Sample.verdict(.active)
        let page = record.pages[0]
        verdict.items[0].evidence = [
            Evidence(
                address: page.address, fetchedAt: page.fetchedAt, status: 200, ip: nil, sha256: page.sha256,
                finding: page.reading.findings[0])
        ]
        var scan = Sample.scan("s1", at: "2026-03-01T01:00:00Z")
        scan.finishedAt = Sample.time("2026-03-01T02:00:00Z")
        let old = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(old, upTo: "kept readings")
        var head = record
        (head.pages, head.attempts) = ([], [])
        let texts = [
            try JSON.text(scan), try JSON.text(Sample.targets[0]), try JSON.text(head), try JSON.text(record.attempts),
            try JSON.text(verdict), PageRowText.text(page),
        ]
        try await old.write { db in
            try db.execute(
                sql: """
                    INSERT INTO scan VALUES ('s1', '2026-03-01T01:00:00Z', '2026-03-01T02:00:00Z', 'k', ?);
                    INSERT INTO scan_target VALUES ('s1', 0, 'A1', ?);
                    INSERT INTO office VALUES ('s1', 'A1', 0, '61.12', 'kesehatan', 'active', 'compliant', 0, 1,
                        '2026-03-01T01:00:10Z', '2026-03-01T01:00:15Z', ?, ?, ?);
                    INSERT INTO page VALUES ('s1', 'A1', 0, 'https://dinkes.example.go.id/', 'ab', '"v1"', NULL, ?);
                    INSERT INTO body VALUES ('ab', 'text/html', 5, x'00');
                    INSERT INTO body VALUES ('cd', 'text/html', 5, x'00');
                    """, arguments: StatementArguments(texts))
        }
        try old.close()
        let store = try SQLiteStore(path: path)
        let known = try await store.record(of: "A1", in: "s1")
        #expect(known?.pages.map(PageRowText.text) == [PageRowText.text(page)])
        #expect(known?.attempts == record.attempts)
        #expect(try await store.verdict(of: "A1", in: "s1") == verdict)
        #expect(try await store.verdicts(of: "s1") == ["A1": verdict])
        #expect(try await store.page(0, of: "A1", in: "s1").map(PageRowText.text) == PageRowText.text(page))
        #expect(try await store.pageCounts(of: "s1") == ["A1": 1])
        #expect(try await store.newestPage(at: page.address).map(PageRowText.text) == PageRowText.text(page))
        #expect(try await store.validators(of: "A1").values.map(\.etag) == ["\"v1\""])
        #expect(try await store.body("ab", servesRegions: ["61"]))
        #expect(try await store.body("ab", servesRegions: ["62"]) == false)
        #expect(try await store.body("cd", servesRegions: []) == false)
        #expect(
            try await store.offices(ofRegion: "61.12", in: "s1").map(\.verdict.items) == [
                [
                    ItemVerdict(item: .biaya, state: .present)
                ]
            ])
        // Only the body that nothing rests on goes.
        let pruned = try await store.prune(Retention(rounds: 1, openCases: []), really: true)
        #expect((pruned.pages, pruned.bodies) == (0, 1))
    }

    /// Rounds that a worker of the version before wrote as rows of pages are read as they are.
    @Test(.enabled(if: PostgresCluster.isThere)) func rowsOfOlderWorkersAreRead() async throws {
        let store = try await PostgresCluster.store()
        try await store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: Sample.targets)
        let record = try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z")
        try await store.save(record, Sample.verdict(.active), bodies: [], in: "s1")
        let text = PageRowText.text(record.pages[0])
        try await store.write { db in
            try db.run("DELETE FROM pack")
            _ = try db.run(
                "INSERT INTO page VALUES ('s1', 'A1', 0, 'https://dinkes.example.go.id/', 'ab', NULL, NULL, $1)", [text]
            )
        }
        #expect(try await store.record(of: "A1", in: "s1")?.pages.map(PageRowText.text) == [text])
        #expect(try await store.page(0, of: "A1", in: "s1").map(PageRowText.text) == text)
        #expect(try await store.verdict(of: "A1", in: "s1") == Sample.verdict(.active))
        #expect(try await store.pageCounts(of: "s1") == ["A1": 1])
    }
}
