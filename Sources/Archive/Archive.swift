// Archive: ZIP containers (PKWARE APPNOTE 6.3.10), bytes in and bytes out.
//
// `ZipWriter` makes an archive entry by entry, so that a file can be written as a stream; the same entries give the same
// bytes. `ZipContainer` opens one that came from outside and keeps every entry as it is packed, so that one part of a
// workbook can be replaced and all others copied bit for bit.
//
// Refuses: files, encrypted entries, ZIP64 and anything whose numbers do not fit the bytes that are there. libzip (Parse)
// reads what only has to be read; it cannot copy an entry unchanged.

/// Why an archive cannot be read or made.
public enum ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The bytes are no ZIP archive, or a damaged one.
    case damaged
    /// Encrypted, ZIP64 or packed by another method than deflate.
    case unsupported
    /// More than a ZIP archive without ZIP64 can hold.
    case tooLarge

    public var description: String {
        switch self {
        case .damaged: "the ZIP archive is damaged; save the file again with the program it came from"
        case .unsupported: "the ZIP archive is encrypted or of a kind we do not read; save it without a password"
        case .tooLarge: "the archive would exceed 4 GB; leave something out"
        }
    }
}
