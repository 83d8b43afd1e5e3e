/// Makes hostile inputs out of good ones: input number N of a reader is the same on every machine, so a number is enough
/// to meet a crash again.
struct Mutator {
    let seeds: [[UInt8]]
    let words: [[UInt8]]

    /// - Parameters:
    ///   - seeds: well-formed inputs.
    ///   - words: pieces of the format that are put in whole.
    init(seeds: [[UInt8]], words: [String]) {
        self.seeds = seeds
        self.words = words.map { Array($0.utf8) }
    }

    /// Longest input.
    static let sizeLimit = 20_000

    func input(_ number: UInt64) -> [UInt8] {
        var random = SplitMix(state: number &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        var bytes = seeds[random.below(seeds.count)]
        for _ in 0..<(1 + random.below(6)) { change(&bytes, &random) }
        if bytes.count > Self.sizeLimit { bytes.removeLast(bytes.count - Self.sizeLimit) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        let at = random.below(bytes.count + 1)
        switch random.below(9) {
        case 0 where at < bytes.count: bytes[at] ^= UInt8(1 << random.below(8))
        case 1 where at < bytes.count: bytes[at] = Self.oddBytes[random.below(Self.oddBytes.count)]
        case 2: bytes.insert(contentsOf: words[random.below(words.count)], at: at)
        case 3: bytes.removeSubrange(at..<min(bytes.count, at + random.below(40)))
        case 4: bytes.removeLast(bytes.count - at)
        case 5: repeatPiece(&bytes, from: at, &random)
        case 6: bytes.insert(contentsOf: (0..<random.below(12)).map { _ in UInt8(random.below(256)) }, at: at)
        case 7:
            let other = seeds[random.below(seeds.count)]
            bytes.insert(contentsOf: other[random.below(other.count + 1)...].prefix(200), at: at)
        default:
            bytes.insert(contentsOf: Array(repeating: words[random.below(words.count)], count: 30).joined(), at: at)
        }
    }

    private func repeatPiece(_ bytes: inout [UInt8], from start: Int, _ random: inout SplitMix) {
        let piece = Array(bytes[start...].prefix(1 + random.below(60)))
        for _ in 0..<random.below(60) { bytes.insert(contentsOf: piece, at: start) }
    }

    private static let oddBytes: [UInt8] = [
        0, 9, 10, 13, 32, 34, 37, 38, 39, 47, 60, 62, 92, 127, 128, 0xC0, 0xED, 0xEF, 0xFF,
    ]
}

/// A small generator with a state that can be set (Steele, Lea, Flood 2014).
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }
}
