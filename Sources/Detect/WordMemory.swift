import Synchronization

/// What the automaton did with words it met before: in which state it stood behind the first letters, in which it
/// left the border behind the word, and which phrases it met meanwhile that begin with the word.
///
/// Words are kept whole, never by a hash alone, and one that ends a phrase of several words is not kept: with the memory or
/// without it the same phrases are met.
struct WordMemory: Sendable {
    /// A word as the automaton reads it, six bits a letter; more than twenty letters are not kept.
    struct Word: Equatable {
        fileprivate var head: UInt64 = 0
        fileprivate var tail: UInt64 = 0
        fileprivate var length = 0

        @inline(__always)
        mutating func add(_ symbol: UInt8) {
            if length < 10 { head = head << 6 | UInt64(symbol) } else { tail = tail << 6 | UInt64(symbol) }
            length += 1
        }
    }

    private struct Entry {
        /// No symbol of a word is 0: 0 is no entry.
        var head: UInt64 = 0
        var tail: UInt64 = 0
        var before: Int32 = 0
        var after: Int32 = 0
        /// Its phrases in `met`.
        var first: Int32 = 0
        var count: Int32 = 0
    }

    /// 64 KB; a page says some 500 different words.
    private var entries = [Entry](repeating: Entry(), count: 2048)
    /// Phrases that end in words, with the place of their end, counted from the word's first letter.
    private var met: [(phrase: Int32, end: Int32)] = []
    private static let mostMet = 16_384

    @inline(__always)
    func slot(_ word: Word, _ state: PhraseAutomaton.State) -> Int {
        let mixed = (word.head ^ word.tail &* 0xD6E8_FEB8_6659_FD93 ^ UInt64(state) << 40) &* 0x9E37_79B9_7F4A_7C15
        return Int(mixed >> 53)
    }

    /// The state behind a word that is known, and its phrases into `hits`; nil for one that is not.
    @inline(__always)
    func next(
        _ slot: Int, _ word: Word, _ state: PhraseAutomaton.State, at start: Int, _ hits: inout [PhraseAutomaton.Hit]
    ) -> PhraseAutomaton.State? {
        let entry = entries[slot]
        guard entry.head == word.head, entry.tail == word.tail, entry.before == Int32(state), word.length <= 20 else {
            return nil
        }
        for number in Int(entry.first)..<Int(entry.first + entry.count) {
            let (phrase, end) = met[number]
            hits.append(.init(phrase: phrase, start: Int32(start), end: Int32(start) + end))
        }
        return Int(entry.after)
    }

    /// - Parameter hits: what was met in the word, which starts at `start`.
    mutating func keep(
        _ slot: Int, _ word: Word, _ before: PhraseAutomaton.State, _ after: PhraseAutomaton.State, at start: Int,
        _ hits: ArraySlice<PhraseAutomaton.Hit>
    ) {
        guard word.length <= 20, hits.allSatisfy({ Int($0.start) == start }) else { return }
        if met.count + hits.count > Self.mostMet {
            met.removeAll(keepingCapacity: true)
            entries = [Entry](repeating: Entry(), count: entries.count)
        }
        entries[slot] = Entry(
            head: word.head, tail: word.tail, before: Int32(before), after: Int32(after), first: Int32(met.count),
            count: Int32(hits.count))
        for hit in hits { met.append((hit.phrase, hit.end - hit.start)) }
    }
}

/// Memories between two pages; each is used for one page at a time.
final class WordMemories: Sendable {
    private let idle = Mutex<[WordMemory]>([])

    func take() -> WordMemory { idle.withLock { $0.popLast() } ?? WordMemory() }

    func give(_ memory: WordMemory) { idle.withLock { $0.append(memory) } }
}
