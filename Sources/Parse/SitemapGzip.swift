import CZlib

/// Gzip files (RFC 1952) by zlib, with a limit: a small file can hold gigabytes.
///
/// The only file of this module that says `unsafe` for zlib. Manual: zlib.net/manual.html (inflateInit2, inflate).
enum Gzip {
    /// The content of a gzip file, at most `limit` bytes; nil when the bytes are no gzip file.
    ///
    /// - Returns: `complete` is false when the file is cut, damaged or longer than the limit; what came out counts.
    static func inflate(_ file: [UInt8], limit: Int) -> (bytes: [UInt8], complete: Bool)? {
        guard file.starts(with: [0x1F, 0x8B, 0x08]) else { return nil }
        var stream = unsafe z_stream()
        // 16 + 15: gzip header, window of 32 KiB.
        guard unsafe inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return ([], false)
        }
        defer { unsafe inflateEnd(&stream) }
        var input = file
        var out: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        var state = Z_OK
        // zlib keeps the input pointer between calls, so the input stays pinned for the whole loop.
        unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe stream.next_in = source.baseAddress
            unsafe stream.avail_in = UInt32(clamping: source.count)
            while state == Z_OK, out.count < limit {
                let room = UInt32(min(chunk.count, limit - out.count))
                unsafe chunk.withUnsafeMutableBufferPointer { target in
                    unsafe stream.next_out = target.baseAddress
                    unsafe stream.avail_out = room
                    state = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
                }
                out += unsafe chunk[..<Int(room - stream.avail_out)]
            }
        }
        return (out, state == Z_STREAM_END)
    }
}
