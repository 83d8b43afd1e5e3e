import Model

/// Data that a page keeps in its tags for its scripts: `data-opd="{&quot;nama&quot;:...,&quot;tautan&quot;:...}"`.
public enum AttributeData {
    /// Bytes of a body that is searched.
    private static let bodyLimit = 2_000_000

    /// The addresses of such values, each under the name beside it in the same object.
    public static func links(in body: [UInt8], page: WebAddress) -> [Link] {
        guard body.count < bodyLimit else { return [] }
        let text = String(decoding: body, as: UTF8.self)
        guard text.contains("=\"{") || text.contains("='{") || text.contains("=\"[") || text.contains("='[") else {
            return []
        }
        let values = text.matches(of: /\s[a-z:@][a-z0-9:._-]{1,40}=(?:"([{\[][^"]{4,8000})"|'([{\[][^']{4,8000})')/)
        return values.flatMap { value in
            let data = plain(String(value.output.1 ?? value.output.2 ?? ""))
            return ScriptMenu.links(in: Array(data.utf8), page: page, isScript: true)
        }
    }

    /// Entities of a value that stands in quotation marks (HTML, 13.1.2.3).
    private static func plain(_ value: String) -> String {
        value.replacing("&quot;", with: "\"").replacing("&#34;", with: "\"").replacing("&#x22;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&#039;", with: "'").replacing("&#x2F;", with: "/")
            .replacing("&amp;", with: "&")
    }
}
