/// All phrases in one automaton (Aho and Corasick, 1975): about one look-up per byte of text.
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

    /// States with one way on (9 of 10) are one word, the others have a row of the table: 0.9 MB instead of 8.1, which the
    /// caches of a core do not hold.
    private let nodes: [Node]
    /// At the start of a row and a symbol: twice the state that follows, plus 1 when phrases end there.
    private let rows: [Int32]
    /// Number of the state of each row; a node's is its index.
    private let rowNumbers: [Int32]
    /// Phrases that end in state number `n`: `outputs[firstOutput[n]..<firstOutput[n + 1]]`.
    private let firstOutput: [Int32]
    private let outputs: [Int32]
    /// Folded length of every phrase, borders not included, and whether a border closes it.
    private let lengths: [Int32]
    private let closed: [Bool]
    /// Before any phrase, and behind a border.
    private let root: State
    private var start: State = 0

    init(_ phrases: [String]) {
        var trie = PhraseTrie(phrases: phrases.count)
        for (index, phrase) in phrases.enumerated() { trie.insert(phrase, index: Int32(index)) }
        let table = PhraseTable(trie)
        nodes = table.nodes
        rows = table.rows
        rowNumbers = table.rowNumbers
        root = table.root
        firstOutput = table.firstOutput
        outputs = table.outputs
        lengths = phrases.map { Int32($0.utf8.count - ($0.utf8.last == 42 ? 1 : 0)) }
        closed = phrases.map { $0.utf8.last != 42 }
        start = step(root, 0).state
    }

    /// Where a symbol leads, and whether phrases end there.
    @inline(__always)
    private func step(_ from: State, _ symbol: Int) -> (state: State, ends: Bool) {
        var state = from
        while state & 1 == 0 {
            let node = nodes[state >> 1]
            if node.symbol == symbol { return (node.next, node.ends) }
            state = node.failure
        }
        let step = Int(rows[state >> 1 &+ symbol])
        return (step >> 1, step & 1 != 0)
    }

    /// Appends every phrase met in a range of a UTF-8 text.
    func scan(_ text: [UInt8], _ range: Range<Int>, into hits: inout [Hit]) {
        let bytes = text.span.extracting(range)
        var state = start
        var at = Self.wordStart(bytes, 0)
        while at < bytes.count {
            let end = Self.wordEnd(bytes, at)
            state = walk(at..<end, from: state, text, range, &hits)
            at = Self.wordStart(bytes, end)
        }
    }

    /// The same with a memory of words: a page says the same few hundred words again and again, and a word costs a look-up
    /// in a megabyte for each of its letters.
    ///
    /// The first letters are walked: behind them the automaton mostly is where it would be at the start of a text, whatever
    /// words went before, and the memory need not know every pair of words.
    func scan(_ text: [UInt8], _ range: Range<Int>, _ memory: inout WordMemory, into hits: inout [Hit]) {
        let bytes = text.span.extracting(range)
        let symbols = Self.symbols
        var state = start
        var at = Self.wordStart(bytes, 0)
        while at < bytes.count {
            var word = WordMemory.Word()
            let begin = at
            while at < bytes.count {
                let symbol = symbols[Int(bytes[at])]
                if symbol == 0 { break }
                word.add(symbol)
                at += 1
            }
            let rest = min(at, begin + Self.walked)
            state = letters(begin..<rest, from: state, text, range, &hits)
            let slot = memory.slot(word, state)
            let start = range.lowerBound + begin
            if rest == at || state == root {
                state = border(at, from: state, text, range, &hits)
            } else if let known = memory.next(slot, word, state, at: start, &hits) {
                state = known
            } else {
                let met = hits.count
                let next = walk(rest..<at, from: state, text, range, &hits)
                memory.keep(slot, word, state, next, at: start, hits[met...])
                state = next
            }
            at = Self.wordStart(bytes, at)
        }
    }

    /// Letters of a word that are walked before the memory is asked.
    private static let walked = 3

    /// Over the letters of a word and the border behind it.
    private func walk(
        _ word: Range<Int>, from first: State, _ text: [UInt8], _ range: Range<Int>, _ hits: inout [Hit]
    ) -> State {
        border(word.upperBound, from: letters(word, from: first, text, range, &hits), text, range, &hits)
    }

    @inline(__always)
    private func letters(
        _ word: Range<Int>, from first: State, _ text: [UInt8], _ range: Range<Int>, _ hits: inout [Hit]
    ) -> State {
        var state = first
        let symbols = Self.symbols
        for at in word {
            let (next, ends) = step(state, Int(symbols[Int(text[range.lowerBound + at])]))
            state = next
            if ends { emit(state, range.lowerBound + at + 1, text, range, &hits) }
            // Nothing has begun, and phrases begin behind a border: on to the next one (a third of the look-ups).
            if state == root { break }
        }
        return state
    }

    @inline(__always)
    private func border(
        _ end: Int, from state: State, _ text: [UInt8], _ range: Range<Int>, _ hits: inout [Hit]
    ) -> State {
        let (next, ends) = step(state, 0)
        if ends { emit(next, range.lowerBound + end, text, range, &hits) }
        return next
    }

    @inline(__always)
    private static func wordStart(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var at = start
        while at < bytes.count, symbols[Int(bytes[at])] == 0 { at += 1 }
        return at
    }

    @inline(__always)
    private static func wordEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var at = start
        while at < bytes.count, symbols[Int(bytes[at])] != 0 { at += 1 }
        return at
    }

    /// The phrases met in a short text of its own (title, link text, file name).
    func scan(_ text: String) -> [Hit] {
        var hits: [Hit] = []
        let bytes = Array(text.utf8)
        scan(bytes, 0..<bytes.count, into: &hits)
        return hits
    }

    private func emit(_ state: State, _ end: Int, _ text: [UInt8], _ range: Range<Int>, _ hits: inout [Hit]) {
        let number = state & 1 == 0 ? state >> 1 : Int(rowNumbers[(state >> 1) / Self.alphabet])
        for output in Int(firstOutput[number])..<Int(firstOutput[number + 1]) {
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
