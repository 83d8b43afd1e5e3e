import Deflate

/// A ZIP archive in memory with its entries as they are packed, in the order of its directory.
public struct ZipContainer: Sendable {
    /// One file of the archive.
    public struct Entry: Sendable {
        /// As written; UTF-8 in workbooks.
        public var name: [UInt8]
        var flags: UInt16
        var method: UInt16
        var time: UInt16
        var date: UInt16
        var crc: UInt32
        /// Bytes when unpacked, as the directory claims.
        public var size: Int
        var madeBy: UInt16
        var internalAttributes: UInt16
        var externalAttributes: UInt32
        var comment: [UInt8]
        /// Packed bytes.
        public var data: [UInt8]

        public var path: String { String(decoding: name, as: UTF8.self) }

        /// Unpacks the entry, at most `limit` bytes of it.
        public func unpacked(limit: Int) throws(ArchiveError) -> [UInt8] {
            guard size <= limit else { throw .tooLarge }
            let bytes: [UInt8]
            switch method {
            case 0: bytes = data
            case 8:
                guard let answer = Deflate.decompressRaw(data, limit: size + 1), answer.complete else {
                    throw .damaged
                }
                bytes = answer.bytes
            default: throw .unsupported
            }
            guard bytes.count == size, Deflate.crc32(bytes) == crc else { throw .damaged }
            return bytes
        }

        /// The same entry with other content.
        public func holding(_ bytes: [UInt8]) -> Entry {
            var entry = self
            entry.method = 8
            entry.data = Deflate.compress(bytes, as: .raw)
            entry.size = bytes.count
            entry.crc = Deflate.crc32(bytes)
            return entry
        }
    }

    public var entries: [Entry]

    /// Reads the directory of an archive.
    public init(_ bytes: [UInt8]) throws(ArchiveError) {
        let input = ZipBytes(bytes: bytes)
        let end = try Self.endOfDirectory(input)
        let count = Int(try input.u16(end + 10))
        var at = Int(try input.u32(end + 16))
        guard count != 0xFFFF, at != 0xFFFF_FFFF else { throw .unsupported }
        entries = []
        for _ in 0..<count {
            let (entry, next) = try Self.entry(input, at)
            entries.append(entry)
            at = next
        }
    }

    /// The archive with one entry's content replaced; every other entry is copied bit for bit.
    public func replacing(_ path: String, with content: [UInt8]) throws(ArchiveError) -> [UInt8] {
        var writer = ZipWriter(madeAt: .init(milliseconds: 0))
        var bytes: [UInt8] = []
        for entry in entries {
            bytes += try writer.copy(entry.path == path ? entry.holding(content) : entry)
        }
        return bytes + (try writer.end())
    }

    /// The end record stands last, before a comment of at most 65,535 bytes.
    private static func endOfDirectory(_ input: ZipBytes) throws(ArchiveError) -> Int {
        let last = input.bytes.count - 22
        guard last >= 0 else { throw .damaged }
        for at in stride(from: last, through: max(0, last - 65_535), by: -1) where input.bytes[at] == 0x50 {
            if try input.u32(at) == 0x0605_4B50 { return at }
        }
        throw .damaged
    }

    private static func entry(_ input: ZipBytes, _ at: Int) throws(ArchiveError) -> (Entry, next: Int) {
        guard try input.u32(at) == 0x0201_4B50 else { throw .damaged }
        let flags = try input.u16(at + 8)
        let packed = Int(try input.u32(at + 20))
        let offset = Int(try input.u32(at + 42))
        guard flags & 1 == 0, packed != 0xFFFF_FFFF, offset != 0xFFFF_FFFF else { throw .unsupported }
        let nameLength = Int(try input.u16(at + 28))
        let extra = Int(try input.u16(at + 30))
        let commentLength = Int(try input.u16(at + 32))
        let name = try input.slice(at + 46, nameLength)
        let entry = Entry(
            name: name, flags: flags, method: try input.u16(at + 10), time: try input.u16(at + 12),
            date: try input.u16(at + 14), crc: try input.u32(at + 16), size: Int(try input.u32(at + 24)),
            madeBy: try input.u16(at + 4), internalAttributes: try input.u16(at + 36),
            externalAttributes: try input.u32(at + 38),
            comment: try input.slice(at + 46 + nameLength + extra, commentLength),
            data: try data(input, offset, packed))
        return (entry, at + 46 + nameLength + extra + commentLength)
    }

    private static func data(_ input: ZipBytes, _ at: Int, _ count: Int) throws(ArchiveError) -> [UInt8] {
        guard try input.u32(at) == 0x0403_4B50 else { throw .damaged }
        return try input.slice(at + 30 + Int(try input.u16(at + 26)) + Int(try input.u16(at + 28)), count)
    }
}

/// Bytes of an archive, read with bounds.
private struct ZipBytes {
    let bytes: [UInt8]

    func u16(_ at: Int) throws(ArchiveError) -> UInt16 {
        guard at >= 0, at + 2 <= bytes.count else { throw .damaged }
        return UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
    }

    func u32(_ at: Int) throws(ArchiveError) -> UInt32 { UInt32(try u16(at)) | UInt32(try u16(at + 2)) << 16 }

    func slice(_ at: Int, _ count: Int) throws(ArchiveError) -> [UInt8] {
        guard at >= 0, count >= 0, at + count <= bytes.count else { throw .damaged }
        return Array(bytes[at..<at + count])
    }
}
