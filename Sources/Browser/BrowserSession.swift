import Cage
import Foundation
import Model
import Synchronization

/// The conversation about one page: every request is answered by the supplier, until the page is quiet.
struct BrowserSession {
    typealias Supplier = @Sendable (WebAddress) async -> BrowserSupply?

    var process: BrowserProcess
    let limits: BrowserLimits
    private let supplier: Supplier
    let deadline: Double
    private let startDeadline: Double
    private let answers = Answers()
    var session = ""
    private var open = 0
    var asked = 0
    private var supplied = 0
    private var refused = 0
    var bytes = 0
    var lastStir = Child.now()
    /// Something was not looked at because time was over, or the program had no picture to give.
    var ranOut = false
    private var nextMemoryCheck = Child.now()

    /// What suppliers brought meanwhile, for the thread that speaks with the browser.
    private final class Answers: Sendable {
        private let arrived = Mutex<[(request: String, supply: BrowserSupply?)]>([])

        func add(_ request: String, _ supply: BrowserSupply?) { arrived.withLock { $0.append((request, supply)) } }

        func take() -> [(request: String, supply: BrowserSupply?)] {
            arrived.withLock { list in
                defer { list = [] }
                return list
            }
        }
    }

    init(_ process: BrowserProcess, _ limits: BrowserLimits, _ supplier: @escaping Supplier) {
        self.process = process
        self.limits = limits
        self.supplier = supplier
        let now = Child.now()
        deadline = now + limits.seconds
        startDeadline = now + min(limits.startSeconds, limits.seconds)
    }

    /// Requests for these are part of what a page says; nothing else is asked of a server.
    private static let wanted: Set<String> = ["Document", "Script", "XHR", "Fetch"]

    mutating func render(_ address: WebAddress) throws(BrowserTrouble) -> RenderedPage {
        let target = try start()
        session = try ask("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String ?? ""
        _ = try ask("Fetch.enable", ["patterns": [["urlPattern": "*"]]])
        _ = try ask("Page.enable")
        _ = process.send("Page.navigate", ["url": address.description], session: session)
        lastStir = Child.now()
        let isQuiet = try listen()
        let code = "[location.href, document.documentElement.outerHTML.slice(0, \(limits.htmlBytes))]"
        let answer = try ask("Runtime.evaluate", ["expression": code, "returnByValue": true])
        let value = (answer["result"] as? [String: Any])?["value"] as? [String] ?? []
        guard value.count == 2 else { throw .died }
        return RenderedPage(
            address: WebAddress(value[0]) ?? address, html: Array(("<!DOCTYPE html>" + value[1]).utf8),
            supplied: supplied, refused: refused, wasCutShort: !isQuiet)
    }

    /// A program that ends before its first answer had no sandbox to start in, most likely.
    mutating func start() throws(BrowserTrouble) -> String {
        do {
            return try ask("Target.createTarget", ["url": "about:blank"], until: startDeadline)["targetId"] as? String
                ?? ""
        } catch {
            throw error == .died ? .noSandbox : error == .timedOut ? .silent : error
        }
    }

    /// Until the page asks for nothing any more; false when the time was over first.
    mutating func listen() throws(BrowserTrouble) -> Bool {
        while Child.now() < deadline - 2 {
            if open == 0, asked > 0, Child.now() - lastStir > limits.quietSeconds { return true }
            try step()
        }
        return false
    }

    /// Takes what comes within some seconds.
    mutating func listenOn(seconds: Double) throws(BrowserTrouble) {
        let end = Child.now() + seconds
        while Child.now() < end { try step() }
    }

    private mutating func step() throws(BrowserTrouble) {
        if let message = try process.receive(seconds: 0.05) { take(message) }
        for (request, supply) in answers.take() { give(request, supply) }
        guard Child.now() > nextMemoryCheck else { return }
        nextMemoryCheck = Child.now() + 0.5
        if process.memoryBytes > limits.memoryBytes { throw .tooMuchMemory }
    }

    /// Sends a command and waits for its answer; requests that come in between are taken.
    mutating func ask(
        _ method: String, _ parameters: [String: Any] = [:], until end: Double? = nil
    ) throws(BrowserTrouble) -> [String: Any] {
        let id = process.send(method, parameters, session: session.isEmpty ? nil : session)
        while Child.now() < end ?? deadline {
            guard let message = try process.receive(seconds: 0.2) else { continue }
            if message["id"] as? Int == id { return message["result"] as? [String: Any] ?? [:] }
            take(message)
        }
        throw .timedOut
    }

    private mutating func take(_ message: [String: Any]) {
        guard message["method"] as? String == "Fetch.requestPaused", let event = message["params"] as? [String: Any],
            let id = event["requestId"] as? String, let request = event["request"] as? [String: Any]
        else { return }
        let type = event["resourceType"] as? String ?? ""
        guard request["method"] as? String == "GET", Self.wanted.contains(type), asked < limits.requests,
            bytes < limits.bytes, let address = WebAddress(request["url"] as? String ?? "")
        else { return refuse(id) }
        asked += 1
        open += 1
        lastStir = Child.now()
        Task { [supplier, answers] in answers.add(id, await supplier(address)) }
    }

    private mutating func give(_ request: String, _ supply: BrowserSupply?) {
        open -= 1
        lastStir = Child.now()
        guard let supply, bytes + supply.body.count <= limits.bytes else { return refuse(request) }
        supplied += 1
        bytes += supply.body.count
        // No cookie and no credential goes out with a request, so any page may read the answer.
        let headers = [
            ["name": "content-type", "value": supply.contentType.filter { $0.isASCII && !$0.isNewline }],
            ["name": "access-control-allow-origin", "value": "*"],
        ]
        _ = process.send(
            "Fetch.fulfillRequest",
            [
                "requestId": request, "responseCode": supply.status, "responseHeaders": headers,
                "body": Data(supply.body).base64EncodedString(),
            ], session: session)
    }

    private mutating func refuse(_ request: String) {
        refused += 1
        _ = process.send(
            "Fetch.failRequest", ["requestId": request, "errorReason": "BlockedByClient"], session: session)
    }

    func stop() { process.stop() }
}
