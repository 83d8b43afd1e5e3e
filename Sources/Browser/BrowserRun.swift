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

    /// Renders one page; every request it makes, its own document first, is put to the supplier. Nil refuses one.
    public func render(
        _ address: WebAddress, supply: @escaping @Sendable (WebAddress) async -> BrowserSupply?
    ) async -> Result<RenderedPage, BrowserTrouble> {
        if let broken { return .failure(broken) }
        await take()
        let limits = limits
        let answer: Result<RenderedPage, BrowserTrouble> = await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                continuation.resume(returning: Self.run(address, limits, supply))
            }
        }
        give()
        if case .failure(let trouble) = answer, trouble == .notInstalled { broken = trouble }
        return answer
    }

    private static func run(
        _ address: WebAddress, _ limits: BrowserLimits,
        _ supply: @escaping @Sendable (WebAddress) async -> BrowserSupply?
    ) -> Result<RenderedPage, BrowserTrouble> {
        guard let program = BrowserProcess.program else { return .failure(.notInstalled) }
        do {
            var session = BrowserSession(try BrowserProcess(program: program), limits, supply)
            defer { session.stop() }
            return .success(try session.render(address))
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
