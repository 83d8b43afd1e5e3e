import Farm
import Model

/// The fictional region's web as it stands in one round.
public struct DemoWorld: Sendable {
    /// 1 or 2.
    public let round: Int
    /// Everything that answers.
    public let hosts: [FarmHost]
    /// Names that resolve to an address where nothing listens.
    let silent = ["bapenda.tanjungrambaikab.go.id"]

    init(round: Int) {
        self.round = round
        hosts =
            DemoWorld.sites(round: round).map(SiteHost.host) + [PortalHost.host(round: round)]
            + DemoWorld.odd(round: round) + DemoWorld.control
    }

    /// Starts the servers; they stop when the value is let go.
    public func start() throws(FarmError) -> DemoServers { try DemoServers(self) }

    private static func sites(round: Int) -> [DemoSite] {
        DemoSite.steady + (round == 1 ? [.villageBlog, .tradeCom] : [.village, .tradeGo])
    }

    /// Hosts that are no site of an office.
    private static func odd(round: Int) -> [FarmHost] {
        let domain = DemoSite.portalHost
        let still = [
            FarmHost("dprd.\(domain)", address: DemoNet.second, routes: ["/": SpecialPages.shell]),
            FarmHost("inspektorat.\(domain)", address: DemoNet.shared, otherwise: SpecialPages.databaseError),
            FarmHost("disperkim.\(domain)", address: DemoNet.shared, routes: SpecialPages.suspended),
            FarmHost("bpbd.\(domain)", address: DemoNet.shared, routes: ["/": SpecialPages.serverDefault]),
            FarmHost("disnakertrans.\(domain)", address: DemoNet.shared, routes: ["/": SpecialPages.maintenance]),
            FarmHost("dlh.\(domain)", address: DemoNet.firewall, otherwise: SpecialPages.firewall),
            FarmHost("pariwisata.\(domain)", address: DemoNet.shared) { request in
                .redirect("http://www.pesonarambai.com" + request.target, status: 301)
            },
            FarmHost("www.dkp-rambai.com", address: DemoNet.parking, otherwise: SpecialPages.parked),
            FarmHost(
                "bappeda.\(domain)", address: DemoNet.shared,
                routes: ["/robots.txt": .page("User-agent: *\nDisallow: /\n", type: "text/plain")],
                otherwise: .page("<title>Bappeda Kabupaten Tanjung Rambai</title><h1>Bappeda</h1>")),
            FarmHost("www.facebook.com", address: DemoNet.commercial, otherwise: SpecialPages.socialLogin),
        ]
        return round == 1 ? still : still + moved
    }

    /// Addresses that offices left behind.
    private static let moved = [
        FarmHost(
            "dpmdtanjungrambai.blogspot.com", address: DemoNet.blogs,
            routes: [
                "/": .page(
                    """
                    <html><head><title>Dinas Pemberdayaan Masyarakat dan Desa: Kami pindah</title></head><body>
                    <h1>Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Tanjung Rambai</h1>
                    <p>Blog ini tidak diperbarui lagi. Kami pindah ke
                    <a href="http://dpmd.tanjungrambaikab.go.id/">dpmd.tanjungrambaikab.go.id</a>.</p></body></html>
                    """)
            ]),
        FarmHost("www.diskopdag-rambai.com", address: DemoNet.commercial) { request in
            .redirect("http://diskopukm.tanjungrambaikab.go.id" + request.target, status: 301)
        },
    ]

    private static let control = DemoRegion.controlHosts.map {
        FarmHost(
            $0, address: DemoNet.control, otherwise: .page("<html><title>Kendali</title><p>Ya, tersambung.</p></html>"))
    }
}

/// The running servers of one round, and how a scanner reaches them.
public final class DemoServers: Sendable {
    /// For looking at the requests that came.
    public let farm: FarmServer
    /// Contents for `--hosts`; every other name does not exist.
    public let hostsTable: String
    private let closed: FarmClosedPort

    init(_ world: DemoWorld) throws(FarmError) {
        farm = try FarmServer(addresses: DemoNet.listening, hosts: world.hosts)
        closed = try FarmClosedPort()
        hostsTable = farm.hostsTable + world.silent.map { "\(DemoNet.silent) \($0)\n" }.joined()
    }

    /// Entries for `--connect-to`: port 80 leads to the farm's port; TLS knocks where nobody opens.
    public var connectTo: [String] { farm.connectTo + [":443::\(closed.port)"] }

    /// Stops at once.
    public func stop() { farm.stop() }
}
