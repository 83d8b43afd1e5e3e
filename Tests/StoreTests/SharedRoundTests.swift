import Foundation
import Model
import Testing

@testable import Store

/// A shared round in the store, without a broker and without a network.
@Suite(.enabled(if: PostgresCluster.isThere)) struct SharedRoundTests {
    private func begun(_ targets: [Target] = Sample.targets, pause: Double = 0) async throws -> PostgresStore {
        let store = try await PostgresCluster.store()
        var plan = SharedPlan()
        plan.secondPassPause = pause
        try await store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: targets, plan: plan)
        return store
    }

    private func claim(
        _ store: PostgresStore, _ group: String, _ slice: Int = 1, by worker: String = "w1", for seconds: Double = 30
    ) async throws -> UnitClaim? {
        let unit = UnitName(scan: "s1", group: group, slice: slice)
        let answer = try await store.claim(unit, by: worker, for: seconds, rulesHash: "00", most: 3)
        if case .mine(let claim) = answer { return claim }
        return nil
    }

    private func surveyed(_ store: PostgresStore, _ groups: [String: String]) async throws {
        let survey = try #require(try await claim(store, "survey/61.12"))
        try await store.fenced(by: survey.fence).finishSurvey(
            survey.fence, region: "61.12", view: "{}", groups: groups, stats: ["requests": 3])
    }

    private func save(_ store: PostgresStore, _ fence: UnitFence, _ target: Target) async throws {
        try await store.fenced(by: fence).save(
            try Sample.record(target, at: "2026-03-01T01:00:10Z"), Sample.verdict(.active), bodies: [], in: "s1")
    }

    @Test func aRoundGoesFromSurveyToCloseByItsOwnCommits() async throws {
        let store = try await begun()
        try await surveyed(store, ["A1": "1/ip1", "A2": "1/ip1", "A3": "1/ip2"])
        let first = try #require(try await claim(store, "1/ip1"))
        #expect(try await store.offices(of: first.fence).map(\.code) == ["A1", "A2"])
        try await save(store, first.fence, Sample.targets[0])
        try await store.finish(first.fence, pages: 1, stats: ["requests": 5])
        // A2 is left: the next slice was born in that commit, and holds only it.
        let next = try #require(try await claim(store, "1/ip1", 2))
        #expect(try await store.offices(of: next.fence).map(\.code) == ["A2"])
        try await save(store, next.fence, Sample.targets[1])
        try await store.finish(next.fence, stats: [:])
        #expect(try await claim(store, "turn/61.12") == nil, "the other group has not ended")
        let other = try #require(try await claim(store, "1/ip2"))
        try await save(store, other.fence, Sample.targets[2])
        try await store.finish(other.fence, stats: [:])
        let turn = try #require(try await claim(store, "turn/61.12"))
        #expect(turn.region == "61.12")
        try await store.finishTurn(turn.fence, groups: ["A3": "2/ip2"], view: "{\"again\":1}", stats: [:])
        #expect(try await store.view(of: "61.12", in: "s1") == "{\"again\":1}")
        #expect(try await claim(store, "close") == nil)
        let second = try #require(try await claim(store, "2/ip2"))
        try await store.fenced(by: second.fence).replace(
            try Sample.record(Sample.targets[2], at: "2026-03-01T01:00:20Z"), Sample.verdict(.active), bodies: [],
            in: "s1")
        try await store.finish(second.fence, stats: [:])
        #expect(try await claim(store, "close") != nil)
        #expect(try await store.unitStats(of: "s1") == ["requests": 8])
    }

    @Test func everyRegionHasATurnAndTheCloseWaitsForAll() async throws {
        let far = Target(code: "B1", name: "Dinas Sosial", kind: "sosial", region: "61.71")
        let store = try await begun(Sample.targets + [far])
        try await surveyed(store, ["A1": "1/ip1", "A2": "1/ip1", "A3": "1/ip2"])
        let survey = try #require(try await claim(store, "survey/61.71"))
        try await store.fenced(by: survey.fence).finishSurvey(
            survey.fence, region: "61.71", view: "{}", groups: ["B1": "1/ip3"], stats: [:])
        let due = try await store.toPublish(silentFor: 0, limit: 10).map(\.unit.group)
        #expect(due.first == "1/ip1" && due.count == 3, "the longest first: it is what the round's end waits for")
        for group in ["1/ip1", "1/ip2", "1/ip3"] {
            let taken = try #require(try await claim(store, group))
            for target in try await store.offices(of: taken.fence) { try await save(store, taken.fence, target) }
            try await store.finish(taken.fence, stats: [:])
        }
        #expect(
            try await store.offices(ofRegion: "61.12", in: "s1", after: "A1", limit: 10).map(\.record.target.code)
                == ["A2", "A3"])
        let near = try #require(try await claim(store, "turn/61.12"))
        try await store.finishTurn(near.fence, groups: [:], view: nil, stats: [:])
        #expect(try await claim(store, "close") == nil, "the other region has not chosen yet")
        let other = try #require(try await claim(store, "turn/61.71"))
        try await store.finishTurn(other.fence, groups: ["B1": "2/ip3"], view: nil, stats: [:])
        #expect(try await claim(store, "close") == nil)
        let second = try #require(try await claim(store, "2/ip3"))
        try await store.fenced(by: second.fence).replace(
            try Sample.record(far, at: "2026-03-01T01:00:20Z"), Sample.verdict(.active), bodies: [], in: "s1")
        try await store.finish(second.fence, stats: [:])
        #expect(try await claim(store, "close") != nil)
    }

    @Test func betweenThePassesLiesAPause() async throws {
        let store = try await begun(pause: 3600)
        try await surveyed(store, ["A1": "1/ip1", "A2": "1/ip1", "A3": "1/ip1"])
        let first = try #require(try await claim(store, "1/ip1"))
        for target in Sample.targets { try await save(store, first.fence, target) }
        try await store.finish(first.fence, stats: [:])
        #expect(try await claim(store, "turn/61.12") == nil)
        #expect(try await store.toPublish(silentFor: 0, limit: 10).isEmpty)
    }

    @Test func aZombieWritesNothing() async throws {
        let store = try await begun()
        try await surveyed(store, ["A1": "1/ip1", "A2": "1/ip1", "A3": "1/ip1"])
        let slept = try #require(try await claim(store, "1/ip1", for: 0))
        let heir = try #require(try await claim(store, "1/ip1", by: "w2"))
        #expect(heir.fence.epoch == slept.fence.epoch + 1)
        let error = await #expect(throws: StoreError.self) { try await save(store, slept.fence, Sample.targets[0]) }
        #expect(error?.kind == .fenced)
        await #expect(throws: StoreError.self) { try await store.finish(slept.fence, stats: [:]) }
        #expect(try await store.renew(slept.fence, for: 30) == false)
        #expect(try await store.verdicts(of: "s1").isEmpty)
        try await save(store, heir.fence, Sample.targets[0])
        #expect(try await store.verdicts(of: "s1").keys.sorted() == ["A1"])
        let state = try await store.fleet()
        #expect(state.refusedCommits == 2)
        // Giving back late is refused too, and is no late commit.
        await #expect(throws: StoreError.self) { try await store.handBack(slept.fence) }
        #expect(try await store.fleet().refusedCommits == 2)
    }

    @Test func aUnitThatNeverGetsOnIsDeadOnceAndCanBeRetried() async throws {
        let store = try await begun()
        try await surveyed(store, ["A1": "1/ip1", "A2": "1/ip2", "A3": "1/ip2"])
        for _ in 0..<3 {
            let claim = try #require(try await claim(store, "1/ip1"))
            try await store.fail(claim.fence, error: "the office cannot be read", most: 3, retryAfter: 0)
        }
        #expect(try await claim(store, "1/ip1") == nil)
        let dead = try await store.deadUnits()
        #expect(dead.map(\.unit.description) == ["s1:1/ip1:1"])
        #expect(dead.first?.error == "the office cannot be read")
        #expect(dead.first?.offices == 1)
        // Others are not touched, and the round does not go past it.
        let other = try #require(try await claim(store, "1/ip2"))
        for target in Sample.targets.dropFirst() { try await save(store, other.fence, target) }
        try await store.finish(other.fence, stats: [:])
        #expect(try await claim(store, "turn/61.12") == nil)
        #expect(try await store.retry(UnitName(scan: "s1", group: "1/ip1", slice: 1)))
        #expect(try await store.retry(UnitName(scan: "s1", group: "1/ip1", slice: 1)) == false)
        let again = try #require(try await claim(store, "1/ip1"))
        try await save(store, again.fence, Sample.targets[0])
        try await store.finish(again.fence, stats: [:])
        #expect(try await claim(store, "turn/61.12") != nil)
    }

    /// What a silent broker does not deliver is found in the store: only what is due, and only rounds by the same rules.
    @Test func whatWaitsIsFoundWithoutABroker() async throws {
        let store = try await begun()
        #expect(try await store.waiting(longerThan: 60, rulesHash: "00") == nil, "it has not waited that long")
        #expect(try await store.waiting(longerThan: 0, rulesHash: "other") == nil)
        let unit = UnitName(scan: "s1", group: "survey/61.12", slice: 1)
        #expect(try await store.waiting(longerThan: 0, rulesHash: "00") == unit)
        let held = try #require(try await claim(store, "survey/61.12"))
        #expect(try await store.waiting(longerThan: 0, rulesHash: "00") == nil, "a worker has it")
        try await store.fail(held.fence, error: "x", most: 3, retryAfter: 60)
        #expect(try await store.waiting(longerThan: 0, rulesHash: "00") == nil, "it is to wait a minute")
    }

    @Test func progressIsNoPoison() async throws {
        let store = try await begun()
        try await surveyed(store, ["A1": "1/ip1", "A2": "1/ip1", "A3": "1/ip1"])
        // The worker dies each time, but each time one office more is done.
        for target in Sample.targets {
            let claim = try #require(try await claim(store, "1/ip1", for: 0))
            #expect(claim.attempt == 1)
            try await save(store, claim.fence, target)
        }
        #expect(try await store.deadUnits().isEmpty)
    }

    @Test func aDroppedUnitLetsTheRoundGoOn() async throws {
        let store = try await begun()
        try await surveyed(store, ["A1": "1/ip1", "A2": "1/ip1", "A3": "1/ip1"])
        for _ in 0..<3 {
            let claim = try #require(try await claim(store, "1/ip1"))
            try await store.fail(claim.fence, error: "x", most: 3, retryAfter: 0)
        }
        #expect(try await store.drop(UnitName(scan: "s1", group: "1/ip1", slice: 1)) == 3)
        #expect(try await store.drop(UnitName(scan: "s1", group: "1/ip1", slice: 1)) == nil)
        #expect(try await claim(store, "turn/61.12") != nil)
        #expect(try await store.remainingTargets(of: "s1").count == 3, "nobody says anything of them")
    }

    @Test func theOutboxIsFilledAgainWhenTheBrokerForgets() async throws {
        let store = try await begun()
        let due = try await store.toPublish(silentFor: 60, limit: 10)
        #expect(due.map(\.unit.description) == ["s1:survey/61.12:1"])
        try await store.published(due.map(\.unit))
        #expect(try await store.toPublish(silentFor: 60, limit: 10).isEmpty)
        #expect(try await store.toPublish(silentFor: 0, limit: 10).count == 1, "silent for too long: published again")
        let claim = try #require(try await claim(store, "survey/61.12"))
        #expect(try await store.toPublish(silentFor: 0, limit: 10).isEmpty, "a worker has it")
        try await store.handBack(claim.fence)
        #expect(try await store.toPublish(silentFor: 60, limit: 10).count == 1)
    }

    @Test func aUnitWhoseHoursAreOverIsGivenBackUntilTheyOpen() async throws {
        let store = try await begun()
        try await surveyed(store, ["A1": "1/ip1", "A2": "1/ip2", "A3": "1/ip2"])
        for _ in 0..<4 {
            let taken = try #require(try await claim(store, "1/ip1"), "waiting is no failed attempt")
            try await store.postpone(taken.fence, for: 0)
        }
        let taken = try #require(try await claim(store, "1/ip1"))
        try await store.postpone(taken.fence, for: 3600)
        #expect(try await claim(store, "1/ip1") == nil)
        #expect(try await store.toPublish(silentFor: 0, limit: 10).map(\.unit.group) == ["1/ip2"])
    }

    @Test func anAddressBelongsToOneWorkerAndItsPauseOutlivesIt() async throws {
        let store = try await PostgresCluster.store()
        let mine = try await store.lease("10.0.0.1", by: "w1", for: 30)
        #expect(mine.isHeld && mine.wait == 0 && !mine.isWanted)
        #expect(try await store.lease("10.0.0.1", by: "w2", for: 30).isHeld == false)
        #expect(try await store.renewLeases(by: "w1", for: 30) == ["10.0.0.1": true], "told that another wants it")
        try await store.release("10.0.0.1", by: "w1", pause: 20)
        let after = try await store.lease("10.0.0.1", by: "w2", for: 30)
        #expect(after.isHeld && after.wait > 15 && after.wait <= 20 && !after.isWanted)
        #expect(try await store.renewLeases(by: "w1", for: 30).isEmpty)
        try await store.note(pause: 50, of: "10.0.0.1")
        #expect(try await store.lease("10.0.0.1", by: "w2", for: 30).wait > 45)
    }

    @Test func otherRulesDoNotTouchARound() async throws {
        let store = try await begun()
        let unit = UnitName(scan: "s1", group: "survey/61.12", slice: 1)
        let answer = try await store.claim(unit, by: "w", for: 30, rulesHash: "ff", most: 3)
        guard case .later = answer else { return #expect(Bool(false), "a worker with other rules took the unit") }
    }

    @Test func aForgottenRoundTakesItsTablesAndItsOwnBodiesAlong() async throws {
        let store = try await PostgresCluster.store()
        for (id, sha) in [("s1", "ab"), ("s2", "cd")] {
            var scan = Sample.scan(id, at: "2026-03-01T01:00:00Z")
            try await store.begin(scan, targets: Sample.targets)
            var record = try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z")
            record.pages[0].sha256 = sha
            let body = StoredBody(sha256: sha, contentType: "text/html", bytes: [1, 2, 3])
            try await store.save(record, Sample.verdict(.active), bodies: [body], in: id)
            scan.finishedAt = scan.startedAt
            try await store.update(scan)
        }
        #expect(try await store.forget("s1"))
        #expect(try await store.forget("s1") == false)
        #expect(try await store.scans().map(\.id) == ["s2"])
        #expect(try await store.verdicts(of: "s1").isEmpty)
        #expect(try await store.body("ab") == nil)
        #expect(try await store.body("cd")?.bytes == [1, 2, 3])
    }

    @Test func namesOfUnitsAreReadBack() {
        let unit = UnitName(scan: "20260302T010000Z-6112", group: "1/2001:db8::7", slice: 3)
        #expect(UnitName(unit.description) == unit)
        #expect(UnitName("x") == nil)
        #expect(UnitName("a:b") == nil)
        #expect(UnitName("a:b:c") == nil)
    }
}
