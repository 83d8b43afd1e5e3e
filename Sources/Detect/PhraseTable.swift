extension PhraseAutomaton {
    /// A state: where its one symbol leads and where all others are looked up, or where its row stands.
    struct Node: Sendable {
        private let bits: UInt64

        /// Symbol 6 bits, ends 1, row 1, next 28, failure 28.
        init(symbol: Int, ends: Bool, next: Int, failure: Int) {
            bits = UInt64(symbol) | (ends ? 1 << 6 : 0) | UInt64(next) << 8 | UInt64(failure) << 36
        }

        init(row: Int) { bits = 1 << 7 | UInt64(row) << 8 }

        @inline(__always) var symbol: Int { Int(bits & 63) }
        @inline(__always) var ends: Bool { bits & (1 << 6) != 0 }
        @inline(__always) var hasRow: Bool { bits & (1 << 7) != 0 }
        @inline(__always) var next: Int { Int((bits >> 8) & 0xFFF_FFFF) }
        @inline(__always) var failure: Int { Int(bits >> 36) }
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
        let open = phrase.hasSuffix("*")
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

    fileprivate func children(of state: Int) -> [Int] {
        var list: [Int] = []
        var child = Int(firstChild[state])
        while child != 0 {
            list.append(child)
            child = Int(sister[child])
        }
        return list
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
            for child in children(of: state) {
                order.append(child)
                guard state != 0 else { continue }
                var suffix = failure[state]
                while true {
                    if let longer = self.child(of: suffix, symbol[child]) {
                        failure[child] = longer
                        break
                    }
                    if suffix == 0 { break }
                    suffix = failure[suffix]
                }
            }
        }
        return (order, failure)
    }
}

/// The automaton's tables, made from the tree. States keep the order in which phrases were put in, so that those of one
/// phrase lie side by side.
struct PhraseTable {
    private(set) var nodes: [PhraseAutomaton.Node]
    private(set) var rows: [Int32] = []
    private(set) var firstOutput: [Int32] = [0]
    private(set) var outputs: [Int32] = []

    init(_ trie: PhraseTrie) {
        let (order, failure) = trie.breadthFirst()
        let lists = Self.outputs(trie, order, failure)
        for list in lists {
            outputs += list
            firstOutput.append(Int32(outputs.count))
        }
        nodes = Array(repeating: .init(row: 0), count: trie.last.count)
        for state in order {
            let first = Int(trie.firstChild[state])
            // The root has a row, so that every search ends.
            if state == 0 || trie.sister[first] != 0 {
                addRow(state, trie, failure[state], lists)
            } else {
                let symbol = first == 0 ? Self.noSymbol : Int(trie.symbol[first])
                nodes[state] = .init(
                    symbol: symbol, ends: first != 0 && !lists[first].isEmpty, next: first,
                    failure: suffix(failure[state], without: symbol))
            }
        }
    }

    /// Leads nowhere.
    private static let noSymbol = 63

    /// The longest suffix that knows other ways on than this symbol.
    private func suffix(_ failure: Int, without symbol: Int) -> Int {
        var state = failure
        while !nodes[state].hasRow, nodes[state].symbol == symbol || nodes[state].symbol == Self.noSymbol {
            state = nodes[state].failure
        }
        return state
    }

    /// Own phrases in the order they were put in, then those of the longest suffix.
    private static func outputs(_ trie: PhraseTrie, _ order: [Int], _ failure: [Int]) -> [[Int32]] {
        var lists: [[Int32]] = Array(repeating: [], count: trie.last.count)
        for state in order {
            var own: [Int32] = []
            var phrase = trie.last[state]
            while phrase >= 0 {
                own.append(phrase)
                phrase = trie.before[Int(phrase)]
            }
            own.reverse()
            if state != 0 { own += lists[failure[state]] }
            lists[state] = own
        }
        return lists
    }

    private mutating func addRow(_ state: Int, _ trie: PhraseTrie, _ failure: Int, _ lists: [[Int32]]) {
        let row = rows.count
        for symbol in 0..<PhraseAutomaton.alphabet {
            let next =
                trie.child(of: state, UInt8(symbol)) ?? (state == 0 ? 0 : step(failure, symbol))
            rows.append(Int32(next) << 1 | (lists[next].isEmpty ? 0 : 1))
        }
        nodes[state] = .init(row: row)
    }

    /// Of a state that was made already.
    private func step(_ from: Int, _ symbol: Int) -> Int {
        var node = nodes[from]
        while !node.hasRow {
            if node.symbol == symbol { return node.next }
            node = nodes[node.failure]
        }
        return Int(rows[node.next + symbol] >> 1)
    }
}
