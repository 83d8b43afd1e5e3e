import Farm
import Foundation
import Model
import Scan
import Synchronization
import Testing

@Suite struct ScanFlowTests {
    static let dinkes = SmallRegion.office("A1", "Dinas Kesehatan", "kesehatan", url: "http://dinkes.ujikab.go.id/")
    static let dinsos = SmallRegion.office("A2", "Dinas Sosial", "sosial")
    static let dishub = SmallRegion.office("A3", "Dinas Perhubungan", "perhubungan", url: "http://dishub.ujikab.go.id/")

    private func region() throws -> SmallRegion {
        try SmallRegion([
            SmallRegion.portalHost, SmallRegion.site("dinkes.ujikab.go.id", "Dinas Kesehatan"),
            FarmHost("dishub.ujikab.go.id", otherwise: .status(500)),
        ])
    }

    @Test func tellsSiteMissingAndUnreachableApart() async throws {
        let region = try region()
        let snapshot = try await region.round([SmallRegion.portal, Self.dinkes, Self.dinsos, Self.dishub])
        let statuses = Dictionary(uniqueKeysWithValues: snapshot.offices.map { ($0.target.code, $0.verdict.status) })
        #expect(statuses == ["A1": .active, "A2": .missing, "A3": .unreachable])
        #expect(snapshot.offices.map(\.target.code) == ["A1", "A2", "A3"], "list order, the portal is no office")
        let absences = snapshot.offices.filter { $0.verdict.status != .active }
        #expect(absences.allSatisfy { !$0.verdict.proof.proven }, "one round proves no absence")
        #expect(snapshot.scan.finishedAt != nil)
    }

    @Test func quotesWhatItFound() async throws {
        let region = try region()
        let snapshot = try await region.round([SmallRegion.portal, Self.dinkes])
        let office = try #require(snapshot.offices.first)
        let fee = try #require(office.verdict.items.first { $0.item == .biaya })
        #expect(fee.state == .present)
        let evidence = try #require(fee.evidence.first)
        #expect(evidence.finding.quotation.contains("Tidak dipungut biaya"))
        #expect(evidence.address.description == "http://dinkes.ujikab.go.id/layanan")
        #expect(try await region.store.body(evidence.sha256) != nil, "the page behind the quotation is kept")
    }

    @Test func absenceIsProvenByRoundsOnTwoDays() async throws {
        let region = try region()
        let list = [SmallRegion.portal, Self.dinkes, Self.dinsos]
        try await region.round(list, at: "2026-03-02T01:00:00Z")
        let second = try await region.round(list, at: "2026-03-09T01:00:00Z")
        let proof = try #require(second.offices.first { $0.target.code == "A2" }).verdict.proof
        #expect(proof.proven)
        #expect(proof.days == ["2026-03-02", "2026-03-09"])
        #expect(second.previous != nil)
    }

    @Test func aServerThatFailsForManyIsOneIncident() async throws {
        let dead = ["disdik", "dukcapil", "dpupr", "disnaker"]
        let region = try SmallRegion(
            [SmallRegion.portalHost, SmallRegion.site("dinkes.ujikab.go.id", "Dinas Kesehatan")]
                + dead.map { FarmHost("\($0).ujikab.go.id", address: "127.0.0.3", otherwise: .emptyReply) },
            addresses: ["127.0.0.1", "127.0.0.3"])
        let offices = dead.enumerated().map {
            SmallRegion.office("B\($0.offset)", "Dinas \($0.element)", "", url: "http://\($0.element).ujikab.go.id/")
        }
        let snapshot = try await region.round([SmallRegion.portal, Self.dinkes] + offices)
        #expect(snapshot.scan.incidents.map(\.kind) == [.sharedServerDown])
        for office in snapshot.offices where office.target.code.hasPrefix("B") {
            #expect(office.verdict.status == .unreachable)
            #expect(office.verdict.reason == "shared_server_down")
        }
    }

    @Test func judgesNothingWhileOurOwnNetworkIsDown() async throws {
        let asked = Mutex(0)
        let region = try SmallRegion([
            SmallRegion.portalHost, SmallRegion.site("dinkes.ujikab.go.id", "Dinas Kesehatan"),
            FarmHost("kendali.example") { _ in
                asked.withLock {
                    $0 += 1
                    return $0 <= 3 ? .emptyReply : .page("<p>ya</p>")
                }
            },
        ])
        let snapshot = try await region.round([Self.dinkes], control: ["http://kendali.example/"])
        let events = region.events.withLock { $0 }
        #expect(events.starts(with: ["opened 1/1", "suspended", "resumed"]))
        #expect(snapshot.offices.map(\.verdict.status) == [.active])
    }

    @Test func resumesWithoutFetchingFinishedOfficesAgain() async throws {
        let region = try SmallRegion([
            SmallRegion.portalHost, SmallRegion.site("dinkes.ujikab.go.id", "Dinas Kesehatan"),
            FarmHost("dishub.ujikab.go.id", otherwise: .hang),
        ])
        let list = [SmallRegion.portal, Self.dinkes, Self.dishub]
        let broken = Task { try await region.round(list, concurrency: 1, secondPass: false) }
        while !region.events.withLock({ $0.contains("A1 active") }) { try await Task.sleep(for: .milliseconds(5)) }
        broken.cancel()
        await #expect(throws: (any Error).self) { try await broken.value }
        let asked = region.farm.log(host: "dinkes.ujikab.go.id").count
        #expect(asked > 0)
        let snapshot = try await region.round(list, concurrency: 1, secondPass: false)
        #expect(region.events.withLock { $0 }.contains("opened 1/2"))
        #expect(region.farm.log(host: "dinkes.ujikab.go.id").count == asked)
        #expect(snapshot.offices.map(\.target.code) == ["A1", "A3"])
        #expect(try await region.store.scans().count == 1)
    }

    @Test func obeysRobots() async throws {
        let region = try SmallRegion([
            SmallRegion.portalHost,
            FarmHost(
                "dinkes.ujikab.go.id",
                routes: ["/robots.txt": .page("User-agent: *\nDisallow: /\n", type: "text/plain")],
                otherwise: .page("<title>Dinas Kesehatan</title>")),
        ])
        let snapshot = try await region.round([SmallRegion.portal, Self.dinkes])
        #expect(snapshot.offices.map(\.verdict.status) == [.blocked])
        #expect(Set(region.farm.log(host: "dinkes.ujikab.go.id").map(\.target)) == ["/robots.txt"])
    }

    @Test func rejudgingByTheSameRulesChangesNothing() async throws {
        let region = try region()
        let snapshot = try await region.round([SmallRegion.portal, Self.dinkes, Self.dinsos])
        let requests = region.farm.log.count
        let book = try SmallRegion.book.get()
        let changes = try await Rejudge(book: book, detector: try .init(book.detection), store: region.store)
            .run(scan: snapshot.scan)
        #expect(changes.isEmpty)
        #expect(region.farm.log.count == requests)
    }

    @Test func refusesAnEmptyList() async throws {
        let region = try region()
        await #expect(throws: ScanError.self) { try await region.round([SmallRegion.portal]) }
    }
}
