import Foundation

/// Output for people: results on standard output, everything else on standard error; colour only on a terminal.
enum Terminal {
    static let errorIsTerminal = isatty(STDERR_FILENO) == 1

    static func out(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    static func error(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    /// Overwrites the current line of a terminal.
    static func status(_ line: String) { FileHandle.standardError.write(Data("\r\u{1B}[2K\(line)".utf8)) }
}
