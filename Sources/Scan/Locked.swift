import Synchronization

/// A value that several tasks share for moments at a time.
final class Locked<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    var value: Value { mutex.withLock { $0 } }

    func update<Result: Sendable>(_ change: (inout sending Value) -> sending Result) -> Result {
        mutex.withLock { change(&$0) }
    }
}
