import CCurl
import Glibc

// The one file that calls glibc: epoll(7), eventfd(2), a thread, the clock, and two small file operations.

enum Linux {
    /// Seconds of the monotonic clock (clock_gettime(2)).
    static func seconds() -> Double {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Raises the soft limit of open files to the hard one and returns it (setrlimit(2)).
    static func raiseFileLimit() -> Int {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit) == 0 else { return 1024 }
        if limit.rlim_cur < limit.rlim_max {
            var wanted = limit
            wanted.rlim_cur = min(limit.rlim_max, 1 << 20)
            if unsafe setrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &wanted) == 0 { limit = wanted }
        }
        return Int(min(limit.rlim_cur, 1 << 20))
    }

    /// The whole of a file; nil when it cannot be read.
    static func readFile(_ path: String) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe read(descriptor, &part, part.count)
            if count < 0 { return nil }
            if count == 0 { return bytes }
            bytes += part[..<count]
        }
    }

    /// Writes a new file that only we can read and returns its path; nil when that fails (mkstemp(3)).
    static func writeTemporaryFile(_ bytes: [UInt8]) -> String? {
        var path = Array("/tmp/ronda-XXXXXX".utf8CString)
        let descriptor = unsafe path.withUnsafeMutableBufferPointer { unsafe mkstemp($0.baseAddress!) }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { all in
                unsafe write(descriptor, all.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            }
            guard count > 0 else { return nil }
            written += count
        }
        return String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func removeFile(_ path: String) { _ = unsafe unlink(path) }

    /// Keeps SIGPIPE from the calling thread: OpenSSL writes to sockets whose peer is gone, and curl with
    /// CURLOPT_NOSIGNAL leaves that signal to us (pthread_sigmask(3)).
    static func blockBrokenPipe() {
        var signals = sigset_t()
        _ = unsafe sigemptyset(&signals)
        _ = unsafe sigaddset(&signals, SIGPIPE)
        _ = unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Runs a body on a thread of its own (pthread_create(3)); false when the system has none to give.
    static func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
        var thread = pthread_t()
        let box = unsafe Unmanaged.passRetained(ThreadBody(run: body))
        let result = unsafe pthread_create(
            &thread, nil,
            { raw in
                if let raw = unsafe raw { unsafe Unmanaged<ThreadBody>.fromOpaque(raw).takeRetainedValue().run() }
                return nil
            }, box.toOpaque())
        guard result == 0 else {
            unsafe box.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void
    init(run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Wakes the thread of the loop from any other (eventfd(2)).
final class Bell: Sendable {
    let descriptor: Int32

    init() { descriptor = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC)) }
    deinit { close(descriptor) }

    func ring() { eventfd_write(descriptor, 1) }

    func clear() {
        var count: eventfd_t = 0
        _ = unsafe eventfd_read(descriptor, &count)
    }
}

/// Waits for many descriptors (epoll(7)), each marked with whose it is.
@safe final class Epoll {
    enum Owner: UInt32 { case bell, curl, ares }

    struct Event {
        let descriptor: Int32
        let owner: Owner
        let readable: Bool
        let writable: Bool
        let failed: Bool
    }

    private let descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
    private var buffer = unsafe [epoll_event](repeating: epoll_event(), count: 512)

    deinit { close(descriptor) }

    /// Watches a descriptor, or changes what is watched.
    func watch(_ target: Int32, owner: Owner, read: Bool, write: Bool) {
        var event = unsafe epoll_event()
        unsafe event.events = (read ? EPOLLIN.rawValue : 0) | (write ? EPOLLOUT.rawValue : 0)
        unsafe event.data.u64 = UInt64(owner.rawValue) << 32 | UInt64(UInt32(bitPattern: target))
        if unsafe epoll_ctl(descriptor, EPOLL_CTL_MOD, target, &event) != 0 {
            _ = unsafe epoll_ctl(descriptor, EPOLL_CTL_ADD, target, &event)
        }
    }

    /// Stops watching; a descriptor that is closed already has left by itself.
    func forget(_ target: Int32) {
        var event = unsafe epoll_event()
        _ = unsafe epoll_ctl(descriptor, EPOLL_CTL_DEL, target, &event)
    }

    /// Waits at most so many seconds and returns what is ready.
    func wait(seconds: Double) -> [Event] {
        let milliseconds = Int32(max(0, min(seconds * 1000 + 0.999, 60_000)))
        let count = unsafe epoll_wait(descriptor, &buffer, Int32(buffer.count), milliseconds)
        guard count > 0 else { return [] }
        return unsafe buffer[..<Int(count)].map { event in
            let mark = unsafe event.data.u64
            let ready = unsafe event.events
            return Event(
                descriptor: Int32(truncatingIfNeeded: mark & 0xffff_ffff),
                owner: Owner(rawValue: UInt32(mark >> 32)) ?? .curl,
                readable: ready & EPOLLIN.rawValue != 0, writable: ready & EPOLLOUT.rawValue != 0,
                failed: ready & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0)
        }
    }
}
