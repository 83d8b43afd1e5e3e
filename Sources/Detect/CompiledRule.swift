import Model
import Rules

/// One condition: any of these word sets or forms.
struct Cue: Sendable {
    var words: WordMask
    var typed: TypedMask

    var isEmpty: Bool { words.isEmpty && typed.isEmpty }

    func meets(_ words: WordMask, _ typed: TypedMask) -> Bool {
        self.words.intersects(words) || !self.typed.isDisjoint(with: typed)
    }
}

/// A rule with its names turned into bits.
final class CompiledRule: Sendable {
    let rule: DetectionRule
    let place: DetectionRule.Place
    /// The item of the rule alone.
    let item: ItemSet
    let line: [Cue]
    let near: [Cue]
    let under: [Cue]
    let page: [Cue]
    let notLine: Cue
    let notNear: Cue
    let notUnder: Cue
    let target: WordMask
    let hasTarget: Bool
    let notKinds: KindSet
    let kinds: KindSet

    init(_ rule: DetectionRule, _ lookup: LexiconBuilder) {
        func cue(_ choice: CueChoice) -> Cue { Cue(words: lookup.mask(choice.words), typed: TypedMask(choice.typed)) }
        self.rule = rule
        place = rule.place
        item = ItemSet([rule.item])
        line = rule.line.map(cue)
        near = rule.near.map(cue)
        under = rule.under.map(cue)
        page = rule.page.map(cue)
        notLine = cue(rule.notLine)
        notNear = cue(rule.notNear)
        notUnder = cue(rule.notUnder)
        target = lookup.mask(rule.target)
        hasTarget = !rule.target.isEmpty
        notKinds = KindSet(rule.notKinds)
        kinds = KindSet(rule.kinds)
    }
}

final class CompiledKind: Sendable {
    let rule: PageKindRule
    let words: WordMask
    let typed: TypedMask
    let facts: FactSet
    let notIf: WordMask

    init(rule: PageKindRule, words: WordMask, notIf: WordMask) {
        self.rule = rule
        self.words = words
        typed = TypedMask(rule.typed)
        facts = FactSet(rule.facts)
        self.notIf = notIf
    }

    func with(notIf: WordMask) -> CompiledKind { CompiledKind(rule: rule, words: words, notIf: notIf) }
}

final class CompiledCondition: Sendable {
    let rule: ConditionRule
    let phrases: [Int]
    let also: [Int]
    /// The phrases as one word set.
    let words: WordMask
    let notIf: WordMask
    let notLine: WordMask
    let hosts: [[UInt8]]
    let facts: FactSet

    init(
        rule: ConditionRule, phrases: [Int], also: [Int], words: WordMask, notIf: WordMask = WordMask(),
        notLine: WordMask = WordMask()
    ) {
        self.rule = rule
        self.phrases = phrases
        self.also = also
        self.words = words
        self.notIf = notIf
        self.notLine = notLine
        hosts = rule.hosts.map { Array($0.utf8) }
        facts = FactSet(rule.facts)
    }

    func with(_ lookup: LexiconBuilder) -> CompiledCondition {
        CompiledCondition(
            rule: rule, phrases: phrases, also: also, words: words, notIf: lookup.mask(rule.notIf),
            notLine: lookup.mask(rule.notLine))
    }
}

final class CompiledElectronic: Sendable {
    let rule: ElectronicRule
    let words: WordMask
    let typed: TypedMask
    let notLine: WordMask

    init(_ rule: ElectronicRule, words: WordMask, notLine: WordMask) {
        self.rule = rule
        self.words = words
        typed = TypedMask(rule.typed)
        self.notLine = notLine
    }
}
