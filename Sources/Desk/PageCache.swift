import Report
import Synchronization
import Zstd

/// What was made of the store for a page, kept as long as the store says the same.
///
/// The key names what the content was made from (a round that has ended, a person's regions), so that another round is
/// another key; so does the store's mark, which every ended or newly judged round changes. Whatever a person does at the desk
/// empties it; nothing is kept longer than an hour all the same. The same content asked for by many is made once. Kept packed: a region of 75 offices is 150 KB, packed 10.
final class PageCache: Sendable {
    private struct Kept {
        var made: Task<[UInt8]?, any Error>
        /// What it gave, once it has; and what it gave before, while it is made anew.
        var packed: [UInt8]?
        var size: Int
        var at: ContinuousClock.Instant
        /// Which making it is.
        var number: Int
    }

    private struct State {
        var kept: [String: Kept] = [:]
        var bytes = 0
        var makings = 0

        mutating func clear() {
            kept = [:]
            bytes = 0
        }
    }

    private let state = Mutex(State())
    /// Packed bytes kept at most; then all goes, and comes back as it is asked for.
    static let limit = 64 * 1024 * 1024
    static let longest = Duration.seconds(3600)

    /// The content of a key, made now when it is not kept.
    func markup(
        _ key: String, for time: Duration = longest, _ make: @escaping @Sendable () async throws -> Markup?
    ) async throws -> Markup? {
        var markup = Markup()
        guard let bytes = try await bytes(key, for: time, { try await make()?.bytes }) else { return nil }
        markup.bytes = bytes
        return markup
    }

    /// - Parameter stale: while it is made anew the old content is served, but never when it is twice as old as `time`.
    func bytes(
        _ key: String, for time: Duration = longest, stale: Bool = false,
        now: ContinuousClock.Instant = .now, _ make: @escaping @Sendable () async throws -> [UInt8]?
    ) async throws -> [UInt8]? {
        let (task, number, old) = state.withLock { state -> (Task<[UInt8]?, any Error>, Int?, [UInt8]?) in
            let kept = state.kept[key]
            let age = kept.map { now - $0.at } ?? time * 2
            if let kept, age < time { return (kept.made, nil, kept.packed) }
            if state.bytes > Self.limit { state.clear() }
            // Not of the request: a reader who goes away does not take it from the others.
            let task = Task<[UInt8]?, any Error> { try await make().map(Self.packed) }
            let old = stale && age < time * 2 ? kept?.packed : nil
            state.bytes -= state.kept[key]?.size ?? 0
            state.makings += 1
            state.kept[key] = Kept(made: task, packed: old, size: 0, at: now, number: state.makings)
            return (task, state.makings, old)
        }
        if let old {
            if let number { Task { await settle(task, key, number) } }
            return Self.unpacked(old)
        }
        if let number { await settle(task, key, number) }
        return try await task.value.flatMap(Self.unpacked)
    }

    /// Keeps what was made, or forgets that it could not be; a making that was thrown away meanwhile changes nothing.
    private func settle(_ task: Task<[UInt8]?, any Error>, _ key: String, _ number: Int) async {
        let packed = try? await task.value
        state.withLock { state in
            guard state.kept[key]?.number == number else { return }
            // What is not there is not kept: it may be there in a moment.
            guard let packed else { return state.kept[key] = nil }
            let size = packed.count + key.utf8.count + 300
            state.kept[key]?.size = size
            state.kept[key]?.packed = packed
            state.bytes += size
        }
    }

    /// After a change: everything is made anew.
    func empty() { state.withLock { $0.clear() } }

    /// The length in four bytes, then the content packed.
    private static func packed(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt32(bytes.count)
        return [UInt8(count & 255), UInt8(count >> 8 & 255), UInt8(count >> 16 & 255), UInt8(count >> 24)]
            + Zstd.compress(bytes)
    }

    private static func unpacked(_ packed: [UInt8]) -> [UInt8]? {
        let count = packed.prefix(4).enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
        return Zstd.decompress(Array(packed.dropFirst(4)), count: count)
    }
}

extension Reader {
    /// Whose eyes content was made for: people of the same regions see the same.
    var scope: String {
        guard let person else { return "umum" }
        return person.role == .admin
            ? "semua" : person.regions.isEmpty ? "semua" : person.regions.sorted().joined(separator: ",")
    }
}
