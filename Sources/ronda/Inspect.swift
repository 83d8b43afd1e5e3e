// `ronda inspect`: what one stage makes of one input, for people who want to know and for scripts.
//
// In:  one input (text, file, or `-` for standard input), or with --batch one JSON object a line.
// Out: a few readable lines, or one JSON object a line in the same order, each with the `id` of its question.
//
// It calls the stage and shows its value. It never decides anything itself, writes no file and keeps no state.

import ArgumentParser

struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what one stage makes of one input.",
        subcommands: [
            InspectURL.self, InspectRobots.self, InspectSitemap.self, InspectHost.self,
        ])
}
