/// Turns at addresses among several programs: asked before the first request goes to an address, told when it has ended.
///
/// The queue of a program keeps its own pace at an address; this keeps programs from asking one address side by side.
public protocol AddressTurns: Sendable {
    /// Waits until this program may ask the addresses of one host.
    ///
    /// - Returns: seconds before the next request is allowed; nil when the program must stop asking.
    func enter(_ addresses: [String]) async -> Double?
    /// Whether the turn still holds at the moment a request is to start; asked on the thread of the network, never waits.
    func mayStart(_ addresses: [String]) -> Bool
    /// A request of `enter` has ended, whatever came of it.
    ///
    /// - Parameter pause: seconds that the server asked for (Retry-After).
    func leave(_ addresses: [String], pause: Double?)
}
