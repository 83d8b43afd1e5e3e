import Foundation
import Model
import Store
import Testing

@testable import Messages

@Suite struct CourierTests {
    private let start = Timestamp(milliseconds: 1_795_140_000_000)

    private func store() throws -> (SQLiteStore, URL) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-m-\(UUID().uuidString).db")
        return (try SQLiteStore(path: file.path), file)
    }

    /// Port 9 of loopback refuses: every try fails, the pauses grow, and in the end it is written down as dead.
    @Test func whatCannotBeHandedOverIsTriedAgainAndThenWrittenDown() async throws {
        let (store, file) = try store()
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) } }
        try await store.post(Message(key: "round:1", to: "http://127.0.0.1:9/", subject: "s", body: "b", due: start))
        try await store.post(Message(key: "round:1", to: "http://127.0.0.1:9/", subject: "s", body: "b", due: start))
        #expect(try await store.messages(limit: 9).count == 1, "the same news is not told twice")
        var moment = start
        var gaps: [Double] = []
        for _ in 0...Courier.pauses.count {
            let now = moment
            #expect(try await Courier(.init(), store: store, now: { now }).deliver() == 0)
            let message = try #require(try await store.messages(limit: 1).first)
            if message.state == .waiting {
                gaps.append(message.due.seconds(since: moment))
                moment = message.due
            }
        }
        let message = try #require(try await store.messages(limit: 1).first)
        #expect(message.state == .dead && message.tries == Courier.pauses.count + 1)
        #expect(message.trouble.contains("curl 7"))
        #expect(gaps == Courier.pauses)
    }

    @Test func mailWithoutAServerSaysSo() async throws {
        let (store, file) = try store()
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) } }
        try await store.post(Message(key: "k", to: "mailto:a@b.go.id", subject: "s", body: "b", due: start))
        let now = start
        try await Courier(.init(), store: store, now: { now }).deliver()
        #expect(try await store.messages(limit: 1).first?.trouble.contains("--smtp") == true)
    }
}
