import CLinuxCage
import Glibc

/// A process we started, whose standard input and output are one socket. Says `unsafe` for posix_spawn, wait and exec
/// (man 3 posix_spawn, 2 waitpid, 3 execvp). Not inherited: any other descriptor, any environment.
public struct Child: Sendable {
    public let id: Int32
    public let channel: Channel

    /// How a process ended.
    public enum End: Sendable, Hashable {
        case exited(Int32)
        /// By this signal.
        case killed(Int32)
        case timedOut
    }

    /// The signal of a process that used up its processor time.
    public static let processorTimeSpent = SIGXCPU

    /// Starts a program, found by PATH; nil when it cannot be.
    ///
    /// - Parameter environment: added to PATH and LC_ALL.
    public static func start(_ words: [String], environment: [String] = []) -> Child? {
        let variables = ["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8"] + environment + sanitizer
        return spawn(PlainRun(words), variables)
    }

    /// What a program of ours that was built with a sanitizer must know of it; else nothing.
    private static var sanitizer: [String] {
        #if SANITIZED
            ["ASAN_OPTIONS", "TSAN_OPTIONS"].compactMap { (name: String) -> String? in
                unsafe getenv(name).map { unsafe "\(name)=\(String(cString: $0))" }
            }
        #else
            []
        #endif
    }

    /// With our own environment.
    static func start(_ run: PlainRun) -> Child? { spawn(run, nil) }

    private static func spawn(_ run: PlainRun, _ environment: [String]?) -> Child? {
        guard let (ours, theirs) = Channel.pair() else { return nil }
        defer { theirs.close() }
        guard let id = spawn(run, theirs.descriptor, environment) else {
            ours.close()
            return nil
        }
        return Child(id: id, channel: ours)
    }

    /// A sanitizer's report goes where ours does.
    private static func speaksOfItself(_ descriptor: Int32) -> Bool {
        #if SANITIZED
            descriptor == 2
        #else
            false
        #endif
    }

    /// What is not to be heard goes nowhere.
    private static func spawn(_ run: PlainRun, _ channel: Int32, _ environment: [String]?) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, channel, 0)
        for (descriptor, isHeard) in [(Int32(1), run.hearing != .nothing), (2, run.hearing == .outputAndErrors)] {
            if isHeard {
                unsafe posix_spawn_file_actions_adddup2(&actions, channel, descriptor)
            } else if !speaksOfItself(descriptor) {
                unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
            }
        }
        if let folder = run.folder { unsafe posix_spawn_file_actions_addchdir_np(&actions, folder) }
        unsafe posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that what it starts can be ended with it. No signal is blocked or ignored: threads of
        // Dispatch block SIGXCPU, and a child that inherited that would outlive its processor time.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigaddset(&signals, SIGXCPU)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe sigaddset(&signals, SIGTERM)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        let argv = unsafe cStrings(run.words)
        let variables = unsafe cStrings(environment ?? [])
        defer { unsafe (argv + variables).forEach { unsafe free($0) } }
        var child: pid_t = 0
        let answer = unsafe variables.withUnsafeBufferPointer { own in
            let given = unsafe environment == nil ? UnsafePointer(cage_environment()) : own.baseAddress
            return unsafe posix_spawnp(&child, run.words[0], &actions, &attributes, argv, given)
        }
        return answer == 0 ? child : nil
    }

    /// Copies that end with a null pointer; the caller frees them.
    private static func cStrings(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var list: [UnsafeMutablePointer<CChar>?] = unsafe []
        for word in words { unsafe list.append(strdup(word)) }
        unsafe list.append(nil)
        return unsafe list
    }

    /// Becomes another program with so much memory; returns only when that cannot be.
    static func become(_ words: [String], memoryBytes: Int) {
        let argv = unsafe cStrings(words)
        _ = Kernel.limitMemory(memoryBytes)
        if let name = unsafe argv[0] { _ = unsafe execvp(name, argv) }
        unsafe argv.forEach { unsafe free($0) }
    }

    /// Ends it and everything of its group.
    public func kill() {
        _ = Glibc.kill(-id, SIGKILL)
        _ = Glibc.kill(id, SIGKILL)
    }

    /// What it started and left behind; the process itself was reaped.
    func killGroup() { _ = Glibc.kill(-id, SIGKILL) }

    /// Resident bytes of all processes of its group (man 5 proc: stat, fields 5 and 24); shared parts count in each.
    public func groupMemory() -> Int {
        var pages = 0
        for name in Files.names(in: "/proc") where name.utf8.first.map({ $0 >= 48 && $0 <= 57 }) ?? false {
            guard let stat = Files.text(of: "/proc/\(name)/stat"), let end = stat.lastIndex(of: ")") else { continue }
            let fields = stat[end...].split(separator: " ")
            if fields.count > 22, Int32(fields[3]) == id { pages += Int(fields[22]) ?? 0 }
        }
        return pages * Int(getpagesize())
    }

    /// Reaps it; one that does not end in time is killed.
    public func wait(seconds: Double) -> End {
        let deadline = Self.now() + seconds
        var status: Int32 = 0
        var pause: UInt32 = 500
        while true {
            let answer = unsafe waitpid(id, &status, WNOHANG)
            if answer == id { return Self.end(status) }
            if answer < 0, errno != EINTR { return .killed(0) }
            if Self.now() > deadline {
                kill()
                _ = unsafe waitpid(id, &status, 0)
                return .timedOut
            }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
    }

    /// WIFEXITED and WEXITSTATUS are macros; the layout is that of bits/waitstatus.h.
    private static func end(_ status: Int32) -> End {
        status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .killed(status & 0x7F)
    }

    /// Seconds of a clock that only goes forward.
    public static func now() -> Double {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
