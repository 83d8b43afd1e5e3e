/// Width and height of an image as its header claims, without unpacking it: a PNG of 1 KB can claim 10 gigapixels.
///
/// Sources: PNG (RFC 2083 section 4.1.1), JPEG (ITU T.81 B.2.2), GIF89a, WebP (RFC 9649), BMP, TIFF 6.0.
public struct ImageHeader: Sendable, Hashable {
    public var width: Int
    public var height: Int

    public var pixels: Int { width.multipliedReportingOverflow(by: height).overflow ? .max : width * height }

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Nil when the header is damaged, or of a kind whose size is not read.
    public init?(_ body: [UInt8], kind: DocumentKind) {
        let bytes = HeaderBytes(body)
        let size: (Int?, Int?) =
            switch kind {
            case .png: (bytes.big(16, 4), bytes.big(20, 4))
            case .gif: (bytes.little(6, 2), bytes.little(8, 2))
            case .bmp: (bytes.little(18, 4), bytes.little(22, 4).map { $0 > Int(Int32.max) ? 0x1_0000_0000 - $0 : $0 })
            case .webp: Self.webp(bytes)
            case .jpeg: Self.jpeg(bytes)
            case .tiff: Self.tiff(bytes)
            case .pdf, .docx, .xlsx, .pptx, .odt, .oldOffice, .packed, .archive: (nil, nil)
            }
        guard let width = size.0, let height = size.1, width > 0, height > 0 else { return nil }
        self.init(width: width, height: height)
    }

    private static func webp(_ bytes: HeaderBytes) -> (Int?, Int?) {
        switch bytes.big(12, 4) {
        case 0x5650_3858: (bytes.little(24, 3).map { $0 + 1 }, bytes.little(27, 3).map { $0 + 1 })
        case 0x5650_384C:
            (bytes.little(21, 4).map { $0 & 0x3FFF + 1 }, bytes.little(21, 4).map { ($0 >> 14) & 0x3FFF + 1 })
        case 0x5650_3820: (bytes.little(26, 2).map { $0 & 0x3FFF }, bytes.little(28, 2).map { $0 & 0x3FFF })
        default: (nil, nil)
        }
    }

    /// The frame header (SOF0 to SOF15 without DHT, JPG, DAC) carries the size; segments before it are skipped.
    private static func jpeg(_ bytes: HeaderBytes) -> (Int?, Int?) {
        var at = 2
        for _ in 0..<2000 {
            guard bytes.big(at, 1) == 0xFF, let marker = bytes.big(at + 1, 1) else { return (nil, nil) }
            if marker == 0xFF {
                at += 1
            } else if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return (bytes.big(at + 7, 2), bytes.big(at + 5, 2))
            } else {
                guard let length = bytes.big(at + 2, 2), length >= 2 else { return (nil, nil) }
                at += 2 + length
            }
        }
        return (nil, nil)
    }

    /// Tags 256 and 257 of the first directory; values of type SHORT or LONG.
    private static func tiff(_ bytes: HeaderBytes) -> (Int?, Int?) {
        let isLittle = bytes.big(0, 1) == 0x49
        func number(_ at: Int, _ count: Int) -> Int? { isLittle ? bytes.little(at, count) : bytes.big(at, count) }
        guard let start = number(4, 4), let entries = number(start, 2), entries <= 500 else { return (nil, nil) }
        var size: [Int: Int] = [:]
        for index in 0..<entries {
            let at = start + 2 + index * 12
            guard let tag = number(at, 2), tag == 256 || tag == 257, let type = number(at + 2, 2) else { continue }
            size[tag] = number(at + 8, type == 3 ? 2 : 4)
        }
        return (size[256], size[257])
    }
}

/// Numbers at places of a file; nil past its end.
private struct HeaderBytes {
    private let body: [UInt8]

    init(_ body: [UInt8]) { self.body = body }

    func big(_ at: Int, _ count: Int) -> Int? {
        guard at >= 0, at + count <= body.count else { return nil }
        return body[at..<(at + count)].reduce(0) { $0 << 8 | Int($1) }
    }

    func little(_ at: Int, _ count: Int) -> Int? {
        guard at >= 0, at + count <= body.count else { return nil }
        return body[at..<(at + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
