import Deflate
import Model

/// Makes a ZIP archive as a stream of pieces: what each call returns is written in order.
public struct ZipWriter: Sendable {
    private var directory: [UInt8] = []
    private var count = 0
    /// Bytes handed out so far.
    public private(set) var size = 0
    private let time: UInt16
    private let date: UInt16

    /// - Parameter madeAt: the time that every new entry carries; UTC, because a ZIP knows no zone.
    public init(madeAt: Timestamp) {
        let civil = madeAt.civil()
        time = UInt16(civil.hour << 11 | civil.minute << 5 | civil.second / 2)
        date = UInt16((min(max(civil.year, 1980), 2107) - 1980) << 9 | civil.month << 5 | civil.day)
    }

    /// A new entry.
    ///
    /// - Parameter packed: false stores the bytes as they are: what is compressed already grows smaller no more.
    public mutating func entry(_ name: String, _ bytes: [UInt8], packed: Bool = true) throws(ArchiveError) -> [UInt8] {
        let data = packed ? Deflate.compress(bytes, as: .raw) : bytes
        guard bytes.count < Self.limit, data.count < Self.limit else { throw .tooLarge }
        return try add(
            ZipContainer.Entry(
                name: Array(name.utf8), flags: Self.nameIsUTF8, method: packed ? 8 : 0, time: time, date: date,
                crc: Deflate.crc32(bytes), size: bytes.count, madeBy: 0x0314, internalAttributes: 0,
                externalAttributes: 0o100644 << 16, comment: [], data: data))
    }

    /// An entry of another archive, its packed bytes unchanged.
    public mutating func copy(_ entry: ZipContainer.Entry) throws(ArchiveError) -> [UInt8] { try add(entry) }

    /// The directory that ends the archive.
    public mutating func end() throws(ArchiveError) -> [UInt8] {
        guard count < 0xFFFF, size + directory.count < Self.limit else { throw .tooLarge }
        var end = LittleEndian()
        end.u32(0x0605_4B50)
        end.u16(0)
        end.u16(0)
        end.u16(UInt16(count))
        end.u16(UInt16(count))
        end.u32(UInt32(directory.count))
        end.u32(UInt32(size))
        end.u16(0)
        let bytes = directory + end.bytes
        size += bytes.count
        return bytes
    }

    private static let limit = 0xFFFF_FFFF
    private static let nameIsUTF8: UInt16 = 0x0800
    /// Sizes stand in the header and not behind the data.
    private static let sizesFollow: UInt16 = 0x0008

    private mutating func add(_ entry: ZipContainer.Entry) throws(ArchiveError) -> [UInt8] {
        guard count < 0xFFFE, size + entry.data.count + 65_536 < Self.limit, entry.name.count < 0xFFFF else {
            throw .tooLarge
        }
        var common = LittleEndian()
        common.u16(20)
        common.u16(entry.flags & ~Self.sizesFollow)
        common.u16(entry.method)
        common.u16(entry.time)
        common.u16(entry.date)
        common.u32(entry.crc)
        common.u32(UInt32(entry.data.count))
        common.u32(UInt32(entry.size))
        common.u16(UInt16(entry.name.count))
        common.u16(0)
        var local = LittleEndian()
        local.u32(0x0403_4B50)
        local.bytes += common.bytes + entry.name + entry.data
        note(entry, common.bytes)
        count += 1
        size += local.bytes.count
        return local.bytes
    }

    private mutating func note(_ entry: ZipContainer.Entry, _ common: [UInt8]) {
        var record = LittleEndian()
        record.u32(0x0201_4B50)
        record.u16(entry.madeBy)
        record.bytes += common
        record.u16(UInt16(entry.comment.count))
        record.u16(0)
        record.u16(entry.internalAttributes)
        record.u32(entry.externalAttributes)
        record.u32(UInt32(size))
        directory += record.bytes + entry.name + entry.comment
    }
}

/// Numbers as ZIP writes them.
struct LittleEndian {
    var bytes: [UInt8] = []

    mutating func u16(_ number: UInt16) {
        bytes.append(UInt8(number & 0xFF))
        bytes.append(UInt8(number >> 8))
    }

    mutating func u32(_ number: UInt32) {
        u16(UInt16(number & 0xFFFF))
        u16(UInt16(number >> 16))
    }
}
