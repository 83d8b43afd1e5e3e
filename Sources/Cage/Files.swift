import Glibc

/// The few questions about files that processes need; Foundation is too heavy for them. Says `unsafe` for file calls.
public enum Files {
    static func target(of link: String) -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe readlink(link, bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }

    public static func isExecutable(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

    /// Where PATH of a started program finds this name; the name itself when it holds a slash.
    public static func program(_ name: String) -> String? {
        if name.contains("/") { return isExecutable(name) ? name : nil }
        return ["/usr/local/bin/", "/usr/bin/", "/bin/"].map { $0 + name }.first(where: isExecutable)
    }

    /// Makes an empty folder of one's own, writable by the user tools run as; nil when that cannot be.
    public static func makeFolder() -> String? {
        var name = Array("/tmp/ronda-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&name) != nil else { return nil }
        let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if geteuid() == 0 { _ = unsafe chown(path, Kernel.nobody, Kernel.nobody) }
        return path
    }

    /// Removes a folder with all it holds; links are removed, never followed.
    public static func remove(_ path: String, depth: Int = 0) {
        if depth < 40 { for name in names(in: path) { removeEntry(path + "/" + name, depth: depth + 1) } }
        _ = unsafe rmdir(path)
    }

    private static func removeEntry(_ path: String, depth: Int) {
        if unsafe unlink(path) != 0, errno == EISDIR || errno == EPERM { remove(path, depth: depth) }
    }

    static func names(in path: String) -> [String] {
        guard let folder = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder), names.count < 10_000 {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// A small file of the system; nil when it cannot be read.
    static func text(of path: String, limit: Int = 4096) -> String? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
        return count >= 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
}
