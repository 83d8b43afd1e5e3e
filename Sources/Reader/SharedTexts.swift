/// The texts that were met last on the wire, kept alike by writer and reader: one that comes again is written as its place.
///
/// A finding stands under its item and under the service it speaks of, and a line is quoted by several rules: of a farm
/// page's 91 findings most words come twice.
struct SharedTexts {
    private var texts: [String] = []
    /// Bytes that places stood for so far.
    private var spared = 0

    private static let places = 256
    /// Longer texts are not kept: quotations are shorter.
    private static let longest = 1200
    /// A page's findings come to a tenth of this. A reader that somebody has taken over shall not make gigabytes of a
    /// frame by saying one long text a million times.
    private static let most = 4_000_000

    /// Where the text stands; nil when it does not, and then it does from now on.
    mutating func place(of text: String) -> Int? {
        let bytes = text.utf8.span
        guard !bytes.isEmpty, bytes.count <= Self.longest else { return nil }
        let place = Self.place(bytes)
        if !texts.isEmpty, Self.isSame(texts[place].utf8.span, bytes), spared + bytes.count <= Self.most {
            spared += bytes.count
            return place
        }
        keep(text, place)
        return nil
    }

    /// A text that was written out, for those who read.
    mutating func remember(_ text: String) {
        let bytes = text.utf8.span
        if !bytes.isEmpty, bytes.count <= Self.longest { keep(text, Self.place(bytes)) }
    }

    /// The text at a place; nil when none stands there, or when too much was said so.
    mutating func text(at place: Int) -> String? {
        guard texts.indices.contains(place), !texts[place].isEmpty else { return nil }
        spared += texts[place].utf8.count
        return spared <= Self.most ? texts[place] : nil
    }

    private mutating func keep(_ text: String, _ place: Int) {
        if texts.isEmpty { texts = Array(repeating: "", count: Self.places) }
        texts[place] = text
    }

    private static func place(_ bytes: Span<UInt8>) -> Int {
        let count = bytes.count
        let mark =
            count &* 7 &+ Int(bytes[count - 1]) &* 31 &+ Int(bytes[count / 2]) &* 113 &+ Int(bytes[count / 3]) &* 17
        return mark & (places - 1)
    }

    /// Byte by byte: two Strings are equal when their letters are, however composed.
    private static func isSame(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
        guard one.count == other.count else { return false }
        for at in one.indices where one[at] != other[at] { return false }
        return true
    }
}
