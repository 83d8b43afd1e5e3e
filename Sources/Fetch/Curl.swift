import CCurl

// The one file that calls libcurl. Option names link to https://curl.se/libcurl/c/<NAME>.html. Handles are owned by the
// thread of the loop and never leave it.

/// How strictly a TLS connection is made.
enum TLSMode: Hashable {
    /// Verified against the trust anchors.
    case verified
    /// Not verified, after verification failed.
    case unverified
    /// Not verified, with old protocol versions and weak keys, after a modern handshake failed.
    case legacy
}

/// One transfer as curl needs to be told it.
struct CurlOrder {
    var url: String
    /// `HOST:PORT:ADDR,ADDR`, for CURLOPT_RESOLVE.
    var resolve: String?
    /// For CURLOPT_CONNECT_TO.
    var connectTo: String?
    var headers: [String]
    var mode: TLSMode
    /// Without HTTP/2.
    var plainHTTP1 = false
    /// Seconds for TCP and TLS together; our own deadlines come first.
    var connectSeconds: Double
}

/// What curl knows of a transfer that ended.
struct CurlReport {
    var status = 0
    var ip: String?
    var httpVersion = ""
    var newConnections = 0
    var wireBytes = 0
    /// Result of certificate verification, an X509_V_ERR number.
    var verifyResult = 0
    /// `Name:value` lines of each certificate of a new connection, leaf first.
    var certificates: [[String]] = []
    /// errno of a failed connect.
    var systemError: Int32 = 0
    /// TCP was up; TLS was up.
    var connected = false
    var secured = false
    var message = ""
}

/// One easy handle with its lists, reused from transfer to transfer.
@safe final class CurlEasy {
    fileprivate let handle: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>] = unsafe []
    private let errorText: UnsafeMutablePointer<CChar>
    private let guardian: AddressGuard
    var intake = Intake()
    /// The job this handle works for.
    var job: UInt64 = 0

    /// Nil when libcurl has no memory.
    init?(agent: String, caFile: String, guardian: AddressGuard) {
        guard let handle = unsafe curl_easy_init() else { return nil }
        unsafe self.handle = handle
        unsafe errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        self.guardian = guardian
        setConstants(agent: agent, caFile: caFile)
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
        freeLists()
        unsafe errorText.deallocate()
    }

    private func setConstants(agent: String, caFile: String) {
        for (option, value) in [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_PATH_AS_IS, 1),
            (CURLOPT_DNS_CACHE_TIMEOUT, -1),
            (CURLOPT_CERTINFO, 1), (CURLOPT_HTTP09_ALLOWED, 0),
        ] { set(option, value) }
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_ACCEPT_ENCODING, RequestText.codings)
        set(CURLOPT_USERAGENT, agent)
        set(CURLOPT_PROXY, "")
        set(CURLOPT_CAINFO, caFile)
        // Debian's default folder costs 64 ms of CPU for each new connection (design, section 6).
        _ = unsafe ronda_setopt_text(handle, CURLOPT_CAPATH, nil)
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        for option in [
            CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA, CURLOPT_PRIVATE,
        ] { _ = unsafe ronda_setopt_pointer(handle, option, me) }
        _ = unsafe ronda_setopt_pointer(handle, CURLOPT_ERRORBUFFER, errorText)
        _ = unsafe ronda_setopt_write(handle, CURLOPT_WRITEFUNCTION, writeBody)
        _ = unsafe ronda_setopt_write(handle, CURLOPT_HEADERFUNCTION, writeHeader)
        _ = unsafe ronda_setopt_opensocket(handle, openSocket)
        _ = unsafe ronda_setopt_prereq(handle, beforeRequest)
    }

    /// Makes the handle ready for one transfer.
    func prepare(_ order: CurlOrder) {
        freeLists()
        unsafe errorText.pointee = 0
        set(CURLOPT_URL, order.url)
        setList(CURLOPT_RESOLVE, order.resolve.map { [$0] } ?? [])
        setList(CURLOPT_CONNECT_TO, order.connectTo.map { [$0] } ?? [])
        setList(CURLOPT_HTTPHEADER, order.headers)
        set(CURLOPT_CONNECTTIMEOUT_MS, Int(order.connectSeconds * 1000))
        set(CURLOPT_SSL_VERIFYPEER, order.mode == .verified ? 1 : 0)
        set(CURLOPT_SSL_VERIFYHOST, order.mode == .verified ? 2 : 0)
        set(CURLOPT_HTTP_VERSION, Int(order.plainHTTP1 ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS))
        let legacy = order.mode == .legacy
        set(CURLOPT_SSLVERSION, Int(legacy ? CURL_SSLVERSION_TLSv1_0 : CURL_SSLVERSION_DEFAULT))
        if legacy {
            set(CURLOPT_SSL_CIPHER_LIST, "ALL:@SECLEVEL=0")
        } else {
            _ = unsafe ronda_setopt_text(handle, CURLOPT_SSL_CIPHER_LIST, nil)
        }
    }

    /// Bytes of the body as they came over the wire so far.
    var wireBytes: Int { number(CURLINFO_SIZE_DOWNLOAD_T) }

    /// What came of the transfer.
    func report(withCertificates: Bool) -> CurlReport {
        var report = CurlReport()
        report.status = long(CURLINFO_RESPONSE_CODE)
        report.ip = text(CURLINFO_PRIMARY_IP)
        report.httpVersion = Self.version(long(CURLINFO_HTTP_VERSION))
        report.newConnections = long(CURLINFO_NUM_CONNECTS)
        report.wireBytes = wireBytes
        report.verifyResult = long(CURLINFO_SSL_VERIFYRESULT)
        report.systemError = Int32(truncatingIfNeeded: long(CURLINFO_OS_ERRNO))
        report.connected = intake.connectedAt > 0 || intake.requestSentAt > 0
        report.secured = number(CURLINFO_APPCONNECT_TIME_T) > 0
        report.message = unsafe String(cString: errorText)
        if withCertificates { report.certificates = certificates() }
        return report
    }

    private static func version(_ number: Int) -> String {
        switch number {
        case Int(CURL_HTTP_VERSION_1_0): "1.0"
        case Int(CURL_HTTP_VERSION_1_1): "1.1"
        case Int(CURL_HTTP_VERSION_2_0): "2"
        case Int(CURL_HTTP_VERSION_3): "3"
        default: ""
        }
    }

    private func certificates() -> [[String]] {
        var info: UnsafeMutablePointer<curl_certinfo>?
        guard unsafe ronda_getinfo_certs(handle, &info) == CURLE_OK, let info = unsafe info else { return [] }
        return unsafe (0..<Int(info.pointee.num_of_certs)).map { index in
            var lines: [String] = []
            var node = unsafe info.pointee.certinfo[index]
            while let entry = unsafe node {
                if let data = unsafe entry.pointee.data { unsafe lines.append(String(cString: data)) }
                unsafe node = entry.pointee.next
            }
            return lines
        }
    }

    private func set(_ option: CURLoption, _ value: Int) { _ = unsafe ronda_setopt_long(handle, option, value) }
    private func set(_ option: CURLoption, _ value: String) { _ = unsafe ronda_setopt_text(handle, option, value) }

    private func setList(_ option: CURLoption, _ lines: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines { unsafe list = unsafe curl_slist_append(list, line) ?? list }
        if let list = unsafe list { unsafe lists.append(list) }
        _ = unsafe ronda_setopt_list(handle, option, list)
    }

    private func freeLists() {
        while let list = unsafe lists.popLast() { unsafe curl_slist_free_all(list) }
    }

    private func long(_ info: CURLINFO) -> Int {
        var value = 0
        _ = unsafe ronda_getinfo_long(handle, info, &value)
        return value
    }

    private func number(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        _ = unsafe ronda_getinfo_off(handle, info, &value)
        return Int(value)
    }

    private func text(_ info: CURLINFO) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard unsafe ronda_getinfo_text(handle, info, &value) == CURLE_OK, let value = unsafe value else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }

    fileprivate func takeBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let taken = intake.room(for: bytes.count, now: Linux.seconds())
        unsafe intake.body.append(contentsOf: bytes.prefix(taken))
        return taken == bytes.count ? taken : 0
    }

    fileprivate func takeHeader(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let start = intake.headerBytes.count
        unsafe intake.headerBytes.append(contentsOf: bytes)
        return intake.acceptsLine(from: start, now: Linux.seconds()) ? bytes.count : 0
    }

    fileprivate func mayOpen(_ address: IPAddress?) -> Bool {
        if let address, guardian.permits(address) { return true }
        intake.refuse(.forbiddenAddress)
        return false
    }
}

/// The multi handle, driven by an epoll.
@safe final class CurlMulti {
    private let handle: UnsafeMutableRawPointer
    private let epoll: Epoll
    /// Monotonic time at which curl wants to be called though no socket is ready.
    fileprivate(set) var timerDue = Double.infinity

    init?(epoll: Epoll, maxConnections: Int) {
        _ = Self.libraryReady
        guard let handle = unsafe curl_multi_init() else { return nil }
        unsafe self.handle = handle
        self.epoll = epoll
        _ = unsafe ronda_multi_long(handle, CURLMOPT_MAXCONNECTS, maxConnections)
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        _ = unsafe ronda_multi_pointer(handle, CURLMOPT_SOCKETDATA, me)
        _ = unsafe ronda_multi_pointer(handle, CURLMOPT_TIMERDATA, me)
        _ = unsafe ronda_multi_socket(handle, watchSocket)
        _ = unsafe ronda_multi_timer(handle, setTimer)
    }

    deinit {
        // No call back into an object that is going.
        _ = unsafe ronda_multi_socket(handle, nil)
        _ = unsafe ronda_multi_timer(handle, nil)
        _ = unsafe curl_multi_cleanup(handle)
    }

    /// curl_global_init must have run once before any handle is made.
    private static let libraryReady: Bool = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    func add(_ easy: CurlEasy) -> Bool { unsafe curl_multi_add_handle(handle, easy.handle) == CURLM_OK }
    func remove(_ easy: CurlEasy) { _ = unsafe curl_multi_remove_handle(handle, easy.handle) }

    /// Tells curl that a socket is ready.
    func act(_ event: Epoll.Event) {
        var mask: Int32 = 0
        if event.readable { mask |= CURL_CSELECT_IN }
        if event.writable { mask |= CURL_CSELECT_OUT }
        if event.failed { mask |= CURL_CSELECT_ERR }
        var running: Int32 = 0
        _ = unsafe curl_multi_socket_action(handle, event.descriptor, mask, &running)
    }

    /// Tells curl that its time has come.
    func actOnTimer() {
        timerDue = .infinity
        var running: Int32 = 0
        _ = unsafe curl_multi_socket_action(handle, CURL_SOCKET_BAD, 0, &running)
    }

    /// The next transfer that ended, with curl's code.
    func nextFinished() -> (easy: CurlEasy, code: UInt32)? {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(handle, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
            let code = unsafe ronda_message_result(message)
            var owner: UnsafeMutablePointer<CChar>?
            _ = unsafe ronda_getinfo_text(message.pointee.easy_handle, CURLINFO_PRIVATE, &owner)
            guard let owner = unsafe owner else { continue }
            return (unsafe Unmanaged<CurlEasy>.fromOpaque(owner).takeUnretainedValue(), code.rawValue)
        }
        return nil
    }

    /// A transfer that waits to read has its TCP connection: while connecting, curl waits to write only. (The connect
    /// time of 7.88 is known no sooner than TLS is up, so it cannot tell the two phases apart.)
    fileprivate func noteConnection(of transfer: UnsafeMutableRawPointer?, _ what: Int32) {
        guard let transfer = unsafe transfer, what == CURL_POLL_IN || what == CURL_POLL_INOUT else { return }
        var owner: UnsafeMutablePointer<CChar>?
        _ = unsafe ronda_getinfo_text(transfer, CURLINFO_PRIVATE, &owner)
        guard let owner = unsafe owner else { return }
        let easy = unsafe Unmanaged<CurlEasy>.fromOpaque(owner).takeUnretainedValue()
        if easy.intake.connectedAt == 0 { easy.intake.connectedAt = Linux.seconds() }
    }

    fileprivate func watch(_ socket: Int32, _ what: Int32) {
        switch what {
        case CURL_POLL_IN: epoll.watch(socket, owner: .curl, read: true, write: false)
        case CURL_POLL_OUT: epoll.watch(socket, owner: .curl, read: false, write: true)
        case CURL_POLL_INOUT: epoll.watch(socket, owner: .curl, read: true, write: true)
        default: epoll.forget(socket)
        }
    }
}

// https://curl.se/libcurl/c/CURLOPT_WRITEFUNCTION.html
private func writeBody(
    _ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ owner: UnsafeMutableRawPointer?
) -> Int {
    guard let data = unsafe data, let owner = unsafe owner else { return 0 }
    let easy = unsafe Unmanaged<CurlEasy>.fromOpaque(owner).takeUnretainedValue()
    return unsafe data.withMemoryRebound(to: UInt8.self, capacity: size * count) {
        unsafe easy.takeBody(UnsafeBufferPointer(start: $0, count: size * count))
    }
}

// https://curl.se/libcurl/c/CURLOPT_HEADERFUNCTION.html
private func writeHeader(
    _ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ owner: UnsafeMutableRawPointer?
) -> Int {
    guard let data = unsafe data, let owner = unsafe owner else { return 0 }
    let easy = unsafe Unmanaged<CurlEasy>.fromOpaque(owner).takeUnretainedValue()
    return unsafe data.withMemoryRebound(to: UInt8.self, capacity: size * count) {
        unsafe easy.takeHeader(UnsafeBufferPointer(start: $0, count: size * count))
    }
}

// https://curl.se/libcurl/c/CURLOPT_OPENSOCKETFUNCTION.html: the last look at the address before a packet leaves.
private func openSocket(
    _ owner: UnsafeMutableRawPointer?, _ purpose: curlsocktype, _ target: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let owner = unsafe owner, let target = unsafe target else { return CURL_SOCKET_BAD }
    let easy = unsafe Unmanaged<CurlEasy>.fromOpaque(owner).takeUnretainedValue()
    guard easy.mayOpen(unsafe address(of: target)) else { return CURL_SOCKET_BAD }
    let kind = unsafe target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return unsafe socket(target.pointee.family, kind, target.pointee.protocol)
}

/// The bytes of a sockaddr_in or sockaddr_in6; curl leaves room for both behind `addr`.
private func address(of target: UnsafeMutablePointer<curl_sockaddr>) -> IPAddress? {
    guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
    let range: Range<Int>
    let family = unsafe target.pointee.family
    switch family {
    case AF_INET: range = 4..<8
    case AF_INET6: range = 8..<24
    default: return nil
    }
    let raw = UnsafeRawPointer(target)
    return IPAddress(bytes: range.map { unsafe raw.load(fromByteOffset: offset + $0, as: UInt8.self) })
}

// https://curl.se/libcurl/c/CURLOPT_PREREQFUNCTION.html: connected and secured, the request goes out next.
private func beforeRequest(
    _ owner: UnsafeMutableRawPointer?, _ remote: UnsafeMutablePointer<CChar>?, _ local: UnsafeMutablePointer<CChar>?,
    _ remotePort: Int32, _ localPort: Int32
) -> Int32 {
    guard let owner = unsafe owner else { return Int32(CURL_PREREQFUNC_ABORT) }
    let easy = unsafe Unmanaged<CurlEasy>.fromOpaque(owner).takeUnretainedValue()
    easy.intake.requestSentAt = Linux.seconds()
    return Int32(CURL_PREREQFUNC_OK)
}

// https://curl.se/libcurl/c/CURLMOPT_SOCKETFUNCTION.html
private func watchSocket(
    _ easy: UnsafeMutableRawPointer?, _ socket: curl_socket_t, _ what: Int32, _ owner: UnsafeMutableRawPointer?,
    _ socketData: UnsafeMutableRawPointer?
) -> Int32 {
    guard let owner = unsafe owner else { return 0 }
    let me = unsafe Unmanaged<CurlMulti>.fromOpaque(owner).takeUnretainedValue()
    unsafe me.noteConnection(of: easy, what)
    me.watch(socket, what)
    return 0
}

// https://curl.se/libcurl/c/CURLMOPT_TIMERFUNCTION.html
private func setTimer(_ multi: UnsafeMutableRawPointer?, _ milliseconds: Int, _ owner: UnsafeMutableRawPointer?)
    -> Int32
{
    guard let owner = unsafe owner else { return 0 }
    let me = unsafe Unmanaged<CurlMulti>.fromOpaque(owner).takeUnretainedValue()
    me.timerDue = milliseconds < 0 ? .infinity : Linux.seconds() + Double(milliseconds) / 1000
    return 0
}
