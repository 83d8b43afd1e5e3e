import Foundation
import Model

/// The sample region's websites alone, for trying `ronda serve` and `ronda scan` on them.
public final class DemoFarm: Sendable {
    private let servers: DemoServers
    /// The options with which a scan reaches the sample region and nothing else.
    public let options: [String]

    /// Serves one round of the sample region and leaves the list and the table of hosts in a folder.
    public init(round: Int, folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        servers = try DemoRegion.world(round: round).start()
        let hosts = folder + "/hosts"
        try Data(servers.hostsTable.utf8).write(to: URL(fileURLWithPath: hosts))
        try Data(DemoRegion.listCSV().utf8).write(to: URL(fileURLWithPath: folder + "/tanjung-rambai.csv"))
        var options = ["--hosts", hosts, "--allow-private", "--delay", "0", "--per-ip", "8", "--timeout", "10"]
        for entry in servers.connectTo { options += ["--connect-to", entry] }
        for host in DemoRegion.controlHosts { options += ["--control", "http://\(host)/"] }
        self.options = options
    }

    public func stop() { servers.stop() }
}
