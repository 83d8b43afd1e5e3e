/// A program of the system that works on our own data with our own rights and environment, outside any cage: curl with a
/// message of ours, WeasyPrint with a page of ours. What touches foreign bytes is started by `BoundedRun`.
///
/// Foundation's `Process` is not used for it: to find what to close it copies 256 bytes for each name in /proc/self/fd,
/// also where the C library's buffer ends before, and a process with many descriptors crashes there now and then
/// (swift-corelibs-foundation, pull request 5472; so in Swift 6.3.1).
public struct PlainRun: Sendable {
    /// What we want to hear of what it says.
    public enum Hearing: Sendable { case nothing, output, outputAndErrors }

    /// Program, found by PATH, and its arguments.
    public var words: [String]
    /// Where it stands; nil: where we do.
    public var folder: String?
    public var hearing = Hearing.output
    /// Longest time in seconds; then it is killed.
    public var seconds = 600.0
    /// What it says beyond is an error of `run`.
    public var outputBytes = 1 << 30

    public init(_ words: [String], in folder: String? = nil, hearing: Hearing = .output) {
        self.words = words
        self.folder = folder
        self.hearing = hearing
    }

    /// Starts it; nil when there is no such program. The caller waits for it and closes its channel.
    public func start() -> Child? { Child.start(self) }

    /// Runs it to its end. Blocks its thread.
    public func run(_ input: [UInt8] = []) -> BoundedRun.Result {
        guard let child = start() else { return BoundedRun.Result(output: [], end: .notStarted) }
        return child.converse(input, seconds: seconds, outputBytes: outputBytes)
    }
}
