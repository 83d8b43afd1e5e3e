import Deflate
import Model

/// A ZIP archive (PKWARE APPNOTE 6.3) of a few small files, held in memory: what a DOCX is.
///
/// The same entries and time give the same bytes.
struct ZipWriter {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0
    private let date: UInt16
    private let time: UInt16

    /// - Parameter madeAt: written as the time of every entry, in UTC; the format begins in 1980.
    init(madeAt: Timestamp) {
        let civil = madeAt.civil()
        let year = min(max(civil.year, 1980), 2107)
        date = UInt16((year - 1980) << 9 | civil.month << 5 | civil.day)
        time = UInt16(civil.hour << 11 | civil.minute << 5 | civil.second / 2)
    }

    /// Adds a file; names are ASCII with `/`.
    mutating func add(_ name: String, _ content: [UInt8]) {
        // A zlib stream is raw deflate between two bytes of header and four of Adler-32 (RFC 1950).
        let packed = Array(Deflate.compress(content, level: 6).dropFirst(2).dropLast(4))
        let offset = UInt32(bytes.count)
        var common: [UInt8] = []
        Self.put16(20, into: &common)
        Self.put16(0, into: &common)
        Self.put16(8, into: &common)
        Self.put16(time, into: &common)
        Self.put16(date, into: &common)
        Self.put32(Self.crc(content), into: &common)
        Self.put32(UInt32(packed.count), into: &common)
        Self.put32(UInt32(content.count), into: &common)
        Self.put16(UInt16(name.utf8.count), into: &common)
        Self.put16(0, into: &common)
        Self.put32(0x0403_4B50, into: &bytes)
        bytes += common + Array(name.utf8) + packed
        Self.put32(0x0201_4B50, into: &directory)
        Self.put16(20, into: &directory)
        directory += common
        // Comment length, disk, internal and external attributes.
        for _ in 0..<3 { Self.put16(0, into: &directory) }
        Self.put32(0, into: &directory)
        Self.put32(offset, into: &directory)
        directory += Array(name.utf8)
        count += 1
    }

    mutating func add(_ name: String, _ markup: Markup) { add(name, markup.bytes) }

    /// The whole archive.
    func finished() -> [UInt8] {
        var end: [UInt8] = []
        Self.put32(0x0605_4B50, into: &end)
        Self.put32(0, into: &end)
        Self.put16(count, into: &end)
        Self.put16(count, into: &end)
        Self.put32(UInt32(directory.count), into: &end)
        Self.put32(UInt32(bytes.count), into: &end)
        Self.put16(0, into: &end)
        return bytes + directory + end
    }

    private static func put16(_ number: UInt16, into bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: number))
        bytes.append(UInt8(truncatingIfNeeded: number >> 8))
    }

    private static func put32(_ number: UInt32, into bytes: inout [UInt8]) {
        put16(UInt16(truncatingIfNeeded: number), into: &bytes)
        put16(UInt16(truncatingIfNeeded: number >> 16), into: &bytes)
    }

    /// CRC-32 of IEEE 802.3, as ZIP and PNG use it.
    static func crc(_ content: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in content { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
        return crc ^ 0xFFFF_FFFF
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
