import Synchronization

/// What the automaton did with words it met before: in which state it came to a word, in which it left the border behind it.
///
/// Only words in which no phrase ends are kept, whole and never by a hash alone: with the memory or without it the same
/// phrases are met.
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
    }

    /// 48 KB; a page says some 500 different words.
    private var entries = [Entry](repeating: Entry(), count: 2048)

    @inline(__always)
    func slot(_ word: Word, _ state: PhraseAutomaton.State) -> Int {
        let mixed = (word.head ^ word.tail &* 0xD6E8_FEB8_6659_FD93 ^ UInt64(state) << 40) &* 0x9E37_79B9_7F4A_7C15
        return Int(mixed >> 53)
    }

    @inline(__always)
    func next(_ slot: Int, _ word: Word, _ state: PhraseAutomaton.State) -> PhraseAutomaton.State? {
        let entry = entries[slot]
        guard entry.head == word.head, entry.tail == word.tail, entry.before == Int32(state), word.length <= 20 else {
            return nil
        }
        return Int(entry.after)
    }

    mutating func keep(
        _ slot: Int, _ word: Word, _ before: PhraseAutomaton.State, _ after: PhraseAutomaton.State
    ) {
        guard word.length <= 20 else { return }
        entries[slot] = Entry(head: word.head, tail: word.tail, before: Int32(before), after: Int32(after))
    }
}

/// Memories between two pages; each is used for one page at a time.
final class WordMemories: Sendable {
    private let idle = Mutex<[WordMemory]>([])

    func take() -> WordMemory { idle.withLock { $0.popLast() } ?? WordMemory() }

    func give(_ memory: WordMemory) { idle.withLock { $0.append(memory) } }
}
