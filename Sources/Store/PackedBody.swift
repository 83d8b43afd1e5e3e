import Deflate
import Zstd

/// How bodies lie in a store.
enum PackedBody {
    /// Bodies of stores before version 0.2 are zlib.
    static func unpacked(_ data: [UInt8], size: Int) -> [UInt8]? {
        if data.starts(with: Zstd.magic) { return Zstd.decompress(data, count: size) }
        return Deflate.decompress(data, limit: size).flatMap { $0.complete ? $0.bytes : nil }
    }
}
