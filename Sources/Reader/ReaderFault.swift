#if DEBUG
    import Cage

    /// Faults that tests ask for by a mark in the page; debug builds only, never in a release.
    enum ReaderFault {
        static let mark = Array("<!--ronda-reader-fault:".utf8)

        static func act(on request: PageRequest) {
            guard request.body.starts(with: mark) else { return }
            switch String(decoding: request.body.dropFirst(mark.count).prefix { $0 != 45 }, as: UTF8.self) {
            case "crash": fatalError("asked to crash")
            case "hang": while true { Reading.sleep(milliseconds: 1000) }
            case "spin":
                var number: UInt64 = 1
                while number != 0 { number = number &* 2862933555777941757 &+ 3037000493 | 1 }
            case "eat":
                var eaten: [[UInt8]] = []
                while eaten.count < 100_000 { eaten.append([UInt8](repeating: 1, count: 10_000_000)) }
            case "garble": _ = Channel(descriptor: 0).sendAll([3, 0, 0, 0, 1, 2, 3])
            case "quit": Reading.end(0)
            default: break
            }
        }
    }
#endif
