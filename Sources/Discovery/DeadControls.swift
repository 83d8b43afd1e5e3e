/// Buttons and anchors that lead somewhere, and do not say where: only a script knows.
public enum DeadControls {
    /// Buttons, anchors without an address, and elements that hear a click, by their tags; those of menus and forms among
    /// them, so a few say nothing.
    public static func count(in body: [UInt8]) -> Int {
        let text = String(decoding: body, as: UTF8.self)
        return text.matches(of: /<(a|button|div|li|tr|td|span|img)\b([^>]{0,600})>/.ignoresCase()).count { tag in
            let attributes = tag.output.2.lowercased()
            switch tag.output.1.lowercased() {
            case "button": return !attributes.contains("submit")
            case "a":
                guard let href = attributes.firstMatch(of: /href\s*=\s*["']?([^"'\s>]*)/)?.output.1 else { return true }
                return href.isEmpty || href.hasPrefix("#") || href.hasPrefix("javascript:")
            default: return attributes.contains("onclick") || attributes.contains("@click")
            }
        }
    }
}
