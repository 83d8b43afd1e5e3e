import Model

/// Which addresses are one site, and which are one page.
enum SiteScope {
    /// Host (without `www.`) and port when it is neither 80 nor 443.
    static func hostKey(of address: WebAddress) -> String {
        address.port.map { "\(address.hostWithoutWWW):\($0)" } ?? address.hostWithoutWWW
    }

    /// One page under one key: http and https, with and without `www.`, fragment, session id and campaign marks aside.
    static func key(of address: WebAddress) -> String { key(of: address, host: hostKey(of: address)) }

    /// The same, when the host's key is known already: most links of a page lead to one host.
    static func key(of address: WebAddress, host: String) -> String {
        if address.query == nil, isPlain(address.path) { return host + address.path }
        var path = address.path
        if let mark = path.firstIndex(of: ";") { path = String(path[..<mark]) }
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        for name in ["/index.php", "/index.html", "/index.htm"] where path == name && address.query == nil {
            path = "/"
        }
        let query = query(of: address)
        return host + path + (query.isEmpty ? "" : "?" + query)
    }

    /// A path that needs no mending: no parameters, no closing slash, no index file. The most of all links.
    private static func isPlain(_ path: String) -> Bool {
        let bytes = path.utf8
        return bytes.count > 1 && bytes.last != UInt8(ascii: "/") && !bytes.contains(UInt8(ascii: ";"))
            && !bytes.starts(with: "/index.".utf8)
    }

    /// Whether a path lies below the path of a section.
    static func isInside(_ address: WebAddress, prefix: String?) -> Bool {
        guard let prefix, prefix != "/" else { return true }
        let stem = prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix
        let target = address.requestTarget
        guard target.hasPrefix(stem) else { return false }
        let next = target.dropFirst(stem.count).first
        return next.map { "/?&.-".contains($0) } ?? true
    }

    private static func query(of address: WebAddress) -> String {
        guard let query = address.query else { return "" }
        let parts = query.split(separator: "&").filter { part in
            let name = part.prefix { $0 != "=" }.lowercased()
            return !noise.contains(name) && !name.hasPrefix("utm_")
        }
        return parts.joined(separator: "&")
    }

    /// Query names that change nothing of what is shown.
    private static let noise: Set<String> = [
        "phpsessid", "jsessionid", "sid", "sessionid", "session_id", "aspsessionid", "fbclid", "gclid", "ref", "_ga",
        "amp", "nocache", "_",
    ]
}

/// Files that are no pages.
public enum DocumentType: Sendable, Hashable {
    case pdf, office, image, archive, media

    /// By the end of the path; nil for what may be a page.
    init?(_ address: WebAddress) {
        // Bytes first: most paths have no dot in their last six, and Characters cost 20 times as much.
        guard address.path.utf8.suffix(6).contains(UInt8(ascii: ".")), let dot = address.path.utf8.lastIndex(of: 46),
            let type = Self.endings[address.path[address.path.utf8.index(after: dot)...].lowercased()]
        else { return nil }
        self = type
    }

    private static let endings: [String: DocumentType] = [
        "pdf": .pdf, "doc": .office, "docx": .office, "xls": .office, "xlsx": .office, "ppt": .office, "pptx": .office,
        "odt": .office, "ods": .office, "rtf": .office, "csv": .office, "jpg": .image, "jpeg": .image, "png": .image,
        "gif": .image, "webp": .image, "svg": .image, "bmp": .image, "tif": .image, "tiff": .image, "ico": .image,
        "zip": .archive, "rar": .archive, "7z": .archive, "gz": .archive, "tar": .archive, "apk": .archive,
        "exe": .archive, "mp4": .media, "mp3": .media, "avi": .media, "mov": .media, "mkv": .media, "wav": .media,
        "css": .media, "js": .media, "json": .media, "woff": .media, "woff2": .media, "ttf": .media, "webm": .media,
    ]
}
