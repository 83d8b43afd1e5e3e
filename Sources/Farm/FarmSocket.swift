// The only file of Farm that says `unsafe`: thin wrappers of the socket calls, no decisions.

import Glibc

/// A socket, by its file descriptor. Closing is the owner's duty.
struct FarmSocket: Sendable, Hashable {
    let descriptor: Int32

    /// What a read or write came to.
    enum Transfer: Equatable {
        case moved(Int)
        case wouldBlock
        case ended
        case failed(Int32)
    }

    /// A stream socket bound to a loopback address; port 0 takes a free one.
    /// https://man7.org/linux/man-pages/man7/ip.7.html
    static func bound(address: String, port: Int) throws(FarmError) -> FarmSocket {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw .system("no socket (\(reason(errno)))") }
        let made = FarmSocket(descriptor: descriptor)
        made.setOption(SO_REUSEADDR)
        var place = try loopback(address, port)
        let result = unsafe withUnsafePointer(to: &place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            let why = reason(errno)
            made.close()
            throw .system("no free port \(port) on \(address) (\(why))")
        }
        return made
    }

    /// Connects to a loopback port; blocking, with a limit of seconds on every read. For tests.
    static func connected(address: String, port: Int, seconds: Int = 5) throws(FarmError) -> FarmSocket {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw .system("no socket (\(reason(errno)))") }
        let made = FarmSocket(descriptor: descriptor)
        var limit = timeval(tv_sec: seconds, tv_usec: 0)
        _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var place = try loopback(address, port)
        let result = unsafe withUnsafePointer(to: &place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            let why = reason(errno)
            made.close()
            throw .system("no connection to \(address):\(port) (\(why))")
        }
        return made
    }

    /// The port it is bound to.
    var port: Int {
        var place = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = unsafe withUnsafeMutablePointer(to: &place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(descriptor, $0, &size)
            }
        }
        return Int(UInt16(bigEndian: place.sin_port))
    }

    /// Starts to take connections.
    func startListening() throws(FarmError) {
        guard listen(descriptor, 4096) == 0 else { throw .system("cannot listen (\(Self.reason(errno)))") }
        setNonBlocking()
    }

    /// The next waiting connection, non-blocking; nil when none waits.
    func accepted() -> FarmSocket? {
        let taken = accept(descriptor, nil, nil)
        guard taken >= 0 else { return nil }
        let made = FarmSocket(descriptor: taken)
        made.setNonBlocking()
        made.setOption(TCP_NODELAY, level: Int32(IPPROTO_TCP))
        return made
    }

    /// Appends what can be read to the buffer.
    func read(into buffer: inout [UInt8], atMost limit: Int = 65_536) -> Transfer {
        var piece = [UInt8](repeating: 0, count: limit)
        let count = unsafe piece.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, limit, 0) }
        if count > 0 {
            buffer += piece[..<count]
            return .moved(count)
        }
        return count == 0 ? .ended : Self.failure()
    }

    /// Sends a part of the bytes, starting at an offset.
    func write(_ bytes: [UInt8], from offset: Int, atMost limit: Int) -> Transfer {
        let count = min(limit, bytes.count - offset)
        let sent = unsafe bytes.withUnsafeBytes {
            unsafe send(descriptor, $0.baseAddress?.advanced(by: offset), count, Int32(MSG_NOSIGNAL))
        }
        return sent >= 0 ? .moved(sent) : Self.failure()
    }

    /// FIN.
    func close() { _ = Glibc.close(descriptor) }

    /// Sends FIN but keeps reading possible, so that unread input does not turn the end into a reset.
    func endOutput() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    /// RST: closing with a linger time of zero drops what is unsent (man 7 socket, SO_LINGER).
    func reset() {
        var lingering = linger(l_onoff: 1, l_linger: 0)
        _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &lingering, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    private func setOption(_ option: Int32, level: Int32 = SOL_SOCKET) {
        var on: Int32 = 1
        _ = unsafe setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Also not handed to child processes, or they would keep the port open.
    private func setNonBlocking() {
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    private static func failure() -> Transfer {
        errno == EAGAIN || errno == EINTR ? .wouldBlock : .failed(errno)
    }

    private static func reason(_ number: Int32) -> String {
        unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    }

    private static func loopback(_ address: String, _ port: Int) throws(FarmError) -> sockaddr_in {
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = UInt16(port).bigEndian
        guard address.hasPrefix("127."), unsafe inet_pton(AF_INET, address, &place.sin_addr) == 1 else {
            throw .notLoopback(address)
        }
        return place
    }
}

/// Both ends of a pipe that wakes a poll.
struct FarmPipe: Sendable {
    let output: FarmPipeEnd
    let input: FarmPipeEnd

    init() throws(FarmError) {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { throw .system("no pipe") }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        output = FarmPipeEnd(descriptor: ends[0])
        input = FarmPipeEnd(descriptor: ends[1])
    }

    func wake() {
        var byte: UInt8 = 1
        _ = unsafe Glibc.write(input.descriptor, &byte, 1)
    }

    func close() {
        _ = Glibc.close(output.descriptor)
        _ = Glibc.close(input.descriptor)
    }
}

struct FarmPipeEnd: Sendable { let descriptor: Int32 }

/// Waits until a descriptor is ready or the time is over (man 2 poll); a negative time waits for ever.
func waitForEvents(_ watched: inout [pollfd], milliseconds: Int32) {
    let count = nfds_t(watched.count)
    _ = unsafe watched.withUnsafeMutableBufferPointer { unsafe poll($0.baseAddress, count, milliseconds) }
}

/// A thread of the operating system.
struct FarmThread: Sendable {
    private let handle: pthread_t

    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    init(_ run: @escaping @Sendable () -> Void) throws(FarmError) {
        var handle = pthread_t()
        let work = unsafe Unmanaged.passRetained(Work(run))
        let result = unsafe pthread_create(
            &handle, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let work = unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
                work.run()
                return nil
            }, work.toOpaque())
        guard result == 0 else {
            unsafe work.release()
            throw .system("no thread")
        }
        self.handle = handle
    }

    func join() { _ = pthread_join(handle, nil) }
}
