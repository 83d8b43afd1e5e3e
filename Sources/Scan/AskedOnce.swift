/// Answers by name, each asked for once however many want it at the same time.
///
/// A task that has ended keeps the memory it worked in for as long as somebody holds it: some 14 KB for a robots.txt, 100 MB
/// for the hosts of the nation. So only those under way are held, and of the others the answer.
actor AskedOnce<Answer: Sendable> {
    private var known: [String: Answer] = [:]
    private var underWay: [String: Task<Answer, Never>] = [:]

    /// The answer to a name; `ask` is called unless it was before.
    func answer(_ name: String, _ ask: @escaping @Sendable () async -> Answer) async -> Answer {
        if let answer = known[name] { return answer }
        if let task = underWay[name] { return await task.value }
        let task = Task {
            let answer = await ask()
            // Before anybody who waits goes on: who forgets afterwards finds it.
            known[name] = answer
            underWay[name] = nil
            return answer
        }
        underWay[name] = task
        return await task.value
    }

    /// Forgets answers that will not do, those included that are still on their way.
    func forget(_ isUseless: (Answer) -> Bool) async {
        for task in underWay.values { _ = await task.value }
        for (name, answer) in known where isUseless(answer) { known[name] = nil }
    }

    /// The same for one name.
    func forget(_ name: String, _ isUseless: (Answer) -> Bool) async {
        if let task = underWay[name] { _ = await task.value }
        if let answer = known[name], isUseless(answer) { known[name] = nil }
    }
}
