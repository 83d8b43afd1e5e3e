import Glibc

/// Runs a program with bounds on time, memory and output: no shell, no inherited files. Blocks its thread.
///
/// The only file that says `unsafe` for posix_spawn, sockets and wait (man 3 posix_spawn, 2 socketpair, 2 poll,
/// 2 waitpid). Memory and CPU time are bounded by util-linux's `prlimit`, which replaces itself by the program.
package enum Subprocess {
    package enum End: Equatable {
        case exited(Int32)
        case killed
        case timedOut
        case outputLimit
        case notStarted
    }

    package struct Result {
        package var output: [UInt8]
        package var end: End
    }

    package static func run(
        _ program: String, _ arguments: [String], input: [UInt8], seconds: Double, outputLimit: Int, memoryBytes: Int
    ) -> Result {
        let bounds = ["prlimit", "--as=\(memoryBytes)", "--cpu=\(Int(seconds.rounded(.up)) + 1)", "--core=0"]
        guard let (child, channel) = start(bounds + [program] + arguments) ?? start([program] + arguments) else {
            return Result(output: [], end: .notStarted)
        }
        var exchange = Exchange(channel, outputLimit: outputLimit)
        let deadline = now() + seconds
        let ended = exchange.run(input, until: deadline)
        if ended != nil { kill(child, SIGKILL) }
        let status = wait(for: child, until: max(deadline, now() + 1))
        // prlimit answers 127 when the program behind it does not exist.
        return Result(output: exchange.output, end: ended ?? (status == .exited(127) ? .notStarted : status))
    }

    /// Starts a program whose standard input and output are one socket; answers our end of it.
    private static func start(_ words: [String]) -> (child: pid_t, channel: Int32)? {
        var ends: [Int32] = [-1, -1]
        // A socket, not a pipe: close-on-exec from the first moment, and no SIGPIPE when the child stops reading.
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
        defer { close(ends[1]) }
        guard let child = spawn(words, channel: ends[1]) else {
            close(ends[0])
            return nil
        }
        return (child, ends[0])
    }

    /// Standard error goes nowhere; the environment is only what the program needs to be found.
    private static func spawn(_ words: [String], channel: Int32) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, channel, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, channel, 1)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let argv = unsafe cStrings(words)
        let environment = unsafe cStrings(["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8"])
        defer { unsafe (argv + environment).forEach { unsafe free($0) } }
        var child: pid_t = 0
        let answer = unsafe posix_spawnp(&child, words[0], &actions, nil, argv, environment)
        return answer == 0 ? child : nil
    }

    /// Copies that end with a null pointer; the caller frees them.
    private static func cStrings(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var list: [UnsafeMutablePointer<CChar>?] = unsafe []
        for word in words { unsafe list.append(strdup(word)) }
        unsafe list.append(nil)
        return unsafe list
    }

    /// Reaps the child; one that does not end in time is killed.
    private static func wait(for child: pid_t, until deadline: Double) -> End {
        var status: Int32 = 0
        var pause: UInt32 = 500
        while true {
            let answer = unsafe waitpid(child, &status, WNOHANG)
            if answer == child { break }
            if answer < 0, errno != EINTR { return .killed }
            if now() > deadline {
                kill(child, SIGKILL)
                _ = unsafe waitpid(child, &status, 0)
                return .timedOut
            }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
        // WIFEXITED and WEXITSTATUS are macros; the layout is that of bits/waitstatus.h.
        return status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .killed
    }

    static func now() -> Double {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Writes the input and reads the output of a child at the same time, so that neither side can block the other.
private struct Exchange {
    private let channel: Int32
    private let outputLimit: Int
    private var written = 0
    private var isWriting = true
    private(set) var output: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(_ channel: Int32, outputLimit: Int) {
        self.channel = channel
        self.outputLimit = outputLimit
    }

    /// Nil when the output came to its end.
    mutating func run(_ input: [UInt8], until deadline: Double) -> Subprocess.End? {
        defer { close(channel) }
        if input.isEmpty { stopWriting() }
        while true {
            let left = deadline - Subprocess.now()
            guard left > 0 else { return .timedOut }
            let events = isWriting ? Int16(POLLIN) | Int16(POLLOUT) : Int16(POLLIN)
            var wait = pollfd(fd: channel, events: events, revents: 0)
            let answer = unsafe poll(&wait, 1, Int32(min(left, 1) * 1000) + 1)
            if answer < 0, errno != EINTR { return .killed }
            guard answer > 0 else { continue }
            if isWriting, wait.revents & Int16(POLLOUT) != 0 { write(input) }
            if wait.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0, !read() { return nil }
            if output.count > outputLimit {
                output.removeLast(output.count - outputLimit)
                return .outputLimit
            }
        }
    }

    /// The child sees the end of its input.
    private mutating func stopWriting() {
        isWriting = false
        _ = shutdown(channel, Int32(SHUT_WR))
    }

    private mutating func write(_ input: [UInt8]) {
        let start = written
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        let count = unsafe input.withUnsafeBytes { bytes in
            unsafe send(channel, bytes.baseAddress?.advanced(by: start), min(bytes.count - start, 65_536), flags)
        }
        if count > 0 { written += count }
        if written >= input.count || (count < 0 && errno != EAGAIN && errno != EINTR) { stopWriting() }
    }

    /// False at the end of the output.
    private mutating func read() -> Bool {
        let flags = Int32(MSG_DONTWAIT)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(channel, $0.baseAddress, $0.count, flags) }
        guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) }
        output.append(contentsOf: buffer[..<count])
        return true
    }
}
