import Cage

/// Puts a cage around a document tool and becomes it: `ronda reader exec` without the rest of `ronda`.
///
/// In: the words of a cage, `--`, the tool and its arguments. Refuses everything else.
@main
struct Launcher {
    static func main() { OwnProgram.runTool(CommandLine.arguments.dropFirst()) }
}
