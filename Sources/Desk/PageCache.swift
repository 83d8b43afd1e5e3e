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
        var size: Int
        var at: ContinuousClock.Instant
    }

    private struct State {
        var kept: [String: Kept] = [:]
        var bytes = 0
        var emptied = 0
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

    func bytes(
        _ key: String, for time: Duration = longest, _ make: @escaping @Sendable () async throws -> [UInt8]?
    ) async throws -> [UInt8]? {
        let now = ContinuousClock.now
        let (task, isNew) = state.withLock { state -> (Task<[UInt8]?, any Error>, Bool) in
            if let kept = state.kept[key], now - kept.at < time { return (kept.made, false) }
            if state.bytes > Self.limit { state = State(emptied: state.emptied) }
            // Not of the request: a reader who goes away does not take it from the others.
            let task = Task<[UInt8]?, any Error> { try await make().map(Self.packed) }
            state.bytes -= state.kept[key]?.size ?? 0
            state.kept[key] = Kept(made: task, size: 0, at: now)
            return (task, true)
        }
        let packed: [UInt8]?
        do { packed = try await task.value } catch {
            state.withLock { $0.kept[key] = nil }
            throw error
        }
        if isNew { note(packed, key) }
        return packed.flatMap(Self.unpacked)
    }

    private func note(_ packed: [UInt8]?, _ key: String) {
        state.withLock { state in
            guard state.kept[key] != nil else { return }
            // What is not there is not kept: it may be there in a moment.
            guard let packed else { return state.kept[key] = nil }
            let size = packed.count + key.utf8.count + 300
            state.kept[key]?.size = size
            state.bytes += size
        }
    }

    /// After a change: everything is made anew.
    func empty() { state.withLock { $0 = State(emptied: $0.emptied + 1) } }

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
