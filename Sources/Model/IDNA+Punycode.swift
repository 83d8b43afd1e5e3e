/// Punycode (RFC 3492): the letters-and-digits form of one label.
enum Punycode {
    static func encode(_ label: [Unicode.Scalar]) -> [UInt8]? {
        var out = label.filter(\.isASCII).map { UInt8($0.value) }
        let basic = out.count
        var handled = basic
        if basic > 0 { out.append(hyphen) }
        var state = State()
        var n: UInt32 = 128
        while handled < label.count {
            guard let next = label.lazy.map(\.value).filter({ $0 >= n }).min() else { return nil }
            let (step, overflow) = Int(next - n).multipliedReportingOverflow(by: handled + 1)
            guard !overflow, state.delta <= Int(UInt32.max) - step else { return nil }
            state.delta += step
            n = next
            for scalar in label {
                if scalar.value < n { state.delta += 1 }
                guard scalar.value == n else { continue }
                state.appendDelta(to: &out)
                state.adapt(count: handled + 1, first: handled == basic)
                state.delta = 0
                handled += 1
            }
            state.delta += 1
            n += 1
        }
        return out
    }

    /// The characters of a label given without its `xn--`; nil when it is no punycode.
    static func decode(_ bytes: [UInt8]) -> [Unicode.Scalar]? {
        guard bytes.allSatisfy({ $0 < 128 }) else { return nil }
        let cut = bytes.lastIndex(of: hyphen)
        var out = bytes[..<(cut ?? 0)].map { Unicode.Scalar($0) }
        var state = State()
        var n: UInt32 = 128
        var position = 0
        var input = bytes[((cut ?? -1) + 1)...]
        while !input.isEmpty {
            let before = position
            guard state.readDelta(&input, into: &position) else { return nil }
            state.delta = position - before
            state.adapt(count: out.count + 1, first: before == 0)
            guard position / (out.count + 1) <= 0x10FFFF else { return nil }
            n += UInt32(position / (out.count + 1))
            position %= out.count + 1
            guard let scalar = Unicode.Scalar(n) else { return nil }
            out.insert(scalar, at: position)
            position += 1
        }
        return out
    }

    private static let hyphen = UInt8(ascii: "-")

    /// The bias that makes frequent deltas short (RFC 3492, section 6).
    private struct State {
        var delta = 0
        private var bias = 72

        init() {}

        private func threshold(_ k: Int) -> Int { min(max(k - bias, 1), 26) }

        mutating func adapt(count: Int, first: Bool) {
            var delta = first ? delta / 700 : delta / 2
            delta += delta / count
            var k = 0
            while delta > 455 {
                delta /= 35
                k += 36
            }
            bias = k + 36 * delta / (delta + 38)
        }

        func appendDelta(to out: inout [UInt8]) {
            var q = delta
            var k = 36
            while q >= threshold(k) {
                let t = threshold(k)
                out.append(Self.digit(t + (q - t) % (36 - t)))
                q = (q - t) / (36 - t)
                k += 36
            }
            out.append(Self.digit(q))
        }

        func readDelta(_ input: inout ArraySlice<UInt8>, into position: inout Int) -> Bool {
            var weight = 1
            var k = 36
            while let byte = input.popFirst() {
                guard let digit = Self.value(byte), weight < 1 << 40 else { return false }
                position += digit * weight
                guard position <= Int(UInt32.max) else { return false }
                let t = threshold(k)
                if digit < t { return true }
                weight *= 36 - t
                k += 36
            }
            return false
        }

        private static func digit(_ value: Int) -> UInt8 {
            value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
        }

        private static func value(_ byte: UInt8) -> Int? {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A"))
            case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
            default: nil
            }
        }
    }
}
