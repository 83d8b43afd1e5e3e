import Cage
import Detect
import Foundation
import Model
import Testing

@testable import Reader

/// Real reader processes; the faults are marks that only a debug build of the reader knows.
@Suite(
    .serialized, .enabled(if: ReaderPool.isPossible && ReadingSamples.book != nil, "build the ronda executable first"))
struct ReaderPoolTests {
    private func fault(_ name: String, _ path: String = "/rusak") -> PageRequest {
        ReadingSamples.request("<!--ronda-reader-fault:\(name)-->" + ReadingSamples.html, path: path)
    }

    private func read(_ pool: ReaderPool, _ requests: [PageRequest]) async -> [Result<PageAnswer, ReaderTrouble>] {
        await withTaskGroup(of: (Int, Result<PageAnswer, ReaderTrouble>).self) { group in
            for (index, request) in requests.enumerated() { group.addTask { (index, await pool.read(request)) } }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    private func trouble(_ result: Result<PageAnswer, ReaderTrouble>) -> ReaderTrouble? {
        if case .failure(let trouble) = result { trouble } else { nil }
    }

    @Test func `a reader reads as this process does`() async throws {
        let pool = try #require(ReadingSamples.pool())
        let book = try #require(ReadingSamples.book)
        let here = PageWork(try Detector(book.detection)).read(ReadingSamples.request())
        var there = try await pool.read(ReadingSamples.request()).get()
        // Only what comes over the wire has its bytes beside it.
        #expect(there.wire != nil && here.wire == nil)
        there.wire = nil
        #expect(String(reflecting: there) == String(reflecting: here))
        #expect(there.reading.findings.contains { $0.item == .biaya && $0.state == .present })
        await pool.stop()
    }

    @Test func `rare encodings are decoded in the cage too`() async throws {
        let pool = try #require(ReadingSamples.pool())
        var request = ReadingSamples.request()
        request.body = [0xB1, 0xE2, 0xB0, 0xFC]
        request.contentType = "text/html; charset=euc-kr"
        #expect(try await pool.read(request).get().page.plainText == "기관")
        await pool.stop()
    }

    /// What a page does to its reader, and what is said of it. No reader's memory is limited under a sanitizer.
    private static let ends: [(String, ReaderTrouble)] = {
        var ends = [("crash", ReaderTrouble.crashed), ("quit", .crashed), ("garble", .garbled)]
        #if !SANITIZED
            ends.append(("eat", .crashed))
        #endif
        return ends
    }()

    @Test(arguments: ends)
    func `a page that ends its reader costs that page only`(name: String, expected: ReaderTrouble) async throws {
        let pool = try #require(ReadingSamples.pool { $0.memoryBytes = 900_000_000 })
        var requests = (0..<12).map { ReadingSamples.request(path: "/\($0)") }
        requests.insert(fault(name), at: 5)
        let results = await read(pool, requests)
        for (request, result) in zip(requests, results) {
            if request.address.path == "/rusak" {
                #expect(trouble(result) == expected)
            } else {
                #expect(try result.get().page.address == request.address)
            }
        }
        #expect(pool.counts.started >= 3, "a fresh reader for the page alone, and one after it")
        await pool.stop()
    }

    @Test(arguments: [("hang", ReaderTrouble.hung), ("spin", .tooMuchTime)])
    func `a page that never ends is ended`(name: String, expected: ReaderTrouble) async throws {
        let pool = try #require(
            ReadingSamples.pool {
                $0.seconds = name == "hang" ? 1.5 : 30
                $0.cpuSeconds = 1
            })
        let results = await read(pool, [ReadingSamples.request(), fault(name), ReadingSamples.request(path: "/b")])
        #expect(results.map(trouble) == [nil, expected, nil])
        await pool.stop()
    }

    @Test func `a reader killed from outside is replaced, and no page is blamed`() async throws {
        let pool = try #require(ReadingSamples.pool())
        _ = try await pool.read(ReadingSamples.request()).get()
        for id in Self.readers() { kill(id, SIGKILL) }
        let results = await read(pool, (0..<5).map { ReadingSamples.request(path: "/\($0)") })
        #expect(results.allSatisfy { trouble($0) == nil })
        #expect(pool.counts.started == 2)
        await pool.stop()
    }

    /// Readers end with the thread that started them: it must be ours, and the same for every job.
    @Test func `a lane works on one thread of its own`() async {
        let lane = SerialThread("ronda.lane")
        var threads: Set<ObjectIdentifier> = []
        for _ in 0..<3 {
            threads.insert(
                await withCheckedContinuation { answer in
                    lane.async { answer.resume(returning: ObjectIdentifier(Thread.current)) }
                })
        }
        #expect(threads.count == 1)
    }

    @Test func `a reader is replaced when it is old`() async throws {
        let pool = try #require(ReadingSamples.pool { $0.lifetime = 3 })
        for number in 0..<7 { _ = try await pool.read(ReadingSamples.request(path: "/\(number)")).get() }
        #expect(pool.counts.started == 3)
        await pool.stop()
    }

    @Test func `a reader stands behind every layer this kernel has`() throws {
        let book = try #require(ReadingSamples.book)
        let process = try #require(ReaderProcess(rules: book.path + "/detection", limits: .init()))
        defer { process.stop() }
        let status = try String(contentsOfFile: "/proc/\(process.id)/status", encoding: .utf8)
        func value(_ key: String) -> String? {
            status.split(separator: "\n").first { $0.hasPrefix(key + ":") }?.split(separator: "\t").last.map(
                String.init)
        }
        #expect(process.layers.contains([.limits, .seccomp]))
        #expect(value("Seccomp") == "2" && value("NoNewPrivs") == "1")
        #expect(value("Threads") == "1", "no other thread that a lock might have missed")
        if getuid() == 0 { #expect(process.layers.contains(.user) && status.contains("Uid:\t65534\t65534")) }
    }

    @Test func `without rules there is no reader, and the answer says so`() async {
        let pool = ReaderPool(rules: "/no/such/folder")
        #expect(trouble(await pool.read(ReadingSamples.request())) == .noReader)
    }

    @Test func `what ended a reader is kept for study`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-study-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let study = StudyFolder(path: folder.path)
        let at = try #require(Timestamp(iso8601: "2026-03-02T01:00:00Z"))
        study.keep([1, 2], sha256: "ab12", address: ReadingSamples.address, trouble: .crashed, at: at)
        study.keep([1, 2], sha256: "../../x", address: ReadingSamples.address, trouble: .crashed, at: at)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["ab12.bin", "ab12.txt"])
        let note = try String(contentsOf: folder.appendingPathComponent("ab12.txt"), encoding: .utf8)
        #expect(note == "crashed\nhttps://dinkes.contoh.go.id/layanan?id=1#atas\n2026-03-02T01:00:00Z\n")
    }

    /// Readers this process started.
    private static func readers() -> [Int32] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return entries.compactMap { Int32($0) }.filter { id in
            guard let stat = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
                let line = try? String(contentsOfFile: "/proc/\(id)/cmdline", encoding: .utf8)
            else { return false }
            let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
            return fields.count > 2 && Int32(fields[2]) == getpid() && line.contains("\0pages\0")
        }
    }
}
