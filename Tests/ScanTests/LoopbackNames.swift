import Glibc
import Synchronization

/// A name server on a loopback port: what it says of a name is decided by a function, so that names may be wild, fail at
/// times, or stay without an answer (RFC 1035 section 4.1).
final class LoopbackNames: Sendable {
    enum Answer: Sendable {
        case address(String)
        /// 16 bytes of an IPv6 address; no IPv4 address.
        case six([UInt8])
        case nxdomain, nodata, servfail, refused, silence
    }

    let port: Int
    private let socket: Int32
    private let decide: @Sendable (String) -> Answer
    /// Data of records that are no addresses, by name and type; nil: as `decide` says.
    private let records: @Sendable (String, UInt8) -> [[UInt8]]?

    init(
        records: @escaping @Sendable (String, UInt8) -> [[UInt8]]? = { _, _ in nil },
        _ decide: @escaping @Sendable (String) -> Answer
    ) throws {
        self.decide = decide
        self.records = records
        socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let descriptor = socket
        let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                var length = socklen_t(MemoryLayout<sockaddr_in>.size)
                return unsafe bind(descriptor, raw, length) == 0 && getsockname(descriptor, raw, &length) == 0
            }
        }
        guard bound else { throw Failure.noSocket }
        port = Int(UInt16(bigEndian: address.sin_port))
        var patience = timeval(tv_sec: 0, tv_usec: 50_000)
        _ = unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var room: Int32 = 4 << 20
        _ = unsafe setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<Int32>.size))
        ServingThread.start { [weak self] in while let server = self, server.serveOne() {} }
    }

    enum Failure: Error { case noSocket }

    deinit { close(socket) }

    private func serveOne() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 1500)
        var peer = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let received = unsafe withUnsafeMutablePointer(to: &peer) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                unsafe recvfrom(socket, &bytes, bytes.count, 0, raw, &size)
            }
        }
        guard received > 16, let answer = reply(Array(bytes[..<received])) else { return true }
        _ = unsafe withUnsafeMutablePointer(to: &peer) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                unsafe sendto(socket, answer, answer.count, 0, raw, size)
            }
        }
        return true
    }

    private func reply(_ question: [UInt8]) -> [UInt8]? {
        guard let (host, end) = Self.name(in: question), end + 4 <= question.count else { return nil }
        let type = question[end + 1]
        if let data = records(host, type) {
            let head: [UInt8] = [0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60]
            let all = data.flatMap { head + [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
            var bytes = message(question, end + 4, code: 0, record: all)
            bytes[7] = UInt8(data.count)
            return bytes
        }
        switch decide(host) {
        case .silence: return nil
        case .nxdomain: return message(question, end + 4, code: 3)
        case .servfail: return message(question, end + 4, code: 2)
        case .refused: return message(question, end + 4, code: 5)
        case .nodata: return message(question, end + 4, code: 0)
        case .address(let text):
            let parts = text.split(separator: ".").compactMap { UInt8($0) }
            guard type == 1, parts.count == 4 else { return message(question, end + 4, code: 0) }
            return message(question, end + 4, code: 0, record: [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4] + parts)
        case .six(let bytes):
            guard type == 28 else { return message(question, end + 4, code: 0) }
            return message(question, end + 4, code: 0, record: [0xc0, 12, 0, 28, 0, 1, 0, 0, 0, 60, 0, 16] + bytes)
        }
    }

    /// The name asked for, lower case, and where it ends.
    private static func name(in question: [UInt8]) -> (String, Int)? {
        var labels: [String] = []
        var at = 12
        while at < question.count, question[at] != 0 {
            let end = at + 1 + Int(question[at])
            guard end < question.count else { return nil }
            labels.append(String(decoding: question[(at + 1)..<end], as: UTF8.self).lowercased())
            at = end
        }
        return (labels.joined(separator: "."), at + 1)
    }

    /// The question with an answer behind it; what followed the question (EDNS) is left out.
    private func message(_ question: [UInt8], _ end: Int, code: UInt8, record: [UInt8]? = nil) -> [UInt8] {
        var bytes = Array(question[..<end])
        bytes[2] = 0x81
        bytes[3] = 0x80 | code
        bytes[7] = record == nil ? 0 : 1
        bytes[10] = 0
        bytes[11] = 0
        return bytes + (record ?? [])
    }
}

private enum ServingThread {
    static func start(_ work: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let box = unsafe Unmanaged.passRetained(Box(work)).toOpaque()
        _ = unsafe pthread_create(
            &thread, nil,
            { raw in
                guard let raw = unsafe raw else { return nil }
                unsafe Unmanaged<Box>.fromOpaque(raw).takeRetainedValue().work()
                return nil
            }, box)
        _ = pthread_detach(thread)
    }

    private final class Box {
        let work: @Sendable () -> Void
        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
