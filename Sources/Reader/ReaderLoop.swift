import Cage
import Detect
import Rules

/// A reader process: `ronda reader pages FOLDER --memory ... `, one socket as standard input and output.
public enum ReaderLoop {
    /// Reads pages until the other side ends; never returns. Started before any other thread exists.
    ///
    /// - Parameter arguments: folder of the detection rules, CPU seconds per page, then the words of the cage.
    public static func run(_ arguments: ArraySlice<String>) -> Never {
        var words = arguments
        guard let folder = words.popFirst(), let seconds = words.popFirst().flatMap({ Int($0) }),
            let cage = Cage(arguments: &words), let rules = try? DetectionRules.load(folder: folder),
            let detector = try? Detector(rules)
        else { Reading.end(64) }
        detector.prepare()
        let channel = Channel(descriptor: 0)
        let layers = cage.enterAsReader()
        guard layers.contains(.limits), channel.sendAll([layers.rawValue]) else { Reading.end(65) }
        serve(channel, PageWork(detector), seconds)
        Reading.end(0)
    }

    private static func serve(_ channel: Channel, _ work: PageWork, _ seconds: Int) {
        while let head = channel.receive(count: 4) {
            let length = ReaderWire.length(head)
            guard length <= ReaderWire.frameLimit, let bytes = channel.receive(count: length),
                let request = try? ReaderWire.request(bytes)
            else { return }
            Reading.allow(seconds: seconds)
            #if DEBUG
                ReaderFault.act(on: request)
            #endif
            guard channel.sendAll(ReaderWire.frame(work.read(request))) else { return }
        }
    }
}
