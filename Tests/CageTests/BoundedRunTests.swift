import Cage
import Foundation
import Testing

@Suite struct BoundedRunTests {
    @Test(arguments: [
        (["/bin/cat"], "halo", "halo", BoundedRun.End.exited(0)), (["/bin/false"], "halo", "", .exited(1)),
        (["/usr/bin/head", "-c", "2"], String(repeating: "x", count: 3_000_000), "xx", .exited(0)),
        (["/bin/sleep", "30"], "", "", .timedOut), (["/no/such"], "", "", .notStarted),
        (["/usr/bin/yes"], "", String(repeating: "y\n", count: 500), .outputLimit),
    ])
    func `a program is bounded`(command: [String], input: String, output: String, end: BoundedRun.End) {
        let result = run(command, input: input)
        #expect(result.end == end)
        #expect(String(decoding: result.output, as: UTF8.self) == output)
    }

    /// What a document tool that was taken over would try.
    @Test(arguments: [
        // A socket, of any kind.
        "exec 3<>/dev/tcp/127.0.0.1/9 && echo connected",
        // Files of ours, and of the system's that no tool needs.
        "cat /etc/passwd && echo read", "cat /root/.profile && echo read", "ls /home /tmp && echo listed",
        "echo x > /tmp/ronda-cage-escape && echo written", "echo x > /var/tmp/ronda-cage-escape && echo written",
        "unshare -Ur true && echo unshared", "kill -9 1 && echo killed",
        // More memory and more time than granted.
        "head -c 600000000 /dev/zero | tail -c 600000000 | wc -c | grep 600000000",
    ])
    func `a caged program cannot`(attempt: String) throws {
        try #require(OwnProgram.path != nil, "build the ronda executable first")
        let result = run(["/bin/bash", "-c", attempt], input: "")
        #expect(result.output.isEmpty, "\(String(decoding: result.output, as: UTF8.self))")
        #expect(result.end != .exited(0))
        #expect(!FileManager.default.fileExists(atPath: "/tmp/ronda-cage-escape"))
    }

    @Test func `its own folder is empty, writable and gone afterwards`() throws {
        try #require(OwnProgram.path != nil, "build the ronda executable first")
        let result = run(["/bin/bash", "-c", "ls -A; echo satu > berkas; cat berkas; pwd; echo $HOME"], input: "")
        let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines.first == "satu", "nothing stood in the folder: \(lines)")
        let folder = try #require(lines.last)
        #expect(folder.hasPrefix("/tmp/ronda-") && lines.dropLast().last == folder)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test func `nobody inherits our environment or our rights`() {
        let result = run(["/bin/bash", "-c", "env; id -u"], input: "")
        let text = String(decoding: result.output, as: UTF8.self)
        #expect(!text.contains("RONDA") && !text.contains("TOKEN") && !text.contains("/root"))
        if OwnProgram.path != nil { #expect(!text.hasSuffix("\n0\n"), "root is given away") }
    }

    @Test func `a processor hog is ended by its own clock`() {
        let result = run(["/bin/bash", "-c", "while :; do :; done"], input: "", seconds: 1)
        #expect(result.end == .timedOut)
    }

    @Test func `a cage is written as words and read back`() {
        var cage = Cage(memoryBytes: 5, cpuSeconds: 6)
        (cage.fileBytes, cage.openFiles, cage.mayExecute) = (7, 8, true)
        (cage.readable, cage.writable) = (["/a b", "/c"], ["/d"])
        var words = (cage.arguments + ["--", "tool", "--read"])[...]
        #expect(Cage(arguments: &words) == cage)
        #expect(words == ["tool", "--read"])
        var wrong = ["--memory", "x"][...]
        #expect(Cage(arguments: &wrong) == nil)
    }

    private func run(_ command: [String], input: String, seconds: Double = 1.5) -> BoundedRun.Result {
        BoundedRun(
            command[0], Array(command.dropFirst()), seconds: seconds, outputBytes: 1000, memoryBytes: 500_000_000
        ).run(Array(input.utf8))
    }
}
