/// A piece of HTML. Literal parts go in as they are, every interpolated text is cleaned and escaped.
///
/// `"<td title=\"\(name)\">\(name)</td>" as Markup` is safe for any name: in text and in quoted attributes.
package struct Markup: Sendable, ExpressibleByStringInterpolation {
    package var bytes: [UInt8]

    package init() { bytes = [] }

    /// A style sheet or script of ours, as it is.
    init(ours text: String) { bytes = Array(text.utf8) }

    package init(stringLiteral value: String) { bytes = Array(value.utf8) }

    package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

    package static func += (left: inout Markup, right: Markup) { left.bytes += right.bytes }

    package static func + (left: Markup, right: Markup) -> Markup {
        var sum = left
        sum += right
        return sum
    }

    package var isEmpty: Bool { bytes.isEmpty }

    /// The pieces one after the other.
    package static func join(_ pieces: some Sequence<Markup>, separator: Markup = "") -> Markup {
        var result = Markup()
        var first = true
        for piece in pieces {
            if !first { result += separator }
            result += piece
            first = false
        }
        return result
    }

    /// Collects the parts of an interpolated literal.
    package struct StringInterpolation: StringInterpolationProtocol {
        package var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: String) { bytes += literal.utf8 }

        package mutating func appendInterpolation(_ markup: Markup) { bytes += markup.bytes }

        package mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }

        package mutating func appendInterpolation(_ text: String, limit: Int = PlainText.displayLimit) {
            Markup.escape(PlainText.clean(text, limit: limit), into: &bytes)
        }

        /// Words of our own, whose spaces at the ends are meant: escaped, not cleaned.
        package mutating func appendInterpolation(own text: String) { Markup.escape(text, into: &bytes) }

        /// An address inside an attribute or text: never cut, because half an address is another one.
        package mutating func appendInterpolation(address text: String) {
            Markup.escape(PlainText.clean(text, limit: 8_000), into: &bytes)
        }
    }

    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case 0x26: bytes += "&amp;".utf8
            case 0x3C: bytes += "&lt;".utf8
            case 0x3E: bytes += "&gt;".utf8
            case 0x22: bytes += "&quot;".utf8
            case 0x27: bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
    }
}
