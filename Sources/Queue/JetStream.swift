import CNats
import Dispatch

/// The broker, as a worker sees it. libnats blocks; every call runs on a queue of its own. The only file that says `unsafe`.
@safe public final class JetStream: @unchecked Sendable {
    private let settings: QueueSettings
    /// Calls that publish and look, one after the other; and one line for each of those who fetch.
    private let calls = DispatchQueue(label: "ronda.queue.calls")
    private let fetches = DispatchQueue(label: "ronda.queue.fetch")
    private var connection: OpaquePointer?
    private var context: OpaquePointer?
    private var urgent: OpaquePointer?
    private var planned: OpaquePointer?
    private var quiet = 0
    /// When the consumers could not be made.
    private var failed: ContinuousClock.Instant?

    /// Connects lazily: a broker that is down now is asked again with the next call.
    public init(_ settings: QueueSettings) { self.settings = settings }

    deinit {
        unsafe natsSubscription_Destroy(urgent)
        unsafe natsSubscription_Destroy(planned)
        unsafe jsCtx_Destroy(context)
        unsafe natsConnection_Destroy(connection)
    }

    /// Puts a pointer into the stream; one that is there already stays as it is.
    public func publish(_ text: String, isUrgent: Bool) async throws(QueueError) {
        try await on(calls) { [self] in
            let js = try unsafe jetStream()
            var code = jsErrCode(rawValue: 0)
            let subject = "\(settings.stream).\(isUrgent ? "now" : "plan").\(Self.token(text))"
            var status = unsafe queue_publish(js, subject, text, 3000, &code)
            if status == NATS_NO_RESPONDERS || status == NATS_NOT_FOUND {
                try unsafe makeStream(js)
                status = unsafe queue_publish(js, subject, text, 3000, &code)
            }
            // 10077: JSStreamStoreFailed, which says "maximum messages per subject exceeded": it is there already.
            if status != NATS_OK, code.rawValue != 10077 { throw Self.error(status, "publish") }
        }
    }

    /// The next pointer for this worker, urgent ones first; nil when none comes within the time.
    public func next(within seconds: Double) async throws(QueueError) -> QueueMessage? {
        try await on(fetches) { [self] in
            // Who failed a moment ago fails at once: several slots wait for this line.
            if let failed, .now - failed < .seconds(2) { throw Self.error(NATS_TIMEOUT, "fetch") }
            do { try subscribe() } catch {
                failed = .now
                throw error
            }
            for unsafe(subscription, wait) in unsafe [(urgent, 20.0), (planned, seconds * 1000)] {
                var message: OpaquePointer?
                var code = jsErrCode(rawValue: 0)
                let status = unsafe queue_fetch(&message, subscription, Int64(wait), &code)
                if status == NATS_OK, let message = unsafe message {
                    quiet = 0
                    return unsafe QueueMessage(message, self)
                }
                if status == NATS_TIMEOUT { continue }
                forget()
                throw Self.error(status, "fetch")
            }
            // A broker that lost its disk answers nothing to who asks a consumer that is gone (nats-server 2.9): silence
            // may be that, so the consumers are made again after a few of them; those that are there stay as they are.
            quiet += 1
            if quiet >= Self.patience {
                quiet = 0
                forget()
            }
            return nil
        }
    }

    /// Messages in the stream, delivered and not.
    public func depth() async throws(QueueError) -> Int {
        try await on(calls) { [self] in
            var count: UInt64 = 0
            var code = jsErrCode(rawValue: 0)
            let status = unsafe queue_depth(&count, try jetStream(), settings.stream, &code)
            if status == NATS_NOT_FOUND { return 0 }
            guard status == NATS_OK else { throw Self.error(status, "stream info") }
            return Int(count)
        }
    }

    /// The broker was wiped when the stream is not there any more; what was published must be published again.
    public func isStreamThere() async throws(QueueError) -> Bool {
        try await on(calls) { [self] in
            var count: UInt64 = 0
            var code = jsErrCode(rawValue: 0)
            let status = unsafe queue_depth(&count, try jetStream(), settings.stream, &code)
            if status == NATS_OK { return true }
            if status == NATS_NOT_FOUND { return false }
            throw Self.error(status, "stream info")
        }
    }

    /// Fetches without an answer after which the consumers are made again.
    private static let patience = 5

    /// Sends an answer to a message; it waits in libnats while the connection is away.
    fileprivate func answer(_ subject: String, _ text: String) {
        lock.wait()
        let open = unsafe connection
        lock.signal()
        guard !subject.isEmpty, let open = unsafe open else { return }
        _ = unsafe natsConnection_PublishString(open, subject, text)
    }

    // MARK: - On the queues

    private func jetStream() throws(QueueError) -> OpaquePointer {
        lock.wait()
        defer { lock.signal() }
        if let context = unsafe context { return unsafe context }
        unsafe connection = try connect()
        var made: OpaquePointer?
        var options = unsafe jsOptions()
        _ = unsafe jsOptions_Init(&options)
        unsafe options.Wait = 1500
        let status = unsafe natsConnection_JetStream(&made, connection, &options)
        guard status == NATS_OK, let js = unsafe made else { throw Self.error(status, "JetStream") }
        unsafe context = js
        return unsafe js
    }

    private let lock = DispatchSemaphore(value: 1)

    private func connect() throws(QueueError) -> OpaquePointer {
        var options: OpaquePointer?
        var status = unsafe natsOptions_Create(&options)
        defer { unsafe natsOptions_Destroy(options) }
        let servers = settings.url.split(separator: ",").map(String.init)
        func set(_ work: @autoclosure () -> natsStatus) { if status == NATS_OK { status = work() } }
        unsafe set(Self.withCStrings(servers) { unsafe natsOptions_SetServers(options, $0, Int32(servers.count)) })
        unsafe set(natsOptions_SetName(options, "ronda"))
        unsafe set(natsOptions_SetTimeout(options, 3000))
        unsafe set(natsOptions_SetAllowReconnect(options, true))
        unsafe set(natsOptions_SetMaxReconnect(options, -1))
        unsafe set(natsOptions_SetReconnectWait(options, 500))
        unsafe set(natsOptions_SetPingInterval(options, 5000))
        unsafe set(natsOptions_SetFailRequestsOnDisconnect(options, true))
        if let file = settings.credentials { unsafe set(natsOptions_SetUserCredentialsFromFiles(options, file, nil)) }
        if let file = settings.ca {
            unsafe set(natsOptions_SetSecure(options, true))
            unsafe set(natsOptions_LoadCATrustedCertificates(options, file))
        }
        if let certificate = settings.certificate, let key = settings.key {
            unsafe set(natsOptions_LoadCertificatesChain(options, certificate, key))
        }
        var made: OpaquePointer?
        unsafe set(natsConnection_Connect(&made, options))
        guard status == NATS_OK, let made = unsafe made else {
            throw QueueError(
                kind: .unreachable,
                description:
                    "The broker \(settings.url) cannot be reached (\(Self.text(status))); check that nats-server runs there."
            )
        }
        return unsafe made
    }

    private func makeStream(_ js: OpaquePointer) throws(QueueError) {
        var code = jsErrCode(rawValue: 0)
        let status = unsafe queue_make_stream(
            js, settings.stream, "\(settings.stream).>", Int64(settings.replicas), &code)
        guard status == NATS_OK else { throw Self.error(status, "stream") }
    }

    private func subscribe() throws(QueueError) {
        let js = try unsafe jetStream()
        if unsafe urgent != nil { return }
        try unsafe makeStream(js)
        unsafe urgent = try subscription(js, "now")
        unsafe planned = try subscription(js, "plan")
    }

    private func subscription(_ js: OpaquePointer, _ kind: String) throws(QueueError) -> OpaquePointer {
        var made: OpaquePointer?
        var code = jsErrCode(rawValue: 0)
        let status = unsafe queue_subscribe(
            &made, js, settings.stream, "ronda-\(kind)", "\(settings.stream).\(kind).>", Int64(settings.ackWait * 1000),
            &code)
        guard status == NATS_OK, let made = unsafe made else { throw Self.error(status, "consumer") }
        return unsafe made
    }

    /// The consumers are made anew with the next fetch: they may be gone with the broker's disk.
    private func forget() {
        unsafe natsSubscription_Destroy(urgent)
        unsafe natsSubscription_Destroy(planned)
        unsafe urgent = nil
        unsafe planned = nil
    }

    private func on<Value: Sendable>(
        _ queue: DispatchQueue, _ work: @escaping @Sendable () throws -> Value
    ) async throws(QueueError) -> Value {
        do {
            return try await withCheckedThrowingContinuation { done in
                queue.async { done.resume(with: Result { try work() }) }
            }
        } catch let error as QueueError {
            throw error
        } catch {
            throw QueueError(kind: .failed, description: "\(error)")
        }
    }

    /// A text as one token of a subject: what is neither letter nor digit by its code.
    static func token(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16)
        }.joined()
    }

    private static func withCStrings(
        _ texts: [String], _ work: (UnsafeMutablePointer<UnsafePointer<CChar>?>) -> natsStatus
    ) -> natsStatus {
        let copies = unsafe texts.map { unsafe strdup($0) }
        defer { unsafe copies.forEach { unsafe free($0) } }
        var pointers: [UnsafePointer<CChar>?] = unsafe copies.map { unsafe UnsafePointer($0) }
        return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return NATS_INVALID_ARG }
            return unsafe work(base)
        }
    }

    fileprivate static func error(_ status: natsStatus, _ what: String) -> QueueError {
        let kind: QueueError.Kind =
            switch status {
            case NATS_NOT_FOUND, NATS_NO_RESPONDERS: .gone
            case NATS_TIMEOUT, NATS_NO_SERVER, NATS_CONNECTION_CLOSED, NATS_CONNECTION_DISCONNECTED, NATS_IO_ERROR:
                .unreachable
            default: .failed
            }
        return QueueError(kind: kind, description: "The broker did not do it (\(what): \(text(status))).")
    }

    private static func text(_ status: natsStatus) -> String { unsafe String(cString: natsStatus_GetText(status)) }
}

/// A delivered pointer. Who has it gives signs of life until it is acknowledged or given back.
///
/// It answers on the message's reply subject by itself (docs.nats.io, "Acknowledging messages"): libnats' own calls reach
/// through the message into its subscription, which is gone when the consumers were made anew meanwhile.
@safe public final class QueueMessage: Sendable {
    private let stream: JetStream
    private let reply: String
    public let text: String

    fileprivate init(_ message: OpaquePointer, _ stream: JetStream) {
        self.stream = stream
        let length = unsafe Int(natsMsg_GetDataLength(message))
        let bytes = unsafe natsMsg_GetData(message)
        text = String(
            decoding: (0..<length).map { unsafe UInt8(bitPattern: bytes?[$0] ?? 0) }, as: UTF8.self)
        reply = unsafe natsMsg_GetReply(message).map { unsafe String(cString: $0) } ?? ""
        unsafe natsMsg_Destroy(message)
    }

    /// A sign of life; one that is lost is made up for by the next.
    public func isAtWork() { stream.answer(reply, "+WPI") }

    /// It is done, and the commit that says so has happened.
    public func acknowledge() { stream.answer(reply, "+ACK") }

    /// Not now: to anybody, after these seconds.
    public func giveBack(after seconds: Double) {
        stream.answer(reply, "-NAK {\"delay\": \(Int64(max(0.01, seconds) * 1_000_000_000))}")
    }
}
