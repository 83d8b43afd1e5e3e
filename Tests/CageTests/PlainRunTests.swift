import Cage
import Testing

@Suite struct PlainRunTests {
    @Test(arguments: [
        (["/bin/cat"], PlainRun.Hearing.output, "halo", BoundedRun.End.exited(0)),
        (["cat"], .nothing, "", .exited(0)), (["false"], .output, "", .exited(1)),
        (["/no/such"], .output, "", .notStarted),
        (["sh", "-c", "echo satu; echo dua >&2"], .output, "satu\n", .exited(0)),
        (["sh", "-c", "echo satu; echo dua >&2"], .outputAndErrors, "satu\ndua\n", .exited(0)),
        (["sh", "-c", "kill -9 $$"], .output, "", .killed),
    ])
    func `a program is heard`(words: [String], hearing: PlainRun.Hearing, output: String, end: BoundedRun.End) {
        let result = PlainRun(words, hearing: hearing).run(Array("halo".utf8))
        #expect(result.end == end)
        #expect(String(decoding: result.output, as: UTF8.self) == output)
    }

    @Test func `it stands in the folder it is given`() {
        let result = PlainRun(["pwd"], in: "/usr/share").run()
        #expect(String(decoding: result.output, as: UTF8.self) == "/usr/share\n")
        #expect(PlainRun(["pwd"], in: "/no/such").run().end == .notStarted)
    }

    @Test func `it has our environment and none of our descriptors`() {
        let variables = PlainRun(["env"]).run()
        #expect(String(decoding: variables.output, as: UTF8.self).contains("PATH="))
        // The folder that ls itself reads is one of them.
        let open = PlainRun(["ls", "/proc/self/fd"]).run()
        #expect(String(decoding: open.output, as: UTF8.self) == "0\n1\n2\n3\n")
    }

    @Test func `more than a socket holds goes both ways`() {
        let input = [UInt8](repeating: 7, count: 3_000_000)
        #expect(PlainRun(["cat"]).run(input).output == input)
    }

    @Test func `one that does not end is ended`() {
        var run = PlainRun(["sleep", "1000"])
        run.seconds = 0.2
        #expect(run.run().end == .timedOut)
    }

    @Test func `what it says is read as it comes`() throws {
        let child = try #require(PlainRun(["sh", "-c", "echo satu; read x; echo $x"]).start())
        #expect(child.channel.receiveNext(seconds: 600) == Array("satu\n".utf8))
        #expect(child.channel.sendAll(Array("dua\n".utf8)))
        #expect(child.channel.receiveNext(seconds: 600) == Array("dua\n".utf8))
        #expect(child.channel.receiveNext(seconds: 600) == nil)
        child.channel.close()
        #expect(child.wait(seconds: 600) == .exited(0))
    }
}
