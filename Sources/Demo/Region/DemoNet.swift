/// Where the fictional region's servers stand: loopback addresses, so that per-address behaviour is as in life.
enum DemoNet {
    /// The region's own server: the portal and most sub-domains.
    static let shared = "127.66.0.10"
    /// A second server of the region.
    static let second = "127.66.0.11"
    /// Hosters elsewhere: the blog service, the .com sites, the parking company.
    static let blogs = "127.66.1.1"
    static let commercial = "127.66.1.2"
    static let parking = "127.66.1.3"
    /// The firewall before one office.
    static let firewall = "127.66.1.4"
    /// Sites that Ronda asks to see whether its own connection works.
    static let control = "127.66.2.1"
    /// An address where nothing listens.
    static let silent = "127.66.9.9"

    static let listening = [shared, second, blogs, commercial, parking, firewall, control]
}
