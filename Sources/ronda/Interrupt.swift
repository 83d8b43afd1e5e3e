import Dispatch
import Foundation

/// Ctrl-C and SIGTERM end the work cleanly; a second one ends the process at once.
final class Interrupt {
    private var sources: [any DispatchSourceSignal] = []

    init(_ work: @escaping @Sendable () -> Void) {
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            var count = 0
            source.setEventHandler {
                count += 1
                if count > 1 { exit(130) }
                work()
            }
            source.resume()
            sources.append(source)
        }
    }

    deinit { sources.forEach { $0.cancel() } }
}
