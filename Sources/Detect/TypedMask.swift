import Rules

/// Values recognised by their form on one line.
struct TypedMask: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ cue: TypedCue) { rawValue = 1 << UInt32(Self.order[cue] ?? 31) }

    init(_ cues: [TypedCue]) { self = cues.reduce(into: TypedMask(rawValue: 0)) { $0.formUnion(TypedMask($1)) } }

    private static let order = Dictionary(uniqueKeysWithValues: TypedCue.allCases.enumerated().map { ($1, $0) })

    static let duration = TypedMask(.duration)
    static let amount = TypedMask(.amount)
    static let number = TypedMask(.number)
    static let percent = TypedMask(.percent)
    static let clock = TypedMask(.clock)
    static let clockRange = TypedMask(.clockRange)
    static let year = TypedMask(.year)
    static let phone = TypedMask(.phone)
    static let email = TypedMask(.email)
    static let headcount = TypedMask(.headcount)
    static let score = TypedMask(.score)
    static let citation = TypedMask(.citation)
    static let listed = TypedMask(.listed)
    static let numbered = TypedMask(.numbered)
    static let cell = TypedMask(.cell)
    static let title = TypedMask(.title)
    static let short = TypedMask(.short)
    static let long = TypedMask(.long)
    static let paragraph = TypedMask(.paragraph)
    static let arrows = TypedMask(.arrows)
    static let link = TypedMask(.link)
    static let form = TypedMask(.form)
    static let question = TypedMask(.question)
    static let text = TypedMask(.text)
    static let handle = TypedMask(.handle)
    static let enumeration = TypedMask(.enumeration)
    static let head = TypedMask(.head)
    static let labelValue = TypedMask(.labelValue)
    static let sentence = TypedMask(.sentence)
    static let terse = TypedMask(.terse)
}
