import Cage

/// One reader process, as the pool sees it: frames out, frames in. Used by one thread at a time.
struct ReaderProcess {
    private let child: Child
    private let limits: ReaderLimits
    private var buffer = [UInt8](repeating: 0, count: 262_144)
    /// Received and not yet used.
    private var pending: [UInt8] = []
    private var used = 0
    /// Protections it said it stands behind.
    let layers: Cage.Layers
    /// Pages it has read.
    private(set) var pages = 0

    /// glibc keeps 7 free blocks of each size at hand; a page takes and gives back hundreds of some. With 512 a page is
    /// judged in 640 us instead of 690 (three pairs of `stages`).
    private static let allocator = "GLIBC_TUNABLES=glibc.malloc.tcache_count=512"

    /// Starts one and waits until it has read its rules; nil when that fails.
    init?(rules folder: String, limits: ReaderLimits) {
        let cage = Cage(memoryBytes: limits.memoryBytes, cpuSeconds: limits.cpuSeconds + 10)
        guard let program = OwnProgram.path,
            let child = Child.start(
                [program] + OwnProgram.pagesRole + [folder, String(limits.cpuSeconds)] + cage.arguments,
                environment: [Self.allocator])
        else { return nil }
        self.child = child
        self.limits = limits
        let deadline = Child.now() + max(limits.seconds, 20)
        var hello = [UInt8](repeating: 0, count: 1)
        while Child.now() < deadline {
            guard child.channel.wait(writing: false, seconds: deadline - Child.now()).canRead else { continue }
            switch child.channel.receive(into: &hello) {
            case .moved:
                layers = Cage.Layers(rawValue: hello[0])
                return
            case .notNow: continue
            case .ended:
                child.kill()
                _ = child.wait(seconds: 1)
                child.channel.close()
                return nil
            }
        }
        child.kill()
        _ = child.wait(seconds: 1)
        child.channel.close()
        return nil
    }

    var isOld: Bool { pages >= limits.lifetime }

    /// Gives a batch and takes the answers in its order; nil after all of them, else what ended the reader.
    ///
    /// - Parameter take: called for each answer, with its place in the batch.
    mutating func exchange(_ batch: [PageRequest], take: (Int, PageAnswer) -> Void) -> ReaderTrouble? {
        let output = batch.map(ReaderWire.frame)
        var sending = 0
        var sent = 0
        var answered = 0
        var deadline = Child.now() + limits.seconds
        while answered < batch.count {
            let left = deadline - Child.now()
            guard left > 0 else { return .hung }
            let ready = child.channel.wait(writing: sending < output.count, seconds: left)
            if ready.canWrite, sending < output.count {
                let step = child.channel.send(output[sending], from: sent)
                if case .moved(let count) = step { sent += count }
                if sent == output[sending].count { (sending, sent) = (sending + 1, 0) }
            }
            guard ready.canRead else { continue }
            let step = child.channel.receive(into: &buffer)
            if case .moved(let count) = step { pending += buffer[..<count] }
            if step == .ended { return end() }
            while let frame = nextFrame() {
                guard answered < batch.count, let frame, let answer = try? ReaderWire.answer(pending, frame),
                    answer.page.address == batch[answered].address
                else { return .garbled }
                take(answered, answer)
                answered += 1
                pages += 1
                deadline = Child.now() + limits.seconds
            }
        }
        return nil
    }

    /// Where in `pending` a whole frame stands when there is one; an inner nil says that its length is nonsense.
    private mutating func nextFrame() -> Range<Int>?? {
        if used == pending.count {
            pending.removeAll(keepingCapacity: true)
            used = 0
        }
        guard pending.count - used >= 4 else { return nil }
        let length = ReaderWire.length(pending[used..<(used + 4)])
        guard length <= ReaderWire.frameLimit else { return .some(nil) }
        guard pending.count - used - 4 >= length else { return nil }
        defer { used += 4 + length }
        return .some((used + 4)..<(used + 4 + length))
    }

    /// Why it ended: its processor time, or by itself.
    private func end() -> ReaderTrouble {
        if case .killed(let signal) = child.wait(seconds: 2), signal == Child.processorTimeSpent { return .tooMuchTime }
        return .crashed
    }

    func stop() {
        child.kill()
        _ = child.wait(seconds: 2)
        child.channel.close()
    }

    /// The process number, for tests that kill it.
    var id: Int32 { child.id }
}
