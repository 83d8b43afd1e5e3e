import Glibc
import Synchronization

@testable import Fetch

/// A name server on a loopback port whose answer is decided by the first label of the name.
final class NameServer: Sendable {
    let port: Int
    private let socket: Int32
    private let count = Mutex(0)

    /// Questions received so far.
    var questions: Int { count.withLock { $0 } }

    init() throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = socket
        let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                var length = size
                return unsafe bind(descriptor, raw, size) == 0 && getsockname(descriptor, raw, &length) == 0
            }
        }
        guard bound else { throw TLSServerError.didNotStart("name server") }
        port = Int(UInt16(bigEndian: address.sin_port))
        var patience = timeval(tv_sec: 0, tv_usec: 50_000)
        _ = unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard Linux.startThread({ [weak self] in while let server = self, server.serveOne() {} }) else {
            throw TLSServerError.didNotStart("thread")
        }
    }

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
        guard received > 16 else { return true }
        count.withLock { $0 += 1 }
        guard let answer = Self.answer(Array(bytes[..<received])) else { return true }
        _ = unsafe withUnsafeMutablePointer(to: &peer) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                unsafe sendto(socket, answer, answer.count, 0, raw, size)
            }
        }
        return true
    }

    private static func answer(_ question: [UInt8]) -> [UInt8]? {
        let length = Int(question[12])
        let label = String(decoding: question[13..<(13 + length)], as: UTF8.self)
        let isA = question[question.count - 3] == 1
        switch label {
        case "ada": return message(question, code: 0, records: isA ? [alias, address] : [alias])
        case "kosong": return message(question, code: 0, records: [])
        case "tiada": return message(question, code: 3, records: [])
        case "rusak": return message(question, code: 2, records: [])
        case "tolak": return message(question, code: 5, records: [])
        case "aneh": return message(question, code: 0, records: [Array(address.dropLast(3))])
        default: return nil
        }
    }

    /// `alias.go.id`, its tail pointing into the question behind a label of three bytes.
    private static let alias: [UInt8] =
        [0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 8, 5] + Array("alias".utf8) + [0xc0, 16]
    private static let address: [UInt8] = [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]

    private static func message(_ question: [UInt8], code: UInt8, records: [[UInt8]]) -> [UInt8] {
        var bytes = question
        bytes[2] = 0x81
        bytes[3] = 0x80 | code
        bytes[7] = UInt8(records.count)
        return bytes + records.flatMap { $0 }
    }
}
