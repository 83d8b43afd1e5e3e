/// One connection: reads requests, plays the steps of their replies one after the other.
///
/// Belongs to the loop's thread. Time is told to it, it reads no clock.
struct FarmConnection {
    let socket: FarmSocket
    let number: Int
    /// Loopback address the peer connected to.
    let address: String
    /// Host of the request being answered.
    var host: String?
    /// Bytes read and not yet understood.
    var input: [UInt8] = []
    private var steps: [FarmReply.Step] = []
    private var step = 0
    private var offset = 0
    /// Until when nothing may be sent.
    private(set) var silentUntil: Duration?
    private(set) var isOver = false
    private var wasReset = false

    /// Largest head of a request.
    private static let headLimit = 65_536
    /// Ticks per second of a drip.
    private static let ticks = 20

    init(socket: FarmSocket, number: Int, address: String, opening: [FarmReply.Step]) {
        self.socket = socket
        self.number = number
        self.address = address
        steps = opening
    }

    /// A reply is being played.
    var isBusy: Bool { step < steps.count }

    /// There is something to send now.
    func wantsToWrite(now: Duration) -> Bool {
        guard isBusy, silentUntil.map({ $0 <= now }) ?? true else { return false }
        return steps[step] != .hang
    }

    /// Reads what came; false when the peer has gone.
    mutating func readMore() -> Bool {
        switch socket.read(into: &input) {
        case .moved, .wouldBlock: return true
        case .ended, .failed: return false
        }
    }

    /// The head of the next request, taken out of the input; nil when it is not complete.
    mutating func takeHead() -> [UInt8]? {
        guard !isBusy, let end = endOfHead() else { return nil }
        let head = Array(input[..<end])
        input.removeFirst(min(end + 4, input.count))
        return head
    }

    private func endOfHead() -> Int? {
        // A TLS hello or other binary never ends a head: it is taken whole and answered with 400.
        if let first = input.first, first < 0x20, first != 0x0D, first != 0x0A { return input.count }
        guard input.count >= 4 else { return nil }
        for at in 0...(input.count - 4)
        where input[at] == 13 && input[at + 1] == 10 && input[at + 2] == 13 && input[at + 3] == 10 { return at }
        return input.count > Self.headLimit ? input.count : nil
    }

    /// Gives the descriptor back; a reset has done so already.
    func closeSocket() {
        if !wasReset { socket.close() }
    }

    /// Starts to play a reply.
    mutating func play(_ reply: [FarmReply.Step], host: String?) {
        steps = reply
        step = 0
        offset = 0
        silentUntil = nil
        self.host = host
    }

    /// Plays as much as can be played now.
    mutating func advance(now: Duration) {
        while !isOver, wantsToWrite(now: now) {
            let before = (step, offset)
            act(now: now)
            if before == (step, offset) { return }
        }
    }

    private mutating func act(now: Duration) {
        silentUntil = nil
        switch steps[step] {
        case .send(let bytes): send(bytes, atMost: bytes.count)
        case .endless(let bytes): send(bytes, atMost: bytes.count)
        case .pause(let milliseconds): pause(milliseconds, now: now)
        case .drip(let bytes, let rate): drip(bytes, rate: max(1, rate), now: now)
        case .hang: break
        case .close:
            socket.endOutput()
            isOver = true
        case .reset:
            socket.reset()
            wasReset = true
            isOver = true
        }
    }

    private mutating func pause(_ milliseconds: Int, now: Duration) {
        next()
        silentUntil = now + .milliseconds(milliseconds)
    }

    private mutating func drip(_ bytes: [UInt8], rate: Int, now: Duration) {
        let piece = max(1, rate / Self.ticks)
        send(bytes, atMost: piece)
        silentUntil = now + .milliseconds(max(1, piece * 1000 / rate))
    }

    private mutating func send(_ bytes: [UInt8], atMost limit: Int) {
        guard offset < bytes.count else { return next() }
        switch socket.write(bytes, from: offset, atMost: limit) {
        case .moved(let count):
            offset += count
            if offset == bytes.count { next() }
        case .wouldBlock: break
        case .ended, .failed: isOver = true
        }
    }

    private mutating func next() {
        offset = 0
        // An endless step begins again; `advance` sees no progress and lets the other connections have their turn.
        if case .endless = steps[step] { return }
        step += 1
    }
}
