import CLibPSL

/// The Public Suffix List: which part of a host name somebody registered.
///
/// The only file that says `unsafe` for libpsl. Manual: rockdaboot.github.io/libpsl (psl_load_file,
/// psl_registrable_domain). The list is our own file, newer than Debian's.
public struct PublicSuffixList: Sendable {
    static let file = "public_suffix_list.dat"

    private let table: Table

    /// Reads a list in the format of publicsuffix.org.
    public init(path: String) throws(RulesError) {
        guard let table = Table(path: path) else { throw RulesError.unreadable(file: path) }
        self.table = table
    }

    /// The registrable domain of a host: `kuburayakab.go.id` of `dinkes.kuburayakab.go.id`.
    ///
    /// Lower case, in the script given. Nil when the host is itself a suffix (`go.id`), is a numeric address, or is no name.
    public func registrable(_ host: String) -> String? {
        var name = host.lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard !name.isEmpty, !name.utf8.contains(0), labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        // A last label of digits is an IPv4 address, a bracket an IPv6 address.
        guard let last = labels.last, !last.allSatisfy(\.isNumber), !name.contains(":") else { return nil }
        return table.registrable(name)
    }

    /// Owns the list. Loaded once, never changed, so every thread may read it; hence safe to hold.
    @safe private final class Table: Sendable {
        // The pointer is set once and freed in deinit; libpsl's look-ups only read through it.
        private nonisolated(unsafe) let list: OpaquePointer

        init?(path: String) {
            guard let list = unsafe psl_load_file(path) else { return nil }
            unsafe self.list = list
        }

        deinit { unsafe psl_free(list) }

        func registrable(_ name: String) -> String? {
            // The answer points into the argument, so it is copied before the argument goes.
            unsafe name.withCString { text in
                guard let domain = unsafe psl_registrable_domain(list, text) else { return nil }
                return unsafe String(cString: domain)
            }
        }
    }
}
