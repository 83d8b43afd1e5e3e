/// What the markup of a page does for people who cannot see, hear or point: counted by the parser, judged by Detect.
public struct PageMarkup: Sendable, Hashable {
    /// Content of `meta name=viewport`; nil when there is none.
    public var viewport: String?
    /// Visible images, and those without any `alt` attribute (an empty one says "decoration" and counts as said).
    public var imageCount = 0
    public var imagesWithoutAlt = 0
    /// File names of the first of them.
    public var imagesWithoutAltNames: [String] = []
    /// Fields a person fills in, and those that no label, `aria-label`, `aria-labelledby` or `title` names.
    public var fieldCount = 0
    public var fieldsWithoutLabel = 0
    /// Name, placeholder or type of the first of them.
    public var fieldsWithoutLabelNames: [String] = []

    public init() {}

    /// How many names are kept of each kind.
    public static let nameLimit = 5
}
