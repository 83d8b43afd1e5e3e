extension FetchSettings {
    /// Says in one sentence what in the settings cannot work, before a run starts on it.
    public func check() throws(FetchError) {
        if let caFile, Linux.readFile(caFile) == nil { throw .unreadableFile(caFile) }
        if let wrong = dnsServers.first(where: { !Self.isServer($0) }) { throw .badNameServer(wrong) }
    }

    /// `ADDR`, `ADDR:PORT` or `[ADDR]:PORT`.
    private static func isServer(_ text: String) -> Bool {
        if IPAddress(text) != nil { return true }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port)
        else { return false }
        return IPAddress(text[..<colon]) != nil
    }
}
