// stages: what one page costs in each stage, in CPU microseconds, without network and store.
//
//   .build/release/stages FOLDER [ROUNDS]     every *.html below FOLDER, each stage ROUNDS times
//   .build/release/stages FOLDER --digest     SHA-256 over everything the stages answer: equal before and after a change
//
// A tool for those who make Ronda faster (docs/performance.md); it has no threads, so `perf` and
// `valgrind --tool=callgrind` read it well. It is no part of the program.

import Detect
import Digest
import Discovery
import Foundation
import Model
import Parse
import Rules
import Zstd

@main
struct Stages {
    let bodies: [[UInt8]]
    let addresses: [WebAddress]
    let detector: Detector

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let folder = arguments.first else {
            print("usage: stages FOLDER [ROUNDS | --digest]")
            exit(2)
        }
        let start = clock()
        let detector = try Detector(RuleBook.bundled().detection)
        let rules = clock() - start
        let stages = try Stages(folder: folder, detector)
        if arguments.last == "--digest" {
            print(stages.digest())
        } else {
            print("rules read and made ready, once: \(rules) us of CPU")
            stages.measure(rounds: arguments.dropFirst().first.flatMap { Int($0) } ?? 3)
        }
    }

    init(folder: String, _ detector: Detector) throws {
        self.detector = detector
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let pages = files.filter { $0.hasSuffix(".html") }.sorted()
        bodies = try pages.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
        addresses = pages.compactMap { WebAddress("http://dinkes.contohkab.go.id/\($0)") }
        precondition(addresses.count == bodies.count && !bodies.isEmpty, "no pages below \(folder)")
    }

    private func parse(_ index: Int, _ hints: [TemplateHint] = []) -> ParsedPage {
        PageParser.parse(
            bodies[index], address: addresses[index], contentType: "text/html; charset=utf-8", hints: hints)
    }

    /// Prints CPU microseconds per page for each stage, the best of the rounds.
    func measure(rounds: Int) {
        let pages = bodies.indices.map { parse($0) }
        let readings = pages.map { detector.read($0, status: 200, isHome: false) }
        print("\(bodies.count) pages of \(bodies.reduce(0) { $0 + $1.count } / bodies.count) bytes; us of CPU per page")
        stage("parse", rounds) { _ = parse($0) }
        stage("detect", rounds) { _ = detector.read(pages[$0], status: 200, isHome: false) }
        stage("parse, twice if known", rounds) { index in
            let page = parse(index)
            let hints = detector.hints(for: page)
            if !hints.isEmpty { _ = parse(index, hints) }
        }
        stage("compress", rounds) { _ = Zstd.compress(bodies[$0]) }
        stage("sha256", rounds) { _ = SHA256.hex(bodies[$0]) }
        for exhaustive in [false, true] {
            var frontier = SiteFrontier(home: addresses[0])
            stage(exhaustive ? "frontier, exhaustive" : "frontier, focused", rounds) { index in
                if index % 50 == 0 { frontier = SiteFrontier(home: addresses[index], options: options(exhaustive)) }
                frontier.learn(page: pages[index], reading: readings[index])
                _ = frontier.next()
            }
        }
    }

    private func options(_ exhaustive: Bool) -> FrontierOptions { FrontierOptions(maxPages: 0, exhaustive: exhaustive) }

    private func stage(_ name: String, _ rounds: Int, _ work: (Int) -> Void) {
        var best = Double.infinity
        for _ in 0..<rounds {
            let start = clock()
            for index in bodies.indices { work(index) }
            best = min(best, Double(clock() - start) / Double(bodies.count))
        }
        print(name.padding(toLength: 24, withPad: " ", startingAt: 0), (best * 10).rounded() / 10)
    }

    /// Everything the stages answer, as one hash.
    func digest() -> String {
        var hashes: [String] = []
        for index in bodies.indices {
            let page = parse(index)
            let reading = detector.read(page, status: 200, isHome: index == 0)
            hashes.append(SHA256.hex(String(describing: page)) + SHA256.hex(String(describing: reading)))
            var frontier = SiteFrontier(home: addresses[index])
            frontier.learn(page: page, reading: reading)
            for _ in 0..<20 { hashes.append(SHA256.hex(String(describing: frontier.next()))) }
        }
        // And as a scan reads them: pages of a known template with its hints.
        var twice: [String] = []
        for index in bodies.indices {
            let (page, reading) = detector.read(status: 200, isHome: index == 0) { parse(index, $0) }
            twice.append(SHA256.hex(String(describing: page)) + SHA256.hex(String(describing: reading)))
        }
        return SHA256.hex(hashes.joined()) + " " + SHA256.hex(twice.joined())
    }
}
