import Foundation
import Model

/// One labelled page of a corpus (`labels.jsonl`, format in LABELLING.md of the corpus).
public struct LabelledPage: Sendable, Decodable {
    public var id: String
    public var file: String
    public var site: String
    public var kind: PageKind
    public var labels: [String: ItemState]
    /// Items whose only carrier is an image; they are scored apart.
    public var imageOnly: [String]
    /// Path in the repository the page came from, the nearest thing to its address.
    public var sourcePath: String?
    public var note: String

    private enum CodingKeys: String, CodingKey {
        case id, file, site, labels, note, source
        case kind = "page_kind"
        case imageOnly = "image_only"
    }

    private struct Source: Decodable { var path: String? }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        file = try values.decode(String.self, forKey: .file)
        site = try values.decodeIfPresent(String.self, forKey: .site) ?? "unknown"
        kind = try values.decode(PageKind.self, forKey: .kind)
        labels = try values.decode([String: ItemState].self, forKey: .labels)
        imageOnly = try values.decodeIfPresent([String].self, forKey: .imageOnly) ?? []
        note = try values.decodeIfPresent(String.self, forKey: .note) ?? ""
        sourcePath = try values.decodeIfPresent(Source.self, forKey: .source)?.path
    }

    /// An address for the page: its path in the repository under a host of its own, without folders of frameworks.
    public var address: WebAddress? {
        let noise: Set<String> = [
            "app", "src", "resources", "views", "view", "pages", "page", "public", "public_html", "htdocs", "www",
            "application", "web", "frontend", "html", "templates", "template", "docs", "client", "site", "user", "sql",
        ]
        // A row of a database dump has no path of its own; its id names the table.
        let isRow = sourcePath?.contains(".sql") ?? true
        let raw = isRow ? String(id.split(separator: "_", maxSplits: 1).last ?? "") : sourcePath ?? ""
        var parts = raw.split(separator: "/").map(String.init)
        if let last = parts.popLast() { parts.append(Self.withoutExtension(last)) }
        parts = parts.filter { !noise.contains($0.lowercased()) }
        if parts.count > 1, ["index", "index.html", "page"].contains(parts.last?.lowercased() ?? "") {
            parts.removeLast()
        }
        let path = parts.joined(separator: "/").addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
        return WebAddress(
            "https://" + site.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" } + ".example/" + path)
    }

    private static func withoutExtension(_ name: String) -> String {
        var result = name
        for ending in [".blade.php", ".php", ".tsx", ".jsx", ".astro", ".vue", ".js", ".twig"]
        where result.lowercased().hasSuffix(ending) { result.removeLast(ending.count) }
        return result
    }
}

/// A folder with `pages/*.html` and `labels.jsonl`.
public struct Corpus: Sendable {
    public var folder: String
    public var pages: [LabelledPage]

    /// Reads the labels; throws a sentence that names the line when one of them cannot be read.
    public static func read(folder: String) throws(EvaluationError) -> Corpus {
        let file = folder + "/labels.jsonl"
        guard let data = FileManager.default.contents(atPath: file) else { throw EvaluationError.unreadable(file) }
        var pages: [LabelledPage] = []
        for (number, line) in data.split(separator: 10).enumerated() {
            do {
                pages.append(try JSONDecoder().decode(LabelledPage.self, from: Data(line)))
            } catch {
                throw EvaluationError.badLabel("\(file):\(number + 1):1: \(error)")
            }
        }
        return Corpus(folder: folder, pages: pages)
    }

    /// The pages of one site.
    public func only(_ site: String) -> Corpus { Corpus(folder: folder, pages: pages.filter { $0.site == site }) }

    public func body(of page: LabelledPage) throws(EvaluationError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: folder + "/" + page.file) else {
            throw EvaluationError.unreadable(folder + "/" + page.file)
        }
        return [UInt8](data)
    }
}

/// Why a corpus could not be measured.
public enum EvaluationError: Error, Sendable, CustomStringConvertible {
    case unreadable(String)
    case badLabel(String)
    case unwritable(String)

    public var description: String {
        switch self {
        case .unreadable(let file): "cannot read \(file); give a folder that holds labels.jsonl and pages/*.html"
        case .badLabel(let what): what
        case .unwritable(let file): "cannot write \(file); check the folder and its rights"
        }
    }
}
