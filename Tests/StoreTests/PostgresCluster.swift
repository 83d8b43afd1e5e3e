import Cage
import Foundation
import Synchronization

@testable import Store

/// A PostgreSQL server of the tests' own: in a temporary folder, on a unix socket only, under an unprivileged user when the
/// tests run as root. It is started by the first test that asks and ends with the process.
enum PostgresCluster {
    /// Why there is none here; nil when there is one.
    static let missing: String? = {
        guard binaries == nil else { return nil }
        let reason = "PostgreSQL is not installed (scripts/bootstrap installs it): its store is not tested here"
        print(reason)
        return reason
    }()

    static var isThere: Bool { missing == nil }

    /// A store on a database of its own.
    static func store() async throws -> PostgresStore { try await PostgresStore(url: try url()) }

    /// A new empty database.
    static func url() throws -> String {
        let server = try running.get()
        let name = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try run([binaries! + "/createdb", "-h", server.folder, "-U", "ronda", name])
        return "postgres://ronda@/\(name)?host=\(server.folder)"
    }

    private static let binaries = ["15", "16", "17", "14"].map { "/usr/lib/postgresql/\($0)/bin" }
        .first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }

    private struct Server: Sendable { var folder: String }

    private static let running = Result<Server, any Error> {
        let folder = "/tmp/ronda-pg-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if getuid() == 0 { try run(["chown", "postgres", folder]) }
        try asUser(
            [
                binaries! + "/initdb", "-D", folder + "/data", "-U", "ronda", "-A", "trust", "-E", "UTF8", "--locale=C",
                "-N",
            ])
        // The server watches our process: whatever ends it, the cluster ends too and its folder goes.
        let script = """
            trap '' HUP INT
            \(binaries!)/postgres -D \(folder)/data -k \(folder) -c listen_addresses= -c fsync=off -c max_connections=300 \
              >\(folder)/log 2>&1 & server=$!
            while [ -d /proc/\(ProcessInfo.processInfo.processIdentifier) ]; do sleep 1; done
            kill -INT $server; wait $server; rm -rf \(folder)
            """
        let words =
            getuid() == 0
            ? ["-c", "exec setpriv --reuid=postgres --regid=postgres --clear-groups sh -c \"$0\"", script]
            : ["-c", script]
        guard let guardian = PlainRun(["/bin/sh"] + words, hearing: .nothing).start() else {
            throw CocoaError(.fileNoSuchFile)
        }
        guardian.channel.finishWriting()
        for _ in 0..<300 {
            if (try? run([binaries! + "/pg_isready", "-q", "-h", folder])) != nil { return Server(folder: folder) }
            usleep(100_000)
        }
        throw CocoaError(.fileReadUnknown)
    }

    private static func asUser(_ words: [String]) throws {
        try run((getuid() == 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : []) + words)
    }

    private static func run(_ words: [String]) throws {
        let result = PlainRun(words, in: "/tmp", hearing: .outputAndErrors).run()
        guard result.end == .exited(0) else {
            let said = String(decoding: result.output.suffix(300), as: UTF8.self)
            throw StoreError(.failed, "\(words.joined(separator: " ")): \(result.end) \(said)")
        }
    }
}
