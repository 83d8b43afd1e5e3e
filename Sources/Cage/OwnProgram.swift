import Glibc

/// Our own executable, which puts a cage around a tool and then becomes it, or reads pages itself.
public enum OwnProgram {
    /// Words after the program's name that start each role.
    public static let toolRole = ["reader", "exec"]
    public static let pagesRole = ["reader", "pages"]

    /// Path of the `ronda` executable: this process's own, or the one beside it (tests); nil when there is none.
    public static let path: String? = {
        guard let own = Files.target(of: "/proc/self/exe"), let slash = own.lastIndex(of: "/") else { return nil }
        let name = own[own.index(after: slash)...]
        if name.hasPrefix("ronda"), !name.hasSuffix(".xctest") { return own }
        let beside = String(own[...slash]) + "ronda"
        return Files.isExecutable(beside) ? beside : nil
    }()

    /// The small program beside ours that knows this role only. Linking `ronda` with its 60 libraries took 26 ms of CPU,
    /// three times what pdftotext needs for a document; this one takes 2. Nil when it was not installed along.
    private static let launcher: String? = {
        guard let own = path, let slash = own.lastIndex(of: "/") else { return nil }
        let beside = String(own[...slash]) + "ronda-cage"
        return Files.isExecutable(beside) ? beside : nil
    }()

    /// The command line that runs a tool inside a cage; the tool alone when our own program is not there.
    static func caged(_ words: [String], in cage: Cage) -> [String]? {
        let start = launcher.map { [$0] } ?? path.map { [$0] + toolRole }
        return start.map { $0 + cage.arguments + ["--"] + words }
    }

    /// The role `reader exec`: never returns when the words are right. Exit code 127 says "no such program".
    public static func runTool(_ arguments: ArraySlice<String>) -> Never {
        var words = arguments
        guard var cage = Cage(arguments: &words), let tool = words.first else { exit(64) }
        Kernel.followParent()
        cage.mayExecute = true
        if tool.contains("/"), let folder = tool.lastIndex(of: "/") {
            cage.readable = (cage.readable ?? Cage.systemFolders) + [String(tool[..<folder])]
        }
        guard cage.enter().contains(.limits) else { exit(65) }
        Child.become(Array(words), memoryBytes: cage.memoryBytes)
        exit(127)
    }
}
