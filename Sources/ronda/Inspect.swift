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
        abstract: "Perlihatkan hasil satu tahap atas satu masukan (alamat, robots.txt, halaman ...).",
        subcommands: [
            InspectPage.self, InspectRobots.self, InspectURL.self, InspectCharset.self, InspectHost.self,
            InspectDNS.self,
            InspectSitemap.self,
        ])
}
