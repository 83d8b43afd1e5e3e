// Farm: scripted HTTP hosts on loopback, for tests and for the demo.
//
//   in   FarmHost values: a name, and for each path a FarmReply
//   out  a FarmServer: its port, a hosts table, connect-to entries, the log of requests, peaks of connections
//
// The farm has a socket loop of its own because the hosts Ronda must survive are not well-behaved: they close in the
// middle of a body, reset, drip, send garbage for HTTP, answer with a storm of 1xx, or never answer at all. No server
// library lets a test say these things exactly. One thread with poll(2) serves every host of a server; a pause is a
// time stamp in the loop, never a sleep, so a thousand slow hosts cost nothing.
//
// It refuses to be a web server: loopback addresses only, HTTP/1.x without TLS, GET and HEAD, no files, no state. A
// request it cannot read is answered with 400 and the connection is closed, as real servers do when TLS knocks on
// a plain port. Everything that says `unsafe` stands in FarmSocket.swift.

import Model

/// Why a farm could not start.
public enum FarmError: Error, CustomStringConvertible, Sendable {
    /// The address is no loopback address (127.0.0.0/8).
    case notLoopback(String)
    /// The operating system refused; the text says what was asked and its answer.
    case system(String)

    public var description: String {
        switch self {
        case .notLoopback(let address):
            "\(address) is not in 127.0.0.0/8: give the farm a loopback address, it must not be seen from outside."
        case .system(let what): "The loopback farm could not start: \(what)."
        }
    }
}
