import Dispatch
import Model

/// Renders pages, a fresh browser for each, a few at the same time.
public actor Browser {
    public let limits: BrowserLimits
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    /// Said once that it cannot work here: it is not asked again.
    private var broken: BrowserTrouble?

    public init(_ limits: BrowserLimits = .init(), atOnce: Int = 1) {
        self.limits = limits
        free = max(1, atOnce)
    }

    /// The program is there.
    public static var isInstalled: Bool { BrowserProcess.program != nil }

    /// Renders one page; a program that says nothing at all is started once more, within the same bounds. Every request it makes, its own document first, is put to the supplier. Nil refuses one.
    public func render(
        _ address: WebAddress, supply: @escaping @Sendable (WebAddress) async -> BrowserSupply?
    ) async -> Result<RenderedPage, BrowserTrouble> {
        if let broken { return .failure(broken) }
        return await run(supply) { session throws(BrowserTrouble) in try session.render(address) }
    }

    /// Pictures of quoted passages, a browser for all documents; one picture for each passage that can be seen.
    public func pictures(_ documents: [PictureDocument]) async -> Result<PictureSet, BrowserTrouble> {
        if let broken { return .failure(broken) }
        // No script of a page runs: one that stands still is the program's own trouble, and is asked once more.
        let again: Set<BrowserTrouble> = [.silent, .timedOut, .died]
        return await run(PictureDocument.supplier(documents), again: again) { session throws(BrowserTrouble) in
            try session.pictures(documents)
        }
    }

    private func run<Value: Sendable>(
        _ supply: @escaping @Sendable (WebAddress) async -> BrowserSupply?, again: Set<BrowserTrouble> = [.silent],
        _ work: @escaping @Sendable (inout BrowserSession) throws(BrowserTrouble) -> Value
    ) async -> Result<Value, BrowserTrouble> {
        await take()
        let limits = limits
        let answer: Result<Value, BrowserTrouble> = await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                var answer = Self.run(limits, supply, work)
                if case .failure(let trouble) = answer, again.contains(trouble) {
                    answer = Self.run(limits, supply, work)
                }
                continuation.resume(returning: answer)
            }
        }
        give()
        if case .failure(let trouble) = answer, trouble == .notInstalled { broken = trouble }
        return answer
    }

    private static func run<Value>(
        _ limits: BrowserLimits, _ supply: @escaping @Sendable (WebAddress) async -> BrowserSupply?,
        _ work: (inout BrowserSession) throws(BrowserTrouble) -> Value
    ) -> Result<Value, BrowserTrouble> {
        guard let program = BrowserProcess.program else { return .failure(.notInstalled) }
        do throws(BrowserTrouble) {
            var session = BrowserSession(try BrowserProcess(program: program), limits, supply)
            defer { session.stop() }
            return .success(try work(&session))
        } catch {
            return .failure(error)
        }
    }

    private func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func give() { if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() } }
}
