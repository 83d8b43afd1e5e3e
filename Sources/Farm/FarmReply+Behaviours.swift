/// The behaviours by name. Those with `then` or a `with…` method combine.
extension FarmReply {
    /// An answer with a body of text.
    public static func page(
        _ body: String, status: Int = 200, type: String = "text/html; charset=utf-8",
        headers: [(name: String, value: String)] = [], etag: String? = nil
    ) -> FarmReply {
        bytes(Array(body.utf8), status: status, type: type, headers: headers, etag: etag)
    }

    /// An answer with any body and framing; an empty `type` leaves Content-Type out.
    public static func bytes(
        _ body: [UInt8], status: Int = 200, type: String = "application/octet-stream",
        headers: [(name: String, value: String)] = [], etag: String? = nil, framing: Framing = .length,
        keepAlive: Bool = true
    ) -> FarmReply {
        let all = type.isEmpty ? headers : [(name: "Content-Type", value: type)] + headers
        return FarmReply(
            form: .message(
                Message(status: status, headers: all, body: body, framing: framing, etag: etag, keepAlive: keepAlive)))
    }

    /// A status with a short HTML body that names it.
    public static func status(_ status: Int, headers: [(name: String, value: String)] = []) -> FarmReply {
        page("<html><body><h1>\(status) \(reason(status))</h1></body></html>", status: status, headers: headers)
    }

    /// A redirect; `location` is sent as it is, well-formed or not.
    public static func redirect(_ location: String, status: Int = 302) -> FarmReply {
        .status(status, headers: [(name: "Location", value: location)])
    }

    /// A body that is already compressed, with its Content-Encoding.
    public static func gzip(
        _ compressed: [UInt8], coding: String = "gzip", type: String = "text/html; charset=utf-8"
    ) -> FarmReply {
        bytes(compressed, type: type, headers: [(name: "Content-Encoding", value: coding)])
    }

    /// A chunked body in chunks of `size` bytes.
    public static func chunked(_ body: String, size: Int = 512, type: String = "text/html; charset=utf-8") -> FarmReply
    {
        bytes(Array(body.utf8), type: type, framing: .chunked(size))
    }

    /// Promises `claimed` bytes and closes after the body, which is shorter.
    public static func closesEarly(_ body: String, claimed: Int) -> FarmReply {
        bytes(Array(body.utf8), type: "text/html", framing: .claimedLength(claimed))
    }

    /// Resets the connection, after these bytes if any.
    public static func reset(after bytes: [UInt8] = []) -> FarmReply {
        FarmReply(form: .script(bytes.isEmpty ? [.reset] : [.send(bytes), .reset]))
    }

    /// Sends exactly these bytes, well-formed HTTP or not, and closes.
    public static func raw(_ bytes: [UInt8]) -> FarmReply { FarmReply(form: .script([.send(bytes), .close])) }

    /// Bytes that are no HTTP at all.
    public static let garbage = raw((0..<512).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 29) })

    /// Closes without a word.
    public static let emptyReply = FarmReply(form: .script([.close]))

    /// Reads the request and never answers; ends when the peer or the server ends.
    public static let hang = FarmReply(form: .script([.hang]))

    /// `count` header lines of `size` bytes each before a small page.
    public static func hugeHeaders(count: Int, size: Int) -> FarmReply {
        let value = String(repeating: "x", count: size)
        return page("<p>besar</p>", headers: (0..<count).map { (name: "X-Besar-\($0)", value: value) })
    }

    /// Header lines without end.
    public static let endlessHeaders = FarmReply(
        form: .script([
            .send(Array("HTTP/1.1 200 OK\r\n".utf8)), .endless(Array("X-Lagi: dan lagi dan lagi\r\n".utf8)),
        ]))

    /// A body without end and without Content-Length.
    public static func endless(
        _ piece: String = "<p>tidak pernah selesai</p>\n", type: String = "text/html"
    ) -> FarmReply {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nConnection: close\r\n\r\n"
        let block = String(repeating: piece, count: max(1, 4096 / max(1, piece.utf8.count)))
        return FarmReply(form: .script([.send(Array(head.utf8)), .endless(Array(block.utf8))]))
    }

    /// `count` interim answers (103) and then the page; a negative count never gets to the page.
    public static func interimStorm(count: Int, then body: String = "<p>akhirnya</p>") -> FarmReply {
        let interim = Array("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n".utf8)
        if count < 0 { return FarmReply(form: .script([.endless(interim)])) }
        let final = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        let storm = Array(repeatElement(interim, count: count).joined())
        return FarmReply(form: .script([.send(storm), .send(Array(final.utf8))]))
    }

    /// Any script.
    public static func script(_ steps: [Step]) -> FarmReply { FarmReply(form: .script(steps)) }

    /// The same, with this many milliseconds before the first byte.
    public func delayed(milliseconds: Int) -> FarmReply {
        var copy = self
        copy.delay = milliseconds
        return copy
    }

    /// The same, with the body no faster than this. Scripts say it themselves with `.drip`.
    public func dripped(bytesPerSecond: Int) -> FarmReply {
        var copy = self
        copy.rate = bytesPerSecond
        return copy
    }

    /// The same, and the connection ends after it.
    public func closing() -> FarmReply {
        guard case .message(var message) = form else { return self }
        message.keepAlive = false
        var copy = self
        copy.form = .message(message)
        return copy
    }
}
