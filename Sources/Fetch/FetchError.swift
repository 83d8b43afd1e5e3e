/// Why the network side could not be set up. Trouble on the network itself is never one of these.
public enum FetchError: Error, Hashable, CustomStringConvertible {
    case unreadableFile(String)
    case badNameServer(String)
    case badHostsLine(file: String, line: Int, String)

    public var description: String {
        switch self {
        case .unreadableFile(let path): "\(path): cannot be read; check the path and its permissions."
        case .badNameServer(let text): "'\(text)' is no name server; give an IP address, or ADDRESS:PORT."
        case .badHostsLine(let file, let line, let what):
            "\(file):\(line):1: \(what); expected an IP address and at least one name, as in hosts(5)."
        }
    }
}
