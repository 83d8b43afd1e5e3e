#if LIBFUZZER
    import Foundation
    import Glibc

    // One reader under libFuzzer, which keeps an input when it reaches code no earlier one reached.
    //
    //     libfuzz READER CORPUS [libFuzzer option]...
    //
    // `scripts/fuzz.sh` builds and starts it. An empty corpus is filled with the reader's own good inputs; the words of its
    // format become the dictionary. What a reader says wrongly ends the process as a crash does, and libFuzzer keeps the
    // input. Source: https://llvm.org/docs/LibFuzzer.html

    /// Set once, before the first input; libFuzzer calls on one thread.
    nonisolated(unsafe) private var chosen = ReaderFuzz.charset

    /// Takes the reader's name off the arguments and puts the dictionary there.
    @_cdecl("LLVMFuzzerInitialize")
    public func startFuzzing(
        _ count: UnsafeMutablePointer<Int32>,
        _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
    ) -> Int32 {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let reader = ReaderFuzz(rawValue: arguments[1]) else {
            print("libfuzz READER CORPUS [OPTION]...; readers: \(ReaderFuzz.allCases.map(\.rawValue))")
            exit(2)
        }
        unsafe chosen = reader
        do {
            let dictionary = try reader.prepare(URL(fileURLWithPath: arguments[2], isDirectory: true))
            unsafe words.pointee[1] = unsafe strdup("-dict=\(dictionary.path)")
        } catch {
            print("libfuzz: the corpus \(arguments[2]) cannot be written: \(error)")
            exit(2)
        }
        return 0
    }

    @_cdecl("LLVMFuzzerTestOneInput")
    public func readOne(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
        let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
        if let wrong = unsafe chosen.read(input) { fatalError("\(unsafe chosen.rawValue): \(wrong)") }
        return 0
    }

    extension ReaderFuzz {
        /// Good inputs into an empty corpus, the words of the format beside it.
        /// - Returns: the dictionary's file.
        fileprivate func prepare(_ corpus: URL) throws -> URL {
            let files = FileManager.default
            try files.createDirectory(at: corpus, withIntermediateDirectories: true)
            if try files.contentsOfDirectory(atPath: corpus.path).isEmpty {
                for (number, input) in (mutator.seeds + FuzzCorpus.inputs(of: self)).enumerated() {
                    try Data(input).write(to: corpus.appendingPathComponent("seed-\(number)"))
                }
            }
            let dictionary = corpus.deletingLastPathComponent().appendingPathComponent("\(rawValue).dict")
            let lines = mutator.words.map { word in
                "\"" + word.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\"\n"
            }
            try Data(lines.joined().utf8).write(to: dictionary)
            return dictionary
        }
    }
#endif
