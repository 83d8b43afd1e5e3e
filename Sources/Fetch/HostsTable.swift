/// Names and addresses in the syntax of hosts(5). With a table no name server is asked: a name not in it does not exist.
public struct HostsTable: Sendable, Hashable {
    private var table: [String: [String]] = [:]

    /// Reads a file; `FetchError` names the line that is wrong.
    public init(file path: String) throws(FetchError) {
        guard let bytes = Linux.readFile(path) else { throw .unreadableFile(path) }
        try self.init(text: String(decoding: bytes, as: UTF8.self), file: path)
    }

    /// Reads text; `file` stands in messages.
    public init(text: String, file: String = "hosts") throws(FetchError) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.prefix { $0 != "#" }.split { $0.isWhitespace }
            guard let first = words.first else { continue }
            guard let address = IPAddress(first) else {
                throw .badHostsLine(file: file, line: index + 1, "'\(first)' is no IP address")
            }
            guard words.count > 1 else { throw .badHostsLine(file: file, line: index + 1, "no name") }
            for name in words.dropFirst() { add(address.description, for: Self.key(name)) }
        }
    }

    /// The addresses of a name, in the order of the file; nil when it is not in the table.
    public func addresses(of host: String) -> [String]? { table[Self.key(host)] }

    /// Every name, ascending.
    public var names: [String] { table.keys.sorted() }

    private mutating func add(_ address: String, for name: String) {
        if table[name]?.contains(address) != true { table[name, default: []].append(address) }
    }

    private static func key(_ name: some StringProtocol) -> String {
        let lower = name.lowercased()
        return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
    }
}
