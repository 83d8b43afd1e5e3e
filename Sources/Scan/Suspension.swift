/// One wait that many share: whoever comes while it is under way waits for its end, and does not begin another.
actor Suspension {
    private var underWay: Task<Void, any Error>?

    /// Runs the work, or waits for the one under way; a cancelled caller ends the wait of all, since the round ends.
    func wait(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let task = underWay ?? Task { try await work() }
        underWay = task
        defer { if underWay == task { underWay = nil } }
        try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
