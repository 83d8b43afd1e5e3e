/// What one transfer takes in, and when it must stop: the safe side of curl's write callbacks.
struct Intake {
    /// Why we stopped a transfer ourselves.
    enum Stop: Hashable {
        case bodyLimit
        case headerLimit
        case secondCoding
        case totalTime
        case forbiddenAddress
    }

    var maxBodyBytes = 0
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
    private var headerCount = 0
    private var codings = 0

    init(maxBodyBytes: Int = 0, maxHeaderBytes: Int = 0, maxHeaderCount: Int = 0, deadline: Double = .infinity) {
        self.maxBodyBytes = maxBodyBytes
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
    mutating func acceptsLine(from start: Int, now: Double) -> Bool {
        if firstByteAt == 0 { firstByteAt = now }
        if headerBytes[start...].starts(with: Self.statusStart) {
            headerBytes.removeFirst(start)
            headerCount = 0
            codings = 0
            return true
        }
        headerCount += 1
        if headerBytes.count > maxHeaderBytes || headerCount > maxHeaderCount { refuse(.headerLimit) }
        if Self.isCoding(headerBytes[start...]) {
            codings += 1
            if codings > 1 || headerBytes[start...].contains(44) { refuse(.secondCoding) }
        }
        if now > deadline { refuse(.totalTime) }
        return stop == nil
    }

    private static let statusStart = Array("HTTP/".utf8)
    private static let codingName = Array("content-encoding:".utf8)

    private static func isCoding(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count > codingName.count else { return false }
        return zip(line, codingName).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }
}
