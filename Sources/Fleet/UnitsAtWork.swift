import Synchronization

/// The units a worker has under way.
final class UnitsAtWork: Sendable {
    private let tasks = Mutex<[String: Task<Void, any Error>]>([:])

    var count: Int { tasks.withLock { $0.count } }

    func add(_ name: String, _ task: Task<Void, any Error>) { tasks.withLock { $0[name] = task } }
    func remove(_ name: String) { tasks.withLock { $0[name] = nil } }

    /// Gives all up; false when there was none.
    func cancelAll() -> Bool {
        let all = tasks.withLock { Array($0.values) }
        for task in all { task.cancel() }
        return !all.isEmpty
    }
}
