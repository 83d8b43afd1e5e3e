import Model
import Rules

/// The rules made ready: every phrase in one automaton, every word set a bit.
struct Lexicon: Sendable {
    let automaton: PhraseAutomaton
    let memories = WordMemories()
    /// Word sets of each phrase; those whose name ends in `.first` stand in `firstSets` and count only where the
    /// phrase begins the line.
    private let sets: [WordMask]
    private let firstSets: [WordMask]
    /// Of those whose name ends in `.whole`: they count where the phrase is all of the line.
    private let wholeSets: [WordMask]
    /// Items each phrase is a heading of, and those it is a heading of only when it is the whole heading.
    private let headings: [ItemSet]
    private let wholeHeadings: [ItemSet]
    private let bits: [String: Int]
    let headingVetoes: [WordMask]
    let rules: [CompiledRule]
    let kinds: [CompiledKind]
    let kindEvidence: KindEvidence
    /// Weights of every piece of evidence, in the order of `KindWeight.kinds`; what is there before any is met.
    let kindWeights: [[Double]]
    let kindStart: [Double]
    let conditions: [CompiledCondition]
    let electronic: [CompiledElectronic]
    /// Parts of addresses that speak for a rule of `electronic`, by its number.
    let electronicTargets: ByteFinder
    let templates: [TemplateHint]
    let phraseCount: Int
    /// Every phrase, in the order of the automaton's numbers.
    let phrases: [String]
    let filler: WordMask
    /// Words that may follow a component's name in its heading without making it another heading.
    let headingTails: Set<String>
    /// Titles of chapters that name no service.
    let notServiceNames: WordMask
    /// Words that a name of an office begins with.
    let officeNames: WordMask
    /// Words that only offices use of themselves.
    let administration: WordMask
    /// Headings of news, related posts and other teasers: what stands under them is about something else.
    let newsBlock: WordMask
    /// Somebody is quoted on the line.
    let reportedSpeech: WordMask
    /// Who acts, at the start of a line: such a line tells a step and is no heading.
    let actors: WordMask

    /// - Throws: when the rules define more word sets than a mask has bits.
    static func check(_ source: DetectionRules) throws(DetectError) {
        let unnamed = source.kinds.count + source.conditions.count(where: Self.needsWords) + source.electronic.count
        let count = ItemKey.allCases.count + source.words.count + unnamed
        guard count <= WordMask.capacity else { throw .tooManyWordSets(count) }
    }

    /// Conditions that look at links, headings or images need their phrases as a word set.
    private static func needsWords(_ rule: ConditionRule) -> Bool { [.link, .heading, .image].contains(rule.place) }

    /// Of rules that `check` lets pass.
    init(_ source: DetectionRules) {
        var builder = LexiconBuilder()
        for heading in source.headings {
            builder.add(heading)
        }
        for set in source.words { builder.add(set) }
        var kinds: [CompiledKind] = []
        for rule in source.kinds {
            kinds.append(
                CompiledKind(rule: rule, words: WordMask(bit: builder.anonymous(rule.words)), notIf: WordMask()))
        }
        var conditions: [CompiledCondition] = []
        for rule in source.conditions {
            conditions.append(
                CompiledCondition(
                    rule: rule, phrases: rule.phrases.map { builder.phrase($0) },
                    also: rule.also.map { builder.phrase($0) },
                    words: Self.needsWords(rule) ? WordMask(bit: builder.anonymous(rule.phrases)) : WordMask()))
        }
        let channels = source.electronic.map { ($0, WordMask(bit: builder.anonymous($0.words))) }
        bits = builder.bits
        sets = builder.sets
        firstSets = builder.firstSets
        wholeSets = builder.wholeSets
        headings = builder.headings
        wholeHeadings = builder.wholeHeadings
        phraseCount = builder.phrases.count
        phrases = builder.phrases
        automaton = PhraseAutomaton(builder.phrases)
        var vetoes = Array(repeating: WordMask(), count: ItemKey.allCases.count)
        for heading in source.headings {
            for name in heading.notIf { vetoes[heading.item.index].insert(builder.bits[name] ?? 0) }
        }
        headingVetoes = vetoes
        let lookup = builder
        rules = source.rules.map { CompiledRule($0, lookup) }
        self.kinds = kinds.map { $0.with(notIf: lookup.mask($0.rule.notIf)) }
        kindEvidence = KindEvidence(rules: source.kinds)
        (kindStart, kindWeights) = Self.weights(source, kindEvidence)
        self.conditions = conditions.map { $0.with(lookup) }
        templates = source.templates
        electronic = channels.map { CompiledElectronic($0.0, words: $0.1, notLine: lookup.mask($0.0.notLine)) }
        var targets = ByteFinder()
        for (number, rule) in source.electronic.enumerated() {
            for target in rule.targets { targets.add(target, meaning: number) }
        }
        electronicTargets = targets
        officeNames = lookup.mask(["office_names"])
        administration = lookup.mask(["administration"])
        filler = lookup.mask(["filler"])
        headingTails = Set(source.phrases("heading_tail"))
        notServiceNames = lookup.mask(["no_service_name", "no_service_name.whole"])
        newsBlock = lookup.mask(["news_block", "news_block.first"])
        reportedSpeech = lookup.mask(["reported_speech"])
        actors = lookup.mask(["actor.first"])
    }

    /// Weights by the number of the evidence. A rule without a line of weights gives its own points.
    private static func weights(_ source: DetectionRules, _ evidence: KindEvidence) -> ([Double], [[Double]]) {
        var lines: [String: [PageKind: Double]] = [:]
        for rule in source.kinds { lines[rule.id] = [rule.kind: rule.points] }
        for weight in source.kindWeights { lines[weight.evidence] = weight.weights }
        func row(_ name: String) -> [Double] { KindWeight.kinds.map { lines[name]?[$0] ?? 0 } }
        return (row("always"), evidence.names.map(row))
    }

    /// Word sets of one phrase.
    func mask(_ hit: PhraseAutomaton.Hit, lineStart: Int) -> WordMask {
        var mask = sets[Int(hit.phrase)]
        if Int(hit.start) <= lineStart { mask.formUnion(firstSets[Int(hit.phrase)]) }
        return mask
    }

    /// The bit of a named word set; empty when there is none.
    func mask(named name: String) -> WordMask { bits[name].map { WordMask(bit: $0) } ?? WordMask() }

    func wholeMask(_ hit: PhraseAutomaton.Hit) -> WordMask { wholeSets[Int(hit.phrase)] }

    /// Items a phrase is the heading of; `whole`: it is all of the line.
    func headings(_ phrase: Int32, whole: Bool) -> ItemSet {
        whole ? headings[Int(phrase)].union(wholeHeadings[Int(phrase)]) : headings[Int(phrase)]
    }

    /// Word sets met anywhere in the text that is written for each value; one buffer serves all.
    func masks<Value>(
        _ values: [Value], _ memory: inout WordMemory, _ write: (inout [UInt8], Value) -> Void
    ) -> [WordMask] {
        var bytes: [UInt8] = []
        var hits: [PhraseAutomaton.Hit] = []
        return values.map { value in
            bytes.removeAll(keepingCapacity: true)
            hits.removeAll(keepingCapacity: true)
            write(&bytes, value)
            automaton.scan(bytes, 0..<bytes.count, &memory, into: &hits)
            return hits.reduce(into: WordMask()) { $0.formUnion(mask($1, lineStart: 0)) }
        }
    }

    /// Word sets met anywhere in a short text of its own.
    func mask(_ text: String) -> WordMask {
        automaton.scan(text).reduce(into: WordMask()) { $0.formUnion(mask($1, lineStart: 0)) }
    }
}

/// What stops the detector from being built.
public enum DetectError: Error, Sendable, CustomStringConvertible {
    case tooManyWordSets(Int)

    public var description: String {
        switch self {
        case .tooManyWordSets(let count):
            "the detection rules define \(count) word sets, more than \(WordMask.capacity); merge some of them"
        }
    }
}

/// Gathers phrases and their bits.
struct LexiconBuilder {
    var phrases: [String] = []
    var sets: [WordMask] = []
    var firstSets: [WordMask] = []
    var wholeSets: [WordMask] = []
    var headings: [ItemSet] = []
    var wholeHeadings: [ItemSet] = []
    var bits: [String: Int] = [:]
    var nextBit = ItemKey.allCases.count
    private var known: [String: Int] = [:]

    init() {
        for item in ItemKey.allCases { bits["heading." + item.rawValue] = item.index }
        // Our rules have 6,835 phrases; lists that grow by doubling are copied and hashed anew a dozen times.
        known.reserveCapacity(Self.expected)
        phrases.reserveCapacity(Self.expected)
        sets.reserveCapacity(Self.expected)
        firstSets.reserveCapacity(Self.expected)
        wholeSets.reserveCapacity(Self.expected)
    }

    private static let expected = 9000

    mutating func add(_ heading: HeadingRule) {
        for word in heading.words { headings[phrase(word)].insert(heading.item) }
        for word in heading.whole { wholeHeadings[phrase(word)].insert(heading.item) }
    }

    mutating func add(_ set: WordSet) {
        bits[set.name] = nextBit
        if set.name.hasSuffix(".whole") {
            for word in set.phrases { wholeSets[phrase(word)].insert(nextBit) }
        } else {
            add(set.phrases, bit: nextBit, first: set.name.hasSuffix(".first"))
        }
        nextBit += 1
    }

    /// Words written into a rule itself.
    mutating func anonymous(_ words: [String]) -> Int {
        let bit = nextBit
        add(words, bit: bit, first: false)
        nextBit += 1
        return bit
    }

    mutating func add(_ words: [String], bit: Int, first: Bool) {
        for word in words {
            let index = phrase(word)
            if first { firstSets[index].insert(bit) } else { sets[index].insert(bit) }
        }
    }

    mutating func phrase(_ text: String) -> Int {
        if let index = known[text] { return index }
        known[text] = phrases.count
        phrases.append(text)
        sets.append(WordMask())
        firstSets.append(WordMask())
        wholeSets.append(WordMask())
        headings.append(ItemSet())
        wholeHeadings.append(ItemSet())
        return phrases.count - 1
    }

    func mask(_ names: [String]) -> WordMask {
        names.reduce(into: WordMask()) { if let bit = bits[$1] { $0.insert(bit) } }
    }
}
