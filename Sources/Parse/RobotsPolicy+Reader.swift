/// Reads the lines of a robots.txt into groups; lines it does not know change nothing.
struct RobotsReader {
    private(set) var groups: [RobotsGroup] = []
    private(set) var sitemaps: [String] = []
    /// The last line of meaning was a user-agent line: a further one joins the same group.
    private var collectsAgents = false

    mutating func read(_ body: ArraySlice<UInt8>) {
        let text = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) { read(line: line) }
    }

    private mutating func read(line: ArraySlice<UInt8>) {
        let bare = line.prefix { $0 != UInt8(ascii: "#") }
        guard let colon = bare.firstIndex(of: UInt8(ascii: ":")) else { return }
        let value = trimmed(bare[(colon + 1)...])
        switch String(decoding: trimmed(bare[..<colon]), as: UTF8.self).lowercased() {
        case "user-agent": agent(value)
        case "allow": rule(value, allows: true)
        // Slips of the pen that can only mean one thing; obeying them is the polite reading.
        case "disallow", "dissallow", "disalow": rule(value, allows: false)
        case "crawl-delay": delay(value)
        case "sitemap":
            if !value.isEmpty { sitemaps.append(String(decoding: value, as: UTF8.self)) }
        default: break
        }
    }

    private mutating func agent(_ value: ArraySlice<UInt8>) {
        if !collectsAgents { groups.append(RobotsGroup()) }
        collectsAgents = true
        // A version or comment after the product token does not belong to it.
        let token = value.prefix { $0 != UInt8(ascii: "/") && !isBlank($0) }
        if !token.isEmpty {
            groups[groups.count - 1].agents.append(String(decoding: token, as: UTF8.self).lowercased())
        }
    }

    private mutating func rule(_ value: ArraySlice<UInt8>, allows: Bool) {
        collectsAgents = false
        // Rules before the first user-agent line belong to nobody; an empty value says nothing.
        guard !groups.isEmpty, !value.isEmpty else { return }
        groups[groups.count - 1].rules.append(RobotsRule(allows: allows, pattern: RobotsPattern(value)))
    }

    private mutating func delay(_ value: ArraySlice<UInt8>) {
        guard !groups.isEmpty, let seconds = Double(String(decoding: value, as: UTF8.self)), seconds.isFinite,
            seconds >= 0
        else { return }
        let last = groups.count - 1
        for token in groups[last].agents where groups[last].crawlDelays[token] == nil {
            groups[last].crawlDelays[token] = seconds
        }
    }

    private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
        return bytes[start..<max(start, end)]
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0 }
}
