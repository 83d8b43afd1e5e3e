@testable import Farm

/// A client of raw bytes: sends what it is told and shows what came, until the peer ends.
struct FarmClient {
    struct Answer {
        var bytes: [UInt8] = []
        /// How it ended: orderly, by an error number (104 is ECONNRESET), or still open.
        var end: FarmSocket.Transfer = .wouldBlock

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var head: String { text.range(of: "\r\n\r\n").map { String(text[..<$0.lowerBound]) } ?? text }
        var body: String { text.range(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? "" }
        var status: Int { Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0 }
    }

    let socket: FarmSocket
    /// Keeps the server alive as long as the client.
    private let server: FarmServer?

    init(_ server: FarmServer, address: String? = nil, seconds: Int = 5, holding: Bool = true) throws {
        self.server = holding ? server : nil
        socket = try FarmSocket.connected(
            address: address ?? server.addresses[0], port: server.port, seconds: seconds)
    }

    func send(_ text: String) { _ = socket.write(Array(text.utf8), from: 0, atMost: text.utf8.count) }

    func ask(_ host: String, _ path: String, method: String = "GET", headers: String = "") {
        send("\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\n\(headers)\r\n")
    }

    /// Reads until the condition holds, the peer ends, or nothing comes in time.
    func receive(until done: (Answer) -> Bool = { _ in false }) -> Answer {
        var answer = Answer()
        while !done(answer) {
            let result = socket.read(into: &answer.bytes)
            if case .moved = result { continue }
            answer.end = result
            break
        }
        return answer
    }

    /// One request on a connection of its own, read to the end of its Content-Length or of the connection.
    static func get(
        _ server: FarmServer, _ host: String, _ path: String, method: String = "GET", headers: String = ""
    ) throws -> Answer {
        let client = try FarmClient(server)
        defer { client.socket.close() }
        client.ask(host, path, method: method, headers: headers + "Connection: close\r\n")
        return client.receive { $0.isWhole(method: method) }
    }
}

extension FarmClient.Answer {
    /// The head and as many bytes as its Content-Length says have come.
    func isWhole(method: String = "GET") -> Bool {
        let text = text
        guard let end = text.range(of: "\r\n\r\n") else { return false }
        if method == "HEAD" || text.hasPrefix("HTTP/1.1 304") { return true }
        guard let field = text.range(of: "Content-Length: "), field.lowerBound < end.lowerBound else { return false }
        let length = Int(text[field.upperBound...].prefix { $0.isNumber }) ?? 0
        return text[end.upperBound...].utf8.count >= length
    }
}

extension String {
    /// The first place of a text, without Foundation.
    func range(of needle: String) -> Range<String.Index>? { firstRange(of: needle) }
}
