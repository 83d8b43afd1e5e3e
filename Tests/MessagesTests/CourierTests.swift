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

    @Test func twoProcessesOnOneStoreTryAMessageOnce() async throws {
        let (store, file) = try store()
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) } }
        try await store.post(Message(key: "k", to: "mailto:a@b.go.id", subject: "s", body: "b", due: start))
        let message = try #require(try await store.waiting(at: start).first)
        #expect(try await store.take(message, until: start.adding(seconds: 300)))
        #expect(try await !store.take(message, until: start.adding(seconds: 300)))
        #expect(try await store.waiting(at: start).isEmpty)
        #expect(try await store.waiting(at: start.adding(seconds: 300)).count == 1, "its taker died: another tries it")
    }

    /// A mail server and a web server of another language take what curl brings, and say what they were given.
    @Test(.enabled(if: Loopback.isHere, "python3 is not here")) func mailAndHooksArriveAsTheyWereWritten() async throws
    {
        let (store, file) = try store()
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) } }
        let servers = try Loopback()
        defer { servers.stop() }
        let hook = file.path + ".hook"
        defer { try? FileManager.default.removeItem(atPath: hook) }
        let template =
            "http://127.0.0.1:\(servers.web)/bot1:A/sendMessage\n{\"chat_id\": 7, \"text\": \"{{subject}}\\n{{text:9}}\"}\n"
        _ = FileManager.default.createFile(
            atPath: hook, contents: Data(template.utf8), attributes: [.posixPermissions: 0o600])
        let (subject, body) = ("Putaran \"Kubu\" – selesai", "Satu\r\n.dua\nÉ tiga\n")
        for to in ["mailto:sekda@contoh.go.id", "http://127.0.0.1:\(servers.web)/masuk", "hook:" + hook] {
            try await store.post(Message(key: "k", to: to, subject: subject, body: body, due: start))
        }
        var settings = Courier.Settings()
        settings.smtp = "smtp://127.0.0.1:\(servers.mail)"
        settings.from = "ronda@contoh.go.id"
        let now = start
        let sent = try await Courier(settings, store: store, now: { now }).deliver()
        #expect(sent == 3)
        #expect(try await store.messages(limit: 9).allSatisfy { $0.state == .sent && $0.tries == 1 })
        let told = servers.told(sent)
        let plain = "Satu\n.dua\nÉ tiga\n"
        #expect(
            told.contains {
                $0 == "mail ronda@contoh.go.id sekda@contoh.go.id \(subject)|\(plain)"
            })
        #expect(told.contains { $0 == "post /masuk \(subject)|\(plain)" })
        #expect(told.contains { $0 == "post /bot1:A/sendMessage 7|\(subject)\nSatu\n.dua" })
    }

    @Test(arguments: [
        "", "ftp://a.go.id/\n{\"t\": \"{{text}}\"}", "https://a.go.id/\n{\"t\": 1}",
        "https://a.go.id/\n{\"t\": {{text}}}",
        "http://a.go.id/\n{\"t\": \"{{text}}\"}",
    ])
    func aHookThatCannotWorkIsRefused(text: String) { #expect(throws: HookError.self) { try Hook(text: text) } }

    @Test func whatAHookIsGivenStaysText() throws {
        let hook = try Hook(text: "https://a.go.id/\n{\"a\": \"{{subject}}\", \"b\": \"{{text:4}}\"}")
        let message = Message(key: "", to: "", subject: "\",\"x\":\"\\{{text}}", body: "12345", due: start)
        let value = try JSONSerialization.jsonObject(with: hook.body(message)) as? [String: String]
        #expect(value == ["a": "\",\"x\":\"\\{{text}}", "b": "1234"])
    }

    @Test func anotherMayNotReadAHook() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-h-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let text = Data("https://a.go.id/\n{\"t\": \"{{text}}\"}".utf8)
        _ = FileManager.default.createFile(atPath: file, contents: text, attributes: [.posixPermissions: 0o644])
        #expect(throws: HookError.self) { try Hook(file: file) }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        #expect(try Hook(file: file).address == "https://a.go.id/")
    }

    @Test(arguments: [
        ("mailto:a@b.go.id", "a@b.go.id"), ("https://hooks.example/T0/rahasia", "hooks.example"),
        ("hook:/etc/ronda/telegram.hook", "telegram.hook"),
    ])
    func theRecordNamesNoSecretAddress(to: String, shown: String) {
        #expect(Message(key: "", to: to, subject: "", body: "", due: start).receiver == shown)
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
