/// What one transfer takes in, and when it must stop: the safe side of curl's write callbacks.
struct Intake {
    /// Why we stopped a transfer ourselves.
    enum Stop: Hashable {
        case bodyLimit
        case headerLimit
        /// Header lines without end after the body, which itself is whole.
        case trailerLimit
        /// 101 though nobody asked for another protocol.
        case unaskedUpgrade
        case secondCoding
        case totalTime
        case forbiddenAddress
    }

    var maxBodyBytes = 0
    /// Decoded bytes taken of what calls itself text, HTML or XML.
    var maxTextBytes = Int.max
    var maxHeaderBytes = 0
    var maxHeaderCount = 0
    /// Monotonic time at which the hop must be over.
    var deadline = Double.infinity

    /// Header block of the last answer as received, status line first.
    var headerBytes: [UInt8] = []
    var body: [UInt8] = []
    private(set) var stop: Stop?
    /// Monotonic times; 0 for not yet.
    var connectedAt = 0.0
    var requestSentAt = 0.0
    var firstByteAt = 0.0
    /// The head of the final answer came to its end.
    private(set) var isHeadComplete = false
    /// Lines and bytes of every head of this transfer, interim answers and trailers included.
    private var lineCount = 0
    private var lineBytes = 0
    private var interimAnswers = 0
    private var status = 0
    private var codings = 0

    /// Interim answers (1xx) before the one that counts.
    static let maxInterimAnswers = 16

    init(
        maxBodyBytes: Int = 0, maxTextBytes: Int = .max, maxHeaderBytes: Int = 0, maxHeaderCount: Int = 0,
        deadline: Double = .infinity
    ) {
        self.maxBodyBytes = maxBodyBytes
        self.maxTextBytes = maxTextBytes
        self.maxHeaderBytes = maxHeaderBytes
        self.maxHeaderCount = maxHeaderCount
        self.deadline = deadline
    }

    mutating func refuse(_ reason: Stop) { stop = stop ?? reason }

    /// How many of the arriving decoded bytes are taken.
    mutating func room(for count: Int, now: Double) -> Int {
        if now > deadline {
            refuse(.totalTime)
            return 0
        }
        let room = maxBodyBytes - body.count
        guard count > room else { return count }
        refuse(.bodyLimit)
        return max(0, room)
    }

    /// Judges the header line that was appended from `start` on; false when the transfer must end.
    ///
    /// Trailers are counted and dropped: what comes after a body says nothing about it.
    mutating func acceptsLine(from start: Int, now: Double) -> Bool {
        if firstByteAt == 0 { firstByteAt = now }
        if now > deadline { refuse(.totalTime) }
        lineCount += 1
        lineBytes += headerBytes.count - start
        let isOver = lineBytes > maxHeaderBytes || lineCount > maxHeaderCount
        if isHeadComplete {
            headerBytes.removeLast(headerBytes.count - start)
            if isOver { refuse(.trailerLimit) }
            return stop == nil
        }
        if isOver { refuse(.headerLimit) }
        if headerBytes[start...].starts(with: Self.statusStart) {
            beginHead(at: start)
        } else if headerBytes[start...].allSatisfy({ $0 == 13 || $0 == 10 }) {
            endHead()
        } else {
            note(headerBytes[start...])
        }
        return stop == nil
    }

    private mutating func beginHead(at start: Int) {
        headerBytes.removeFirst(start)
        codings = 0
        status = Self.status(in: headerBytes)
        if status == 101 { refuse(.unaskedUpgrade) }
        guard (100..<200).contains(status) else { return }
        interimAnswers += 1
        if interimAnswers > Self.maxInterimAnswers { refuse(.headerLimit) }
    }

    private mutating func endHead() { isHeadComplete = !(100..<200).contains(status) }

    private mutating func note(_ line: ArraySlice<UInt8>) {
        if Self.starts(line, with: Self.codingName) {
            codings += 1
            if codings > 1 || line.contains(44) { refuse(.secondCoding) }
        }
        if Self.starts(line, with: Self.typeName), Self.isText(line) { maxBodyBytes = min(maxBodyBytes, maxTextBytes) }
    }

    /// The three digits after `HTTP/1.1 `; 0 when there are none.
    private static func status(in head: [UInt8]) -> Int {
        guard let space = head.firstIndex(of: 32) else { return 0 }
        return head[(space + 1)...].prefix { (48...57).contains($0) }.prefix(3).reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    private static let statusStart = Array("HTTP/".utf8)
    private static let codingName = Array("content-encoding:".utf8)

    private static let typeName = Array("content-type:".utf8)

    private static func isText(_ line: ArraySlice<UInt8>) -> Bool {
        let value = String(decoding: line.dropFirst(typeName.count), as: UTF8.self).lowercased()
        return ["text/", "html", "xml"].contains { value.contains($0) }
    }

    /// Whether a line starts with a name in lower case, whatever the case of its own letters.
    private static func starts(_ line: ArraySlice<UInt8>, with name: [UInt8]) -> Bool {
        line.count > name.count && zip(line, name).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }
}
