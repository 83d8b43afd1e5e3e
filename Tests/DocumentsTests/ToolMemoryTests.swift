import Cage
import Testing

@testable import Documents

@Suite struct ToolMemoryTests {
    /// A shell, its own words only, that says another word every time: the number of its process.
    private static func tool(_ script: String) -> BoundedRun {
        BoundedRun("sh", ["-c", script], seconds: 20, outputBytes: 400_000, memoryBytes: 300_000_000)
    }

    private static let echo = "read word; echo $word $$"

    @Test func `the same bytes are read once`() {
        let memory = ToolMemory()
        let first = memory.run(Self.tool(Self.echo), on: [97])
        #expect(first.end == .exited(0) && first.output.first == 97)
        #expect(memory.run(Self.tool(Self.echo), on: [97]).output == first.output)
        #expect(ToolMemory().run(Self.tool(Self.echo), on: [97]).output != first.output)
    }

    @Test func `other bytes and other words are another question`() {
        let memory = ToolMemory()
        let first = memory.run(Self.tool(Self.echo), on: [97])
        #expect(memory.run(Self.tool(Self.echo), on: [98]).output != first.output)
        #expect(memory.run(Self.tool(Self.echo + ";"), on: [97]).output != first.output)
    }

    @Test(arguments: [1, 3]) func `a document that cannot be opened stays so`(code: Int) {
        let memory = ToolMemory()
        let first = memory.run(Self.tool("echo $$; exit \(code)"), on: [])
        #expect(memory.run(Self.tool("echo $$; exit \(code)"), on: []).output == first.output)
    }

    @Test(arguments: ["echo $$; exit 2", "echo $$; exit 64"])
    func `what did not end well is asked again`(script: String) {
        let memory = ToolMemory()
        let first = memory.run(Self.tool(script), on: [])
        #expect(memory.run(Self.tool(script), on: []).output != first.output)
    }

    @Test func `large answers are not kept`() {
        let memory = ToolMemory()
        let script = "echo $$; printf %310000d 1"
        let first = memory.run(Self.tool(script), on: [])
        #expect(first.output.count > 310_000)
        #expect(memory.run(Self.tool(script), on: []).output != first.output)
    }
}
