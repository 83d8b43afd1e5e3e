import Testing

@testable import Documents

@Suite struct ImageHeaderTests {
    @Test(arguments: ["png", "jpeg", "gif", "webp", "bmp3", "tiff"])
    func `the size of an image, by its header`(format: String) throws {
        guard MadeFiles.canRecognise else { return }
        let body = MadeFiles.convert(["-size", "321x123", "xc:white", "\(format):-"])
        let kind = try #require(DocumentKind(body))
        #expect(kind.isImage)
        #expect(ImageHeader(body, kind: kind) == ImageHeader(width: 321, height: 123))
    }

    /// A PNG header that claims 100,000 by 100,000 pixels: 10 gigapixels, 40 GB in colour.
    static func bomb(width: UInt32, height: UInt32) -> [UInt8] {
        func big(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + big(width)
            + big(height) + [8, 6, 0, 0, 0, 0, 0, 0, 0]
    }

    @Test(arguments: [
        (bomb(width: 100_000, height: 100_000), OCR.Note.tooLarge), (bomb(width: 400_000, height: 20), .tooLarge),
        (bomb(width: 0xFFFF_FFFF, height: 0xFFFF_FFFF), .tooLarge), (bomb(width: 64, height: 900), .tooSmall),
        (bomb(width: 0, height: 900), .failed), (Array(bomb(width: 500, height: 500).prefix(18)), .failed),
    ])
    func `claims past the limit are refused before anything is unpacked`(body: [UInt8], note: OCR.Note) {
        #expect(OCR.refusal(of: body, kind: .png, .init()) == note)
    }

    @Test(arguments: 2...40)
    func `damaged headers of every kind end, and never trap`(length: Int) {
        let samples: [([UInt8], DocumentKind)] = [
            (Array(repeating: 0xFF, count: length), .jpeg),
            ([0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 0, count: length), .jpeg),
            ([0x49, 0x49, 0x2A, 0] + Array(repeating: 0xFF, count: length), .tiff),
            (Array("RIFF0000WEBPVP8X".utf8) + Array(repeating: 1, count: length), .webp),
            (Array("BM".utf8) + Array(repeating: 0xFF, count: length), .bmp),
            (Array(repeating: 0x21, count: length), .gif),
        ]
        for (body, kind) in samples { if let header = ImageHeader(body, kind: kind) { #expect(header.pixels > 0) } }
    }
}
