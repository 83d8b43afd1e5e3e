import Glibc

/// Runs a tool with bounds on time, memory and output, in a cage: no shell, no inherited files, no network, one empty
/// folder of its own. Blocks its thread.
public struct BoundedRun: Sendable {
    public enum End: Equatable, Sendable {
        case exited(Int32)
        case killed
        case timedOut
        case outputLimit
        case notStarted
    }

    public struct Result: Sendable {
        public var output: [UInt8]
        public var end: End
    }

    public var program: String
    public var arguments: [String]
    /// Wall time; the CPU time is bounded by the same and one second more.
    public var seconds: Double
    public var outputBytes: Int
    public var memoryBytes: Int
    /// Longest file it may write into its folder.
    public var fileBytes = 200_000_000
    public var environment: [String] = []

    public init(_ program: String, _ arguments: [String], seconds: Double, outputBytes: Int, memoryBytes: Int) {
        self.program = program
        self.arguments = arguments
        self.seconds = seconds
        self.outputBytes = outputBytes
        self.memoryBytes = memoryBytes
    }

    public func run(_ input: [UInt8]) -> Result {
        guard let tool = Files.program(program), let folder = Files.makeFolder() else {
            return Result(output: [], end: .notStarted)
        }
        defer { Files.remove(folder) }
        let variables = environment + ["HOME=\(folder)", "TMPDIR=\(folder)"]
        guard let child = Child.start(words(tool, folder), environment: variables) else {
            return Result(output: [], end: .notStarted)
        }
        return child.converse(input, seconds: seconds, outputBytes: outputBytes)
    }

    /// Without our own program around it (another program uses this module), util-linux's prlimit gives the limits.
    private func words(_ tool: String, _ folder: String) -> [String] {
        let cpu = Int(seconds.rounded(.up)) + 1
        var cage = Cage(memoryBytes: memoryBytes, cpuSeconds: cpu)
        cage.fileBytes = fileBytes
        cage.writable = [folder]
        if let caged = OwnProgram.caged([tool] + arguments, in: cage) { return caged }
        let bounds = ["--as=\(memoryBytes)", "--cpu=\(cpu)", "--core=0", "--fsize=\(fileBytes)"]
        return ["env", "--chdir=\(folder)", "prlimit"] + bounds + [tool] + arguments
    }
}

extension Child {
    /// Gives the input, takes the output, waits for the end; closes the channel and ends what was left behind.
    func converse(_ input: [UInt8], seconds: Double, outputBytes: Int) -> BoundedRun.Result {
        var exchange = Exchange(channel, outputLimit: outputBytes)
        let deadline = Child.now() + seconds
        let early = exchange.run(input, until: deadline)
        channel.close()
        if early != nil { kill() }
        let end = wait(seconds: max(deadline - Child.now(), 1))
        killGroup()
        return BoundedRun.Result(output: exchange.output, end: early ?? Self.meaning(end))
    }

    private static func meaning(_ end: End) -> BoundedRun.End {
        switch end {
        case .exited(127): .notStarted
        case .exited(let code): .exited(code)
        // SIGXCPU: the CPU time was spent.
        case .killed(SIGXCPU), .timedOut: .timedOut
        case .killed: .killed
        }
    }
}

/// Writes the input and reads the output of a child at the same time, so that neither side can block the other.
private struct Exchange {
    private let channel: Channel
    private let outputLimit: Int
    private(set) var output: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(_ channel: Channel, outputLimit: Int) {
        self.channel = channel
        self.outputLimit = outputLimit
    }

    /// Nil when the output came to its end.
    mutating func run(_ input: [UInt8], until deadline: Double) -> BoundedRun.End? {
        var written = 0
        var isWriting = !input.isEmpty
        if !isWriting { channel.finishWriting() }
        while true {
            let left = deadline - Child.now()
            guard left > 0 else { return .timedOut }
            let ready = channel.wait(writing: isWriting, seconds: min(left, 1))
            if ready.canWrite {
                let step = channel.send(input, from: written)
                if case .moved(let count) = step { written += count }
                if step == .ended || written >= input.count {
                    isWriting = false
                    channel.finishWriting()
                }
            }
            if ready.canRead, !read() { return nil }
            if output.count > outputLimit {
                output.removeLast(output.count - outputLimit)
                return .outputLimit
            }
        }
    }

    /// False at the end of the output.
    private mutating func read() -> Bool {
        let step = channel.receive(into: &buffer)
        if case .moved(let count) = step { output.append(contentsOf: buffer[..<count]) }
        return step != .ended
    }
}
