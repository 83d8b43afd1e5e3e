// Deflate: zlib and gzip (RFC 1950, RFC 1952) by Debian's zlib, bounded. Bytes in, bytes out.

import CZlib

/// Compression of bodies that are kept, and bounded decompression of gzip that came from outside.
public enum Deflate {
    /// Compresses to the zlib format.
    ///
    /// - Parameter level: 1 (fast) to 9 (small).
    public static func compress(_ bytes: [UInt8], level: Int32 = 3) -> [UInt8] {
        // https://zlib.net/manual.html#Utility
        var size = compressBound(UInt(bytes.count))
        var output = [UInt8](repeating: 0, count: Int(size))
        let code = unsafe bytes.withUnsafeBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe compress2(target.baseAddress, &size, input.baseAddress, UInt(input.count), level)
            }
        }
        precondition(code == Z_OK, "zlib: compressBound was too small or memory ran out")
        output.removeLast(output.count - Int(size))
        return output
    }

    /// The formats that archives use.
    public enum Format: Sendable {
        /// One gzip member (RFC 1952) without name and time, so that the same bytes give the same member.
        case gzip
        /// Bare deflate data (RFC 1951), as in a ZIP archive.
        case raw

        fileprivate var windowBits: Int32 { self == .gzip ? 31 : -15 }
    }

    /// Compresses to a format of archives.
    public static func compress(_ bytes: [UInt8], as format: Format, level: Int32 = 6) -> [UInt8] {
        var stream = unsafe z_stream()
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        let begun = unsafe deflateInit2_(
            &stream, level, Z_DEFLATED, format.windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        precondition(begun == Z_OK, "zlib: no memory")
        defer { unsafe deflateEnd(&stream) }
        var input = bytes
        // 18 bytes are the frame of a gzip member (https://zlib.net/manual.html#Advanced, deflateBound).
        var output = [UInt8](repeating: 0, count: unsafe Int(deflateBound(&stream, UInt(bytes.count))) + 18)
        let (code, written) = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = UInt32(target.count)
                let code = unsafe deflate(&stream, Z_FINISH)
                return unsafe (code, target.count - Int(stream.avail_out))
            }
        }
        precondition(code == Z_STREAM_END, "zlib: deflateBound was too small")
        output.removeLast(output.count - written)
        return output
    }

    /// The CRC-32 of ZIP and gzip.
    public static func crc32(_ bytes: [UInt8]) -> UInt32 {
        unsafe bytes.withUnsafeBufferPointer { UInt32(unsafe CZlib.crc32(0, $0.baseAddress, UInt32($0.count))) }
    }

    /// Decompresses zlib or gzip data up to `limit` bytes.
    ///
    /// - Returns: the bytes, and whether the data ended properly within the limit; nil when it is neither format.
    public static func decompress(_ bytes: [UInt8], limit: Int) -> (bytes: [UInt8], complete: Bool)? {
        // 32 + 15 window bits: zlib and gzip are told apart by their header.
        inflated(bytes, windowBits: 47, limit: limit)
    }

    /// Decompresses gzip data of several members, one after the other (RFC 1952, section 2.2), up to `limit` bytes.
    ///
    /// - Returns: the bytes, and whether every member ended properly within the limit and nothing else came behind; nil when
    ///   it is no gzip data.
    public static func decompressMembers(_ bytes: [UInt8], limit: Int) -> (bytes: [UInt8], complete: Bool)? {
        inflated(bytes, windowBits: 31, limit: limit, members: true)
    }

    /// Decompresses bare deflate data up to `limit` bytes, as `decompress`.
    public static func decompressRaw(_ bytes: [UInt8], limit: Int) -> (bytes: [UInt8], complete: Bool)? {
        inflated(bytes, windowBits: -15, limit: limit)
    }

    private static func inflated(
        _ bytes: [UInt8], windowBits: Int32, limit: Int, members: Bool = false
    ) -> (bytes: [UInt8], complete: Bool)? {
        var stream = unsafe z_stream()
        guard
            unsafe inflateInit2_(&stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { unsafe inflateEnd(&stream) }
        var input = bytes
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        var code = Z_OK
        unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe stream.next_in = source.baseAddress
            unsafe stream.avail_in = UInt32(clamping: source.count)
            while code == Z_OK, output.count < limit {
                let produced = unsafe chunk.withUnsafeMutableBufferPointer { target in
                    unsafe stream.next_out = target.baseAddress
                    unsafe stream.avail_out = UInt32(target.count)
                    code = unsafe inflate(&stream, Z_NO_FLUSH)
                    return unsafe target.count - Int(stream.avail_out)
                }
                output.append(contentsOf: chunk[..<produced])
                if members, code == Z_STREAM_END, unsafe stream.avail_in > 0, unsafe inflateReset(&stream) == Z_OK {
                    code = Z_OK
                    continue
                }
                if produced == 0, unsafe stream.avail_in == 0 { break }
            }
        }
        if code != Z_OK, code != Z_STREAM_END, code != Z_BUF_ERROR, output.isEmpty { return nil }
        let complete = code == Z_STREAM_END && output.count <= limit
        if output.count > limit { output.removeLast(output.count - limit) }
        return (output, complete)
    }
}
