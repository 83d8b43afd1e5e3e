import CPostgres

/// One connection (libpq: PostgreSQL manual, chapter 34). Used by one thread at a time; the only file that says `unsafe`.
@safe public final class PGConnection {
    private let handle: OpaquePointer

    /// Connects; `url` is a connection URI or keyword string. Blocks until the server answers or its `connect_timeout` ends.
    public init(_ url: String) throws(PGError) {
        guard let made = unsafe PQconnectdb(Self.patient(url)) else {
            throw PGError(.connection, "no memory for a connection")
        }
        unsafe handle = made
        guard unsafe PQstatus(made) == CONNECTION_OK else {
            let said = unsafe String(cString: PQerrorMessage(made))
            // deinit ends it: everything stored is set.
            throw PGError(
                .connection, Self.lines(said).last ?? "the server does not answer")
        }
        // Notices ("relation exists, skipping") are no news.
        _ = unsafe PQsetNoticeProcessor(made, { _, _ in }, nil)
    }

    deinit { unsafe PQfinish(handle) }

    /// A URI with limits to every wait, unless it names its own: a server that fell silent must not hold us for ever.
    static func patient(_ url: String) -> String {
        guard url.contains("://") else { return url }
        var text = url
        // A process that is stopped in mid-transaction holds its rows: the server ends that transaction by itself.
        let idle = "-c%20idle_in_transaction_session_timeout%3D15000"
        for (name, value) in [
            ("connect_timeout", "5"), ("tcp_user_timeout", "15000"), ("application_name", "ronda"), ("options", idle),
        ] where !text.contains("\(name)=") {
            text += (text.contains("?") ? "&" : "?") + "\(name)=\(value)"
        }
        return text
    }

    /// The connection is gone; nothing can be asked of it any more.
    public var isBroken: Bool { unsafe PQstatus(handle) != CONNECTION_OK }

    /// Asks one statement and gives its rows.
    public func rows(_ sql: String, _ values: [any PGParameter] = []) throws(PGError) -> [PGRow] {
        let answer = unsafe try ask(sql, values.map(\.pgValue))
        defer { unsafe PQclear(answer) }
        let columns = unsafe PQnfields(answer)
        return unsafe (0..<PQntuples(answer)).map { row in
            PGRow(
                columns: (0..<columns).map { column in
                    unsafe PQgetisnull(answer, row, column) == 1
                        ? nil : String(cString: PQgetvalue(answer, row, column))
                })
        }
    }

    public func first(_ sql: String, _ values: [any PGParameter] = []) throws(PGError) -> PGRow? {
        try rows(sql, values).first
    }

    /// Does one statement; gives the number of rows it touched.
    @discardableResult
    public func run(_ sql: String, _ values: [any PGParameter] = []) throws(PGError) -> Int {
        let answer = unsafe try ask(sql, values.map(\.pgValue))
        defer { unsafe PQclear(answer) }
        return unsafe Int(String(cString: PQcmdTuples(answer))) ?? 0
    }

    /// Does several statements that have no values.
    public func script(_ sql: String) throws(PGError) {
        let answer = try unsafe checked(PQexec(handle, sql))
        unsafe PQclear(answer)
    }

    /// Brings rows in by COPY; `table` is a name with its columns in parentheses.
    public func copy(into table: String, _ rows: [[PGValue]]) throws(PGError) {
        guard !rows.isEmpty else { return }
        let begun = try unsafe checked(PQexec(handle, "COPY \(table) FROM STDIN"))
        unsafe PQclear(begun)
        var buffer: [UInt8] = []
        for row in rows {
            if row.contains(where: Self.hasNUL) {
                _ = unsafe PQputCopyEnd(handle, "a text holds NUL")
                drain()
                throw PGError(.failed, "a text holds NUL, which PostgreSQL cannot keep")
            }
            CopyText.line(row, into: &buffer)
            if buffer.count > 1 << 18 { try send(&buffer) }
        }
        try send(&buffer)
        guard unsafe PQputCopyEnd(handle, nil) == 1 else { throw broken() }
        let ended = try unsafe checked(PQgetResult(handle))
        unsafe PQclear(ended)
        drain()
    }

    private func send(_ buffer: inout [UInt8]) throws(PGError) {
        guard !buffer.isEmpty else { return }
        let sent = unsafe buffer.withUnsafeBytes { bytes in
            unsafe PQputCopyData(
                handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
        guard sent == 1 else { throw broken() }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Takes what is left of an answer, so that the next may be asked.
    private func drain() {
        while let rest = unsafe PQgetResult(handle) { unsafe PQclear(rest) }
    }

    private func ask(_ sql: String, _ values: [PGValue]) throws(PGError) -> OpaquePointer {
        if values.contains(where: Self.hasNUL) {
            throw PGError(.failed, "a text holds NUL, which PostgreSQL cannot keep")
        }
        // Every value in one block, each ended by NUL; texts in format 0, bytes in format 1.
        var block: [CChar] = []
        var places: [(start: Int?, length: Int32, format: Int32)] = []
        for value in values {
            switch value {
            case .null: places.append((nil, 0, 0))
            case .text(let text):
                places.append((block.count, 0, 0))
                block += text.utf8CString
            case .bytes(let bytes):
                places.append((block.count, Int32(bytes.count), 1))
                block += bytes.map { CChar(bitPattern: $0) } + [0]
            }
        }
        let lengths = places.map(\.length)
        let formats = places.map(\.format)
        let answer = unsafe block.withUnsafeBufferPointer { block in
            let pointers = unsafe places.map { place in
                unsafe place.start.flatMap { start in unsafe block.baseAddress.map { unsafe $0 + start } }
            }
            return unsafe PQexecParams(handle, sql, Int32(values.count), nil, pointers, lengths, formats, 0)
        }
        return try unsafe checked(answer)
    }

    private static func hasNUL(_ value: PGValue) -> Bool {
        if case .text(let text) = value { return text.utf8.contains(0) }
        return false
    }

    /// The answer when it is a good one; its error otherwise.
    private func checked(_ answer: OpaquePointer?) throws(PGError) -> OpaquePointer {
        guard let answer = unsafe answer else { throw broken() }
        let status = unsafe PQresultStatus(answer)
        if status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN {
            return unsafe answer
        }
        // PG_DIAG_SQLSTATE is 'C', PG_DIAG_MESSAGE_PRIMARY 'M' (postgres_ext.h); both are macros of characters.
        let state = unsafe PQresultErrorField(answer, 67).map { unsafe String(cString: $0) }
        let primary = unsafe PQresultErrorField(answer, 77).map {
            unsafe String(cString: $0)
        }
        let said = unsafe primary ?? String(cString: PQresultErrorMessage(answer))
        unsafe PQclear(answer)
        drain()
        if isBroken {
            throw PGError(.connection, state: state ?? "", Self.lines(said).first ?? "the connection was lost")
        }
        throw PGError(state: state ?? "XX000", message: said)
    }

    private func broken() -> PGError {
        PGError(
            .connection,
            Self.lines(unsafe String(cString: PQerrorMessage(handle))).first ?? "the connection was lost")
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }.filter { !$0.isEmpty }.map(String.init)
    }
}
