import Model

/// A header block for an archive whose body was decoded.
///
/// The body in the store is free of content and transfer coding. A replay that read `Content-Encoding: gzip` over it
/// would fail, so these lines are kept under another name (`X-Archive-Orig-…`, as web archives do) and the true length
/// is written beside; nothing else is changed.
struct HTTPHead {
    /// The block with its empty line at the end.
    let bytes: [UInt8]
    /// Names of the lines that were renamed, lower case.
    let renamed: [String]

    init(_ head: [UInt8], bodyLength: Int) {
        var lines: [[UInt8]] = []
        var renamed: [String] = []
        var hasLength = false
        for line in Self.lines(head) {
            let name = Self.name(line)
            switch name {
            case "content-encoding", "transfer-encoding":
                renamed.append(name)
                lines.append(Self.prefix + line)
            case "content-length":
                if Self.value(line) == String(bodyLength) {
                    hasLength = true
                    lines.append(line)
                } else {
                    renamed.append(name)
                    lines.append(Self.prefix + line)
                }
            default: lines.append(line)
            }
        }
        if !hasLength { lines.append(Array("Content-Length: \(bodyLength)".utf8)) }
        bytes = lines.flatMap { $0 + [13, 10] } + [13, 10]
        self.renamed = renamed
    }

    private static let prefix = Array("X-Archive-Orig-".utf8)

    /// The lines without their ends; the status line first, a folded line with the one before it.
    static func lines(_ head: [UInt8]) -> [[UInt8]] {
        head.split(separator: 10, omittingEmptySubsequences: true).map { line in
            line.last == 13 ? Array(line.dropLast()) : Array(line)
        }.filter { !$0.isEmpty }
    }

    private static func name(_ line: [UInt8]) -> String {
        guard let colon = line.firstIndex(of: 58) else { return "" }
        return String(decoding: line[..<colon], as: UTF8.self).lowercased()
    }

    private static func value(_ line: [UInt8]) -> String {
        guard let colon = line.firstIndex(of: 58) else { return "" }
        return String(decoding: line[(colon + 1)...].filter { $0 != 32 && $0 != 9 }, as: UTF8.self)
    }
}
