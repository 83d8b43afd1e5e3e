import CAres

// The one file that calls c-ares (https://c-ares.org/docs.html). The channel belongs to the thread of the loop.

/// A c-ares channel on an epoll: questions out, raw answers in.
@safe final class AresChannel {
    private var channel: ares_channel?
    private let epoll: Epoll

    /// Nil when c-ares cannot be set up, or a server is no address.
    init?(servers: [String], seconds: Double, epoll: Epoll) {
        guard ares_library_init(ARES_LIB_INIT_ALL) == ARES_SUCCESS else { return nil }
        self.epoll = epoll
        var options = unsafe ares_options()
        // Without this flag SERVFAIL and REFUSED are hidden behind ECONNREFUSED (ares_init_options(3)).
        unsafe options.flags = ARES_FLAG_NOCHECKRESP | ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES
        unsafe options.timeout = Int32(seconds * 1000)
        unsafe options.tries = 2
        unsafe options.socket_receive_buffer_size = 4 << 20
        unsafe options.sock_state_cb = socketState
        unsafe options.sock_state_cb_data = unsafe Unmanaged.passUnretained(self).toOpaque()
        let mask =
            ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_SOCK_RCVBUF | ARES_OPT_SOCK_STATE_CB
            | ARES_OPT_ROTATE
        guard unsafe ares_init_options(&channel, &options, mask) == ARES_SUCCESS else { return nil }
        if !servers.isEmpty {
            guard unsafe ares_set_servers_ports_csv(channel, servers.joined(separator: ",")) == ARES_SUCCESS else {
                return nil
            }
        }
    }

    deinit { unsafe ares_destroy(channel) }

    /// Asks for a record type; the reply may come at once, and gets the status and the message as received.
    func ask(_ name: String, type: DNSMessage.RecordType, reply: @escaping (Int32, [UInt8]) -> Void) {
        ask(name, number: type.rawValue, reply: reply)
    }

    /// As above, by the type's number (RFC 1035, 3.2.2).
    func ask(_ name: String, number: UInt16, reply: @escaping (Int32, [UInt8]) -> Void) {
        let box = unsafe Unmanaged.passRetained(AresReply(reply))
        // https://c-ares.org/docs/ares_query.html; class 1 is IN (RFC 1035).
        unsafe ares_query(channel, name, 1, Int32(number), answered, box.toOpaque())
    }

    func process(_ event: Epoll.Event) {
        let none = ARES_SOCKET_BAD
        unsafe ares_process_fd(
            channel, event.readable || event.failed ? event.descriptor : none,
            event.writable ? event.descriptor : none)
    }

    /// Lets time-outs and second tries happen.
    func processTimeouts() { unsafe ares_process_fd(channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD) }

    fileprivate func watch(_ socket: Int32, read: Bool, write: Bool) {
        if read || write {
            epoll.watch(socket, owner: .ares, read: read, write: write)
        } else {
            epoll.forget(socket)
        }
    }
}

private final class AresReply {
    let run: (Int32, [UInt8]) -> Void
    init(_ run: @escaping (Int32, [UInt8]) -> Void) { self.run = run }
}

private func socketState(_ owner: UnsafeMutableRawPointer?, _ socket: Int32, _ readable: Int32, _ writable: Int32) {
    guard let owner = unsafe owner else { return }
    let channel = unsafe Unmanaged<AresChannel>.fromOpaque(owner).takeUnretainedValue()
    channel.watch(socket, read: readable != 0, write: writable != 0)
}

private func answered(
    _ owner: UnsafeMutableRawPointer?, _ status: Int32, _ timeouts: Int32, _ message: UnsafeMutablePointer<UInt8>?,
    _ length: Int32
) {
    guard let owner = unsafe owner else { return }
    let reply = unsafe Unmanaged<AresReply>.fromOpaque(owner).takeRetainedValue()
    let bytes = unsafe message.map { unsafe Array(UnsafeBufferPointer(start: $0, count: Int(length))) } ?? []
    reply.run(status, bytes)
}
