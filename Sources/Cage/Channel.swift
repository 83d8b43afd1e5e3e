import Glibc

/// One end of a stream socket between two processes; closed by its owner. Says `unsafe` for send, recv and poll
/// (man 2 send, 2 recv, 2 poll). A socket, not a pipe: no SIGPIPE when the other side is gone.
public struct Channel: Sendable {
    let descriptor: Int32

    public init(descriptor: Int32) { self.descriptor = descriptor }

    /// What one transfer did.
    public enum Step: Sendable, Hashable {
        case moved(Int)
        /// Nothing now; more later.
        case notNow
        /// The other side is gone.
        case ended
    }

    /// Two connected ends, both closed on exec.
    static func pair() -> (ours: Channel, theirs: Channel)? {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
        return (Channel(descriptor: ends[0]), Channel(descriptor: ends[1]))
    }

    /// Sends what fits of the bytes from `start` on, without waiting.
    public func send(_ bytes: [UInt8], from start: Int) -> Step {
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        return unsafe bytes.withUnsafeBytes {
            unsafe step(Glibc.send(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start, flags))
        }
    }

    /// Receives what is there into the buffer, without waiting.
    public func receive(into buffer: inout [UInt8]) -> Step {
        unsafe buffer.withUnsafeMutableBytes {
            unsafe step(recv(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT)), zeroIsEnd: true)
        }
    }

    private func step(_ count: Int, zeroIsEnd: Bool = false) -> Step {
        if count > 0 || (count == 0 && !zeroIsEnd) { return .moved(count) }
        return count < 0 && (errno == EAGAIN || errno == EINTR) ? .notNow : .ended
    }

    /// Waits until something can be read, or written when asked; both false after the time.
    public func wait(writing: Bool, seconds: Double) -> (canRead: Bool, canWrite: Bool) {
        let events = Int16(POLLIN) | (writing ? Int16(POLLOUT) : 0)
        var question = pollfd(fd: descriptor, events: events, revents: 0)
        let milliseconds = Int32(min(max(seconds, 0), 3600) * 1000) + 1
        guard unsafe poll(&question, 1, milliseconds) > 0 else { return (false, false) }
        return (
            question.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0,
            writing && question.revents & Int16(POLLOUT | POLLHUP | POLLERR) != 0
        )
    }

    /// Waits for what comes next; nil when the other side ended, or nothing came in this time.
    public func receiveNext(seconds: Double) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while wait(writing: false, seconds: seconds).canRead {
            switch receive(into: &buffer) {
            case .moved(let count): return Array(buffer[..<count])
            case .notNow: continue
            case .ended: return nil
            }
        }
        return nil
    }

    /// The other side sees the end of its input.
    public func finishWriting() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    public func close() { _ = Glibc.close(descriptor) }

    /// Waits for exactly this many bytes; nil when the other side ends first.
    public func receive(count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let start = filled
            let got = unsafe bytes.withUnsafeMutableBytes {
                unsafe recv(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start, 0)
            }
            if got > 0 { filled += got } else if got == 0 || errno != EINTR { return nil }
        }
        return bytes
    }

    /// Waits until everything is sent; false when nobody listens any more.
    public func sendAll(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let start = sent
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.send(
                    descriptor, $0.baseAddress?.advanced(by: start), $0.count - start, Int32(MSG_NOSIGNAL))
            }
            if count > 0 { sent += count } else if errno != EINTR { return false }
        }
        return true
    }
}
