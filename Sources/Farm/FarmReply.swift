/// What a farm host does with one request: a well-formed HTTP message, or any script of bytes and pauses.
public struct FarmReply: Sendable {
    /// One act of a script.
    public enum Step: Sendable, Equatable {
        case send([UInt8])
        /// Nothing happens for this long.
        case pause(milliseconds: Int)
        /// Sends the bytes no faster than this.
        case drip([UInt8], bytesPerSecond: Int)
        /// Sends the bytes again and again until the peer goes away or the server stops.
        case endless([UInt8])
        /// Says nothing more until the peer goes away or the server stops.
        case hang
        /// Orderly end of the connection (FIN).
        case close
        /// Rude end of the connection (RST, by SO_LINGER 0).
        case reset
    }

    /// How the end of the body is told (RFC 9112, section 6).
    public enum Framing: Sendable, Equatable {
        /// Content-Length with the true length.
        case length
        /// Content-Length with this number, whatever the body's length is; the connection closes after the body.
        case claimedLength(Int)
        /// Transfer-Encoding: chunked in chunks of this many bytes.
        case chunked(Int)
        /// No length: the body ends with the connection.
        case untilClose
    }

    /// A well-formed answer.
    public struct Message: Sendable {
        public var status: Int
        public var headers: [(name: String, value: String)]
        public var body: [UInt8]
        public var framing: Framing
        /// Sent as ETag; a request with the same If-None-Match gets 304 without a body.
        public var etag: String?
        /// The connection may serve another request.
        public var keepAlive: Bool
    }

    enum Form: Sendable {
        case message(Message)
        case script([Step])
    }

    var form: Form
    /// Time before the first byte, in milliseconds.
    var delay: Int = 0
    /// Bytes per second of the body; 0 for no limit.
    var rate: Int = 0

    /// The bytes and pauses this reply comes to for one request.
    func steps(method: String, ifNoneMatch: String?) -> [Step] {
        let script: [Step] =
            switch form {
            case .script(let steps): steps
            case .message(let message): steps(of: message, method: method, ifNoneMatch: ifNoneMatch)
            }
        return delay > 0 ? [.pause(milliseconds: delay)] + script : script
    }

    private func steps(of message: Message, method: String, ifNoneMatch: String?) -> [Step] {
        let unchanged = message.etag != nil && ifNoneMatch == message.etag && message.status == 200
        let bodyless = unchanged || message.status == 204 || message.status == 304
        var head = "HTTP/1.1 \(unchanged ? 304 : message.status) \(Self.reason(unchanged ? 304 : message.status))\r\n"
        for header in message.headers { head += "\(header.name): \(header.value)\r\n" }
        if let etag = message.etag { head += "ETag: \(etag)\r\n" }
        if !bodyless { head += Self.framingHeader(message) }
        let closes = !message.keepAlive || message.framing.endsConnection
        if closes { head += "Connection: close\r\n" }
        head += "\r\n"
        var steps: [Step] = [.send(Array(head.utf8))]
        if !bodyless, method != "HEAD" { steps += bodySteps(of: message) }
        if closes { steps.append(.close) }
        return steps
    }

    private static func framingHeader(_ message: Message) -> String {
        switch message.framing {
        case .length: "Content-Length: \(message.body.count)\r\n"
        case .claimedLength(let count): "Content-Length: \(count)\r\n"
        case .chunked: "Transfer-Encoding: chunked\r\n"
        case .untilClose: ""
        }
    }

    private func bodySteps(of message: Message) -> [Step] {
        var bytes = message.body
        if case .chunked(let size) = message.framing { bytes = Self.chunks(message.body, size: max(1, size)) }
        return [rate > 0 ? .drip(bytes, bytesPerSecond: rate) : .send(bytes)]
    }

    private static func chunks(_ body: [UInt8], size: Int) -> [UInt8] {
        var out: [UInt8] = []
        var at = 0
        while at < body.count {
            let end = min(at + size, body.count)
            out += Array("\(String(end - at, radix: 16))\r\n".utf8) + body[at..<end] + Array("\r\n".utf8)
            at = end
        }
        return out + Array("0\r\n\r\n".utf8)
    }

    static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 304: "Not Modified"
        case 400: "Bad Request"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 429: "Too Many Requests"
        case 500: "Internal Server Error"
        case 503: "Service Unavailable"
        default: "Status"
        }
    }
}

extension FarmReply.Framing {
    var endsConnection: Bool {
        switch self {
        case .length, .chunked: false
        case .claimedLength, .untilClose: true
        }
    }
}
