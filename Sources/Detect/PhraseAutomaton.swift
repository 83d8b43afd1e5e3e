/// All phrases in one automaton (Aho and Corasick, 1975), made deterministic: one table look-up per byte of text.
///
/// Text is folded while it is read: A-Z to a-z, every run of other signs to one space. A phrase is met only between
/// word borders; a phrase that ends in `*` is open on the right.
struct PhraseAutomaton: Sendable {
    /// A phrase that was met.
    struct Hit: Sendable, Hashable {
        var phrase: Int32
        /// Bytes of the text, borders not included.
        var start: Int32
        var end: Int32
    }

    /// Space, a-z, 0-9.
    static let alphabet = 37

    /// For state `s` and symbol `c` at `s * alphabet + c`: twice the state that follows, plus 1 when phrases end there. One
    /// look-up a byte instead of three took a page from 0.97 to 0.82 million instructions.
    private var next: [Int32]
    /// Phrases that end in state `s`: `outputs[firstOutput[s]..<firstOutput[s + 1]]`.
    private var firstOutput: [Int32]
    private var outputs: [Int32]
    /// Folded length of every phrase, borders not included, and whether a border closes it.
    private var lengths: [Int32]
    private var closed: [Bool]
    private let start: Int32

    init(_ phrases: [String]) {
        var builder = PhraseTrie()
        for (index, phrase) in phrases.enumerated() { builder.insert(phrase, index: Int32(index)) }
        builder.link()
        firstOutput = [0]
        outputs = []
        for list in builder.outputs {
            outputs += list
            firstOutput.append(Int32(outputs.count))
        }
        next = builder.next.map { state in
            state << 1 | (builder.outputs[Int(state)].isEmpty ? 0 : 1)
        }
        lengths = phrases.map { Int32($0.utf8.count - ($0.hasSuffix("*") ? 1 : 0)) }
        closed = phrases.map { !$0.hasSuffix("*") }
        start = builder.next[0]
    }

    /// Number of states; what the table costs is `states * 37 * 4` bytes.
    var states: Int { firstOutput.count - 1 }

    /// Appends every phrase met in a range of a UTF-8 text.
    func scan(_ text: [UInt8], _ range: Range<Int>, into hits: inout [Hit]) {
        var state = Int(start)
        var afterSpace = true
        let symbols = Self.symbols
        let bytes = text.span.extracting(range)
        for at in bytes.indices {
            let symbol = Int(symbols[Int(bytes[at])])
            if symbol == 0 {
                if afterSpace { continue }
                afterSpace = true
            } else {
                afterSpace = false
            }
            let step = Int(next[state &* Self.alphabet &+ symbol])
            state = step >> 1
            if step & 1 != 0 {
                emit(state, range.lowerBound + (symbol == 0 ? at : at + 1), text, range, &hits)
            }
        }
        if !afterSpace {
            let step = Int(next[state &* Self.alphabet])
            if step & 1 != 0 { emit(step >> 1, range.upperBound, text, range, &hits) }
        }
    }

    /// The phrases met in a short text of its own (title, link text, file name).
    func scan(_ text: String) -> [Hit] {
        var hits: [Hit] = []
        let bytes = Array(text.utf8)
        scan(bytes, 0..<bytes.count, into: &hits)
        return hits
    }

    private func emit(_ state: Int, _ end: Int, _ text: [UInt8], _ range: Range<Int>, _ hits: inout [Hit]) {
        for output in Int(firstOutput[state])..<Int(firstOutput[state + 1]) {
            let phrase = outputs[output]
            var last = end
            // A closing border may be a run of signs: the phrase ends before them.
            if closed[Int(phrase)] {
                while last > range.lowerBound, Self.symbols[Int(text[last - 1])] == 0 { last -= 1 }
            }
            hits.append(Hit(phrase: phrase, start: Int32(begin(of: phrase, end: last, text, range)), end: Int32(last)))
        }
    }

    /// Walks back over as many folded signs as the phrase has.
    private func begin(of phrase: Int32, end: Int, _ text: [UInt8], _ range: Range<Int>) -> Int {
        var left = Int(lengths[Int(phrase)])
        var at = end
        while left > 0, at > range.lowerBound {
            at -= 1
            if Self.symbols[Int(text[at])] == 0 {
                while at > range.lowerBound, Self.symbols[Int(text[at - 1])] == 0 { at -= 1 }
            }
            left -= 1
        }
        return at
    }

    /// Symbol of every byte: 0 for a border.
    static let symbols: [UInt8] = (0..<256).map { byte in
        switch byte {
        case 97...122: UInt8(byte - 96)
        case 65...90: UInt8(byte - 64)
        case 48...57: UInt8(byte - 48 + 27)
        default: 0
        }
    }
}

/// The tree of phrases while the automaton is built.
private struct PhraseTrie {
    var next: [Int32] = Array(repeating: -1, count: PhraseAutomaton.alphabet)
    var outputs: [[Int32]] = [[]]

    mutating func insert(_ phrase: String, index: Int32) {
        let open = phrase.hasSuffix("*")
        let body = open ? phrase.dropLast() : phrase[...]
        var state = step(0, 0)
        for byte in body.utf8 { state = step(state, Int(PhraseAutomaton.symbols[Int(byte)])) }
        if !open { state = step(state, 0) }
        outputs[state].append(index)
    }

    private mutating func step(_ state: Int, _ symbol: Int) -> Int {
        let slot = state * PhraseAutomaton.alphabet + symbol
        if next[slot] < 0 {
            next[slot] = Int32(outputs.count)
            outputs.append([])
            next += Array(repeating: -1, count: PhraseAutomaton.alphabet)
        }
        return Int(next[slot])
    }

    /// Fills every missing step with that of the longest suffix, breadth first.
    mutating func link() {
        var failure = Array(repeating: 0, count: outputs.count)
        var queue: [Int] = []
        for symbol in 0..<PhraseAutomaton.alphabet {
            if next[symbol] < 0 { next[symbol] = 0 } else { queue.append(Int(next[symbol])) }
        }
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            outputs[state] += outputs[failure[state]]
            for symbol in 0..<PhraseAutomaton.alphabet {
                let slot = state * PhraseAutomaton.alphabet + symbol
                let fallback = next[failure[state] * PhraseAutomaton.alphabet + symbol]
                if next[slot] < 0 {
                    next[slot] = fallback
                } else {
                    failure[Int(next[slot])] = Int(fallback)
                    queue.append(Int(next[slot]))
                }
            }
        }
    }
}
