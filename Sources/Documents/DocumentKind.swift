import Parse

/// What a body is, by its first bytes: names and content types of the web are claims.
public enum DocumentKind: String, Sendable, Hashable {
    case pdf
    case png, jpeg, gif, webp, bmp, tiff
    /// Office Open XML and OpenDocument.
    case docx, xlsx, pptx, odt
    /// Old binary office files (OLE compound file), which are not read.
    case oldOffice = "old_office"
    /// A ZIP archive: which kind, its list of files says. Opening it is the reader's work.
    case packed
    case archive

    /// By the first bytes alone; nil for what is most likely a page.
    public init?(_ body: [UInt8]) {
        // Nearly all bodies are pages.
        if body.first(where: { $0 > 32 }) == UInt8(ascii: "<") { return nil }
        func starts(_ text: String) -> Bool { body.starts(with: text.utf8) }
        if body.prefix(1024).holds("%PDF-") {
            self = .pdf
        } else if body.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if body.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if starts("GIF87a") || starts("GIF89a") {
            self = .gif
        } else if starts("RIFF"), body.dropFirst(8).starts(with: "WEBP".utf8) {
            self = .webp
        } else if starts("BM"), body.count > 26, body[6...9].allSatisfy({ $0 == 0 }) {
            self = .bmp
        } else if body.starts(with: [0x49, 0x49, 0x2A, 0]) || body.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
            self = .tiff
        } else if body.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldOffice
        } else if body.starts(with: [0x50, 0x4B, 3, 4]) {
            self = .packed
        } else {
            return nil
        }
    }

    public var isImage: Bool {
        switch self {
        case .png, .jpeg, .gif, .webp, .bmp, .tiff: true
        case .pdf, .docx, .xlsx, .pptx, .odt, .oldOffice, .packed, .archive: false
        }
    }

    /// What kind of office file an archive is.
    static func inside(_ body: [UInt8]) -> DocumentKind {
        guard let archive = ZipArchive(body) else { return .archive }
        let names = Set(archive.names(limit: 2000))
        if names.contains("word/document.xml") { return .docx }
        if names.contains("xl/workbook.xml") { return .xlsx }
        if names.contains("ppt/presentation.xml") { return .pptx }
        guard names.contains("content.xml"), case .bytes(let type) = archive.entry("mimetype", limit: 200) else {
            return .archive
        }
        return type.starts(with: "application/vnd.oasis.opendocument.text".utf8) ? .odt : .archive
    }
}

extension ArraySlice<UInt8> {
    /// An ASCII text stands somewhere in here.
    func holds(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard count >= wanted.count else { return false }
        return (startIndex...(endIndex - wanted.count)).contains { at in
            self[at] == wanted[0] && self[at..<(at + wanted.count)].elementsEqual(wanted)
        }
    }
}
