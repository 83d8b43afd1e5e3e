/// Why the network side could not be set up. Trouble on the network itself is never one of these.
public enum FetchError: Error, Hashable, CustomStringConvertible {
    case unreadableFile(String)
    case badNameServer(String)
    case badHostsLine(file: String, line: Int, String)
    case badNetworkLine(file: String, line: Int)

    public var description: String {
        switch self {
        case .unreadableFile(let path): "\(path): cannot be read; check the path and its permissions."
        case .badNameServer(let text): "'\(text)' is no name server; give an IP address, or ADDRESS:PORT."
        case .badNetworkLine(let file, let line):
            "\(file):\(line):1: expected first address, last address, AS number, country and name, separated by tabs."
        case .badHostsLine(let file, let line, let what):
            "\(file):\(line):1: \(what); expected an IP address and at least one name, as in hosts(5)."
        }
    }
}
