// The only file of Report that calls the C library of the system; the rest sees `ReportFile` and `Folder`.

import Glibc

/// A report file while it is written: under a temporary name beside its place, renamed when complete.
///
/// A half-written report never replaces a good one: without `finish()` the temporary file is removed.
package struct ReportFile: ~Copyable {
    private let path: String
    /// Nil when the path is no regular file (a pipe, a terminal) and is written to directly.
    private let temporary: String?
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    private static let bufferSize = 128 * 1024

    /// Starts the file that will stand at `path`.
    package init(path: String) throws(ReportError) {
        self.path = path
        let name = Folder.isStream(path) ? nil : Folder.temporaryName(for: path)
        temporary = name
        // https://man7.org/linux/man-pages/man2/open.2.html
        descriptor = unsafe open(name ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Folder.failure(path) }
        buffer.reserveCapacity(Self.bufferSize)
    }

    package mutating func write(_ bytes: [UInt8]) throws(ReportError) {
        buffer += bytes
        if buffer.count >= Self.bufferSize { try flush() }
    }

    package mutating func write(_ text: String) throws(ReportError) {
        buffer += text.utf8
        if buffer.count >= Self.bufferSize { try flush() }
    }

    package mutating func write(_ markup: Markup) throws(ReportError) { try write(markup.bytes) }

    private mutating func flush() throws(ReportError) {
        var written = 0
        while written < buffer.count {
            let count = unsafe buffer.withUnsafeBytes { bytes in
                unsafe Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Folder.failure(path) }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is left, and puts the file in its place.
    package mutating func finish() throws(ReportError) {
        try flush()
        guard let temporary else { return }
        // A full disk may show itself only here.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw Folder.failure(path) }
        try Folder.move(temporary, to: path)
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        // After `finish()` the name is gone already, and this does nothing.
        if let temporary { Folder.remove(temporary) }
    }
}

/// Folders and names of report files.
package enum Folder {
    /// A name beside `path` that no report uses.
    package static func temporaryName(for path: String) -> String { "\(path).\(getpid()).tmp" }

    /// Whether something stands at the path that must not be replaced by a file: a pipe, a device, a link. The link
    /// itself is looked at, not what it leads to: `/dev/stdout` leads to a plain file when output is redirected, and a
    /// rename would put our file in the place of the device.
    package static func isStream(_ path: String) -> Bool {
        var facts = stat()
        guard unsafe lstat(path, &facts) == 0 else { return false }
        return facts.st_mode & S_IFMT != S_IFREG
    }

    /// Makes a folder and those above it.
    package static func make(_ path: String) throws(ReportError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made == "/" ? "" : "/") + part
            if unsafe mkdir(made, 0o755) != 0, errno != EEXIST, errno != EISDIR {
                throw .folder(path: path, cause: cause())
            }
        }
        guard unsafe access(path, W_OK | X_OK) == 0 else { throw .folder(path: path, cause: cause()) }
    }

    /// Renames over whatever stands there.
    package static func move(_ from: String, to path: String) throws(ReportError) {
        guard unsafe rename(from, path) == 0 else { throw failure(path) }
    }

    /// The folder a file stands in.
    package static func name(above path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Removes a file that may not exist.
    package static func remove(_ path: String) { _ = unsafe unlink(path) }

    /// Whether the last call of the C library failed for want of space.
    package static var isDiskFull: Bool { errno == ENOSPC || errno == EDQUOT }

    /// The error that `errno` speaks of.
    package static func failure(_ path: String) -> ReportError {
        isDiskFull ? .diskFull(path: path) : .file(path: path, cause: cause())
    }

    private static func cause() -> String { unsafe String(cString: strerror(errno)) }
}
