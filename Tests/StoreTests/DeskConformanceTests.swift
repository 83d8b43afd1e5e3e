import Digest
import Foundation
import Model
import Testing

@testable import Store

/// What the desk asks: the same answers from SQLite and from PostgreSQL.
@Suite struct DeskConformanceTests {
    /// Three rounds of two offices, an incident in the last, and a status that changed there; every page rests on a body of
    /// its own.
    private func fill(_ store: any DeskStore) async throws {
        for number in 1...3 {
            var scan = Sample.scan("s\(number)", at: "2026-03-0\(number)T00:00:00Z")
            try await store.begin(scan, targets: Sample.targets)
            for target in Sample.targets.prefix(2) {
                var record = try Sample.record(target, at: "2026-03-0\(number)T00:00:00Z")
                record.pages[0].sha256 = Self.digest(target.code, number)
                let body = StoredBody(
                    sha256: Self.digest(target.code, number), contentType: "text/html", bytes: Array(target.code.utf8))
                try await store.save(
                    record, Self.verdict(target, number), bodies: [body], in: scan.id)
            }
            scan.finishedAt = Sample.time("2026-03-0\(number)T01:00:00Z")
            if number == 3 { scan.incidents = [Self.incident] }
            try await store.update(scan)
        }
    }

    private static func digest(_ code: String, _ round: Int) -> String { SHA256.hex("\(code)-\(round)") }

    private static func verdict(_ target: Target, _ round: Int) -> Verdict {
        var verdict = Sample.verdict(target.code == "A2" && round == 3 ? .missing : .active)
        verdict.reasonValues = ["host": "a \u{0} b"]
        verdict.finalAddress = WebAddress("https://dinkes.example.go.id/")
        verdict.condition = .maintenance
        verdict.items = [
            ItemVerdict(item: .biaya, state: .present), ItemVerdict(item: .produk, state: .absent),
        ]
        return verdict
    }

    private static let incident = Incident(
        kind: .sharedServerDown, subject: "192.0.2.1", startedAt: Sample.time("2026-03-03T00:10:00Z"), offices: ["A1"])

    private static func at(_ hour: Int) -> Timestamp {
        Timestamp(milliseconds: Int64(1_772_323_200 + hour * 3600) * 1000)
    }

    @Test(arguments: StoreKind.here) func countsRoundsWhenTheyEnd(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        let empty = try await store.roundsMark(ofRegion: nil)
        #expect(try await store.latestRounds().isEmpty)
        try await fill(store)
        let mark = try await store.roundsMark(ofRegion: "61.12")
        #expect(mark != empty)
        #expect(try await store.roundsMark(ofRegion: "61.13") == empty)
        let rounds = try await store.rounds(ofRegion: "61.12", limit: 2)
        #expect(rounds.map(\.scan) == ["s3", "s2"])
        #expect(rounds[0].counts == [.active: 1, .missing: 1])
        #expect(try await store.latestRounds() == [rounds[0]])
        // Of the one living site, one item shown and one not.
        let items = try await store.itemCounts(ofRegion: "61.12", in: "s3")
        #expect(items == [.biaya: ItemCount(shown: 1, all: 1), .produk: ItemCount(shown: 0, all: 1)])
        #expect(
            try await store.changes(inRounds: ["s2", "s3"]) == [
                OfficeChange(
                    region: "61.12", scan: "s3", office: "A2", name: "Dinas Sosial", before: .active, after: .missing)
            ])
        let incidents = try await store.latestIncidents(limit: 5)
        #expect(incidents.map(\.scan) == ["s3"])
        #expect(incidents.map(\.incident) == [Self.incident])
        #expect(try await store.latestScans(limit: 2).map(\.id) == ["s3", "s2"])
        let second = try #require(try await store.scan("s2"))
        #expect(try await store.roundBefore(second)?.id == "s1")
    }

    @Test(arguments: StoreKind.here) func aRoundJudgedAnewIsCountedAnew(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await fill(store)
        let mark = try await store.roundsMark(ofRegion: nil)
        try await store.replaceVerdict(of: "A2", in: "s2", with: Sample.verdict(.missing))
        try await store.update(try #require(try await store.scan("s2")))
        #expect(try await store.roundsMark(ofRegion: nil) != mark)
        #expect(try await store.rounds(ofRegion: "61.12", limit: 3)[1].counts == [.active: 1, .missing: 1])
        // It was the round before, too, that said so: now the change stands there.
        #expect(try await store.changes(inRounds: ["s2", "s3"]).map(\.scan) == ["s2"])
    }

    /// The history of an office follows what was judged anew and what was looked at again.
    @Test(arguments: StoreKind.here) func theHistoryFollowsItsRounds(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await fill(store)
        func past() async throws -> [PastStatus] { try await store.pastStatuses(of: "A2", before: "s3", limit: 5) }
        #expect(try await past().map(\.verdict.status) == [.active, .active])
        try await store.replaceVerdict(of: "A2", in: "s2", with: Sample.verdict(.missing))
        #expect(try await past().map(\.verdict.status) == [.missing, .active])
        var record = try #require(try await store.record(of: "A2", in: "s1"))
        record.finishedAt = Sample.time("2026-09-30T00:00:00Z")
        try await store.replace(record, Sample.verdict(.unreachable), bodies: [], in: "s1")
        let now = try await past()
        #expect(now.map(\.scan) == ["s1", "s2"])
        #expect(now.map(\.verdict.status) == [.unreachable, .missing])
        #expect(now.first?.finishedAt == record.finishedAt)
    }

    @Test(arguments: StoreKind.here) func listsOfficesWithShortVerdicts(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await fill(store)
        let rows = try await store.offices(ofRegion: "61.12", in: "s3")
        #expect(rows.map(\.target) == Array(Sample.targets.prefix(2)))
        #expect(rows.map(\.verdict.status) == [.active, .missing])
        #expect(rows[0].verdict.items == Self.verdict(Sample.targets[0], 3).items)
        #expect(rows[0].verdict.condition == .maintenance)
        #expect(rows[0].verdict.finalAddress == WebAddress("https://dinkes.example.go.id/"))
        #expect(rows[0].verdict.proof.attempts == 1)
        let past = try await store.pastStatuses(of: "A2", before: "s3", limit: 5)
        #expect(past.map(\.scan) == ["s2", "s1"])
        // PostgreSQL's JSON has no NUL.
        #expect(past[0].verdict.reasonValues == ["host": kind == .sqlite ? "a \u{0} b" : "a \u{FFFD} b"])
        #expect(try await store.offices(ofRegion: "61.13", in: "s3").isEmpty)
        #expect(try await store.whereabouts(of: "A2")?.scan == "s3")
        #expect(try await store.whereabouts(of: "A9") == nil)
        // An address of the desk can hold any byte.
        #expect(try await store.whereabouts(of: "A\u{0}") == nil)
        let address = try #require(WebAddress("https://dinkes.example.go.id/"))
        #expect(try await store.newestPage(at: address)?.sha256 == Self.digest("A1", 3))
        #expect(try await store.newestPage(at: #require(WebAddress("https://lain.example.go.id/"))) == nil)
    }

    @Test(arguments: StoreKind.here) func aBodyServesTheRegionsOfItsOffices(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await fill(store)
        let body = Self.digest("A1", 2)
        for (regions, served) in [(["61.12"], true), (["61"], true), ([], true), (["61.1"], false), (["62"], false)] {
            #expect(try await store.body(body, servesRegions: regions) == served, "\(regions)")
        }
        #expect(try await !store.body(Self.digest("A1", 4), servesRegions: []))
        // The first eight bytes alone prove nothing.
        #expect(try await !store.body(body.prefix(16) + String(repeating: "0", count: 48), servesRegions: []))
    }

    @Test(arguments: StoreKind.here) func aLookAtOneOfficeIsNoRound(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await fill(store)
        var scan = Sample.scan("k", at: "2026-03-05T00:00:00Z")
        scan.lists = [RoundSchedule.officeScheme + "A1"]
        try await store.begin(scan, targets: [Sample.targets[0]])
        let record = try Sample.record(Sample.targets[0], at: "2026-03-05T00:00:00Z")
        try await store.save(record, Sample.verdict(.missing), bodies: [], in: "k")
        scan.finishedAt = Sample.time("2026-03-05T01:00:00Z")
        try await store.update(scan)
        #expect(try await store.latestRounds().map(\.scan) == ["s3"])
        #expect(try await store.whereabouts(of: "A1")?.scan == "k")
    }

    @Test(arguments: StoreKind.here) func keepsPeopleSessionsAndTokens(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        var siti = Person(name: "siti", role: .petugas, regions: ["61.12"], createdAt: Self.at(0))
        try await store.keep(siti, password: "hash")
        siti.role = .pembaca
        try await store.keep(siti, password: nil)
        #expect(try await store.people() == [siti])
        #expect(try await store.account("siti")?.password == "hash")
        #expect(try await store.account("budi") == nil)
        let session = DeskSession(key: "k1", person: "siti", formSecret: "f", expires: Self.at(2))
        try await store.begin(session)
        #expect(try await store.session("k1", at: Self.at(1)) == session)
        #expect(try await store.session("k1", at: Self.at(2)) == nil)
        try await store.endSessions(of: "siti")
        #expect(try await store.session("k1", at: Self.at(1)) == nil)
        var token = APIToken(key: "t1", purpose: "dasbor", person: "siti", createdAt: Self.at(0))
        try await store.keep(token)
        token.key = "t2"
        token.createdAt = Self.at(1)
        token.scopes = Set(APIToken.Scope.allCases.prefix(2))
        token.regions = ["61.12", "61.13"]
        token.expires = Self.at(9)
        try await store.keep(token)
        #expect(try await store.tokens(of: "siti").map(\.key) == ["t2", "t1"])
        #expect(try await store.token("t2") == token)
        try await store.removeToken("t2")
        #expect(try await store.token("t2") == nil)
        for number in 1...3 {
            try await store.write(AuditEntry(at: Self.at(number), person: "siti", action: "a\(number)", subject: "x"))
        }
        #expect(try await store.audit(limit: 2).map(\.action) == ["a3", "a2"])
    }

    @Test(arguments: StoreKind.here) func publicationsAreOnlyAddedAndNumbersGivenOnce(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        let copy = Array(String(repeating: "daftar ", count: 900).utf8)
        let publications = [Publication.Kind.preview, .preview, .final].map { kind in
            Publication(
                kind: kind, scan: "s1", region: "61.12", by: "Siti", at: Self.at(0), deadline: Self.at(1),
                number: kind == .final ? "555/1" : "", named: ["A1"], files: [.init(name: "surat.pdf", sha256: "ab")],
                sha256: "cd")
        }
        var stored: [Publication] = []
        for publication in publications { stored.append(try await store.add(publication, copy: copy)) }
        #expect(stored.map(\.id) == [1, 2, 3])
        #expect(try await store.publications() == stored)
        #expect(try await store.copy(ofPublication: 2) == copy)
        #expect(try await store.copy(ofPublication: 9) == nil)
        await #expect(throws: StoreError.self) { try await store.add(publications[2], copy: []) }
        #expect(try await store.publications().count == 3)
    }

    @Test(arguments: StoreKind.here) func oldPagesGoByTheRules(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await fill(store)
        let rules = Retention(rounds: 1, openCases: ["A2"])
        let counted = try await store.prune(rules, really: false)
        #expect((counted.pages, counted.bodies) == (2, 2))
        #expect(try await store.body(Self.digest("A1", 1)) != nil)
        #expect(try await store.prune(rules, really: true) == counted)
        for kept in [("A1", 3), ("A2", 1), ("A2", 2), ("A2", 3)] {
            #expect(try await store.body(Self.digest(kept.0, kept.1)) != nil)
        }
        for gone in [1, 2] { #expect(try await store.body(Self.digest("A1", gone)) == nil) }
        #expect(try await store.verdicts(of: "s1").count == 2)
        #expect(try await store.records(of: "s1", withPages: true).map(\.pages.count) == [0, 1])
        #expect(try await store.prune(rules, really: true) == Pruned())
        try await store.compact()
        #expect(try await store.records(of: "s3", withPages: true).map(\.pages.count) == [1, 1])
    }

    @Test(arguments: StoreKind.here) func assessmentsKeepWhatWasAdded(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await assess(store)
        #expect(try await store.assessments().map(\.id) == ["6112-1"])
        #expect(try await store.packText("p1") == "edisi: x")
        #expect(try await store.packText("p2") == nil)
        #expect(try await store.attachments(of: "6112-1").map(\.state) == [.present])
        #expect(try await store.forms(of: "6112-1").map(\.number) == [1, 2])
        #expect(try await store.formData(1, of: "6112-1") == [0, 1, 255])
        #expect(try await store.formData(3, of: "6112-1") == nil)
        #expect(try await store.officialResults().map(\.score) == ["73.57"])
    }

    private static func finding(_ state: ItemState) -> AttachedFinding {
        AttachedFinding(
            office: "A1", item: .biaya, state: state, reason: "", evidence: [], scan: "s3", readAt: at(1),
            pagesRead: 1, status: .active, attachedAt: at(2))
    }

    private func assess(_ store: any DeskStore) async throws {
        let assessment = Assessment(
            id: "6112-1", edition: "x", pack: "p1", packFile: "x.yaml", region: "61.12", year: 2023, loci: [],
            createdAt: Self.at(0))
        try await store.begin(assessment, packText: "edisi: x")
        for state in [ItemState.absent, .present] {
            try await store.attach([Self.finding(state)], to: "6112-1")
        }
        let form = AssessorForm(number: 0, name: "f.csv", sha256: "ab", importedAt: Self.at(1), office: nil, rows: [])
        #expect(try await store.add(form, data: [0, 1, 255], to: "6112-1").number == 1)
        #expect(try await store.add(form, data: [4], to: "6112-1").number == 2)
        for score in ["70", "73.57"] {
            try await store.add(
                OfficialResult(
                    region: "62", year: 2021, family: "ombudsman", score: score, zone: nil, source: "x",
                    recordedAt: Self.at(2)))
        }
    }

    /// Numbers that a store gives by itself go on behind those that were brought in.
    @Test(.enabled(if: PostgresCluster.isThere)) func aStoreIsCopiedWithAllThatPeopleKeepThere() async throws {
        let temporary = try TemporaryStore()
        let from = temporary.store
        try await fill(from)
        try await assess(from)
        try await from.keep(Person(name: "siti", role: .admin, regions: [], createdAt: Self.at(0)), password: "hash")
        try await from.write(AuditEntry(at: Self.at(1), person: "siti", action: "masuk", subject: "x"))
        let list = OfficeList(id: "daftar", createdAt: Self.at(0), createdBy: "siti")
        let state = ListedOffice(
            list: "daftar", position: 0, target: Sample.targets[0], from: "2026-01-01", by: "siti", at: Self.at(0))
        #expect(try await from.change(list, [state]))
        let to = try await PostgresCluster.store()
        _ = try await from.copy(to: to)
        #expect(try await to.latestRounds() == (try await from.latestRounds()))
        #expect(try await to.changes(inRounds: ["s3"]) == (try await from.changes(inRounds: ["s3"])))
        #expect(try await to.people() == (try await from.people()))
        #expect(try await to.officeLists() == (try await from.officeLists()))
        #expect(try await to.offices(ofList: "daftar") == [state])
        #expect(try await to.assessments() == (try await from.assessments()))
        #expect(try await to.attachments(of: "6112-1") == (try await from.attachments(of: "6112-1")))
        #expect(try await to.formData(1, of: "6112-1") == [0, 1, 255])
        #expect(try await to.body(Self.digest("A1", 1), servesRegions: ["61"]))
        try await to.write(AuditEntry(at: Self.at(2), person: "siti", action: "keluar", subject: "x"))
        #expect(try await to.audit(limit: 9).map(\.action) == ["keluar", "masuk"])
        try await to.attach([Self.finding(.empty)], to: "6112-1")
        #expect(try await to.attachments(of: "6112-1").map(\.state) == [.empty])
        // A second copy would mix two stores.
        await #expect(throws: StoreError.self) { try await from.copy(to: to) }
    }
}
