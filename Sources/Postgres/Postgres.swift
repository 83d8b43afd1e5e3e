// Postgres: connections to a PostgreSQL server through libpq, and nothing of what Ronda keeps there.
//
//   in   SQL text with $1, $2 ... and values; work that is to be one transaction
//   out  rows of texts; PGError with the server's SQLSTATE
//
// libpq blocks, so every connection has a queue of its own and at most one task at a time (PGPool). Values travel as
// text, bodies as binary parameters or in COPY's own text form. A transaction that the server refused because of another
// one (serialization, deadlock) is made again; one whose COMMIT got no answer is not: only its caller can tell whether
// it happened.
//
// It refuses to build SQL out of values, to hide that a connection was lost, and texts with NUL, which PostgreSQL cannot
// keep. Everything that says `unsafe` stands in PGConnection.swift.

/// Why the server did not do what was asked.
public struct PGError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// The server cannot be reached, refuses us, or went away in the middle.
        case connection
        /// Another transaction was in the way (SQLSTATE 40001, 40P01); the same work may pass now.
        case conflict
        /// A row of this key is there already (23505).
        case duplicate
        /// No space, or another limit of the server (class 53).
        case resources
        /// The role may not (28000, 28P01, 42501, 25006).
        case forbidden
        case failed
    }

    public var kind: Kind
    /// SQLSTATE; empty when the server said none (PostgreSQL manual, appendix A).
    public var state: String
    public var description: String

    public init(_ kind: Kind, state: String = "", _ description: String) {
        self.kind = kind
        self.state = state
        self.description = description
    }

    init(state: String, message: String) {
        let kind: Kind =
            switch state {
            case "40001", "40P01": .conflict
            case "23505": .duplicate
            case "28000", "28P01", "42501", "25006", "3D000": .forbidden
            case let state where state.hasPrefix("53"): .resources
            // 57P01-57P03: the server stops, crashed or starts; class 08: the connection.
            case "57P01", "57P02", "57P03", "": .connection
            case let state where state.hasPrefix("08"): .connection
            default: .failed
            }
        let line = message.split(separator: "\n").first.map(String.init) ?? "no answer"
        self.init(kind, state: state, line)
    }
}
