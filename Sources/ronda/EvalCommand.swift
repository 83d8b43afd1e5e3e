import ArgumentParser
import Detect
import Foundation
import Rules
import Scan

/// `ronda eval DIR`: how often the rules are right on labelled pages.
struct EvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Measure the detection rules on a corpus of labelled pages.",
        discussion: """
            The corpus is a folder with pages/*.html and labels.jsonl. Printed per item: precision, recall, F1 of
            "present", the three-way accuracy, page kind and site condition. Items whose only carrier is an image are
            left out of the scores.
            """)

    @Argument(help: "Folder of the corpus.")
    var corpus: String

    @Option(help: "Write figures and the answers for every page as JSON.")
    var json: String?

    @Option(help: "Compare with the JSON of an earlier run.")
    var compare: String?

    @Flag(help: "Name every page and item that is answered otherwise than its label.")
    var confusions = false

    @Option(help: "Only these sites, with commas between.")
    var sites: String?

    @Option(help: "Other rule files: a folder of detection rules.")
    var rules: String?

    @Option(
        help: """
            Read every site with rules that lack what only this site could have taught: rules, or
            rules-and-phrases.
            """)
    var jackknife: Evaluation.Withheld?

    @Flag(help: "Name the sites on which every rule was right and wrong.")
    var support = false

    @Option(help: "Write what speaks for each page's kind, one JSON line a page, for scripts/fit_page_kinds.py.")
    var kindEvidence: String?

    @Option(help: "Exit code 1 below this precision (17 keys).")
    var minPrecision: Double?

    @Option(help: "Exit code 1 below this recall (17 keys).")
    var minRecall: Double?

    func run() async throws {
        let detection: DetectionRules
        if let rules {
            detection = try DetectionRules.load(folder: rules)
        } else {
            detection = try RuleBook.bundled().detection
        }
        let pages = try Corpus.read(folder: corpus)
        if let kindEvidence {
            try Evaluation.kindEvidence(pages, detector: try Detector(detection)).write(
                toFile: kindEvidence, atomically: true, encoding: .utf8)
        }
        var evaluation =
            if let jackknife {
                try Evaluation.jackknife(pages, rules: detection, withholding: jackknife)
            } else {
                try Evaluation.run(pages, detector: try Detector(detection))
            }
        if let sites { evaluation = evaluation.only(Set(sites.split(separator: ",").map(String.init))) }
        print(evaluation.table())
        let (precision, recall) = evaluation.intervals(Evaluation.measured)
        print(
            "95 % by site (17 keys): precision \(text(precision)), recall \(text(recall))")
        if support {
            for line in evaluation.ruleSupport() {
                print("\(line.rule): right on \(line.right.count) sites, wrong on \(line.wrong.count)")
            }
        }
        if confusions { evaluation.confusions().forEach { print($0) } }
        let report = EvaluationReport(evaluation)
        if let compare { report.changes(since: try EvaluationReport.read(compare)).forEach { print($0) } }
        if let json { try report.write(to: json) }
        let score = evaluation.score(Evaluation.measured)
        if score.precision < (minPrecision ?? 0) || score.recall < (minRecall ?? 0) {
            print("below the floor: precision \(score.precision), recall \(score.recall)")
            throw ExitCode(1)
        }
    }

    private func text(_ interval: Evaluation.Interval) -> String {
        String(format: "%.3f to %.3f", interval.low, interval.high)
    }
}

extension Evaluation.Withheld: ExpressibleByArgument {}
