import CZip
import Cage
import Foundation

@testable import Documents

/// Files the tests make themselves: images drawn by ImageMagick, archives by libzip.
enum MadeFiles {
    static let canRecognise =
        Files.program("convert") != nil && OCR.isInstalled() && Files.program("pdftoppm") != nil

    /// Lines of text drawn as an image.
    static func image(_ lines: [String], format: String = "png", size: Int = 28, noise: Bool = false) -> [UInt8] {
        let text = lines.joined(separator: "\n")
        var words = ["-background", "white", "-fill", "black", "-pointsize", "\(size)", "label:\(text)"]
        words += ["-bordercolor", "white", "-border", "30"]
        if noise { words += ["-resize", "22%", "-attenuate", "0.4", "+noise", "Gaussian", "-resize", "400%"] }
        return convert(words + ["\(format):-"])
    }

    static func convert(_ words: [String], input: [UInt8] = []) -> [UInt8] {
        PlainRun([Files.program("convert") ?? "/usr/bin/convert"] + words).run(input).output
    }

    /// A PDF whose only content is an image of these lines, as a scanner makes it.
    static func scan(_ lines: [String]) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-scan-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let jpeg = convert(
            ["-size", "1240x1754", "xc:white", "-fill", "black", "-pointsize", "34"]
                + lines.enumerated().flatMap { ["-annotate", "+100+\(200 + $0 * 60)", $1] } + ["jpeg:-"])
        return pdf(jpeg: jpeg, width: 1240, height: 1754)
    }

    private static func pdf(jpeg: [UInt8], width: Int, height: Int) -> [UInt8] {
        let draw = "595 0 0 842 0 0 cm /I Do"
        let head = """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>> endobj
            4 0 obj <</Length \(draw.utf8.count)>> stream
            \(draw)
            endstream endobj
            5 0 obj <</Type/XObject/Subtype/Image/Width \(width)/Height \(height)/ColorSpace/DeviceGray\
            /BitsPerComponent 8/Filter/DCTDecode/Length \(jpeg.count)>> stream

            """
        return Array(head.utf8) + jpeg + Array("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF".utf8)
    }

    /// An archive with these files; a part may be huge, it is packed as it is written.
    static func archive(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-\(UUID().uuidString).zip").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var code: Int32 = 0
        guard let zip = unsafe zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { return [] }
        for part in parts {
            guard let copy = unsafe malloc(max(part.bytes.count, 1)) else { return [] }
            unsafe part.bytes.withUnsafeBytes { bytes in
                if let start = bytes.baseAddress { unsafe memcpy(copy, start, bytes.count) }
            }
            let source = unsafe zip_source_buffer(zip, copy, UInt64(part.bytes.count), 1)
            _ = unsafe zip_file_add(zip, part.name, source, 0)
        }
        _ = unsafe zip_close(zip)
        return (try? Data(contentsOf: URL(fileURLWithPath: path))).map { [UInt8]($0) } ?? []
    }

    static func docx(_ body: String, styles: String? = nil, head: String = "") -> [UInt8] {
        let document = """
            <?xml version="1.0" encoding="UTF-8"?>\(head)\
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\(body)</w:body>\
            </w:document>
            """
        var parts = [("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(document.utf8))]
        if let styles { parts.append(("word/styles.xml", Array("<w:styles xmlns:w=\"w\">\(styles)</w:styles>".utf8))) }
        return archive(parts)
    }
}
