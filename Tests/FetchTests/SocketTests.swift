import Farm
import Glibc
import Model
import Testing

@testable import Fetch

@Suite struct SocketTests {
    /// Drives one transfer of curl without the loop and its guards.
    private func intake(url: String, resolve: String?, allowPrivate: Bool) throws -> Intake {
        let epoll = Epoll()
        let multi = try #require(CurlMulti(epoll: epoll, maxConnections: 4))
        let easy = try #require(
            CurlEasy(agent: "uji", caFile: "/dev/null", guardian: AddressGuard(allowPrivate: allowPrivate)))
        easy.intake = Intake(maxBodyBytes: 1000, maxHeaderBytes: 9000, maxHeaderCount: 50)
        easy.prepare(CurlOrder(url: url, resolve: resolve, headers: [], mode: .verified, connectSeconds: 3))
        #expect(multi.add(easy))
        while true {
            for event in epoll.wait(seconds: 0.02) { multi.act(event) }
            if multi.timerDue <= Linux.seconds() { multi.actOnTimer() }
            if multi.nextFinished() != nil { break }
        }
        multi.remove(easy)
        return easy.intake
    }

    @Test func theSocketIsTheLastGuard() throws {
        let server = try FarmServer(address: "127.0.0.1", hosts: [FarmHost("h.go.id", otherwise: .page("rahasia"))])
        let url = server.url("h.go.id")
        let resolve = "h.go.id:\(server.port):127.0.0.1"
        let refused = try intake(url: url, resolve: resolve, allowPrivate: false)
        #expect(refused.stop == .forbiddenAddress && refused.body.isEmpty)
        #expect(server.connectionCount == 0)
        let allowed = try intake(url: url, resolve: resolve, allowPrivate: true)
        #expect(allowed.stop == nil && String(decoding: allowed.body, as: UTF8.self) == "rahasia")
    }

    /// A listener whose queue is full drops what else comes: the connection is never made.
    @Test func aConnectionThatIsNeverMadeIsAConnectTimeOut() async throws {
        let listener = try FullListener()
        let bed = try TestBed([]) { $0.timeouts.connect = 0.5 }
        #expect(await bed.fetch("http://127.0.0.1:\(listener.port)/").gist == "failure connect_timeout")
        #expect(await bed.fetch("https://127.0.0.1:\(listener.port)/").gist == "failure connect_timeout")
        await bed.fetcher.shutdown()
        listener.close()
    }
}

/// A listening socket with a queue of one that is filled and never emptied.
struct FullListener {
    let port: Int
    private var sockets: [Int32] = []

    init() throws {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        sockets = [listener]
        let fillers = (0..<4).map { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0) }
        sockets += fillers
        let ready = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                guard unsafe bind(listener, raw, size) == 0, listen(listener, 0) == 0,
                    unsafe getsockname(listener, raw, &size) == 0
                else { return false }
                for filler in fillers { _ = unsafe connect(filler, raw, size) }
                return true
            }
        }
        guard ready else { throw TLSServerError.didNotStart("listener") }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    func close() { for socket in sockets { Glibc.close(socket) } }
}
