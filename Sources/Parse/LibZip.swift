import CZip

/// A ZIP archive in memory, read with bounds. The only file that says `unsafe` for libzip (libzip.org/documentation).
/// Safe to use: the pointers never leave this type, and the type cannot be copied.
@safe package struct ZipArchive: ~Copyable {
    fileprivate let handle: OpaquePointer
    /// libzip reads from here until the archive is closed; released in `deinit`.
    private let storage: UnsafeMutablePointer<UInt8>

    /// Opens an archive; nil when the bytes are none.
    package init?(_ bytes: [UInt8]) {
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        for index in bytes.indices { unsafe copy[index] = bytes[index] }
        var error = unsafe zip_error_t()
        guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 0, &error) else {
            unsafe copy.deallocate()
            return nil
        }
        guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
            unsafe zip_source_free(source)
            unsafe copy.deallocate()
            return nil
        }
        unsafe handle = archive
        unsafe storage = copy
    }

    deinit {
        // Read only: nothing to write back.
        unsafe zip_discard(handle)
        unsafe storage.deallocate()
    }

    package enum Entry {
        case bytes([UInt8])
        case missing
        /// Longer than the limit when unpacked.
        case tooLarge
        case damaged
    }

    /// Unpacks one file of the archive, at most `limit` bytes of it.
    package func entry(_ name: String, limit: Int) -> Entry {
        let index = unsafe zip_name_locate(handle, name, UInt32(ZIP_FL_NOCASE))
        guard index >= 0 else { return .missing }
        guard let file = unsafe zip_fopen_index(handle, UInt64(index), 0) else { return .damaged }
        defer { _ = unsafe zip_fclose(file) }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe zip_fread(file, $0.baseAddress, UInt64($0.count))
            }
            if count < 0 { return .damaged }
            if count == 0 { return .bytes(result) }
            // The sizes in the directory are claims; only what really comes out is counted.
            guard result.count + Int(count) <= limit else { return .tooLarge }
            result.append(contentsOf: buffer[..<Int(count)])
        }
    }
}

extension ZipArchive {
    /// Names of the files in the archive, at most `limit` of them.
    package func names(limit: Int) -> [String] {
        let count = unsafe min(Int(zip_get_num_entries(handle, 0)), limit)
        return (0..<max(count, 0)).compactMap { index in
            guard let name = unsafe zip_get_name(handle, UInt64(index), 0) else { return nil }
            return unsafe String(cString: name)
        }
    }
}
