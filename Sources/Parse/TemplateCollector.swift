import Model

/// Gathers the names a page's frame is made of: theme folder, style sheets, scripts, classes of header, menu and footer.
struct TemplateCollector {
    private var print = TemplatePrint()
    private var sketch = [UInt32](repeating: .max, count: TemplatePrint.sketchSize)
    private var names: Set<UInt32> = []
    private static let nameLimit = 400
    /// Class values met before, by a hash of 64 bits: nine of ten are met again, and a name counts once (22 -> 8 us a page).
    private var values: Set<UInt64> = []

    /// The address of a script or style sheet.
    mutating func readAddress(_ address: ArraySlice<UInt8>) {
        let path = address.prefix { $0 != 63 && $0 != 35 }
        if print.theme.isEmpty { readTheme(path) }
        guard let name = path.split(separator: 47).last else { return }
        // `style.min.css`, `app.8f3a21.js`: letters before the first dot are what stays.
        let stem = name.prefix { $0 != 46 }.filter { !$0.isDigit }
        if stem.count >= 3, stem.count <= 40 { add(stem[...], salt: 0x5EED) }
    }

    /// The folder after `themes/` or `templates/`.
    private mutating func readTheme(_ path: ArraySlice<UInt8>) {
        for folder in ["/themes/", "/templates/", "/theme/"] {
            guard let at = path.position(ofWord: folder) else { continue }
            let name = path[(at + folder.utf8.count)...].prefix { $0 != 47 }
            let isFile = name.contains(46)
            if !isFile, name.count >= 2, name.count <= 40, !name.isWord("system") {
                print.theme = String(decoding: name.map(\.lowered), as: UTF8.self)
                return
            }
        }
    }

    /// Classes of an element of the frame.
    mutating func readClasses(_ value: ArraySlice<UInt8>) {
        guard names.count < Self.nameLimit else { return }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        guard values.insert(hash).inserted else { return }
        for token in value.split(whereSeparator: \.isWhitespace) where token.count >= 3 && token.count <= 40 {
            if !Self.changes(token) { add(token, salt: 0) }
        }
    }

    /// Names that say which page or entry this is, not which template.
    private static func changes(_ token: ArraySlice<UInt8>) -> Bool {
        if token.count(where: \.isDigit) >= 2 { return true }
        return [
            "current", "active", "post", "page", "single", "home", "open", "show", "tag-", "category", "logged",
            "menu-item",
        ]
        .contains { token.starts(withWord: $0) }
    }

    private mutating func add(_ name: ArraySlice<UInt8>, salt: UInt32) {
        // FNV-1a, 32 bits.
        var hash: UInt32 = 2_166_136_261 ^ salt
        for byte in name { hash = (hash ^ UInt32(byte.lowered)) &* 16_777_619 }
        guard names.insert(hash).inserted else { return }
        for order in sketch.indices {
            var mixed = hash ^ (UInt32(order) &* 0x9E37_79B9)
            mixed = (mixed ^ (mixed >> 16)) &* 0x7FEB_352D
            mixed = (mixed ^ (mixed >> 15)) &* 0x846C_A68B
            mixed ^= mixed >> 16
            if mixed < sketch[order] { sketch[order] = mixed }
        }
    }

    func finish(generator: String?, platforms: [String]) -> TemplatePrint {
        var result = print
        result.platform = platforms.first ?? generator?.split(separator: " ").first?.lowercased() ?? ""
        if names.count >= TemplatePrint.fewestNames { result.sketch = sketch }
        return result
    }
}
