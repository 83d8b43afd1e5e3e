import Dispatch
import Foundation
import Synchronization

/// A thread of its own that does one job after another, and lives as long as this value.
///
/// A reader asks the kernel to be ended with the thread that started it (man 2 prctl, PR_SET_PDEATHSIG), so that none
/// outlives us; the threads of Dispatch come and go within seconds, and readers went with them.
final class SerialThread: Sendable {
    private let jobs = Jobs()

    private final class Jobs: Sendable {
        private let list = Mutex<[(@Sendable () -> Void)?]>([])
        private let count = DispatchSemaphore(value: 0)

        /// Nil ends the thread.
        func add(_ job: (@Sendable () -> Void)?) {
            list.withLock { $0.append(job) }
            count.signal()
        }

        func next() -> (@Sendable () -> Void)? {
            count.wait()
            return list.withLock { $0.removeFirst() }
        }
    }

    init(_ name: String) {
        let thread = Thread { [jobs] in while let job = jobs.next() { job() } }
        thread.name = name
        thread.start()
    }

    deinit { jobs.add(nil) }

    func async(_ job: @escaping @Sendable () -> Void) { jobs.add(job) }
}
