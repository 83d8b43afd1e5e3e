import Foundation
import Model

/// Which network an address belongs to, by an offline table: nothing is asked of anybody.
///
/// The table is tab-separated text with five columns, as iptoasn.com publishes it (`ip2asn-v4.tsv`, `ip2asn-v6.tsv`,
/// `ip2asn-combined.tsv`): first address, last address, number of the autonomous system, country, name. Ranges with
/// number 0 are not routed. Empty lines and lines that begin with `#` are passed over.
public struct NetworkTable: Sendable {
    private struct Range: Sendable {
        var first: [UInt8]
        var last: [UInt8]
        var network: HostingNetwork
    }

    /// By first address, the four-byte ones apart from the others.
    private var four: [Range] = []
    private var six: [Range] = []

    /// Reads the file at a path.
    public init(file: String) throws(FetchError) {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { throw .unreadableFile(file) }
        try self.init(text: text, file: file)
    }

    /// - Throws: `FetchError` with file and line of the first line that is none.
    public init(text: String, file: String) throws(FetchError) {
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count >= 5, let first = IPAddress(String(columns[0])),
                let last = IPAddress(String(columns[1])),
                first.bytes.count == last.bytes.count, let number = Int(columns[2]), number >= 0
            else {
                throw FetchError.badNetworkLine(file: file, line: index + 1)
            }
            guard number > 0 else { continue }
            let range = Range(
                first: first.bytes, last: last.bytes,
                network: HostingNetwork(number: number, country: String(columns[3]), name: String(columns[4])))
            if first.bytes.count == 4 { four.append(range) } else { six.append(range) }
        }
        four.sort { $0.first.lexicographicallyPrecedes($1.first) }
        six.sort { $0.first.lexicographicallyPrecedes($1.first) }
    }

    /// The network of an address; nil when no range holds it.
    public func network(of address: String) -> HostingNetwork? {
        guard let bytes = IPAddress(address)?.bytes else { return nil }
        let ranges = bytes.count == 4 ? four : six
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if bytes.lexicographicallyPrecedes(ranges[middle].first) { high = middle } else { low = middle + 1 }
        }
        guard low > 0, !ranges[low - 1].last.lexicographicallyPrecedes(bytes) else { return nil }
        return ranges[low - 1].network
    }
}
