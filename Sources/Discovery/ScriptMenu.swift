import Model

/// Links that stand in scripts only: menus that JavaScript draws from a table in the page or in a script file.
///
/// No script is run. A string that is an address counts as a link, under the name that stands beside it in the same
/// object (`{"nama": "Dinas Kesehatan", "url": "https://dinkes..."}`); a path counts only with such a name.
public enum ScriptMenu {
    /// Links read from one body at most.
    static let limit = 400
    /// Bytes of one quoted string at most; addresses are shorter, a bubble of a map holds a few lines of markup.
    private static let stringLimit = 600
    /// Bytes looked at around an address for its name.
    private static let reach = 240

    /// Links in the quoted strings of a page's inline scripts, or of a script file.
    ///
    /// - Parameter isScript: the body is a script file; otherwise only what stands inside `script` elements counts.
    public static func links(in body: [UInt8], page: WebAddress, isScript: Bool = false) -> [Link] {
        var found: [Link] = []
        for script in isScript ? [body[...]] : scripts(in: body) {
            for string in strings(in: script) where found.count < limit {
                if script[string].first(where: { $0 > 32 }) == UInt8(ascii: "<") {
                    found += anchors(in: script[string], page: page)
                    continue
                }
                guard let link = link(string, in: script, page: page) else { continue }
                found.append(link)
            }
        }
        return found
    }

    /// Addresses of the script files a page loads from its own host.
    public static func files(in body: [UInt8], page: WebAddress) -> [WebAddress] {
        let text = String(decoding: body, as: UTF8.self)
        return text.matches(of: /<script[^>]{0,200}\ssrc\s*=\s*["']?([^"'\s>]{1,300})/.ignoresCase())
            .compactMap { WebAddress(String($0.output.1), base: page) }
            .filter { SiteScope.hostKey(of: $0) == SiteScope.hostKey(of: page) }
    }

    /// Data files of the page's own host that its scripts load: `fetch("/api/opd")`, `/data/menu.json`.
    public static func dataFiles(in body: [UInt8], page: WebAddress, isScript: Bool = false) -> [WebAddress] {
        var found: [WebAddress] = []
        for script in isScript ? [body[...]] : scripts(in: body) {
            for string in strings(in: script) {
                let text = plain(script[string])
                guard text.contains("/api/") || text.hasSuffix(".json"), !text.contains(" "), !text.contains("{"),
                    let address = WebAddress(text, base: page),
                    SiteScope.hostKey(of: address) == SiteScope.hostKey(of: page)
                else { continue }
                found.append(address)
            }
        }
        return found
    }

    private static func scripts(in body: [UInt8]) -> [ArraySlice<UInt8>] {
        var found: [ArraySlice<UInt8>] = []
        var at = 0
        while let open = find("<script", in: body[at...]), let start = body[open...].firstIndex(of: UInt8(ascii: ">")) {
            let end = find("</script", in: body[start...]) ?? body.endIndex
            if end > start + 1 { found.append(body[(start + 1)..<end]) }
            at = end
        }
        return found
    }

    private static func find(_ word: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let word = Array(word.utf8)
        guard bytes.count >= word.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - word.count)).first { start in
            bytes[start] == word[0] && word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] | 0x20 }
        }
    }

    /// Ranges between two equal quotation marks on one line, shorter than an address may be.
    private static func strings(in script: ArraySlice<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: (mark: UInt8, at: Int)?
        for at in script.indices {
            let byte = script[at]
            if let start = open {
                if byte == start.mark {
                    found.append((start.at + 1)..<at)
                    open = nil
                } else if byte == UInt8(ascii: "\n") || at - start.at > stringLimit {
                    open = nil
                }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
                open = (byte, at)
            }
        }
        return found
    }

    private static func link(_ string: Range<Int>, in script: ArraySlice<UInt8>, page: WebAddress) -> Link? {
        let text = plain(script[string])
        let isAddress = text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("//")
        let isPath = text.hasPrefix("/") && text.utf8.count > 2 && !text.hasPrefix("//")
        guard isAddress || isPath, !text.contains(" "), text.utf8.count <= 300,
            let address = WebAddress(text, base: page)
        else { return nil }
        let name = name(beside: string, in: script)
        return isPath && name.isEmpty ? nil : Link(address: address, text: name, zone: .navigation)
    }

    /// The anchors of markup that stands in a string (`bindPopup("<b>Dinas Kesehatan</b><a href='...'>Website</a>")`), each
    /// under the words since the one before.
    private static func anchors(in string: ArraySlice<UInt8>, page: WebAddress) -> [Link] {
        let text = plain(string).replacing("\\\"", with: "\"").replacing("\\'", with: "'")
        var words = text.startIndex
        return text.matches(
            of: /<a\s[^>]{0,200}?href\s*=\s*["']?([^"'\s>]{2,300})[^>]{0,200}>([^<]{0,200})/.ignoresCase()
        )
        .compactMap { anchor in
            defer { words = anchor.range.upperBound }
            guard let address = WebAddress(String(anchor.output.1), base: page) else { return nil }
            let around = text[words..<anchor.range.upperBound].replacing(/<[^>]*>/, with: " ")
            return Link(
                address: address, text: around.split(whereSeparator: \.isWhitespace).joined(separator: " "),
                zone: .navigation)
        }
    }

    /// The longest string of the object around an address that reads like words.
    private static func name(beside string: Range<Int>, in script: ArraySlice<UInt8>) -> String {
        let low = max(script.startIndex, string.lowerBound - reach)
        let high = min(script.endIndex, string.upperBound + reach)
        let brackets: Set<UInt8> = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]")]
        let start = script[low..<string.lowerBound].lastIndex(where: brackets.contains) ?? low
        let end = script[string.upperBound..<high].firstIndex(where: brackets.contains) ?? high
        return strings(in: script[start..<end]).filter { $0 != string }.map { plain(script[$0]) }
            .filter { $0.contains(" ") || $0.first?.isUppercase == true }
            .filter { !$0.contains("/") && !$0.contains("<") }
            .max { $0.count < $1.count } ?? ""
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("\\/", with: "/").replacing("\\u0026", with: "&")
    }
}
