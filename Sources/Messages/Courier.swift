import Cage
import Foundation
import Model
import Store

/// Hands messages over, and writes down how it went.
public struct Courier: Sendable {
    public struct Settings: Sendable {
        /// `smtp://mail.contoh.go.id:587` or `smtps://...`; nil: no mail is sent.
        public var smtp: String?
        public var from = "ronda@localhost"
        /// `name:password`; from a file only its owner can read.
        public var login: String?
        /// Extra options for curl, for tests (`--cacert`).
        public var options: [String] = []

        public init() {}
    }

    let settings: Settings
    let store: any MessageStore
    let now: @Sendable () -> Timestamp

    /// Seconds for which a message belongs to the process that tries it: longer than the longest try.
    static let lease = 300.0
    /// Seconds before the next try, by tries made; after the last the message is dead.
    static let pauses: [Double] = [60, 300, 1800, 7200, 43_200]

    public init(_ settings: Settings, store: any MessageStore, now: @escaping @Sendable () -> Timestamp) {
        self.settings = settings
        self.store = store
        self.now = now
    }

    /// Tries every message that is due; gives how many were taken.
    @discardableResult
    public func deliver() async throws(StoreError) -> Int {
        var sent = 0
        for var message in try await store.waiting(at: now()) {
            // Two processes on one store send a message once; when this one dies in between it is tried again later.
            guard try await store.take(message, until: now().adding(seconds: Self.lease)) else { continue }
            message.tries += 1
            let trouble = await hand(message)
            if let trouble {
                message.trouble = trouble
                if message.tries > Self.pauses.count {
                    message.state = .dead
                } else {
                    message.due = now().adding(seconds: Self.pauses[message.tries - 1])
                }
            } else {
                message.state = .sent
                message.trouble = ""
                sent += 1
            }
            try await store.update(message)
        }
        return sent
    }

    /// Nil when it was taken, else why not.
    private func hand(_ message: Message) async -> String? {
        if message.to.hasPrefix("hook:") {
            do throws(HookError) {
                let hook = try Hook(file: String(message.to.dropFirst(5)))
                return await Curl.run(post(try hook.body(message), to: hook.address))
            } catch {
                return error.description
            }
        }
        guard message.to.hasPrefix("mailto:") else { return await Curl.run(webhook(message)) }
        guard let smtp = settings.smtp else { return "no mail server is named (--smtp)" }
        return await Curl.run(mail(message, smtp))
    }

    /// curl(1) reads its options from standard input, so that no secret stands in a process list.
    private func mail(_ message: Message, _ smtp: String) -> Curl.Call {
        let receiver = String(message.to.dropFirst(7))
        var options = [
            "url = \(quoted(smtp))", "mail-from = \(quoted(settings.from))", "mail-rcpt = \(quoted(receiver))",
        ]
        if let login = settings.login { options += ["user = \(quoted(login))", "ssl-reqd"] }
        return Curl.Call(options: options + settings.options, upload: letter(message, receiver))
    }

    private func webhook(_ message: Message) -> Curl.Call {
        struct Body: Encodable { var subject, text: String }
        let body = (try? JSONEncoder().encode(Body(subject: message.subject, text: message.body))) ?? Data()
        return post(body, to: message.to)
    }

    private func post(_ body: Data, to address: String) -> Curl.Call {
        Curl.Call(
            options: [
                "url = \(quoted(address))", "header = \"Content-Type: application/json\"", "request = POST", "fail",
                "proto = \"=https,http\"",
            ] + settings.options, upload: body)
    }

    /// RFC 5322, UTF-8 in base64 (RFC 2045, RFC 2047).
    private func letter(_ message: Message, _ receiver: String) -> Data {
        let subject = Data(message.subject.utf8).base64EncodedString()
        let body = Data(message.body.utf8).base64EncodedString(options: .lineLength76Characters)
        let head = [
            "From: \(settings.from)", "To: \(receiver)", "Subject: =?UTF-8?B?\(subject)?=", "Date: \(date)",
            "Message-ID: <\(message.id).\(now().milliseconds)@ronda>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated",
        ]
        return Data((head + ["", body, ""]).joined(separator: "\r\n").utf8)
    }

    private var date: String {
        let t = now().civil()
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(t.day) \(names[t.month - 1]) \(t.year) \(two(t.hour)):\(two(t.minute)):\(two(t.second)) +0000"
    }

    private func quoted(_ text: String) -> String {
        let safe = text.filter { $0 != "\n" && $0 != "\r" && $0 != "\0" }
        return "\"" + safe.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// curl(1) as a program of its own: it speaks SMTP and HTTPS, and a message that hangs costs no scan.
enum Curl {
    struct Call {
        var options: [String]
        var upload: Data
    }

    /// Nil when it went well, else curl's own sentence.
    static func run(_ call: Call) async -> String? {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let upload = folder.appendingPathComponent("isi")
            try call.upload.write(to: upload)
            let isPost = call.options.contains("request = POST")
            let body = isPost ? "data-binary = \"@\(upload.path)\"" : "upload-file = \"\(upload.path)\""
            let lines =
                call.options + [
                    body, "silent", "show-error", "max-time = 60", "connect-timeout = 20", "output = \"/dev/null\"",
                ]
            return await start(lines.joined(separator: "\n") + "\n")
        } catch {
            return "curl could not be started: \(error.localizedDescription)"
        }
    }

    /// On a thread of its own: waiting for a program must not hold one of those that Swift's tasks share.
    private static func start(_ configuration: String) async -> String? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: answer(Array(configuration.utf8))) }
        }
    }

    private static func answer(_ configuration: [UInt8]) -> String? {
        var curl = PlainRun(["/usr/bin/curl", "--config", "-"], hearing: .outputAndErrors)
        curl.seconds = 90
        curl.outputBytes = 100_000
        let result = curl.run(configuration)
        let said = String(decoding: result.output.prefix(400), as: UTF8.self).filter { $0 != "\n" }
        return switch result.end {
        case .exited(0): nil
        case .exited(let code): "curl \(code): \(said)"
        case .notStarted: "curl could not be started"
        case .killed, .timedOut, .outputLimit: "curl was ended: \(said)"
        }
    }
}
