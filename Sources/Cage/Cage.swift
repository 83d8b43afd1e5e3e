// Cage: programs of our own and of others that touch foreign bytes, in processes that can do little.
//
//   Cage           what a process may use (memory, CPU time, files, folders), and entering it: limits, a user without
//                  rights, seccomp (seccomp(2)), Landlock (landlock(7))
//   Child          a started process with one socket to it; BoundedRun: input in, output out, within time and bytes
//   PlainRun       a program on our own data, outside any cage, instead of Foundation's Process
//   OwnProgram     where our own executable lies, which is what starts a caged program: `ronda reader exec ... -- tool`
//
// Layers add up: none is relied on alone, and what this kernel does not give is left out and can be asked for
// (`Cage.layers`). Network: no new socket, and no new network name space is needed for that. Files: only the folders
// named; a reader opens none at all. A crash or a bomb costs the process, never its parent.
//
// Refuses: shells, inherited descriptors, deciding what a dead process means.
//
// `unsafe` is said in Kernel.swift (limits, seccomp, Landlock), Child.swift (processes) and Channel.swift (sockets).

/// What a caged process may use.
public struct Cage: Sendable, Hashable {
    /// Address space in bytes (RLIMIT_AS); 0: not limited.
    public var memoryBytes: Int
    /// CPU seconds before the process is ended; 0: not limited.
    public var cpuSeconds: Int
    /// Longest file it may write.
    public var fileBytes = 0
    /// Descriptors it may hold; a reader needs no new one.
    public var openFiles = 64
    /// Whether it may start programs: those that stand before a tool must.
    public var mayExecute = false
    /// Folders and files it may read; nil: those of the system's programs.
    public var readable: [String]?
    /// Folders it may write.
    public var writable: [String] = []

    public init(memoryBytes: Int, cpuSeconds: Int) {
        self.memoryBytes = memoryBytes
        self.cpuSeconds = cpuSeconds
    }

    /// Libraries, fonts, language data: what a document tool reads by itself.
    public static let systemFolders = [
        "/usr", "/lib", "/lib64", "/bin", "/opt", "/etc/ld.so.cache", "/etc/fonts", "/etc/alternatives",
        "/etc/ImageMagick-6", "/var/cache/fontconfig", "/dev/null", "/dev/zero", "/dev/urandom",
    ]

    /// The protections a process stands behind.
    public struct Layers: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let limits = Layers(rawValue: 1)
        /// The process gave root away.
        public static let user = Layers(rawValue: 2)
        public static let seccomp = Layers(rawValue: 4)
        public static let landlock = Layers(rawValue: 8)

        public var names: [String] {
            [(Layers.limits, "limits"), (.user, "user"), (.seccomp, "seccomp"), (.landlock, "landlock")]
                .filter { contains($0.0) }.map(\.1)
        }
    }

    /// Locks this process in, for good; answers what the kernel granted. Call it before other threads exist.
    public func enter() -> Layers {
        var layers: Layers = []
        if Kernel.limit(self) { layers.insert(.limits) }
        guard Kernel.renounce() else { return layers }
        // Landlock first: seccomp forbids its calls afterwards.
        if Kernel.fence(reading: readable ?? Self.systemFolders, writing: writable) { layers.insert(.landlock) }
        if let folder = writable.first { Kernel.stand(in: folder) }
        if Kernel.leaveRoot() { layers.insert(.user) }
        if Kernel.filter(mayExecute: mayExecute) { layers.insert(.seccomp) }
        return layers
    }
}

extension Cage {
    /// As words of a command line; `init(arguments:)` reads them back.
    public var arguments: [String] {
        var words = ["--memory", String(memoryBytes), "--cpu", String(cpuSeconds), "--file", String(fileBytes)]
        words += ["--open", String(openFiles)] + (mayExecute ? ["--execute"] : [])
        for path in readable ?? [] { words += ["--read", path] }
        for path in writable { words += ["--write", path] }
        return words
    }

    /// Reads `arguments`; takes the words it knows off the front.
    public init?(arguments: inout ArraySlice<String>) {
        self.init(memoryBytes: 0, cpuSeconds: 0)
        while let word = arguments.first, word.hasPrefix("--"), word != "--" {
            arguments.removeFirst()
            if word == "--execute" {
                mayExecute = true
                continue
            }
            guard let value = arguments.popFirst(), take(word, value) else { return nil }
        }
        if arguments.first == "--" { arguments.removeFirst() }
    }

    private mutating func take(_ word: String, _ value: String) -> Bool {
        if word == "--read" { readable = (readable ?? []) + [value] }
        if word == "--write" { writable.append(value) }
        if word == "--read" || word == "--write" { return true }
        guard let number = Int(value), number >= 0 else { return false }
        switch word {
        case "--memory": memoryBytes = number
        case "--cpu": cpuSeconds = number
        case "--file": fileBytes = number
        case "--open": openFiles = number
        default: return false
        }
        return true
    }
}
