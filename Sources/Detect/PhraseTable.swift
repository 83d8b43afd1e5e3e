extension PhraseAutomaton {
    /// A state by where it stands: twice the number of its node, or twice the start of its row and 1. One that has a row
    /// is known without being looked up.
    typealias State = Int

    /// A state with one way on: where its one symbol leads, and where all others are looked up.
    struct Node: Sendable {
        private let bits: UInt64

        /// Symbol 6 bits, ends 1, next 28, failure 28.
        init(symbol: Int, ends: Bool, next: State, failure: State) {
            bits = UInt64(symbol) | (ends ? 1 << 6 : 0) | UInt64(next) << 8 | UInt64(failure) << 36
        }

        @inline(__always) var symbol: Int { Int(bits & 63) }
        @inline(__always) var ends: Bool { bits & (1 << 6) != 0 }
        @inline(__always) var next: State { Int((bits >> 8) & 0xFFF_FFFF) }
        @inline(__always) var failure: State { Int(bits >> 36) }
    }
}

/// The tree of phrases while the automaton is built.
struct PhraseTrie {
    /// Children of each state, newest first: the first child, and for each state its symbol and its next sister. 0 none.
    fileprivate var firstChild: [Int32] = [0]
    fileprivate var sister: [Int32] = [0]
    fileprivate var symbol: [UInt8] = [0]
    /// The last phrase that ends in a state, and for each phrase the one that ended there before it; -1 none.
    fileprivate var last: [Int32] = [-1]
    fileprivate var before: [Int32]

    init(phrases: Int) { before = Array(repeating: -1, count: phrases) }

    mutating func insert(_ phrase: String, index: Int32) {
        let open = phrase.utf8.last == 42
        var state = step(0, 0)
        for byte in phrase.utf8.dropLast(open ? 1 : 0) { state = step(state, PhraseAutomaton.symbols[Int(byte)]) }
        if !open { state = step(state, 0) }
        before[Int(index)] = last[state]
        last[state] = index
    }

    private mutating func step(_ state: Int, _ wanted: UInt8) -> Int {
        if let child = child(of: state, wanted) { return child }
        let new = Int32(last.count)
        sister.append(firstChild[state])
        firstChild.append(0)
        symbol.append(wanted)
        last.append(-1)
        firstChild[state] = new
        return Int(new)
    }

    fileprivate func child(of state: Int, _ wanted: UInt8) -> Int? {
        var child = Int(firstChild[state])
        while child != 0 {
            if symbol[child] == wanted { return child }
            child = Int(sister[child])
        }
        return nil
    }

    /// Every state after its parent and after the state of its longest suffix, and those suffixes.
    fileprivate func breadthFirst() -> (order: [Int], failure: [Int]) {
        var order = [0]
        var failure = Array(repeating: 0, count: last.count)
        order.reserveCapacity(last.count)
        var head = 0
        while head < order.count {
            let state = order[head]
            head += 1
            var child = Int(firstChild[state])
            while child != 0 {
                order.append(child)
                if state != 0 { failure[child] = longestSuffix(from: failure[state], symbol[child], failure) }
                child = Int(sister[child])
            }
        }
        return (order, failure)
    }

    private func longestSuffix(from start: Int, _ symbol: UInt8, _ failure: [Int]) -> Int {
        var suffix = start
        while true {
            if let longer = child(of: suffix, symbol) { return longer }
            if suffix == 0 { return 0 }
            suffix = failure[suffix]
        }
    }
}

/// The automaton's tables, made from the tree. States keep the order in which phrases were put in, so that those of one
/// phrase lie side by side.
struct PhraseTable {
    private(set) var nodes: [PhraseAutomaton.Node]
    private(set) var rows: [Int32] = []
    /// The number of the state each row belongs to.
    private(set) var rowNumbers: [Int32] = []
    private(set) var firstOutput: [Int32]
    private(set) var outputs: [Int32]
    private(set) var root: PhraseAutomaton.State = 0

    /// Leads nowhere.
    private static let noSymbol = 63

    init(_ trie: PhraseTrie) {
        let (order, failure) = trie.breadthFirst()
        (firstOutput, outputs) = Self.outputs(trie, order, failure)
        var places = [PhraseAutomaton.State](repeating: 0, count: trie.last.count)
        for state in order {
            // The root has a row, so that every search ends.
            if state == 0 || trie.sister[Int(trie.firstChild[state])] != 0 {
                places[state] = rowNumbers.count * PhraseAutomaton.alphabet << 1 | 1
                rowNumbers.append(Int32(state))
            } else {
                places[state] = state << 1
            }
        }
        root = places[0]
        rows.reserveCapacity(rowNumbers.count * PhraseAutomaton.alphabet)
        nodes = Array(
            repeating: .init(symbol: Self.noSymbol, ends: false, next: 0, failure: root), count: trie.last.count)
        for state in order {
            if places[state] & 1 != 0 {
                addRow(state, trie, places, places[failure[state]])
            } else {
                let first = Int(trie.firstChild[state])
                let symbol = first == 0 ? Self.noSymbol : Int(trie.symbol[first])
                nodes[state] = .init(
                    symbol: symbol, ends: first != 0 && hasOutput(first), next: places[first],
                    failure: suffix(places[failure[state]], without: symbol))
            }
        }
    }

    private func hasOutput(_ state: Int) -> Bool { firstOutput[state] != firstOutput[state + 1] }

    /// The longest suffix that knows other ways on than this symbol.
    private func suffix(_ failure: PhraseAutomaton.State, without symbol: Int) -> PhraseAutomaton.State {
        var state = failure
        while state & 1 == 0, nodes[state >> 1].symbol == symbol || nodes[state >> 1].symbol == Self.noSymbol {
            state = nodes[state >> 1].failure
        }
        return state
    }

    /// Own phrases in the order they were put in, then those of the longest suffix: counted first, then written, because
    /// a list for each of 54,000 states took 3 of the 25 ms that the table took at every start (now 8).
    private static func outputs(
        _ trie: PhraseTrie, _ order: [Int], _ failure: [Int]
    ) -> (first: [Int32], outputs: [Int32]) {
        var own = [Int32](repeating: 0, count: trie.last.count)
        var all = own
        for state in order {
            var phrase = trie.last[state]
            while phrase >= 0 {
                own[state] += 1
                phrase = trie.before[Int(phrase)]
            }
            all[state] = own[state] + (state == 0 ? 0 : all[failure[state]])
        }
        var first: [Int32] = [0]
        first.reserveCapacity(all.count + 1)
        for count in all { first.append(first[first.count - 1] + count) }
        var outputs = [Int32](repeating: 0, count: Int(first[all.count]))
        for state in order where all[state] > 0 {
            var at = Int(first[state] + own[state])
            var phrase = trie.last[state]
            while phrase >= 0 {
                at -= 1
                outputs[at] = phrase
                phrase = trie.before[Int(phrase)]
            }
            guard state != 0 else { continue }
            at = Int(first[state] + own[state])
            for inherited in Int(first[failure[state]])..<Int(first[failure[state] + 1]) {
                outputs[at] = outputs[inherited]
                at += 1
            }
        }
        return (first, outputs)
    }

    /// What the longest suffix does, but for the state's own ways on.
    private mutating func addRow(
        _ state: Int, _ trie: PhraseTrie, _ places: [PhraseAutomaton.State], _ failure: PhraseAutomaton.State
    ) {
        let start = rows.count
        for symbol in 0..<PhraseAutomaton.alphabet {
            rows.append(state == 0 ? Int32(root) << 1 : step(failure, symbol))
        }
        var child = Int(trie.firstChild[state])
        while child != 0 {
            rows[start + Int(trie.symbol[child])] = Int32(places[child]) << 1 | (hasOutput(child) ? 1 : 0)
            child = Int(trie.sister[child])
        }
    }

    /// Of a state that was made already, as a row writes it.
    private func step(_ from: PhraseAutomaton.State, _ symbol: Int) -> Int32 {
        var state = from
        while state & 1 == 0 {
            let node = nodes[state >> 1]
            if node.symbol == symbol { return Int32(node.next) << 1 | (node.ends ? 1 : 0) }
            state = node.failure
        }
        return rows[(state >> 1) + symbol]
    }
}
