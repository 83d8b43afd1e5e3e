import Foundation
import Testing

/// Mutated inputs through every reader. A crash ends the process: the number of the input under way stands in
/// `/tmp/ronda-fuzz-<reader>`, and `RONDA_FUZZ_FROM=<number>` meets it again.
///
/// In the ordinary run each reader gets the same inputs on every machine, so that a green run is green everywhere;
/// `make fuzz` gives it as many seconds as it is told; `RONDA_FUZZ_ONLY=charset,html` names the readers.
@Suite struct FuzzTests {
    private static let chosen: [ReaderFuzz] = {
        guard let names = ProcessInfo.processInfo.environment["RONDA_FUZZ_ONLY"] else { return ReaderFuzz.allCases }
        return names.split(separator: ",").compactMap { ReaderFuzz(rawValue: String($0)) }
    }()

    @Test(arguments: chosen) func everyInputIsRead(reader: ReaderFuzz) throws {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["RONDA_FUZZ_SECONDS"].flatMap(Double.init)
        var number = environment["RONDA_FUZZ_FROM"].flatMap(UInt64.init) ?? 0
        let mutator = reader.mutator
        let first = number
        let notebook = URL(fileURLWithPath: "/tmp/ronda-fuzz-\(reader.rawValue)")
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds ?? 0)
        var slowest = Duration.zero
        while seconds == nil ? number - first < reader.ordinaryRuns : clock.now < end {
            if seconds != nil, number % 64 == 0 { try? Data("\(number)\n".utf8).write(to: notebook) }
            let start = clock.now
            if let wrong = reader.read(mutator.input(number)) {
                Issue.record("\(reader.rawValue) input \(number): \(wrong)")
                break
            }
            slowest = max(slowest, clock.now - start)
            number += 1
        }
        #expect(number > first, "not one input was read")
        if seconds != nil { print("fuzz \(reader.rawValue): \(number - first) runs, slowest \(slowest)") }
    }

    /// What libFuzzer kept is read again on every machine.
    @Test(arguments: ReaderFuzz.allCases) func keptInputsAreRead(reader: ReaderFuzz) {
        let inputs = FuzzCorpus.inputs(of: reader)
        #expect(!inputs.isEmpty, "no corpus of this reader: scripts/fuzz.sh keep")
        for (number, input) in inputs.enumerated() {
            if let wrong = reader.read(input) { Issue.record("\(reader.rawValue) kept input \(number): \(wrong)") }
        }
    }

    /// Inputs that once went wrong, and the shapes that are known to hurt parsers.
    @Test(arguments: ReaderFuzz.allCases) func knownTroubleIsRead(reader: ReaderFuzz) {
        let shapes: [[UInt8]] = [
            [], [0], [UInt8](repeating: 0, count: 5000), [UInt8](repeating: 0xFF, count: 5000), Array("<".utf8),
            Array(repeatElement("<div>", count: 20_000).joined().utf8),
            Array(repeatElement("<a ", count: 9_000).joined().utf8),
            Array(("<p " + (0..<4000).map { "a\($0)=1 " }.joined()).utf8),
            Array(repeatElement("&", count: 20_000).joined().utf8),
            Array(repeatElement("<!--", count: 9_000).joined().utf8),
            Array(repeatElement("\"", count: 9_001).joined().utf8),
            [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0xFF, count: 60),
            [0x1F, 0x8B, 8, 0] + [UInt8](repeating: 0xFF, count: 60),
        ]
        for shape in shapes { #expect(reader.read(shape) == nil) }
    }
}
